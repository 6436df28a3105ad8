"""Which words of a sentence name whose party's country: worked out from the annotated codes and the registry."""

from functools import lru_cache

from dragoman import where
from dragoman.read import read_text
from dragoman.things import Sentence, Span
from dragoman.tools import DATA
from dragoman.who import open_registry
from dragoman.who.group import lands_of
from dragoman.who.registry import Registry
from dragoman.who.spot import line, names


def ties(
    text: str, spans: tuple[Span, ...], parties: set[tuple[range, str]]
) -> tuple[list[tuple[int, int, int]], list[int]]:
    """(Party word, word that names its country, 0) and the party words asked; word 0, the opening mark, is "none here".

    A party that names its country itself is not asked.
    """
    registry, gazetteer = _books()
    article = read_text(text)
    sentence = Sentence(0, Span(0, len(text)), spans)
    words = line(text, sentence)
    placed = []
    if article.text == text:
        found = where.places(article, (sentence,), gazetteer)
        placed = [(words.within(p.span), p.country) for p in found if p.country]
    lands = [
        (range(x.at.start + 1, x.at.stop + 1), x.country)
        for x in lands_of(names(words, registry), placed, None)
    ]
    tied, rows = [], []
    for party, code in sorted(parties, key=lambda row: (row[0].start, row[1])):
        if any(set(at) & set(party) for at, _ in lands):
            continue
        states = code.partition(":")[0].split("+")
        named = [at.start for at, country in lands if country in states] or [0]
        rows += list(party)
        tied += [(k, at, 0) for k in party for at in named]
    return tied, sorted(set(rows))


@lru_cache(maxsize=1)
def _books() -> tuple[Registry, where.Gazetteer]:
    return open_registry(DATA), where.open_gazetteer(DATA / "registry")
