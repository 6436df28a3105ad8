"""Furniture: lines that belong to the page around a text: adverts, links, captions, file names."""

import re

from dragoman.read.book import book

_FILE = re.compile(r"\S+\.(?:txt|html?|docx?|pdf|rtf|jpe?g|png|gif|webp|mp[34]|aspx?|php)", re.IGNORECASE)
_COUNT = re.compile(
    r"\(?\d+[\d,.]*\+? (?:comments?|shares?|views?|likes?|min(?:ute)?s?(?: read)?|words)\)?"
    r"|\d+ (?:minutes?|hours?|days?) ago|(?:page )?\d+ of \d+|\[?[+-]?\d+ chars\]?|[\W_]+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[(]([^\[\]()]{2,80})[\])]\.?$")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|@\w+")
SHORT = 120  # characters: furniture is no longer
CAPTION = 300  # characters: captions are no longer


def is_furniture(line: str) -> bool:
    """Whether the line tells nothing of the story."""
    if len(line) > CAPTION:
        return False
    low = line.lower()
    return (
        low.strip(" :.!>»→*-–—[]()") in book().whole
        or bool(_COUNT.fullmatch(line) or _FILE.fullmatch(line) or _ADDRESS.fullmatch(line))
        or (len(line) <= SHORT and low.lstrip(" >»→*[(").startswith(book().opening))
        or _is_caption(line)
    )


def _is_caption(line: str) -> bool:
    """Whether the line ends with whose picture it was."""
    found = _BRACKET.search(line)
    if found is None:
        return False
    credited = found[1].lower()
    return any(sign in credited for sign in book().caption_part) or not book().caption_word.isdisjoint(
        credited.replace(":", " ").replace("/", " ").replace(",", " ").split()
    )
