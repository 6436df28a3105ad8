"""Annotated articles: their sentences as words, and the type of each trigger."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.parse import sentences
from dragoman.things import Span

FORM = '{"id": …, "sentences": [{"text": "…", "events": [{"trigger": "…", "type": "…"}]}]}'


class NotAnnotated(Exception):
    """A line that is no annotated article: where and why."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where, self.why = where, why


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence: its words, and for each the number of its type (0: no trigger)."""

    words: tuple[str, ...]
    labels: tuple[int, ...]


def corpus(lines: Iterable[bytes], name: str, types: list[str]) -> Iterator[list[Told] | NotAnnotated]:
    """For each line an article's sentences, or why it cannot be used; empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{name}, row {number}"
            try:
                yield [_told(s, types) for s in _sentences(json.loads(line))]
            except (ValueError, RecursionError) as wrong:
                yield NotAnnotated(where, str(wrong))


def _sentences(row: Any) -> list[dict[str, Any]]:
    told = row.get("sentences") if isinstance(row, dict) else None
    if not isinstance(told, list) or not told:
        raise ValueError("it has no sentences")
    for s in told:
        if not isinstance(s, dict) or not isinstance(s.get("text"), str):
            raise ValueError("a sentence has no text")
    return told


def _told(sentence: dict[str, Any], types: list[str]) -> Told:
    text = sentence["text"]
    spans = [w for s in sentences(text, (Span(0, len(text)),)) for w in s.words]
    labels = [0] * len(spans)
    for event in sentence.get("events") or []:
        trigger, kind = (event.get("trigger"), event.get("type")) if isinstance(event, dict) else (None, None)
        if kind not in types:
            raise ValueError(f"type {kind!r} is not in the codebook ({', '.join(types)})")
        at = _at(text, spans, trigger, labels) if isinstance(trigger, str) and trigger else None
        if at is None:
            raise ValueError(f"trigger {trigger!r} does not stand in {text[:60]!r}")
        labels[at] = 1 + types.index(kind)
    return Told(tuple(w.of(text) for w in spans), tuple(labels))


def _at(text: str, spans: list[Span], trigger: str, labels: list[int]) -> int | None:
    """The word in which the trigger begins: its first place that no other event has taken, else its first."""
    places = [
        k
        for m in re.finditer(rf"(?<!\w){re.escape(trigger)}(?!\w)", text)
        for k, s in enumerate(spans)
        if s.start < m.end() and m.start() < s.stop
    ]
    free = [k for k in places if not labels[k]]
    return next(iter(free or places), None)
