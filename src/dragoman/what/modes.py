"""Modes: how a deed was done, by the words at its trigger and near it, as the codebook lists them.

With the annotators' types, words that decide (`first`, `trigger`) were right in 91 of 100 cases on the
training passages and in 92 on the others, words near the trigger in 72 and 55. So the former stand before
the engine's answer and the latter behind it.
"""

from collections.abc import Sequence

from dragoman.things import TriggerMark
from dragoman.what.codebook import Kind
from dragoman.what.phrases import Found

_BEHIND = 1.5  # a word before the trigger counts as this much farther away than one after it


def mode(trigger: TriggerMark, row: Sequence[str], at: int, kind: Kind) -> str | None:
    """The mode that certain words tell, else the engine's if the type allows it, else the nearest words'.

    `row` is the sentence in lower case, `at` the trigger's place in it.
    """
    if not kind.modes:
        return None
    told = mode_by_certain_words(row, at, kind)
    if told is None and trigger.mode in kind.modes:
        return trigger.mode
    return told or mode_by_near_words(row, at, kind)


def mode_by_certain_words(row: Sequence[str], at: int, kind: Kind) -> str | None:
    """By words that decide wherever they stand, else by the trigger itself."""
    strong = [name for found in kind.first.within(row, *_reach(row, at, kind)) for name in found.means]
    if strong:
        return min(strong, key=list(kind.modes).index)
    own = [f for i in range(max(0, at - 2), at + 1) if (f := kind.own.at(row, i, len(row))) and f.stop > at]
    return max(own, key=lambda f: f.stop - f.start).means[0] if own else None


def mode_by_near_words(row: Sequence[str], at: int, kind: Kind) -> str | None:
    """By the nearest word, else the type's usual mode."""
    near = kind.near.within(row, *_reach(row, at, kind))
    found = min(near, key=lambda f: _distance(f, at), default=None)
    return found.means[0] if found else kind.otherwise


def _reach(row: Sequence[str], at: int, kind: Kind) -> tuple[int, int]:
    before, after = kind.reach
    return max(0, at - before), min(len(row), at + after + 1)


def _distance(found: Found, at: int) -> float:
    return (at - found.stop + 1) * _BEHIND if found.start < at else float(found.start - at)
