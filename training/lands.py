"""Which words of a sentence name a country: by the registry and the gazetteer."""

from functools import lru_cache

from dragoman import where
from dragoman.read import read_text
from dragoman.things import Sentence, Span
from dragoman.tools import DATA
from dragoman.who import open_registry
from dragoman.who.group import lands_of
from dragoman.who.registry import Registry
from dragoman.who.spot import line, names


def lands(text: str, spans: tuple[Span, ...]) -> list[tuple[range, str]]:
    """(Words, counted from 1; country or body that they name), in the order of the text."""
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
