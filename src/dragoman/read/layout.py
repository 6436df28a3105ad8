"""Layout: which lines of a text tell its story, and what the others give away."""

import re
from dataclasses import dataclass, field
from datetime import date

from dragoman.read.credits import credit, signed, source
from dragoman.read.dateline import Dateline, dateline
from dragoman.read.days import Printed, printed
from dragoman.read.furniture import is_furniture
from dragoman.read.headline import headed
from dragoman.read.notice import without_notice
from dragoman.things import Span

_LINE = re.compile(r"[^\n]+")
PROSE = 15  # words from which on a line is a paragraph of the story
HEAD = 12  # lines before which the story has begun
OPENING = 3  # lines after the headline that may open with a dateline: it may follow a standfirst
CLOSING = 6  # lines from the end in which a source of any name is believed


@dataclass(frozen=True, slots=True)
class Layout:
    """The story's paragraphs, in order, and what stands beside them."""

    story: tuple[Span, ...]
    title: str | None = None
    publisher: str | None = None
    wire: str | None = None
    published: date | None = None
    dateline: Span | None = None


@dataclass(slots=True)
class _Beside:
    """What the lines that are no story have told so far."""

    wires: list[str] = field(default_factory=list)
    days: list[Printed] = field(default_factory=list)
    sourced: bool = False


def layout(text: str, title: str | None = None, publisher: str | None = None) -> Layout:
    """What of a tidied text is its story. `title` and `publisher` as told from outside, where they are."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(text)]
    begins = _beginning(text, lines)
    beside = _Beside()
    story = [s for i, s in enumerate(lines) if not _is_beside(s.of(text), i < begins, len(lines) - i, beside)]
    story, named = without_notice(text, story, publisher, beside.sourced)
    top = headed(text, story, title)
    story, signature = _unsigned(text, top.story)
    story, opening = _opened(text, story, top.heads)
    return Layout(
        story=tuple(story),
        title=top.title,
        publisher=named,
        wire=next(iter(beside.wires), None) or opening.wire or signature,
        published=_day(beside.days) or opening.day,
        dateline=opening.place,
    )


def _beginning(text: str, lines: list[Span]) -> int:
    """The number of the first line that is a paragraph."""
    for number, line in enumerate(lines[:HEAD]):
        if len(line.of(text).split()) >= PROSE and text[line.stop - 1] in ".!?”\"’'":
            return number
    return min(HEAD, len(lines))


def _is_beside(line: str, head: bool, left: int, beside: _Beside) -> bool:
    """Whether the line is no part of the story; what it tells is kept."""
    if len(line) > 300:
        return False
    if said := source(line, left <= CLOSING):
        beside.wires += [said.wire] if said.wire else []
        beside.sourced = True
        return True
    if (day := printed(line)) and (head or day.labelled):
        beside.days.append(day)
        beside.wires += [day.wire] if day.wire else []
        return True
    if (said := credit(line)) and (head or left <= CLOSING or said.wire is None):
        beside.wires += [said.wire] if said.wire else []
        return True
    return is_furniture(line)


def _day(days: list[Printed]) -> date | None:
    """The day of print; where only a change is dated, that of the change."""
    first = sorted((d for d in days if d.day), key=lambda d: d.changed)
    return first[0].day if first else None


def _opened(text: str, story: list[Span], headline: bool) -> tuple[list[Span], Dateline]:
    """The story without its dateline, and the dateline: it opens one of the first paragraphs."""
    first = 1 if headline and len(story) > 1 else 0
    for number in range(first, min(first + OPENING, len(story))):
        if seen := dateline(text, story[number]):
            story[number] = Span(seen.begins, story[number].stop)
            return story, seen
    return story, Dateline(0)


def _unsigned(text: str, story: list[Span]) -> tuple[list[Span], str | None]:
    """The story without the agency's name at its very end, and the name."""
    found = signed(story[-1].of(text)) if story else None
    if found is None:
        return story, None
    wire, stop = found
    return [*story[:-1], Span(story[-1].start, story[-1].start + stop)], wire
