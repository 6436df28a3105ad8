"""Draft: a saying as one rule found it."""

from dataclasses import dataclass

from dragoman.things import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """`way` is the rule's name in the book's [trust]; `goes_on`: whoever spoke last speaks on."""

    sentence: int
    way: str
    words: Span
    cue: Span | None = None
    speaker: Span | None = None
    addressee: Span | None = None
    voices: tuple[Span, ...] = ()
    goes_on: bool = False
    score: float = 1.0
    cites: tuple[Span, ...] = ()
    kind: str | None = None  # None: to be told from the quotation marks
