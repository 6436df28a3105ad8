"""Pairs of parties with the type of what one did to the other: of PLV and UTD, and of our annotated events.

A pair is read twice over: with the pair marked in the sentence, which is what the head "pair" answers, and without,
when the trigger that ties the two is to be found.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, permutations
from pathlib import Path

from corpora import SILENT, Dyad, Lesson, rows
from labels import ROLES, TYPES

from dragoman.parse.words import words as split
from dragoman.things import Span

YIELD = ("CONCEDE", "RETREAT")  # one class in PLV
QUADS = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}


def plv(path: Path) -> Iterator[tuple[str, list[str], Dyad]]:
    """(Row id, words, pair) of the PLV file, in its order; rows of which a side is not found are left out."""
    for row in rows(path):
        text = row["sentence"]
        spans = split(text, Span(0, len(text)))
        actor, recipient = _marked(row["marked"], "s", spans), _marked(row["marked"], "t", spans)
        if actor and recipient:
            types = YIELD if row["root"] == "YIELD" else (row["root"],)
            yield row["id"], [s.of(text) for s in spans], (actor, recipient, _labels(types))


def utd(folder: Path, without: set[str]) -> Iterator[Lesson]:
    """Pairs of which the quad class is known, and sentences that tell nothing; those in `without` are left out."""
    quads = {plain(r["sentence"]): r for r in rows(folder / "cameo_class_train_clean.jsonl")}
    pairs = {plain(" ".join(r["tokens"])): r for r in rows(folder / "cameo_srctgt_train_clean.jsonl")}
    for key, row in quads.items():
        if key in without or row["in_plv_test"] or row["in_gsr"]:
            continue
        if row["quad"] == 0:
            text = row["sentence"]
            words = [s.of(text) for s in split(text, Span(0, len(text)))]
            silent = {"trigger": [float(SILENT)] + [0.0] * len(words)}
            yield Lesson(words, silent, origin="utd")
        elif key in pairs:
            tags = pairs[key]["tags"]
            sides = [[k for k, tag in enumerate(tags, 1) if tag.endswith(side)] for side in ("-S", "-T")]
            if all(sides):
                actor, recipient = (range(side[0], side[-1] + 1) for side in sides)
                labels = _labels(QUADS[row["quad"]].split())
                yield Lesson(pairs[key]["tokens"], given=(actor, recipient, labels), origin="utd")


def of_events(lessons: Iterable[Lesson]) -> Iterator[Lesson]:
    """The pairs that our annotated events tie: actor and recipient, or two who act together."""
    for lesson in lessons:
        told: dict[tuple[range, range], set[int]] = {}
        for row in lesson.rows.get("role", []):
            label = int(lesson.choices["trigger"][row])
            if label <= 0:
                continue
            actors, recipients = (_runs(lesson, row, role) for role in ("actor", "recipient"))
            ordered = [(a, r) for a in actors for r in recipients] or list(permutations(actors, 2))
            for pair in ordered:
                told.setdefault(pair, set()).add(label)
        for (actor, recipient), types in told.items():
            labels = tuple(sorted(types))
            yield Lesson(lesson.words, given=(actor, recipient, labels), origin=lesson.origin)


def plain(text: str) -> str:
    """Letters and digits alone: the same sentence, however it was set."""
    return re.sub(r"\W", "", text.lower())


def _runs(lesson: Lesson, row: int, role: str) -> list[range]:
    """The stretches of words that are tied to the trigger at word `row` in a role."""
    at = sorted(k for i, k, r in lesson.pairs["role"] if i == row and r == ROLES.index(role) and k > 0)
    groups = (list(run) for _, run in groupby(enumerate(at), lambda x: x[1] - x[0]))
    return [range(run[0][1], run[-1][1] + 1) for run in groups]


def _labels(types: Iterable[str]) -> tuple[int, ...]:
    return tuple(1 + TYPES.index(t) for t in types)


def _marked(marked: str, tag: str, spans: tuple[Span, ...]) -> range | None:
    """The words between <tag> and </tag>, as word numbers of the text without any tags."""
    before = re.sub(r"</?[st]>", "", marked.partition(f"<{tag}>")[0])
    inside = re.sub(r"</?[st]>", "", marked.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0])
    start, stop = len(before), len(before) + len(inside)
    found = [k for k, s in enumerate(spans, 1) if s.start < stop and start < s.stop]
    return range(found[0], found[-1] + 1) if found else None
