"""Readings of terms of office: "during his first term", "under the Obama administration"."""

from datetime import date

from dragoman.when.calendar import Holder, Run
from dragoman.when.scene import Line, Scene, Words
from dragoman.when.stretch import Stretch

LONGEST_NAME = 7  # words: "Luiz Inacio Lula da Silva", "Chen Shui-bian"


def term(words: Words, scene: Scene) -> Stretch | None:
    """The days of the term or terms that are meant; None where a government acts and dates nothing."""
    ordinal = int(words.meaning("ORDINAL")) if words.has("ORDINAL") else 0
    if not _dates(words, scene, ordinal):
        return None
    holder = _holder(words, scene)
    run = _run(holder, ordinal, scene.published) if holder else None
    if run is None:
        return Stretch(None, "term")
    first, last = run[0], run[1] or scene.published
    if last is None:
        return Stretch(None, "term")
    return Stretch(
        f"{first}/{run[1] or ''}", "term", first, last, whole=words.has("HOLDER") and bool(ordinal)
    )


def _dates(words: Words, scene: Scene, ordinal: int) -> bool:
    """Whether the words date something: a numbered term does, else "during" or "under" must come before."""
    traps = scene.calendar.traps
    at = words.start - 1
    while words.line.word(at) in traps["titles"]:
        at -= 1
    if words.meaning("TERM") == "term" and ordinal:
        return True
    return words.line.word(at) in (traps["during"] if ordinal and words.has("HOLDER") else traps["ruled"])


def _holder(words: Words, scene: Scene) -> Holder | None:
    """Who is named or, for "his", who with terms was named last, in this sentence or the one before."""
    if words.has("HOLDER"):
        named = scene.calendar.holders[words.phrase("HOLDER")]
        return None if _other(scene.line, *words.groups["HOLDER"], _before_name(scene)) else named
    here = _named_last(scene.line, words.start, scene)
    if here or scene.before is None:
        return here
    return _named_last(scene.before, len(scene.before.low), scene)


def _named_last(line: Line, stop: int, scene: Scene) -> Holder | None:
    """The last holder of an office named before a place in a sentence."""
    titles = _before_name(scene)
    for at in range(stop - 1, -1, -1):
        for size in range(LONGEST_NAME if line.capitals[at] else 0, 0, -1):
            holder = scene.calendar.holders.get(" ".join(line.low[at : at + size]))
            if holder and at + size <= stop and not _other(line, at, at + size, titles):
                return holder
    return None


def _before_name(scene: Scene) -> frozenset[str]:
    """What may stand before a bare last name without being a first name."""
    return scene.calendar.traps["titles"] | scene.calendar.traps["during"]


def _other(line: Line, start: int, stop: int, titles: frozenset[str]) -> bool:
    """Whether a bare last name has another first name before it: "Hillary Clinton"."""
    if stop - start > 1 or start == 0 or not line.capitals[start - 1]:
        return False
    return line.low[start - 1] not in titles


def _run(holder: Holder, ordinal: int, published: date | None) -> Run | None:
    """A term by its number or, without one, the terms without a break that had begun when this was printed."""
    if ordinal:
        return holder.terms[ordinal - 1] if ordinal <= len(holder.terms) else None
    runs = _runs(holder)
    begun = [run for run in runs if published is None or run[0] <= published]
    return begun[-1] if begun and (published or len(runs) == 1) else None


def _runs(holder: Holder) -> list[Run]:
    runs: list[Run] = []
    for first, last in holder.terms:
        joined = runs and runs[-1][1] and (first - runs[-1][1]).days <= 1
        runs = [*runs[:-1], (runs[-1][0], last)] if joined else [*runs, (first, last)]
    return runs
