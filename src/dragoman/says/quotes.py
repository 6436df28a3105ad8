"""Quotes: where quotation marks open and close, and what stands between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.things import Sentence, Span

_ANY = re.compile(r"``|''|[\"“”„«»‹›「」『』‘’‚']")
_BEFORE = re.compile(r"[\s(\[{—–\-/“‘\"]")  # what may stand before a mark that opens
_SINGLE = re.compile(r"(?<=[\w.,!?…;)])['’](?![\w])")
_STRAIGHT = '"'
_LONGEST = 5_000  # letters between two marks; farther apart they are no pair
_DEEPEST = 3  # quotations in quotations in quotations; more is a mark gone astray
_CLIPPED = re.compile(r"['’‘](?:\d|em\b|til\b|tis\b|twas\b|cause\b|n\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: with the marks and without."""

    outer: Span
    inner: Span


def quotations(
    text: str, sentences: tuple[Sentence, ...], pairs: tuple[tuple[str, str], ...]
) -> tuple[Quotation, ...]:
    """The outermost quotations, in order. None runs across a line break: a quotation that goes on
    in the next paragraph, opened there again, is one for each paragraph."""
    closers: dict[str, str] = {}
    for opener, closer in pairs:
        closers[opener] = closers.get(opener, "") + closer
    found: list[Quotation] = []
    for part, after in _paragraphs(text, sentences):
        if _ANY.search(text, part.start, part.stop):
            found += _of_paragraph(text, part, closers, text[after : after + 1])
    return tuple(found)


def _paragraphs(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[Span, int]]:
    """Each paragraph and where the next one starts."""
    start = 0
    for here, sentence in enumerate(sentences):
        following = sentences[here + 1] if here + 1 < len(sentences) else None
        if following and "\n" not in text[sentence.span.stop : following.span.start]:
            continue
        span = Span(sentences[start].span.start, sentence.span.stop)
        yield span, following.span.start if following else len(text)
        start = here + 1


def _of_paragraph(text: str, part: Span, closers: dict[str, str], after: str) -> Iterator[Quotation]:
    at = part.start
    unclosed: dict[str, int] = {}  # up to where nothing closes such a mark
    while mark := _ANY.search(text, at, part.stop):
        at = mark.end()
        if mark.start() < unclosed.get(mark[0], 0) or not _opens(text, mark, part.start, closers):
            continue
        stop = min(part.stop, mark.end() + _LONGEST)
        close = _close(text, mark, stop, closers)
        if close is None and mark[0] != _STRAIGHT:
            unclosed[mark[0]] = stop
        if close:
            at = close.stop
            yield Quotation(Span(mark.start(), close.stop), Span(mark.end(), close.start))
        elif after == mark[0] and mark[0] not in "'‘’":
            at = part.stop
            yield Quotation(Span(mark.start(), part.stop), Span(mark.end(), part.stop))


def _opens(text: str, mark: re.Match[str], first: int, closers: dict[str, str]) -> bool:
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    loose = mark.start() == first or bool(_BEFORE.match(before))
    if not after or after.isspace():
        return False
    if mark[0] in closers or mark[0] == "``":
        return mark[0] != "“" or after not in ".,"
    if mark[0] in ("‘", "'", "’", "‚"):
        return loose and not _CLIPPED.match(text, mark.start()) and after.isalnum()
    return loose and mark[0] in (_STRAIGHT, "”", "''")


def _close(text: str, mark: re.Match[str], stop: int, closers: dict[str, str]) -> Span | None:
    if mark[0] in ("‘", "'", "’", "‚"):
        return _close_single(text, mark.end(), stop)
    if mark[0] in ("``", "''"):
        return _first(text, mark.end(), stop, ("''", _STRAIGHT))
    if mark[0] == _STRAIGHT:
        return _first(text, mark.end(), stop, (_STRAIGHT, "”"))
    if mark[0] == "”":
        return _first(text, mark.end(), stop, ("”",))
    return _close_paired(text, mark, stop, closers[mark[0]])


def _close_single(text: str, start: int, stop: int) -> Span | None:
    """The first mark that closes; not the apostrophe of "the workers’ union" where another follows."""
    last: Span | None = None
    for close in _SINGLE.finditer(text, start, stop):
        last = Span(close.start(), close.end())
        plural = text[close.start() - 1] == "s" and re.match(r" [a-z]", text[close.end() : close.end() + 2])
        if not plural:
            return last
    return last


def _first(text: str, start: int, stop: int, closing: tuple[str, ...]) -> Span | None:
    for mark in _ANY.finditer(text, start, stop):
        if mark[0] not in closing:
            continue
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
        if before.isspace() and after.isalnum():
            return None
        return Span(mark.start(), mark.end())
    return None


def _close_paired(text: str, mark: re.Match[str], stop: int, closing: str) -> Span | None:
    depth, first = 1, None
    for other in _ANY.finditer(text, mark.end(), stop):
        span = Span(other.start(), other.end())
        straight = other[0] == _STRAIGHT and not text[other.start() - 1].isspace()
        if other[0] in closing or straight:
            first = first or span
            depth -= 1
        elif other[0] == mark[0]:
            depth += 1
        if depth == 0:
            return span
        if depth > _DEEPEST and first:
            return first
    return first
