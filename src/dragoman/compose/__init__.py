"""Compose: the rooms' answers in, one record out, and what must be true of it.

Never here: marking words anew. Each answer came with its span; here they are tied together, and of the text
only the small words beside a time are looked at ("by Friday" dates nothing).
"""

from dragoman.compose.confidence import Confidence, surer
from dragoman.compose.record import Found, record

__all__ = ["Confidence", "Found", "record", "surer"]
