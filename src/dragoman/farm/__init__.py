"""Farm: many articles, several hands, records in the order of the articles.

Never here: how an article is read (see river), where its record goes (see show).
"""

from dragoman.farm.local import read_many

__all__ = ["read_many"]
