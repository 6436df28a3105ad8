"""Sentences of one report side by side, as the engine reads them: what one names tells whose another's parties are."""

import random
from collections.abc import Iterator
from itertools import groupby

from corpora import Lesson
from labels import LAND

SENTENCES = 5  # of a window, at most
WORDS = 110  # of a window from which no further sentence is added


def joined(lessons: list[Lesson]) -> Lesson:
    """One lesson of several sentences, with the words that name the country of each party that names none itself."""
    whole = Lesson([], origin=lessons[0].origin)
    for lesson in lessons:
        _add(whole, lesson)
    _tie(whole)
    return whole


def _add(whole: Lesson, lesson: Lesson) -> None:
    far = len(whole.words)
    whole.sentences.append(range(far + 1, far + 1 + len(lesson.words)))
    whole.words = whole.words + lesson.words
    for head, labels in lesson.choices.items():
        whole.choices.setdefault(head, labels[:1]).extend(labels[1:])
    for head, pairs in lesson.pairs.items():
        mine = whole.pairs.setdefault(head, [])
        mine += [(i + far, j + far if j else 0, label) for i, j, label in pairs]
    for head, rows in lesson.rows.items():
        whole.rows.setdefault(head, []).extend(k + far for k in rows)
    whole.lands += [(_moved(at, far), code) for at, code in lesson.lands]
    whole.parties += [(_moved(at, far), code) for at, code in lesson.parties]
    whole.unsaid += [(at + far, role, code) for at, role, code in lesson.unsaid]


def _moved(at: range, far: int) -> range:
    return range(at.start + far, at.stop + far)


def _tie(whole: Lesson) -> None:
    tied = whole.pairs["land"] = []
    for party, code in whole.parties:
        if not any(set(at) & set(party) for at, _ in whole.lands):
            tied += [(k, at, 0) for k in party for at in _named(whole, code)]
    for at, role, code in whole.unsaid:
        tied += [(at, named, LAND.index(role)) for named in _named(whole, code)]


def _named(whole: Lesson, code: str) -> list[int]:
    """The words that name the countries of a code; the opening mark where none does."""
    states = code.partition(":")[0].split("+")
    return [at.start for at, country in whole.lands if country in states] or [0]


def windows(lessons: list[Lesson], size: int, seed: int) -> Iterator[list[Lesson]]:
    """Batches of about `size` sentences for ever: passages cut anew at every turn, windows of like length together."""
    chance = random.Random(seed)
    passages = [list(own) for _, own in groupby(lessons, key=lambda x: x.passage)]
    while True:
        cut = [w for own in passages for w in _cut(own, chance)]
        cut.sort(key=lambda own: sum(len(x.words) for x in own) + chance.random() * 8)
        groups: list[list[list[Lesson]]] = [[]]
        for own in cut:
            if groups[-1] and sum(len(w) for w in groups[-1]) + len(own) > size:
                groups.append([])
            groups[-1].append(own)
        chance.shuffle(groups)
        for group in groups:
            yield [joined(own) for own in group]


def _cut(passage: list[Lesson], chance: random.Random) -> Iterator[list[Lesson]]:
    at = 0
    while at < len(passage):
        count, words = chance.randint(1, SENTENCES), 0
        stop = at
        while stop < len(passage) and stop - at < count and (stop == at or words < WORDS):
            words += len(passage[stop].words)
            stop += 1
        yield passage[at:stop]
        at = stop
