"""Edges: where said words begin and end."""

import re

from dragoman.says.quotes import Quotation
from dragoman.things import Span

_LEAD = re.compile(r"(?:[\s,:;]+|that\b(?=\s))+")
_TAIL = re.compile(r"[\s,;:—–]+$")
_LETTERS = re.compile(r"\.(?:[A-Za-z]\.)$|\b(?:Inc|Corp|Ltd|Jr|Sr|Co)\.$")
_WORD = re.compile(r"\w")


def tidy(text: str, words: Span, quotations: tuple[Quotation, ...]) -> Span | None:
    """The words without what only frames them; None where nothing is left.

    A quotation that makes up all of them loses its marks; one that they cut is taken in whole.
    """
    for quotation in quotations:
        if _same(text, words, quotation):
            return inner(text, quotation)
    for quotation in quotations:
        if _cut(words, quotation):
            start, stop = min(words.start, quotation.outer.start), max(words.stop, quotation.outer.stop)
            words = Span(start, stop)
    return _trimmed(text, words, quotations)


def inner(text: str, quotation: Quotation) -> Span | None:
    """What stands between the marks, without the comma that leads over to the cue."""
    start, stop = quotation.inner.start, quotation.inner.stop
    piece = text[start:stop]
    start += len(piece) - len(piece.lstrip())
    tail = _TAIL.search(text[start:stop])
    stop = start + tail.start() if tail else stop
    return Span(start, stop) if start < stop else None


def kind(text: str, words: Span, quotations: tuple[Quotation, ...]) -> str:
    """direct where all words stand in one quotation, indirect where none does."""
    meeting = [q for q in quotations if q.inner.meets(words)]
    if any(q.inner.covers(words) for q in meeting):
        return "direct"
    return "mixed" if meeting else "indirect"


def _same(text: str, words: Span, quotation: Quotation) -> bool:
    """Whether the words are the quotation but for marks and points, or begin in it and end before it does."""
    if not words.meets(quotation.inner):
        return False
    start, stop = quotation.inner.start, quotation.inner.stop
    before = text[min(words.start, start) : start]
    after = text[stop : max(words.stop, stop)]
    if _WORD.search(before.removeprefix("that ")) or _WORD.search(after):
        return False
    left_out = len(_WORD.findall(text[start : max(start, words.start)]))
    return left_out <= 0.3 * len(_WORD.findall(text[start:stop]))


def _cut(words: Span, quotation: Quotation) -> bool:
    outer = quotation.outer
    return words.meets(outer) and not words.covers(outer) and not quotation.inner.covers(words)


def _trimmed(text: str, words: Span, quotations: tuple[Quotation, ...]) -> Span | None:
    start, stop = words.start, words.stop
    lead = _LEAD.match(text, start, stop)
    start = lead.end() if lead else start
    if text[max(0, start - 3) : start] == "to ":
        start -= 3
    tail = _TAIL.search(text[start:stop])
    stop = start + tail.start() if tail else stop
    ends_quoted = any(q.inner.stop == stop or q.outer.stop == stop for q in quotations)
    if stop > start and text[stop - 1] == "." and not ends_quoted and not _LETTERS.search(text[:stop][-8:]):
        stop -= 1
    return Span(start, stop) if start < stop else None
