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
def everybody(registry) -> Callable[..., list[Mention]]:
    """All mentions of a text, whose bracketed words are parties."""
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
        return list(
            who.mentions(article, sentences, places, says.sayings(article, sentences, cues), registry)
        )

    return mentions


@pytest.fixture(scope="session")
def read(everybody) -> Callable[..., list[Mention]]:
    """The mentions of the bracketed words, in order."""

    def mentions(marked: str, day: date | None = None) -> list[Mention]:
        found, spans = everybody(marked, day), []
        for k, bracket in enumerate(re.finditer(r"\[([^\]]*)\]", marked)):
            spans.append(Span(bracket.start() - 2 * k, bracket.end() - 2 * k - 2))
        return [next(m for m in found if m.span and m.span.meets(p)) for p in spans]

    return mentions
