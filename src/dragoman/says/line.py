"""Line: one sentence as the rules see it, word by word."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from dragoman.says.cues import Cue, Cues
from dragoman.says.quotes import Quotation
from dragoman.things import Sentence, Span


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, its words in lower case, and the quotations that meet it."""

    text: str
    sentence: Sentence
    low: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    cues: Cues

    def is_in(self, at: int, name: str) -> bool:
        """Whether word `at` stands in a list of the book."""
        return 0 <= at < len(self.low) and self.low[at] in self.cues.lists[name]

    def word(self, at: int) -> str:
        return self.sentence.words[at].of(self.text) if 0 <= at < len(self.low) else ""

    def cue(self, at: int) -> Cue | None:
        return self.cues.verbs.get(self.low[at]) if 0 <= at < len(self.low) else None

    def span(self, first: int, last: int) -> Span:
        """From word `first` to word `last`, both included."""
        return Span(self.sentence.words[first].start, self.sentence.words[last].stop)

    def at(self, position: int) -> int:
        """The number of the first word that does not end before a character."""
        return bisect_right(self.sentence.words, position, key=lambda word: word.stop)

    def quoted(self, at: int) -> Quotation | None:
        """The quotation that word `at` stands in, its marks included."""
        word = self.sentence.words[at]
        return next((q for q in self.quotations if q.outer.covers(word)), None)

    def opening(self, at: int) -> Quotation | None:
        """The quotation that word `at` opens."""
        if not 0 <= at < len(self.low):
            return None
        start = self.sentence.words[at].start
        return next((q for q in self.quotations if q.outer.start == start), None)


def line_of(text: str, sentence: Sentence, quotations: tuple[Quotation, ...], cues: Cues) -> Line:
    low = tuple(_lower(w.of(text)) for w in sentence.words)
    return Line(text, sentence, low, quotations, cues)


@lru_cache(maxsize=20_000)
def _lower(word: str) -> str:
    return word.lower()
