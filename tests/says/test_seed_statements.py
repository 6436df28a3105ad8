"""The twelve statements of the project's first article, found with marks made by hand."""

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dragoman import says
from dragoman.parse import sentences
from dragoman.things import Article, PartyMark, Saying, SayingMark, Sentence, Span

SHARED = Path(__file__).resolve().parents[3] / "shared"
CUES = says.open_cues(Path(says.__file__).parent.parent / "data" / "words")


@pytest.fixture(scope="module")
def seed() -> tuple[str, dict[str, Any]]:
    gold = SHARED / "gold" / "seed.json"
    if not gold.exists():
        pytest.skip("the first article is not at hand: no ../shared beside the repository")
    book = json.loads(gold.read_text(encoding="utf-8"))
    return (SHARED / "seed" / book["article"]).read_text(encoding="utf-8"), book


def with_parties(text: str, book: dict[str, Any]) -> tuple[Sentence, ...]:
    """The sentences, with a party marked wherever an analyst's name for an actor stands."""
    names = sorted({n for a in book["actors"] for n in a["text"]}, key=len)
    names = [n for n in names if "’s" not in n and not n.startswith(("Foreign Minister", "US President"))]
    found: list[Span] = []
    for name in names[::-1]:
        for hit in re.finditer(rf"\b{re.escape(name)}\b", text):
            span = Span(hit.start(), hit.end())
            found += [] if any(span.meets(other) for other in found) else [span]
    return tuple(
        replace(s, parties=tuple(PartyMark(p, "", 1.0) for p in sorted(found) if s.span.covers(p)))
        for s in sentences(text, (Span(0, len(text)),))
    )


def read(text: str, cut: tuple[Sentence, ...]) -> list[tuple[Saying, str]]:
    """Each saying with the last word of its speaker."""
    story = Article("seed", text, "", (Span(0, len(text)),))
    found = says.sayings(story, cut, CUES)
    return [(s, s.speaker.of(text).split()[-1] if s.speaker else "") for s in found]


def heads(book: dict[str, Any], speaker: str) -> set[str]:
    texts = next((a["text"] for a in book["actors"] if speaker in a["text"]), [speaker])
    return {t.split()[-1] for t in texts} | {"he", "He"}


def overlap(a: str, b: str) -> float:
    left, right = Counter(re.findall(r"\w+", a.lower())), Counter(re.findall(r"\w+", b.lower()))
    return sum((left & right).values()) / max(1, sum(left.values()), sum(right.values()))


def matched(text: str, book: dict[str, Any], found: list[tuple[Saying, str]]) -> list[str]:
    """The words of the gold statements that have a partner."""
    return [
        gold["words"]
        for gold in book["statements"]
        if any(
            overlap(gold["words"], s.words.of(text)) >= 0.5
            and head in heads(book, gold["speaker"])
            and s.kind in (gold["kind"], "mixed")  # the first one runs on into a quoted term
            for s, head in found
        )
    ]


def test_rules_alone_find_all_but_the_infinitive(seed: tuple[str, dict[str, Any]]) -> None:
    text, book = seed
    found = read(text, with_parties(text, book))
    missed = {q["cue"] for q in book["statements"]} - {
        q["cue"] for q in book["statements"] if q["words"] in matched(text, book, found)
    }
    assert missed == {"claimed"}  # "claimed to have": left to the engine
    assert len(found) == 11  # and nothing beside them


def test_with_the_engines_mark_all_twelve_are_found(seed: tuple[str, dict[str, Any]]) -> None:
    text, book = seed
    cut = with_parties(text, book)
    cue = re.search(r"\bclaimed\b", text)
    assert cue
    here = next(s for s in cut if s.span.start <= cue.start() < s.span.stop)
    mark = SayingMark(Span(*cue.span()), Span(cue.end() + 4, here.span.stop), 0.9, here.parties[0].span)
    found = read(text, tuple(replace(s, sayings=(mark,)) if s is here else s for s in cut))
    assert len(matched(text, book, found)) == len(book["statements"]) == len(found)


def test_the_chain_of_voices_is_told(seed: tuple[str, dict[str, Any]]) -> None:
    text, book = seed
    chained = [s for s, _ in read(text, with_parties(text, book)) if s.voices]
    gold = [q for q in book["statements"] if q.get("reported_by")]
    assert [[v.of(text) for v in s.voices] for s in chained] == [q["reported_by"] for q in gold]
    assert [s.words.of(text) for s in chained] == [q["words"] for q in gold]
