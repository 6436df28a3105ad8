"""Line: a sentence's words, and the names of the book in them."""

from dataclasses import dataclass

from dragoman.things import Span
from dragoman.where.gazetteer import Entry, Gazetteer

MOST = 7  # words of a name; of those in the book few have more


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's words, as written and small."""

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    low: tuple[str, ...]

    def at(self, i: int) -> str:
        """The small word at a place, "" outside of the sentence."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def written(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def is_name(self, i: int) -> bool:
        """Whether a word there begins with a capital letter."""
        return self.written(i)[:1].isupper()

    def touches(self, i: int) -> bool:
        """Whether a word stands right at the one before it, with no space between."""
        return 0 < i < len(self.spans) and self.spans[i - 1].stop == self.spans[i].start

    def span(self, start: int, stop: int) -> Span:
        return Span(self.spans[start].start, self.spans[stop - 1].stop)


@dataclass(frozen=True, slots=True)
class Fit:
    """A name of the book: from word `start` to before word `stop`."""

    start: int
    stop: int
    entries: tuple[Entry, ...]

    def has(self, kinds: frozenset[str]) -> bool:
        return any(e.kind in kinds for e in self.entries)


def line(text: str, spans: tuple[Span, ...]) -> Line:
    words = tuple(text[s.start : s.stop].replace("’", "'") for s in spans)
    return Line(text, spans, words, tuple(w.lower() for w in words))


def fits(line: Line, book: Gazetteer) -> list[Fit]:
    """The names of the book in a line, the longest at each place; none overlaps another."""
    found: list[Fit] = []
    at = 0
    while at < len(line.words):
        fit = fit_at(line, at, book)
        if fit:
            found.append(fit)
        at = fit.stop if fit else at + 1
    return found


def fit_at(line: Line, at: int, book: Gazetteer) -> Fit | None:
    """The longest name that begins here: "al-Fashir" may with a small letter, for its article."""
    article = line.at(at) in book.words["articles"] and line.at(at + 1) == "-" and line.is_name(at + 2)
    if not (line.is_name(at) or article) or not book.opens(line.words[at]):
        return None
    for stop in range(min(at + MOST, len(line.words)), at, -1):
        phrase = line.span(at, stop).of(line.text).replace("’", "'")
        if entries := book.entries(phrase):
            return Fit(at, stop, entries)
    return None
