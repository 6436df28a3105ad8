"""Spoken: an article's sayings, asked by place: who is named as a speaker there, and in whose words it stands."""

from bisect import bisect_right
from collections.abc import Iterator

from dragoman.things import Saying, Span

NEAR = 50  # sayings before a place among which the one around it is looked for


class Spoken:
    """The sayings in the order of the text."""

    def __init__(self, sayings: tuple[Saying, ...]) -> None:
        self._sayings = sayings
        self._by_start = sorted(sayings, key=lambda s: s.words.start)
        self._starts = [s.words.start for s in self._by_start]
        self._by_sentence: dict[int, list[Saying]] = {}
        for saying in sayings:
            self._by_sentence.setdefault(saying.sentence, []).append(saying)

    def named(self, sentence: int) -> Iterator[Span]:
        """Speakers, listeners and those who pass it on, in one sentence."""
        for saying in self._by_sentence.get(sentence, ()):
            yield from (span for span in (saying.speaker, saying.addressee) if span)
            yield from saying.voices

    def quoted(self, span: Span) -> Saying | None:
        """The direct words that `span` stands in, if it stands in any."""
        here = bisect_right(self._starts, span.start)
        near = self._by_start[max(0, here - NEAR) : here]
        return next((s for s in near if s.kind != "indirect" and s.words.covers(span)), None)

    def speaker(self, saying: Saying) -> tuple[int, Span] | None:
        """The sentence and the words that name who speaks; of words that go on, who spoke before."""
        while saying.speaker is None and saying.follows is not None:
            saying = self._sayings[saying.follows]
        return (saying.sentence, saying.speaker) if saying.speaker else None
