#!/usr/bin/env python3
"""Chooses the engine's thresholds on the kept passages: report.py --data ../shared --engine DIR"""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

import corpora
from labels import MODES, ROLES, STATUSES, TYPES
from train import KEPT

from dragoman.parse.engine import Engine, Thresholds
from dragoman.things import Sentence, Span

GRID = {
    "trigger": (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6),
    "party": (0.2, 0.3, 0.4, 0.5),
    "role": (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55),
    "cue": (0.3, 0.4, 0.5, 0.6),
}
JUDGE = {"trigger": "typed", "party": "links", "role": "links", "cue": "sayings"}


def kept(shared: Path) -> list[corpora.Lesson]:
    ours = list(corpora.annotated(shared / "annotation" / "train"))
    names = set(sorted({name for name, _ in ours})[::KEPT])
    return [lesson for name, lesson in ours if name in names]


def figures(engine: Engine, lessons: list[corpora.Lesson], least: Thresholds) -> dict[str, float]:
    """F1 of triggers, triggers with type, their links, sayings; shares right of status and mode on found triggers."""
    engine._thresholds = least
    counts = {view: [0, 0, 0] for view in ("triggers", "typed", "links", "sayings")}
    status = mode = both = 0
    for lesson in lessons:
        text, spans = _joined(lesson.words)
        (sentence,) = engine.mark(text, (Sentence(0, Span(0, len(text)), spans),))
        number = {s.start: k for k, s in enumerate(spans, 1)} | {-s.stop: k for k, s in enumerate(spans, 1)}
        found, wanted = _found(sentence, number), _wanted(lesson)
        for view in counts:
            both_have = len(found[view] & wanted[view])
            counts[view] = [
                a + b
                for a, b in zip(counts[view], (both_have, len(found[view]), len(wanted[view])), strict=True)
            ]
        for t in sentence.triggers:
            at = number[t.span.start]
            if lesson.choices["trigger"][at] > 0:
                both += 1
                status += STATUSES[int(lesson.choices["status"][at])] == t.status
                mode += ([None, *MODES][int(lesson.choices["mode"][at])]) == t.mode
    result = {view: round(2 * a / max(1, b + c), 3) for view, (a, b, c) in counts.items()}
    return result | {"status": round(status / max(1, both), 3), "mode": round(mode / max(1, both), 3)}


def _joined(words: list[str]) -> tuple[str, tuple[Span, ...]]:
    spans, at = [], 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    return " ".join(words), tuple(spans)


def _found(sentence: Sentence, number: dict[int, int]) -> dict[str, set[tuple]]:
    triggers = {(number[t.span.start], t.type) for t in sentence.triggers}
    links = {
        (number[t.span.start], link.role, number[-link.span.stop] if link.span else 0)
        for t in sentence.triggers
        for link in t.links
        if link.role != "when"
    }
    sayings = {(number[s.cue.start], number[-s.speaker.stop]) for s in sentence.sayings if s.speaker}
    return {"triggers": {(k,) for k, _ in triggers}, "typed": triggers, "links": links, "sayings": sayings}


def _wanted(lesson: corpora.Lesson) -> dict[str, set[tuple]]:
    triggers = {(k, TYPES[int(t) - 1]) for k, t in enumerate(lesson.choices["trigger"]) if t > 0}
    at = {k for k, _ in triggers}
    by: dict[tuple[int, str], list[int]] = {}
    for i, j, r in lesson.pairs["role"]:
        by.setdefault((i, ROLES[r]), []).append(j)
    links, sayings = set(), set()
    for (i, role), words in by.items():
        last = [j for j in words if j + 1 not in words]
        if i in at and role in ("actor", "recipient", "said_by"):
            links |= {(i, role, j) for j in last}
        if role == "speaker":
            sayings |= {(i, j) for j in last}
    return {"triggers": {(k,) for k in at}, "typed": triggers, "links": links, "sayings": sayings}


def choose(engine: Engine, lessons: list[corpora.Lesson]) -> tuple[Thresholds, dict[str, float]]:
    """One threshold after the other, each at its best for what it decides."""
    least = Thresholds()
    for name, values in GRID.items():
        tried = [(figures(engine, lessons, replace(least, **{name: v}))[JUDGE[name]], v) for v in values]
        least = replace(least, **{name: max(tried)[1]})
    return least, figures(engine, lessons, least)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--data", type=Path, default=Path("../shared"))
    asked.add_argument("--engine", type=Path, required=True)
    got = asked.parse_args()
    lessons = kept(got.data)
    least, reached = choose(Engine(got.engine), lessons)
    about = json.loads((got.engine / "engine.json").read_text())
    about |= {"thresholds": asdict(least), "kept": {"sentences": len(lessons)} | reached}
    (got.engine / "engine.json").write_text(json.dumps(about, indent=1) + "\n")
    print(json.dumps({"thresholds": asdict(least)} | reached))
