"""Which words of a sentence name whose country: worked out from the annotated codes and the registry."""

from functools import lru_cache

from labels import LAND

from dragoman import where
from dragoman.read import read_text
from dragoman.things import Sentence, Span
from dragoman.tools import DATA
from dragoman.who import open_registry
from dragoman.who.group import lands_of
from dragoman.who.registry import Registry
from dragoman.who.spot import line, names


def ties(
    text: str,
    spans: tuple[Span, ...],
    parties: set[tuple[range, str]],
    unsaid: list[tuple[int, str, str]],
) -> list[tuple[int, int, int]]:
    """(Party word or trigger, word that names the country, number of LAND); word 0, the opening mark, is "none here".

    A party (its words, its code) that names its country itself is not asked; `unsaid`: (trigger, role, code) of those
    whom no word names.
    """
    named = _lands(text, spans)

    def words(code: str) -> list[int]:
        states = code.partition(":")[0].split("+")
        return [at.start for at, country in named if country in states] or [0]

    tied = [
        (k, at, 0)
        for party, code in sorted(parties, key=lambda row: (row[0].start, row[1]))
        if not any(set(land) & set(party) for land, _ in named)
        for k in party
        for at in words(code)
    ]
    return tied + [(at, k, LAND.index(role)) for at, role, code in unsaid for k in words(code)]


def _lands(text: str, spans: tuple[Span, ...]) -> list[tuple[range, str]]:
    """Words that name a country or body, counted from 1, and which."""
    registry, gazetteer = _books()
    article = read_text(text)
    sentence = Sentence(0, Span(0, len(text)), spans)
    words = line(text, sentence)
    placed = []
    if article.text == text:
        found = where.places(article, (sentence,), gazetteer)
        placed = [(words.within(p.span), p.country) for p in found if p.country]
    named = lands_of(names(words, registry), placed, None)
    return [(range(x.at.start + 1, x.at.stop + 1), x.country) for x in named]


@lru_cache(maxsize=1)
def _books() -> tuple[Registry, where.Gazetteer]:
    return open_registry(DATA), where.open_gazetteer(DATA / "registry")
