"""Who stands at a span, and who is meant where no word stands."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from dragoman.things import Mention, Sentence, Span


class Parties:
    """The article's mentions, asked by span."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> None:
        self._text = text
        self._starts = [s.span.start for s in sentences]
        self._by_sentence: list[list[Mention]] = [[] for _ in sentences]
        for mention in mentions:
            if mention.span is not None and self._starts:
                self._by_sentence[self.sentence_of(mention.span)].append(mention)

    def sentence_of(self, span: Span) -> int:
        return max(0, bisect_right(self._starts, span.start) - 1)

    def at(self, span: Span) -> Mention:
        """The mention that shares most with `span`; one that knows only its words where none does."""
        near = self._by_sentence[self.sentence_of(span)] if self._starts else []
        best = max(
            (m for m in near if m.span and m.span.meets(span)), key=lambda m: _shared(m, span), default=None
        )
        return best or Mention(span=span, text=span.of(self._text))


def _shared(mention: Mention, span: Span) -> int:
    assert mention.span is not None
    return min(mention.span.stop, span.stop) - max(mention.span.start, span.start)


def distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in order, each party once: first by words, then by who is meant."""
    seen: set[object] = set()
    kept: list[Mention] = []
    for m in mentions:
        key = (
            (m.actor, m.country, m.sector, m.members) if m.actor else (m.span, m.country, m.sector, m.members)
        )
        if key not in seen:
            seen.add(key)
            kept.append(m)
    return tuple(kept)


def understood(mention: Mention) -> Mention:
    """Somebody named before, here without words of his own."""
    return replace(mention, span=None, text=None, maker="understood")
