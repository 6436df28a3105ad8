"""Cues: the book of words that carry a saying."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DOES = frozenset({"asserts", "denies", "claims", "warns", "promises", "asks", "thinks"})
TAKES = frozenset(
    (
        "quote",
        "clause",
        "that",
        "bare",
        "out",
        "listener",
        "hears",
        "question",
        "state",
        "name",
        "judge",
        "goes-on",
    )
)
LISTS = (
    *("pronouns", "between", "days", "phrases", "determiners", "prepositions", "papers", "sources"),
    *("labels", "unsaid", "passive", "joints"),
    *("articles", "weekdays", "amounts", "quoting", "asides", "tails", "limits", "openers"),
    *(
        "particles",
        "links",
        "finite",
        "hearsay",
        "hearsay_stems",
        "hearsay_before_noun",
        "hearsay_verbs",
        "walls",
    ),
    *("questions", "press", "media", "exchanges"),
)
WAYS = ("quote", "clause", "that", "question", "name", "judge", "after", "according", "headline", "follows")


class CuesBroken(Exception):
    """The book of cues holds something that it must not."""


@dataclass(frozen=True, slots=True)
class Cue:
    """What a speaker does with this word, and what may follow or precede it."""

    does: str
    takes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """The book, by lower-case word."""

    verbs: dict[str, Cue]
    does: dict[str, str]
    pairs: tuple[tuple[str, str], ...]
    lists: dict[str, frozenset[str]]
    trust: dict[str, float]


def open_cues(folder: Path) -> Cues:
    """The book in `folder`. Raises CuesBroken, naming file and row."""
    path = folder / "says.toml"
    book = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = {name: _words(book["lists"].get(name, ""), f"{path}: lists.{name}") for name in LISTS}
    missing = [way for way in WAYS if not 0 < book["trust"].get(way, 0) <= 1]
    if missing:
        raise CuesBroken(f"{path}: trust.{missing[0]} must be between 0 and 1")
    pairs = tuple((pair[0], pair[1]) for pair in book["marks"]["pairs"])
    verbs = _verbs(book["cue"], path)
    return Cues(verbs, _does(book["does"], verbs, path), pairs, lists, dict(book["trust"]))


def _does(rows: dict[str, str], verbs: dict[str, Cue], path: Path) -> dict[str, str]:
    """What a speaker does, by the form of the verb."""
    if wrong := sorted(set(rows) - DOES):
        raise CuesBroken(f"{path}: does.{wrong[0]} is none of {', '.join(sorted(DOES))}")
    further = {form: does for does, forms in rows.items() for form in forms.split()}
    return further | {form: cue.does for form, cue in verbs.items()}


def _words(value: str | list[str], where: str) -> frozenset[str]:
    words = value.split() if isinstance(value, str) else value
    if not words:
        raise CuesBroken(f"{where} is empty")
    return frozenset(words)


def _verbs(rows: list[dict[str, Any]], path: Path) -> dict[str, Cue]:
    verbs: dict[str, Cue] = {}
    for number, row in enumerate(rows, 1):
        if row["does"] not in DOES or not set(row["takes"]) <= TAKES:
            raise CuesBroken(f"{path}: cue {number}: unknown word in does or takes")
        cue = Cue(row["does"], frozenset(row["takes"]))
        for form in " ".join(row["words"]).split():
            if form in verbs:
                raise CuesBroken(f"{path}: cue {number}: {form!r} stands twice")
            verbs[form] = cue
    return verbs
