"""Tables: the registry's files, read and checked."""

import csv
import tomllib
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.who.registry import Body, Entry, Names, Office, Person, Registry, Tenure
from dragoman.who.spot import cut

LISTS = (
    *("honours", "former", "he", "she", "it", "they", "i", "both", "trio", "counterpart", "after_head"),
    *("against", "beside", "determiners", "abroad", "at_home", "borne", "no_name", "not_shouted", "dating"),
    *(
        "mixed",
        "shared",
        "common",
        "of_person",
        "body",
        "bodies",
        "nobodys",
        "one_state",
        "faiths",
        "ngo",
        "img",
    ),
)
STATES = ["code", "names", "adjectives", "seats"]
PERSONS = ["id", "name", "also", "surname", "country", "sector", "office", "first", "last"]
BODIES = ["id", "kind", "names", "country", "sector", "members", "first", "last"]


class RegistryBroken(Exception):
    """A table of the registry holds something that it must not."""


Found = dict[tuple[str, ...], list[Entry]]


def open_registry(folder: Path) -> Registry:
    """The registry in the data folder (its registry/ and words/). Raises RegistryBroken, naming file and row."""
    tables, lists = folder / "registry", folder / "words"
    found: Found = {}
    states = _states(tables, found)
    persons, surnames = _persons(tables, states, found)
    _bodies(tables / "own_bodies.csv", found)
    book = tomllib.loads((lists / "who.toml").read_text(encoding="utf-8"))
    missing = [name for name in LISTS if not book["words"].get(name)]
    if missing:
        raise RegistryBroken(f"{lists / 'who.toml'}: words.{missing[0]} is empty")
    offices = {
        cut(said): Office(row["name"], row["rank"], row["sector"], row.get("country"))
        for row in book["office"]
        for said in row["says"]
    }
    by_name = {office.name: office for office in offices.values()}
    return Registry(
        states=states,
        names=_by_first_word(found),
        persons=persons,
        surnames=surnames,
        offices=offices,
        sectors=_sectors(tomllib.loads((lists / "sectors.toml").read_text(encoding="utf-8"))),
        holders=_holders(persons, by_name),
        by_name=by_name,
        words={name: frozenset(book["words"][name]) for name in LISTS},
        prefixes=_prefixes(book["prefix"], states, lists / "who.toml"),
        opening=frozenset(said[0] for said in offices),
        given=frozenset(first for p in persons.values() for first, *rest in [cut(p.name)] if rest),
    )


def _states(tables: Path, found: Found) -> dict[str, str]:
    """Own rows go before made rows: what a name means is settled by whoever gives it first."""
    states: dict[str, str] = {}
    for file in ("own_states.csv", "states.csv"):
        for _, row in _rows(tables / file, STATES):
            code, names = row["code"], _several(row["names"])
            states.setdefault(code, names[0])
            for kind, given in (
                ("state", names),
                ("seat", _several(row["seats"])),
                ("people", _several(row["adjectives"])),
            ):
                for name in given:
                    found.setdefault(cut(name), [Entry(kind, code)])
    return states


def _persons(
    tables: Path, states: dict[str, str], found: Found
) -> tuple[dict[str, Person], dict[tuple[str, ...], tuple[str, ...]]]:
    drafts: dict[str, dict[str, Any]] = {}
    for file in ("own_officers.csv", "leaders.csv"):
        for where, row in _rows(tables / file, PERSONS):
            draft = drafts.setdefault(
                row["id"], {"name": row["name"], "names": {}, "surnames": {}, "tenures": {}}
            )
            draft["names"] |= dict.fromkeys([row["name"], *_several(row["also"])])
            draft["surnames"] |= dict.fromkeys(_several(row["surname"]) or [row["name"].split()[-1]])
            tenure = Tenure(
                row["country"],
                row["sector"],
                row["office"],
                _first_day(row["first"], where),
                _last_day(row["last"], where),
            )
            draft["tenures"].setdefault((tenure.country, tenure.office, (row["first"] or "")[:4]), tenure)
    persons: dict[str, Person] = {}
    surnames: dict[tuple[str, ...], dict[str, None]] = {}
    for id_, draft in drafts.items():
        held = sorted(draft["tenures"].values(), key=lambda t: (t.first or date.min, t.last or date.max))
        persons[id_] = Person(id_, draft["name"], tuple(draft["surnames"]), tuple(held))
        for surname in draft["surnames"]:
            surnames.setdefault(cut(surname), {})[id_] = None
        for name in draft["names"]:
            found.setdefault(cut(name), []).append(Entry("person", persons=(id_,)))
    return persons, {words_: tuple(ids) for words_, ids in surnames.items()}


def _holders(
    persons: dict[str, Person], offices: dict[str, Office]
) -> dict[tuple[str, str], tuple[tuple[str, Tenure], ...]]:
    held: dict[tuple[str, str], list[tuple[str, Tenure]]] = {}
    for person in persons.values():
        for tenure in person.tenures:
            if office := offices.get(tenure.office):
                held.setdefault((tenure.country, office.rank), []).append((person.id, tenure))
    return {key: tuple(rows) for key, rows in held.items()}


def _bodies(path: Path, found: Found) -> None:
    for where, row in _rows(path, BODIES):
        names = _several(row["names"])
        body = Body(
            row["id"],
            row["kind"],
            names[0],
            row["country"] or None,
            row["sector"],
            tuple(_several(row["members"])),
            _first_day(row["first"], where),
            _last_day(row["last"], where),
        )
        for name in names:
            found.setdefault(cut(name), []).append(Entry("body", bodies=(body,)))


def _by_first_word(found: Found) -> Names:
    names: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for name, entries in found.items():
        if name:
            names.setdefault(name[0], []).append((name, _one(entries)))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in names.items()}


def _one(entries: list[Entry]) -> Entry:
    """Several things of one name: a state goes first, then bodies (told apart by day), a seat, then persons."""
    bodies = tuple(b for e in entries for b in e.bodies)
    if bodies and (entries[0].country is None or entries[0].kind == "seat"):
        return Entry("body", bodies=bodies)
    if entries[0].country:
        return entries[0]
    return Entry("person", persons=tuple(dict.fromkeys(p for e in entries for p in e.persons)))


def _prefixes(book: dict[str, str], states: dict[str, str], path: Path) -> dict[str, str]:
    unknown = [code for code in book.values() if code not in states]
    if unknown:
        raise RegistryBroken(f"{path}: prefix: {unknown[0]} is no state")
    return book


def _sectors(book: dict[str, dict[str, str]]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for sector, listed in book["words"].items():
        for noun in listed.split():
            found.setdefault(cut(noun), sector)
    for sector, listed in book["phrases"].items():
        for phrase in listed.split(";"):
            found[cut(phrase)] = sector
    return found


def _rows(path: Path, head: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    if not path.exists():
        raise RegistryBroken(f"{path} is missing")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if rows.fieldnames != head:
            raise RegistryBroken(f"{path}: row 1: its columns must be {','.join(head)}")
        for number, row in enumerate(rows, 2):
            if None in row or None in row.values() or not row[head[0]]:
                raise RegistryBroken(f"{path}: row {number}: not {len(head)} cells, or the first is empty")
            yield f"{path}: row {number}", row


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _first_day(cell: str, where: str) -> date | None:
    return _day(cell, where, last=False)


def _last_day(cell: str, where: str) -> date | None:
    return _day(cell, where, last=True)


def _day(cell: str, where: str, last: bool) -> date | None:
    if not cell:
        return None
    try:
        parts = [int(p) for p in cell.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
        return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1] if last else 1)
    except (ValueError, IndexError) as wrong:
        raise RegistryBroken(f"{where}: {cell!r} is no day") from wrong
