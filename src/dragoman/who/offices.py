"""Offices: who held one on a day, and what somebody of a name held, each with the row behind it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.who.registry import Person, Registry, Tenure
from dragoman.who.spot import cut, small

FOR_A_WHILE = ("acting", "interim", "caretaker", "transitional")
EMPTY = timedelta(days=2 * 365)  # so long may an office of government stand empty
# "ambassador to Peru", "US envoy to NATO", "chargé d'affaires in Cuba"
POST = re.compile(r"(?:.* )?(ambassador|envoy|charge d'affaires|representative) (?:to|in|at) (?:the )?(.+)")


@dataclass(frozen=True, slots=True)
class Held:
    """One row of the registry: a person in one office. `origin`: where the row comes from, in words."""

    id: str
    name: str
    country: str
    sector: str
    office: str
    first: date | None
    last: date | None
    origin: str


def holders(registry: Registry, state: str | None, office: str, day: date | None) -> tuple[Held, ...]:
    """Who held that office of the state (a code; None: of any) on the day, or ever, in the order of first days.

    Of the ways to understand the office the first that anybody fits goes: the words themselves, somebody acting
    in it, what questions call it ("head of state"), another name for it, an office of the same rank.
    """
    rows = list(_of_state(registry, state, day))
    if post := _post(registry, office):
        return _sorted(h for h in rows if _post(registry, h.office) == post)
    for names in _ways(registry, office):
        if found := [h for h in rows if _plain(h.office) in names]:
            return _sorted(found)
    instead = registry.questions.instead.get(_words(office), "")
    if day and instead and not _lately(registry, state, office, day):
        return holders(registry, state, instead, day)
    return ()


def known_as(registry: Registry, name: str, day: date | None) -> tuple[Held, ...]:
    """Every office that somebody of this name held on the day, or ever: by full name, else by surname.

    A title before the name narrows it ("President Bush"); case and accents do not matter.
    """
    words = small(cut(name))
    for size in range(min(registry.longest_office, len(words) - 1), -1, -1):
        title = registry.offices.get(words[:size]) if size else None
        if size and title is None:
            continue
        rows = [h for p in _people(registry, words[size:]) for h in _held(registry, p)]
        if title:
            ranks = [(h, registry.by_name.get(h.office)) for h in rows]
            rows = [h for h, o in ranks if h.office == title.name or (o and o.rank == title.rank)]
        if rows:
            return _sorted(h for h in rows if day is None or _runs(h, day))
    return ()


def _of_state(registry: Registry, state: str | None, day: date | None = None) -> Iterator[Held]:
    for person in registry.persons.values():
        for t in person.tenures:
            if state in (None, t.country) and (day is None or t.runs(day)):
                yield _row(registry, person, t)


def _held(registry: Registry, person: Person) -> Iterator[Held]:
    for t in person.tenures:
        yield _row(registry, person, t)


def _row(registry: Registry, person: Person, t: Tenure) -> Held:
    origin = registry.questions.origins.get(t.origin, t.origin)
    return Held(person.id, person.name, t.country, t.sector, t.office, t.first, t.last, origin)


def _runs(h: Held, day: date) -> bool:
    return (h.first is None or h.first <= day) and (h.last is None or day <= h.last)


def _lately(registry: Registry, state: str | None, office: str, day: date) -> bool:
    """Whether the office was held within some years of the day, so that it only stood empty on it."""
    names = {name for way in _ways(registry, office) for name in way}
    return any(
        _plain(h.office) in names and (_runs(h, day - EMPTY) or _runs(h, day + EMPTY))
        for h in _of_state(registry, state)
    )


def _sorted(rows: Iterator[Held] | list[Held]) -> tuple[Held, ...]:
    return tuple(sorted(rows, key=lambda h: (h.first or date.min, h.last or date.max, h.id)))


def _ways(registry: Registry, office: str) -> Iterator[frozenset[str]]:
    """Names of offices that the words may mean, best first."""
    words = _words(office)
    plain = _plain(words)
    known = registry.offices.get(cut(words))
    asked = registry.questions.asked.get(words, ())
    for name in dict.fromkeys((plain, *map(_plain, asked), _plain(known.name) if known else plain)):
        yield frozenset([name])
        yield frozenset(f"{while_} {name}" for while_ in FOR_A_WHILE)
    if known and not asked and known.rank != "head of state":
        yield frozenset(_plain(n) for n, other in registry.by_name.items() if other.rank == known.rank)


def _words(office: str) -> str:
    return " ".join(office.lower().split()).removeprefix("the ")


def _plain(office: str) -> str:
    """One order of words: "president of the European Council" is "european council president"."""
    what, of, whose = office.lower().partition(" of ")
    return f"{whose.removeprefix('the ')} {what}" if of else what


def _post(registry: Registry, office: str) -> tuple[bool, str] | None:
    """Where somebody is sent, by its code or id, and whether as an ambassador or in his absence."""
    fit = POST.fullmatch(office.lower().replace("chargé", "charge"))
    if fit is None:
        return None
    return fit[1] != "charge d'affaires", _target(registry, small(cut(fit[2])))


def _target(registry: Registry, words: tuple[str, ...]) -> str:
    """The code of the state, or the id of the body, that the words name; else the words."""
    for first in (words[0], words[0].title(), words[0].upper()):
        for name, entry in registry.names.get(first, ()):
            if small(name) == words and (entry.country or entry.bodies):
                return entry.country or entry.bodies[-1].id
    return " ".join(words)


def _people(registry: Registry, words: tuple[str, ...]) -> list[Person]:
    """Everybody with these words as a full name, or else as a surname."""
    named = [
        i
        for rows in registry.names.values()
        for name, entry in rows
        if entry.persons and small(name) == words
        for i in entry.persons
    ]
    named = named or [i for name, ids in registry.surnames.items() if small(name) == words for i in ids]
    return [registry.persons[i] for i in dict.fromkeys(named)]
