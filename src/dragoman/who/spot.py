"""Spot: the registry's names in a sentence, whole words only, the longest first."""

from dataclasses import dataclass

from dragoman.things import Sentence, Span
from dragoman.who.registry import Entry, Registry


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's words as written (apostrophes straight) and small, with their spans."""

    index: int
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    low: tuple[str, ...]

    def within(self, span: Span) -> range:
        """The numbers of the words that `span` meets."""
        inside = [k for k, s in enumerate(self.spans) if s.meets(span)]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def span(self, words: range) -> Span:
        return Span(self.spans[words.start].start, self.spans[words.stop - 1].stop)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the registry at some words of a line. `loose`: joined to another word ("pro-Taleban", "U.S.-led")."""

    at: range
    entry: Entry
    loose: bool = False


def line(text: str, sentence: Sentence) -> Line:
    words = tuple(text[s.start : s.stop].replace("’", "'") for s in sentence.words)
    return Line(sentence.index, sentence.words, words, tuple(w.lower() for w in words))


def names(line: Line, registry: Registry) -> tuple[Name, ...]:
    """Every name of the registry in the line; none overlaps another."""
    found: list[Name] = []
    at = 0
    shouted = sum(w.isupper() and len(w) > 3 for w in line.words) > len(line.words) / 2
    while at < len(line.words):
        fit = _longest(line, at, registry, shouted)
        if fit is None:
            at += 1
            continue
        found.append(Name(fit[0], fit[1], _loose(line, fit[0], registry)))
        at = fit[0].stop
    return tuple(found)


def _longest(line: Line, at: int, registry: Registry, shouted: bool) -> tuple[range, Entry] | None:
    word = line.words[at]
    for name, entry in registry.names.get(word.title() if shouted and len(word) > 3 else word, ()):
        stop = at + len(name)
        here = line.words[at:stop]
        if here == name or (shouted and [w.lower() for w in here] == [w.lower() for w in name]):
            return range(at, stop), entry
    return None


def _loose(line: Line, at: range, registry: Registry) -> bool:
    before, after = line.low[max(0, at.start - 2) : at.start], line.low[at.stop : at.stop + 2]
    joined = len(before) == 2 and before[1] == "-" and before[0] in registry.words["against"]
    return joined or (len(after) == 2 and after[0] == "-" and after[1] in registry.words["beside"])
