"""Compose: the rooms' answers in, one record out, and what must be true of it.

Never here: reading words anew. Each answer came with its span; here they are tied together.
"""

from dragoman.compose.record import Found, record

__all__ = ["Found", "record"]
