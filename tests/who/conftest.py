"""Texts with the parties in [brackets], read by the registry that ships."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from dragoman import parse, says, where, who
from dragoman.things import Article, Mention, PartyMark, Span

DATA = Path(__file__).parents[2] / "src" / "dragoman" / "data"


@pytest.fixture(scope="session")
def registry() -> who.Registry:
    return who.open_registry(DATA)


@pytest.fixture(scope="session")
def read(registry) -> Callable[..., list[Mention]]:
    """The mentions of the bracketed words, in order."""
    gazetteer, cues = where.open_gazetteer(DATA / "registry"), says.open_cues(DATA / "words")

    def mentions(marked: str, day: date | None = None) -> list[Mention]:
        text, spans = "", []
        for piece in re.split(r"(\[[^\]]*\])", marked):
            if piece.startswith("["):
                spans.append(Span(len(text), len(text) + len(piece) - 2))
            text += piece.strip("[]")
        article = Article("a", text, "", (Span(0, len(text)),), published=day)
        sentences = tuple(
            type(s)(s.index, s.span, s.words, tuple(PartyMark(p, "", 0.0) for p in spans if s.span.covers(p)))
            for s in parse.sentences(text, article.story)
        )
        places = where.places(article, sentences, gazetteer)
        found = who.mentions(article, sentences, places, says.sayings(article, sentences, cues), registry)
        return [next(m for m in found if m.span and m.span.meets(p)) for p in spans]

    return mentions
