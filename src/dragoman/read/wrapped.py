"""Wrapped: texts whose lines were broken at a column made one line a paragraph again."""

import re
from itertools import pairwise

NARROW, WIDE = 50, 100  # columns between which texts are broken by machines
LEAST = 3  # breaks by which a column shows itself
SHARE = 0.7  # of the breaks are where the next word no longer fitted, and of those, within a sentence
_STOPS = (".", "!", "?", "”", '"')  # a text with a sentence a line was broken by nobody
_HYPHEN = re.compile(r"[^\W\d_]-$")


def unwrapped(text: str) -> str:
    """A tidied text with its paragraphs on one line each, where a column had broken them.

    Done twice it changes nothing: what it joins is longer than any column.
    """
    lines = text.split("\n")
    column = _longest(lines)
    if not NARROW <= column <= WIDE:
        return text
    inner = [(one, two) for one, two in pairwise(lines) if one and two]
    broken = [one for one, two in inner if _broken(one, two, column)]
    within = sum(not one.endswith(_STOPS) for one in broken)
    if len(broken) < LEAST or len(broken) < SHARE * len(inner) or within < SHARE * len(broken):
        return text
    joined = _joined(lines, column)
    return joined if _longest(joined.split("\n")) > WIDE else text


def _longest(lines: list[str]) -> int:
    """The longest line's length; an address that stands alone was never broken."""
    return max((len(line) for line in lines if " " in line), default=0)


def _broken(line: str, following: str, column: int) -> bool:
    """Whether the line ends only because the next word no longer fitted."""
    word, _, _ = following.partition(" ")
    return len(line) + 1 + len(word) > column


def _joined(lines: list[str], column: int) -> str:
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        if not (before and line and _broken(before, line, column)):
            pieces.append("\n")
        elif not (_HYPHEN.search(before) and line[0].islower()):
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)
