"""Headline: the line that heads a text, and its doubles."""

import re
from dataclasses import dataclass

from dragoman.things import Span

_TAIL = re.compile(r"\s+(?:[|»·•]|-{1,2}|[–—])\s+([^|»·•–—]{2,40})$")
_NO_WORD = re.compile(r"\W+")
LONGEST = 200  # characters of a headline
NEAR = 92  # of 100, by which two headlines are the same but for a slip
LOOKED_AT = 4  # lines in which a double may stand


@dataclass(frozen=True, slots=True)
class Headed:
    """The lines with their headline once, and the headline."""

    story: list[Span]
    title: str | None
    heads: bool  # the first line of the story is the headline


def headed(text: str, story: list[Span], title: str | None) -> Headed:
    """The lines without the doubles of the headline. A title told from outside goes before one found."""
    if not story:
        return Headed(story, title, False)
    heads = _same_lines(text, story)
    if heads:
        best = min(heads, key=lambda s: (s.of(text) != title, len(s.of(text)), s))
        return Headed([s for s in story if s is best or s not in heads], title or best.of(text), True)
    first = story[0].of(text)
    if title and same(first, title):
        return Headed(story, title, True)
    if len(story) > 1 and _looks(first):
        return Headed(story, title or first, True)
    return Headed(story, title, False)


def same(one: str, other: str) -> bool:
    """Whether two lines are one headline, but for marks, a slip, or the outlet's name at the end."""
    one, other = _plain(one), _plain(other)
    if one == other:
        return bool(one)
    if min(len(one), len(other)) < 12:
        return False
    from rapidfuzz import fuzz

    return bool(fuzz.ratio(one, other) >= NEAR) and _figures(one) == _figures(other)


def _same_lines(text: str, story: list[Span]) -> list[Span]:
    """The first line and its doubles; nothing where it has none."""
    first = story[0].of(text)
    if len(first) > LONGEST:
        return []
    doubles = [s for s in story[1:LOOKED_AT] if len(s.of(text)) <= LONGEST and same(first, s.of(text))]
    return [story[0], *doubles] if doubles else []


def _looks(line: str) -> bool:
    """Whether a first line reads like a headline: short, and no sentence closed by a full stop."""
    return len(line) <= LONGEST and len(line.split()) > 1 and line[-1] not in ".:;,"


def _plain(line: str) -> str:
    return _NO_WORD.sub(" ", _TAIL.sub("", line)).strip().casefold()


def _figures(line: str) -> list[str]:
    return re.findall(r"\d+", line)
