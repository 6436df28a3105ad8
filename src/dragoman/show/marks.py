"""Marks on a text: words that lead to entries of the record. They may cross and nest; the text is cut so that
each piece has one set of marks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.things import Span

# Where several marks stand on the same words, the words lead to the entry of the first kind.
LEADING = ("trigger", "cue", "mention", "time", "place")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with the entry they belong to. `anchor` names the words, `entry` the entry; `number` is set beside
    the words, `says` is what a reader learns of them, `tone` is how they are drawn."""

    span: Span
    kind: str  # one of LEADING, or said, clause, note, aside
    anchor: str = ""
    entry: str = ""
    number: str = ""
    says: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of the text and the marks on all of it, the widest first."""

    span: Span
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """How to write a run inside the one before: shut so many marks, open these, write the text.

    `begun` are those opened for the first time, `done` those that end with this text, `leads` the one
    whose entry the words lead to.
    """

    shut: int
    opens: tuple[Mark, ...]
    begun: frozenset[Mark]
    text: str
    leads: Mark | None
    done: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Steps of one paragraph, and how many marks are to be shut at its end."""

    steps: tuple[Step, ...]
    shut: int


def paragraphs(text: str, marks: Iterable[Mark]) -> tuple[Paragraph, ...]:
    """The text by paragraphs, which an empty line parts; every mark is begun once and done once."""
    breaks = _breaks(text)
    pieces = runs(text, marks, breaks)
    begun: set[Mark] = set()
    found: list[Paragraph] = []
    at = 0
    for stop in (*breaks, len(text)):
        here = at
        while at < len(pieces) and (pieces[at].span.stop <= stop or stop == len(text)):
            at += 1
        if at > here:
            found.append(_paragraph(pieces[here:at], begun))
    return tuple(found)


def runs(text: str, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> tuple[Run, ...]:
    """The text cut wherever a mark begins or ends and at `cuts`. The pieces joined are the text; a mark
    without words has an empty piece at its place, so that no link to it is lost."""
    waiting = sorted((_within(m, len(text)) for m in marks), key=_order)
    ends = {end for m in waiting for end in (m.span.start, m.span.stop)}
    points = sorted({0, len(text), *ends, *cuts})
    found: list[Run] = []
    active: list[Mark] = []
    at = 0
    for number, point in enumerate(points):
        active = [m for m in active if m.span.stop > point]
        empty: list[Mark] = []
        while at < len(waiting) and waiting[at].span.start == point:
            mark = waiting[at]
            (active if mark.span.stop > point else empty).append(mark)
            at += 1
        if empty:
            found.append(Run(Span(point, point), "", (*(m for m in active if m.span.start < point), *empty)))
        if number + 1 < len(points):
            span = Span(point, points[number + 1])
            found.append(Run(span, span.of(text), tuple(active)))
    return tuple(found)


def _order(mark: Mark) -> tuple[int, int, int, str]:
    """Wider marks go around narrower ones; of equal ones the leading kind is innermost."""
    rank = LEADING.index(mark.kind) if mark.kind in LEADING else len(LEADING)
    return mark.span.start, -mark.span.stop, -rank, mark.anchor


def _within(mark: Mark, length: int) -> Mark:
    if mark.span.stop <= length:
        return mark
    return replace(mark, span=Span(min(mark.span.start, length), length))


def _breaks(text: str) -> tuple[int, ...]:
    """Where a new paragraph begins: after each empty line."""
    found: list[int] = []
    at = text.find("\n\n")
    while at != -1:
        while at < len(text) and text[at] == "\n":
            at += 1
        if at < len(text):
            found.append(at)
        at = text.find("\n\n", at)
    return tuple(found)


def _paragraph(pieces: tuple[Run, ...], begun: set[Mark]) -> Paragraph:
    stack: tuple[Mark, ...] = ()
    steps: list[Step] = []
    for piece in pieces:
        keep = 0
        while keep < min(len(stack), len(piece.marks)) and stack[keep] == piece.marks[keep]:
            keep += 1
        opens = piece.marks[keep:]
        new = frozenset(m for m in opens if m not in begun)
        begun |= new
        done = tuple(m for m in piece.marks if m.span.stop == piece.span.stop)
        steps.append(Step(len(stack) - keep, opens, new, piece.text, _leading(piece.marks), done))
        stack = piece.marks
    return Paragraph(tuple(steps), len(stack))


def _leading(marks: tuple[Mark, ...]) -> Mark | None:
    able = [m for m in marks if m.kind in LEADING]
    return min(able, key=lambda m: (LEADING.index(m.kind), m.span.stop - m.span.start), default=None)
