"""Book: what is known of lines that are no story, and of the names of agencies."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_PIECES = re.compile(r"\s*[,;/|&]\s*|\s+and\s+")
_SETS = ("beside_wire", "whole", "credit_words", "caption_word", "day_words", "no_place")


@dataclass(frozen=True, slots=True)
class Book:
    """The words of data/words/read_lines.toml."""

    source: tuple[str, ...]
    beside_wire: frozenset[str]
    whole: frozenset[str]
    opening: tuple[str, ...]
    credit: tuple[str, ...]
    credit_words: frozenset[str]
    caption_word: frozenset[str]
    caption_part: tuple[str, ...]
    day_words: frozenset[str]
    day_labels: tuple[str, ...]
    changed: tuple[str, ...]
    notice: tuple[str, ...]
    no_place: frozenset[str]
    wire: dict[str, str]


@lru_cache(maxsize=1)
def book() -> Book:
    """The book, opened once."""
    path = Path(__file__).parent.parent / "data" / "words" / "read_lines.toml"
    told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    wire = {spelling: name for name, spellings in told.pop("wire").items() for spelling in spellings}
    words: dict[str, Any] = {key: frozenset(told[key]) if key in _SETS else tuple(told[key]) for key in told}
    return Book(wire=wire, **words)


def known_wire(words: str) -> str | None:
    """The usual name of the first agency in a credit: "Aljazeera and news agencies" is Al Jazeera."""
    plain = words.strip(" .:()[]-–—").lower()
    whole = book().wire.get(plain)
    if whole:
        return whole
    return next((name for piece in _PIECES.split(plain) if (name := book().wire.get(piece))), None)


def only_wires(words: str) -> str | None:
    """The agency, where the words name agencies and nothing else."""
    pieces = _PIECES.split(words.strip(" .:()[]-–—").lower())
    others = [p for p in pieces if p not in book().wire and not set(p.split()) <= book().beside_wire]
    return None if others else known_wire(words)
