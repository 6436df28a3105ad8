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
                yield [told for s in _sentences(json.loads(line)) for told in _told(s, types)]
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


def _told(sentence: dict[str, Any], types: list[str]) -> list[Told]:
    """The sentence, or the sentences that its text turns out to be."""
    text = sentence["text"]
    parts = [s.words for s in sentences(text, (Span(0, len(text)),))]
    spans = [w for part in parts for w in part]
    labels = [0] * len(spans)
    events = sentence.get("events") or []
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise ValueError("events is no list of objects")
    for event in events:
        trigger, kind = event.get("trigger"), event.get("type")
        if kind not in types:
            raise ValueError(f"type {kind!r} is not in the codebook ({', '.join(types)})")
        at = _at(text, spans, trigger, labels) if isinstance(trigger, str) and trigger else None
        if at is None:
            raise ValueError(
                f"trigger {trigger!r} does not stand in {text[:60]!r}, or has another event already"
            )
        labels[at] = 1 + types.index(kind)
    found, start = [], 0
    for part in parts:
        found.append(Told(tuple(w.of(text) for w in part), tuple(labels[start : start + len(part)])))
        start += len(part)
    return found


def _at(text: str, spans: list[Span], trigger: str, labels: list[int]) -> int | None:
    """The word in which the trigger begins, at its first place that no other event has taken."""
    for m in re.finditer(rf"(?<!\w){re.escape(trigger)}(?!\w)", text):
        first = next(k for k, s in enumerate(spans) if s.stop > m.start())
        if not labels[first]:
            return first
    return None
