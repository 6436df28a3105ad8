"""Read: bytes in, articles out.

A text is tidied once, here, and never again: every span in the house points into it.
Never here: what the text says.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.read.container import read_bytes
    from dragoman.read.given import Given, Rejected, Unreadable
    from dragoman.read.page import read_page
    from dragoman.read.text import read_text

__all__ = ["Given", "Rejected", "Unreadable", "read_bytes", "read_page", "read_text"]

_HOMES = {
    "Given": "given",
    "Rejected": "given",
    "Unreadable": "given",
    "read_bytes": "container",
    "read_page": "page",
    "read_text": "text",
}


def __getattr__(name: str) -> Any:
    """What the room offers, opened when it is first asked for: the front door imports this room to be light."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
