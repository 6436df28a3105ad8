"""Dragoman reads the news and keeps the record of world politics.

>>> import dragoman
>>> record = dragoman.read("Peru expelled two Chilean diplomats on Monday.", published="2025-03-04")
>>> record.reports[0].type
'SANCTION'
"""

from datetime import date
from typing import TYPE_CHECKING

import dragoman.read  # noqa: F401  the room first: imported later, it would take the place of the function `read`

if TYPE_CHECKING:
    from dragoman.things import PairType, Record

__all__ = ["pair", "read"]


def read(
    text: str,
    *,
    published: date | str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    min_confidence: float = 0.0,
) -> "Record":
    """The record of one article, as frozen values (see dragoman.things).

    `published` is a day or YYYY-MM-DD. Without it, words such as "on Monday" are marked and not dated.
    Reports less sure than `min_confidence` (0 to 1) are left out, and counted in a note.
    Raises ValueError where `published` is no day.
    """
    from dragoman.compose import surer
    from dragoman.read import Given, read_text
    from dragoman.read.given import as_day
    from dragoman.river import read_article
    from dragoman.tools import open_tools

    day = as_day(published) if isinstance(published, str) else published
    given = Given(published=day, publisher=publisher, title=title, url=url)
    return surer(read_article(read_text(text, given=given), open_tools()), min_confidence)


def pair(text: str, actor: tuple[int, int], recipient: tuple[int, int]) -> "PairType":
    """What one given party did to another: the likeliest of the sixteen types, and the probability of each.

    Spans are [start, stop) in characters of `text`. Raises ValueError where they are not.

    >>> pair("Peru expelled two Chilean diplomats on Monday.", (0, 4), (18, 35)).type
    'SANCTION'
    """
    from dragoman.river import read_pair
    from dragoman.things import Span
    from dragoman.tools import open_tools

    return read_pair(text, Span(*actor), Span(*recipient), open_tools())
