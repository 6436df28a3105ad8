"""Tables: the registry's files, read and checked."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.who.cells import RegistryBroken, first_day, last_day, rows, several
from dragoman.who.registry import (
    Body,
    Entry,
    Hints,
    Names,
    Office,
    Person,
    Registry,
    Tenure,
)
from dragoman.who.spot import cut

LISTS = (
    *(
        "name_openers",
        "name_things",
        "name_bodies",
        "name_joints",
        "name_particles",
        "name_verbs",
        "name_titles",
    ),
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
        "women",
        "men",
        "first_names",
        "younger",
        "predecessor",
        "successor",
        "continent",
        "part_of_continent",
    ),
)
STATES = ["code", "names", "adjectives", "seats"]
PERSONS = ["id", "name", "also", "surname", "country", "sector", "office", "first", "last"]
MADE = [*PERSONS, "origin"]
SPOKEN_OF = ("own_officers.csv", "leaders.csv")  # whom news name without saying who they are
BODIES = ["id", "kind", "names", "country", "sector", "members", "first", "last"]


Found = dict[tuple[str, ...], list[Entry]]


def open_registry(folder: Path, officers: tuple[str, ...] = SPOKEN_OF) -> Registry:
    """The registry in the data folder (its registry/ and words/). Raises RegistryBroken, naming file and row."""
    tables, lists = folder / "registry", folder / "words"
    found: Found = {}
    states = _states(tables, found)
    persons, surnames = _persons([tables / name for name in officers], found)
    _bodies(tables / "own_bodies.csv", found)
    book = tomllib.loads((lists / "who.toml").read_text(encoding="utf-8"))
    book["words"] |= tomllib.loads((lists / "names.toml").read_text(encoding="utf-8"))["words"]
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
        hints=_hints(book, states, lists / "who.toml"),
        words={name: frozenset(book["words"][name]) for name in LISTS},
        prefixes=_prefixes(book["prefix"], states, lists / "who.toml"),
        opening=frozenset(said[0] for said in offices),
        given=frozenset(first for p in persons.values() for first, *rest in [_words(p.name)] if rest),
    )


def _states(tables: Path, found: Found) -> dict[str, str]:
    """Own rows go before made rows: what a name means is settled by whoever gives it first."""
    states: dict[str, str] = {}
    for file in ("own_states.csv", "states.csv"):
        for _, row in rows(tables / file, STATES):
            code, names = row["code"], several(row["names"])
            states.setdefault(code, names[0])
            for kind, given in (
                ("state", names),
                ("seat", several(row["seats"])),
                ("people", several(row["adjectives"])),
            ):
                for name in given:
                    found.setdefault(_words(name), [Entry(kind, code)])
    return states


def _persons(
    tables: list[Path], found: Found
) -> tuple[dict[str, Person], dict[tuple[str, ...], tuple[str, ...]]]:
    drafts: dict[str, dict[str, Any]] = {}
    for file in tables:
        for where, row in rows(file, PERSONS if file.name.startswith("own_") else MADE):
            draft = drafts.setdefault(
                row["id"], {"name": row["name"], "names": {}, "surnames": {}, "tenures": []}
            )
            draft["names"] |= dict.fromkeys([row["name"], *several(row["also"])])
            draft["surnames"] |= dict.fromkeys(_surnames(row))
            tenure = Tenure(
                row["country"],
                row["sector"],
                row["office"],
                first_day(row["first"], where),
                last_day(row["last"], where),
                row.get("origin", "own"),
            )
            _add(draft["tenures"], tenure, file.name.startswith("own_"))
    persons: dict[str, Person] = {}
    surnames: dict[tuple[str, ...], dict[str, None]] = {}
    for id_, draft in drafts.items():
        held = sorted(draft["tenures"], key=lambda t: (t.first or date.min, t.last or date.max))
        persons[id_] = Person(id_, draft["name"], tuple(draft["surnames"]), tuple(held))
        for surname in draft["surnames"]:
            surnames.setdefault(_words(surname), {})[id_] = None
        for name in draft["names"]:
            found.setdefault(_words(name), []).append(Entry("person", persons=(id_,)))
    return persons, {words_: tuple(ids) for words_, ids in surnames.items()}


def _add(tenures: list[Tenure], new: Tenure, own: bool) -> None:
    """Own rows all stand; a made row that tells one of them again only ends it, if it runs still."""
    same = [k for k, t in enumerate(tenures) if not own and _meet(t, new)]
    if not same:
        tenures.append(new)
    elif tenures[same[-1]].last is None:
        tenures[same[-1]] = replace(tenures[same[-1]], last=new.last)


def _meet(one: Tenure, other: Tenure) -> bool:
    return (
        (one.country, one.office) == (other.country, other.office)
        and (one.first or date.min) <= (other.last or date.max)
        and (other.first or date.min) <= (one.last or date.max)
    )


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
    for where, row in rows(path, BODIES):
        names = several(row["names"])
        body = Body(
            row["id"],
            row["kind"],
            names[0],
            row["country"] or None,
            row["sector"],
            tuple(several(row["members"])),
            first_day(row["first"], where),
            last_day(row["last"], where),
        )
        for name in names:
            found.setdefault(_words(name), []).append(Entry("body", bodies=(body,)))


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


def _hints(book: dict[str, Any], states: dict[str, str], path: Path) -> Hints:
    signs = {name: {code: tuple(told) for code, told in row.items()} for name, row in book["signs"].items()}
    halves = tuple(dict(row) for row in book["half"])
    codes = [code for row in signs.values() for code in row] + [c for row in halves for c in row.values()]
    if unknown := [code for code in codes if code not in states]:
        raise RegistryBroken(f"{path}: signs or half: {unknown[0]} is no state")
    return Hints(signs, halves, {seat: cut(body) for seat, body in book["seat_of"].items()})


def _sectors(book: dict[str, dict[str, str]]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for sector, listed in book["words"].items():
        for noun in listed.split():
            found.setdefault(cut(noun), sector)
    for sector, listed in book["phrases"].items():
        for phrase in listed.split(";"):
            found[cut(phrase)] = sector
    return found


def _words(name: str) -> tuple[str, ...]:
    """As `cut` has them; most names are plain words, for which this is quicker."""
    return tuple(name.split()) if name.isascii() and name.replace(" ", "").isalpha() else cut(name)


def _surnames(row: dict[str, str]) -> list[str]:
    """By which a second mention calls somebody: "-" is none, as it would be others'."""
    return [n for n in several(row["surname"]) or [row["name"].split()[-1]] if n != "-"]
