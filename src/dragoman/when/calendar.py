"""Calendar: the book of words and shapes that name a time, opened."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.when.letters import FIGURES, Alphabet, alphabet, pieces
from dragoman.when.shapes import Script, Shape, shape

Book = dict[str, Any]
Run = tuple[date, date | None]  # first and last day; None is still running


class CalendarBroken(Exception):
    """A book of time words holds something that it must not."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office, and from when to when; `last` None is still running."""

    name: str
    terms: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the words of time mean. `means` goes from class and phrase to meaning."""

    letters: Alphabet
    means: dict[str, dict[str, str]]
    shapes: dict[str, tuple[Shape, ...]]
    holders: dict[str, Holder]
    events: dict[str, tuple[Run, ...]]
    parts: dict[str, dict[str, tuple[int, int]]]
    seasons: dict[str, int]
    named: dict[str, tuple[str, ...]]
    tense: dict[str, frozenset[str]]
    traps: dict[str, frozenset[str]]
    keys: frozenset[str]
    lead: int
    feasts: dict[str, tuple[date, ...]]  # those whose days no calendar of ours reckons
    fiscal: int  # the month in which a business year begins


def open_calendar(folder: Path) -> Calendar:
    """The calendar in `folder`. Raises CalendarBroken, naming file and row."""
    book, terms = _page(folder / "when.toml"), _page(folder / "when_terms.toml")
    feasts = _page(folder / "when_feasts.toml")
    lines = _page(folder / "when_shapes.toml")["shape"]
    holders = {_key(name): _holder(row) for row in terms["holder"] for name in row["names"]}
    events = _events(_page(folder / "when_events.toml")["event"])
    means = {name: _meanings(rows) for name, rows in book["class"].items()}
    means |= {"HOLIDAY": _meanings(feasts["feasts"])}
    means |= {"HOLDER": dict.fromkeys(holders, ""), "PERIOD": dict.fromkeys(events, "")}
    letters = _letters(book, means, lines)
    return Calendar(
        letters=letters,
        means=means,
        shapes=_shapes(lines, Script(letters, means, frozenset(book["keys"])), folder / "when_shapes.toml"),
        holders=holders,
        events=events,
        parts={unit: {p: (r[0], r[1]) for p, r in row.items()} for unit, row in book["parts"].items()},
        seasons=book["seasons"],
        named={_key(name): tuple(after) for name, after in book["named"].items()},
        tense={name: frozenset(rows) for name, rows in book["tense"].items()},
        traps={name: frozenset(rows) for name, rows in book["traps"].items()},
        keys=_keys(book["keys"], letters, means),
        lead=book["lead"],
        feasts={name: tuple(days) for name, days in feasts["days"].items()},
        fiscal=book["fiscal"],
    )


def _page(path: Path) -> Book:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CalendarBroken(f"{path}: {error}") from error


def _key(phrase: str) -> str:
    """How a phrase is looked up: its words, small, one blank between them."""
    return " ".join(pieces(phrase))


def _meanings(rows: dict[str, list[str]]) -> dict[str, str]:
    return {_key(phrase): meaning for meaning, phrases in rows.items() for phrase in phrases}


def _holder(row: Book) -> Holder:
    terms = tuple((date.fromisoformat(a), date.fromisoformat(b) if b else None) for a, b in row["terms"])
    if not terms or any(b and b < a for a, b in terms) or list(terms) != sorted(terms, key=lambda t: t[0]):
        raise CalendarBroken(f"when_terms.toml: {row['names'][0]}: its terms are not in order")
    return Holder(row["names"][0], terms)


def _events(rows: list[Book]) -> dict[str, tuple[Run, ...]]:
    """By name, in the order in which they began."""
    found: dict[str, list[Run]] = {}
    for row in rows:
        first, last = (date.fromisoformat(day) if day else None for day in row["days"])
        if first is None or (last and last < first):
            raise CalendarBroken(f"when_events.toml: {row['names'][0]}: ends before it begins")
        for key in {_key(name) for name in row["names"]}:
            found.setdefault(key, []).append((first, last))
    return {name: tuple(sorted(runs, key=lambda r: r[0])) for name, runs in found.items()}


def _letters(book: Book, means: dict[str, dict[str, str]], lines: list[Book]) -> Alphabet:
    items = {
        n for row in lines for like in row["like"] for i in like.split() for n in i.rstrip("?").split("|")
    }
    literals = {name for name in items if not name[0].isupper()}
    classes: dict[str, Iterable[str]] = dict(means)
    return alphabet(classes, literals, frozenset(book["capital"]), frozenset(book["small"]))


def _shapes(lines: list[Book], script: Script, path: Path) -> dict[str, tuple[Shape, ...]]:
    """The shapes, by the letters of which one must be there for them to fit."""
    found: dict[str, list[Shape]] = {}
    likes = [(row["reads"], like) for row in lines for like in row["like"]]
    for order, (reads, like) in enumerate(likes):
        try:
            made = shape(like, reads, order, script)
        except KeyError as error:
            raise CalendarBroken(f"{path}: {like!r}: there is no class {error}") from error
        for letter in made.pivot:
            found.setdefault(letter, []).append(made)
    return {letter: tuple(made) for letter, made in found.items()}


def _keys(names: list[str], letters: Alphabet, means: dict[str, dict[str, str]]) -> frozenset[str]:
    unknown = [n for n in names if n not in means and n not in FIGURES]
    if unknown:
        raise CalendarBroken(f"when.toml: keys: there is no class {unknown[0]}")
    single = "".join(letters.kinds.get(name, "") for name in names)
    phrases = (pieces(p) for name in names for p in means.get(name, {}))
    return frozenset(single + "".join(letters.kinds[f"={max(p, key=len)}"] for p in phrases if len(p) > 1))
