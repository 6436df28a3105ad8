"""Who stands at a span, and who is meant where no word stands."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from dragoman.things import LandMark, Mention, Place, Sentence, Span

TOLD = 0.6  # chance from which the words that the engine ties to an unnamed party tell its country
TIES = frozenset({",", "and", ", and", "as well as", "&"})


class Parties:
    """The article's mentions, asked by span."""

    def __init__(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        mentions: tuple[Mention, ...],
        places: tuple[Place, ...] = (),
    ) -> None:
        self._places = places
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

    def land(self, marks: tuple[LandMark, ...]) -> str | None:
        """The country that the words of the marks name together, where that is sure enough."""
        chances: dict[str, float] = {}
        for mark in marks:
            if mark.span and (code := self._country(mark.span)):
                chances[code] = chances.get(code, 0.0) + mark.score
        return next((code for code, chance in chances.items() if chance >= TOLD), None)

    def _country(self, span: Span) -> str | None:
        place = next((p for p in self._places if p.span.meets(span)), None)
        return self.at(span).country or (place.country if place else None)

    def under(self, span: Span) -> tuple[Mention, ...]:
        """All whom the words hold where they hold several ("Iraqi and U.S. officials"), else who shares most."""
        near = self._by_sentence[self.sentence_of(span)] if self._starts else []
        inside = tuple(m for m in near if m.span and span.covers(m.span))
        return inside if len(inside) > 1 else self.joined(self.at(span))

    def joined(self, mention: Mention) -> tuple[Mention, ...]:
        """With the mention all that "and" or a comma ties to it: "Germany, France and Britain" are parties together."""
        if mention.span is None:
            return (mention,)
        row = sorted((m for m in self._by_sentence[self.sentence_of(mention.span)] if m.span), key=_start)
        if mention not in row:
            return (mention,)
        first = last = row.index(mention)
        while first > 0 and self._ties(row[first - 1], row[first]):
            first -= 1
        while last < len(row) - 1 and self._ties(row[last], row[last + 1]):
            last += 1
        return tuple(row[first : last + 1])

    def _ties(self, a: Mention, b: Mention) -> bool:
        """Whether nothing but a tie stands between two states, or two persons known."""
        if a.span is None or b.span is None or not (a.actor and b.actor) or a.span.stop > b.span.start:
            return False
        alike = (a.actor == a.country) == (b.actor == b.country)
        return alike and self._text[a.span.stop : b.span.start].strip() in TIES


def _start(mention: Mention) -> int:
    assert mention.span is not None
    return mention.span.start


def _shared(mention: Mention, span: Span) -> int:
    assert mention.span is not None
    return min(mention.span.stop, span.stop) - max(mention.span.start, span.start)


def distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """The mentions in order, each party once: by words, by who is meant, and no member beside its group."""
    seen: set[object] = set()
    kept: list[Mention] = []
    for m in mentions:
        key = (
            (m.actor, m.country, m.sector, m.members) if m.actor else (m.span, m.country, m.sector, m.members)
        )
        if key not in seen:
            seen.add(key)
            kept.append(m)
    members = {code for m in kept for code in m.members}
    return tuple(m for m in kept if m.members or m.actor is None or m.actor not in members)


def understood(mention: Mention) -> Mention:
    """Somebody named before, here without words of his own."""
    return replace(mention, span=None, text=None, maker="understood")
