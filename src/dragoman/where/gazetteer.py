"""Gazetteer: the book of names of places, opened."""

import csv
import re
import tomllib
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

# In the news often enough to be taken at a mere "to". `area`: a sea, a part of the world: of no one country.
KNOWN = ("country", "capital", "city", "region", "area")
KINDS = (*KNOWN, "seat", "town", "province", "people")  # seat: a town that gives its region its name
WIDE = frozenset({"country", "region", "province", "area"})  # in which a town may lie
ACTING = frozenset({"country", "capital"})  # whose names stand for those who govern there
LISTS = tuple(
    "strong weak between of names with_the joints follow never after regions towns sides joined articles called "
    "name_ends name_begins no_names here seats borders within no_places".split()
)
HEAD = "words,name,country,kind,lat,lon,size,region"
# A row of the table. All are tried at once when it is opened: read one by one they would take ten times as long.
_NAME = r'(?:[^,\n"]++|"[^"\n]++")'
_AT = r"(?:-?+\d++\.\d++,-?+\d++\.\d++|,),\d*+,[^,\n]*+\n"
_TERSE = rf"{_NAME},[^,\n]*+,[A-Z]{{3}},(?:country|people),{_AT}"
_LONG = rf"{_NAME},[^,\n]*+,(?:[A-Z]{{3}},(?:capital|city|region|seat|town|province)|,area),{_AT}"
_ROW = re.compile(f"{_TERSE}|{_LONG}")
_TABLE = re.compile(f"({HEAD}\n(?:{_TERSE})*+)(?:{_LONG})*+")
_LETTERS = re.compile(r"\w+")


class GazetteerBroken(Exception):
    """A book of places holds something that it must not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the book knows of one place, or of a people. `size`: thousands of people, 0 where that is not known;
    `region`: told only of a town of which the country has several."""

    name: str
    country: str | None
    kind: str
    lat: float | None
    lon: float | None
    size: int = 0
    region: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names of places and how news brings them in.

    `rows` are the lines of the table but for countries and peoples, in order, and are read when asked for: an article
    asks for a few of 44,000. `lands`: the codes that the name of a country, or of its people, may mean.
    """

    rows: list[str]
    countries: dict[str, tuple[Entry, ...]]
    peoples: frozenset[str]
    lands: dict[str, frozenset[str]]
    capitals: dict[str, Entry]  # by country, of those that have one
    openings: frozenset[str]  # words that names of countries begin with
    words: dict[str, frozenset[str]]

    def entries(self, name: str) -> tuple[Entry, ...]:
        """Every place of that name."""
        found = (_entry(row) for row in csv.reader(self._lines(f'"{name}",' if "," in name else f"{name},")))
        barred = name in self.words["never"]
        return (*self.countries.get(name, ()), *(e for e in found if not barred or e.kind in KNOWN))

    def opens(self, word: str) -> bool:
        """Whether a name may begin with that word."""
        at = bisect_left(self.rows, word)
        return word in self.openings or (at < len(self.rows) and self.rows[at].startswith(word))

    def _lines(self, opening: str) -> Iterator[str]:
        at = bisect_left(self.rows, opening)
        while at < len(self.rows) and self.rows[at].startswith(opening):
            yield self.rows[at]
            at += 1


def _entry(row: list[str]) -> Entry:
    words, name, country, kind, lat, lon, size, region = row
    entry = Entry(name or words, country or None, kind, None, None, int(size or 0), region)
    return replace(entry, lat=float(lat), lon=float(lon)) if lat else entry


def open_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer in `folder`. Raises GazetteerBroken, naming file and row."""
    lists = tomllib.loads((folder / "place_words.toml").read_text(encoding="utf-8"))
    missing = [name for name in LISTS if not lists.get(name)]
    if missing:
        raise GazetteerBroken(f"{folder / 'place_words.toml'}: {missing[0]} is empty")
    terse, rows = _parts(folder / "places.csv")
    read = [*csv.reader(terse)]
    countries, lands = defaultdict[str, list[Entry]](list), defaultdict[str, set[str]](set)
    for row in read:
        lands[row[0]].add(row[2])
        if row[3] == "country":
            countries[row[0]].append(_entry(row))
    return Gazetteer(
        rows=rows,
        countries={name: tuple(entries) for name, entries in countries.items()},
        peoples=frozenset(row[0] for row in read if row[3] == "people"),
        lands={name: frozenset(codes) for name, codes in lands.items()},
        capitals=_capitals(rows),
        openings=frozenset(word for name in lands for word in (name.split()[0], *_LETTERS.findall(name)[:1])),
        words={name: frozenset(lists[name]) for name in LISTS},
    )


def _capitals(rows: list[str]) -> dict[str, Entry]:
    found = [_entry(row) for row in csv.reader(row for row in rows if ",capital," in row)]
    seats = {(e.country or "", e.name): e for e in found}
    several = Counter(country for country, _ in seats)
    return {country: e for (country, _), e in seats.items() if several[country] == 1}


def _parts(path: Path) -> tuple[list[str], list[str]]:
    """The lines of the table: those of countries and peoples, and all others in the order of their letters."""
    with path.open(encoding="utf-8", newline="") as lines:
        page = lines.read()
    whole = _TABLE.fullmatch(page)
    if whole is None:
        raise GazetteerBroken(f"{path}: {_wrong(page)}")
    terse, rows = whole[1].split("\n")[1:-1], page[whole.end(1) :].split("\n")[:-1]
    if rows != sorted(rows):
        raise GazetteerBroken(f"{path}: its rows are not in order: run scripts/build_places.py")
    return terse, rows


def _wrong(page: str) -> str:
    """Which row does not fit, once it is known that one does not."""
    head, *rows = page.removesuffix("\n").split("\n")
    if head != HEAD:
        return f"row 1: its columns must be {HEAD}"
    wrong = ((n, row) for n, row in enumerate(rows, 2) if not _ROW.fullmatch(f"{row}\n"))
    number, row = next(wrong, (len(rows) + 1, "countries and peoples go first"))
    return f"row {number}: not a place: {row}"
