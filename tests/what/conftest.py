"""Sentences with their trigger in [brackets], as the codebook writes its examples."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.parse.words import words
from dragoman.things import Article, Sentence, Span, TriggerMark
from dragoman.what import Codebook, open_codebook

BOOK = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "codebook"
Marked = tuple[Article, Sentence]


@pytest.fixture(scope="session")
def folder() -> Path:
    return BOOK


@pytest.fixture(scope="session")
def book() -> Codebook:
    return open_codebook(BOOK)


@pytest.fixture(scope="session")
def mark() -> Callable[..., Marked]:
    """An article of one sentence with one trigger, made by hand."""

    def marked(example: str, kind: str, mode: str | None = None, status: str = "asserted") -> Marked:
        before, _, rest = example.partition("[")
        word, _, after = rest.partition("]")
        text = before + word + after
        trigger = TriggerMark(Span(len(before), len(before + word)), kind, mode, status, 0.9)
        whole = Span(0, len(text))
        sentence = Sentence(0, whole, words(text, whole), triggers=(trigger,))
        return Article("a", text, "", (whole,)), sentence

    return marked
