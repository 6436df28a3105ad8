"""Our annotation of the news keeps its format, and its offsets fall on words of the sentence."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from test_passages import CODE, KINDS, MODES, SECTORS, STATUSES, TYPES

TRAINING = Path(__file__).parents[2] / "training"
NEWS = Path(__file__).parents[3] / "shared" / "data" / "news" / "voa" / "sentences.jsonl"
PASSAGE = 14
FILES = sorted((TRAINING / "marks").glob("*.jsonl"))


def passages() -> Iterator[dict[str, Any]]:
    for path in FILES:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def parties(event: dict[str, Any]) -> list[list[Any]]:
    return [p for role in ("actor", "recipient", "said_by") for p in event.get(role, [])]


def test_there_is_annotation() -> None:
    assert sum(1 for _ in passages()) > 100


def test_no_passage_overlaps_another() -> None:
    firsts = sorted(p["first"] for p in passages())
    assert all(b - a >= PASSAGE for a, b in pairwise(firsts))


def test_labels_are_those_of_the_engine() -> None:
    for passage in passages():
        for sentence in passage["sentences"]:
            assert 0 <= sentence["i"] < PASSAGE
            for event in sentence.get("events", []):
                assert event["type"] in TYPES and event["status"] in STATUSES
                assert event.get("mode") is None or event["mode"] in MODES
                for _, code in parties(event):
                    form = CODE.fullmatch(code)
                    assert form and (form[2] is None or form[2] in SECTORS), (passage["first"], code)
            assert all(q["kind"] in KINDS for q in sentence.get("statements", []))


@pytest.mark.skipif(not NEWS.exists(), reason="../shared is not here")
def test_offsets_fall_on_words() -> None:
    with NEWS.open(encoding="utf-8") as lines:
        tokens = [json.loads(line)["tokens"] for line in lines]
    for passage in passages():
        for sentence in passage["sentences"]:
            text = set_plain(tokens[passage["first"] + sentence["i"]])
            told = [
                s for e in sentence.get("events", []) for s in (e["trigger"], *(p[0] for p in parties(e)))
            ]
            told += [q["words"] for q in sentence.get("statements", [])]
            for start, stop in filter(None, told):
                assert 0 <= start < stop <= len(text), (passage["first"], text)
                assert not text[start - 1 : start].isalnum() and not text[stop : stop + 1].isalnum(), (
                    start,
                    text,
                )


def set_plain(tokens: list[str]) -> str:
    """The function of training/news.py, read off its page: that folder is no package of the tests."""
    names: dict[str, Any] = {}
    exec((TRAINING / "news.py").read_text(encoding="utf-8"), names)
    found: str = names["set_plain"](tokens)
    return found
