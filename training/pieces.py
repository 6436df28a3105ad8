"""Lessons to tensors: word pieces, shapes, first pieces, targets. The cutting into pieces is parse/pieces.py's."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from corpora import FURTHER, SILENT, Lesson
from torch import Tensor

from dragoman.parse.pieces import SHAPES, Cutter

# The shape of the opening mark tells by whose standard a lesson is annotated; the engine reads by the first.
# This one is no word's: no mark that is given has it.
OTHER_HANDS = len(SHAPES)
LONGEST = 192  # word pieces; what is longer is cut off


@dataclass
class Batch:
    pieces: Tensor
    shapes: Tensor
    firsts: Tensor
    lessons: list[Lesson]


def batch(lessons: list[Lesson], cutter: Cutter) -> Batch:
    cuts = [cutter.cut(lesson.words, LONGEST, marks(lesson)) for lesson in lessons]
    for lesson, (_, shapes_of, _) in zip(lessons, cuts, strict=True):
        if lesson.origin == FURTHER:
            shapes_of[0] = OTHER_HANDS
    pieces, shapes, firsts = (_padded([c[k] for c in cuts]) for k in range(3))
    return Batch(pieces, shapes, firsts, lessons)


def marks(lesson: Lesson) -> list[int]:
    """The pair that the lesson gives, as numbers of MARKS; nothing where it gives none."""
    if lesson.given is None:
        return []
    actor, recipient, _ = lesson.given
    return [1 if k in actor else 2 if k in recipient else 0 for k in range(1, len(lesson.words) + 1)]


def _padded(rows: list[list[int]]) -> Tensor:
    width = max(map(len, rows))
    return torch.tensor([row + [0] * (width - len(row)) for row in rows])


def choices(b: Batch, head: str) -> Tensor:
    """Targets [B, W] of one head; SILENT where it is not asked."""
    width = b.firsts.shape[1]
    rows = []
    for lesson in b.lessons:
        row = lesson.choices.get(head, [])[:width]
        rows.append(row + [SILENT] * (width - len(row)))
    return torch.tensor(rows)


def pairs(b: Batch, head: str, size: int) -> tuple[Tensor, Tensor]:
    """Targets [B, W, W, size] and whether each is asked [B, W, W, 1]."""
    n, width = b.firsts.shape
    wanted, asked = torch.zeros(n, width, width, size), torch.zeros(n, width, width, 1)
    for k, lesson in enumerate(b.lessons):
        long = min(width, len(lesson.words) + 1)
        for row in lesson.rows.get(head, []):
            if row < long:
                asked[k, row, :long] = 1
        for i, j, label in lesson.pairs.get(head, []):
            if i < long and j < long:
                wanted[k, i, j, label] = 1
    return wanted, asked


def batches(lessons: list[Lesson], size: int, seed: int) -> Iterator[list[Lesson]]:
    """Batches of like length, in random order, for ever."""
    chance = random.Random(seed)
    while True:
        order = sorted(lessons, key=lambda x: len(x.words) + chance.random() * 8)
        groups = [order[k : k + size] for k in range(0, len(order), size)]
        chance.shuffle(groups)
        yield from groups
