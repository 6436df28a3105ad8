"""Gazetteer: the book of names of places, opened."""

import csv
import tomllib
from dataclasses import dataclass
from pathlib import Path

KNOWN = ("country", "capital", "city", "region")  # in the news often enough to be taken at a mere "to"
KINDS = (*KNOWN, "seat", "town", "people")
LISTS = ("strong", "weak", "between", "of", "names", "with_the", "joints", "follow", "never", "after")
HEAD = ["words", "name", "country", "kind", "lat", "lon"]


class GazetteerBroken(Exception):
    """A book of places holds something that it must not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the book knows of one place, or of a people."""

    name: str
    country: str
    kind: str
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names of places and how news brings them in; `longest`: the most words of a name that begins with a word."""

    rows: dict[str, list[list[str]]]
    peoples: dict[str, list[str]]
    longest: dict[str, int]
    words: dict[str, frozenset[str]]

    def entries(self, name: str) -> list[Entry]:
        """Every place of that name. Made when asked for: an article asks for few of 39,000."""
        return [_entry(row) for row in self.rows.get(name, ())]


def _entry(row: list[str]) -> Entry:
    lat, lon = (float(row[4]), float(row[5])) if row[4] else (None, None)
    return Entry(row[1] or row[0], row[2], row[3], lat, lon)


def open_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer in `folder`. Raises GazetteerBroken, naming file and row."""
    lists = tomllib.loads((folder / "place_words.toml").read_text(encoding="utf-8"))
    missing = [name for name in LISTS if not lists.get(name)]
    if missing:
        raise GazetteerBroken(f"{folder / 'place_words.toml'}: {missing[0]} is empty")
    words = {name: frozenset(lists[name]) for name in LISTS}
    return _gazetteer(folder / "places.csv", words)


def _gazetteer(path: Path, words: dict[str, frozenset[str]]) -> Gazetteer:
    entries: dict[str, list[list[str]]] = {}
    peoples: dict[str, list[str]] = {}
    longest: dict[str, int] = {}
    kinds, never = frozenset(KINDS), words["never"]
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        if next(rows, None) != HEAD:
            raise GazetteerBroken(f"{path}: row 1: its columns must be {','.join(HEAD)}")
        for number, row in enumerate(rows, 2):
            if len(row) != 6 or row[3] not in kinds or len(row[2]) != 3 or (row[4] == "") != (row[5] == ""):
                raise GazetteerBroken(f"{path}: row {number}: not a place: {','.join(row)}")
            name = row[0]
            if row[3] == "people":
                peoples.setdefault(name, []).append(row[2])
            elif name not in never or row[3] in KNOWN:
                entries.setdefault(name, []).append(row)
                if " " in name:
                    opening = name.partition(" ")[0]
                    longest[opening] = max(longest.get(opening, 1), 1 + name.count(" "))
    return Gazetteer(entries, peoples, longest, words)
