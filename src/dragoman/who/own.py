"""Own: a user's own actors, and a registry that knows them beside those that ship."""

import re
from dataclasses import dataclass, replace
from datetime import date

from dragoman.who.registry import BODIES, Body, Entry, Names, Person, Registry, Tenure
from dragoman.who.spot import cut, plain

PERSON = "person"
KINDS = (PERSON, "body", "group", "armed", "party", "firm", "media")
ORIGIN = "your own row"


@dataclass(frozen=True, slots=True)
class Own:
    """One row of a user's table: a person in one office, or a body as it was for a while."""

    name: str
    kind: str
    id: str = ""  # empty: made from the name
    also: tuple[str, ...] = ()
    surname: tuple[str, ...] = ()
    country: str | None = None
    sector: str = ""
    office: str = ""
    members: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.also)

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same row as another: a later one takes its place."""
        return (self.id or slug(self.name), self.kind, self.country or "", self.office, str(self.first or ""))


def slug(name: str) -> str:
    """ "Abu Khaled al-Masri" is abu-khaled-al-masri; "" where the name has no letter that can be written so."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-")


def with_own(registry: Registry, rows: tuple[Own, ...]) -> Registry:
    """The registry with these actors, in whatever order they are given. They go before those of the same name."""
    rows = tuple(sorted(rows, key=lambda row: row.key))
    people: dict[str, list[Own]] = {}
    for row in rows:
        if row.kind == PERSON:
            people.setdefault(_person_id(row, registry), []).append(row)
    added = {id_: _person(id_, own, registry) for id_, own in people.items()}
    entries = [(name, Entry(PERSON, persons=(id_,))) for id_, own in people.items() for name in _names(own)]
    for row in rows:
        if row.kind != PERSON:
            body = _body(row, registry)
            entries += [(name, Entry("body", bodies=(body,))) for name in row.names]
    return replace(
        registry,
        names=_named(registry.names, entries),
        persons=registry.persons | added,
        surnames=_surnamed(registry, added),
        given=registry.given | {words[0] for name, _ in entries if len(words := cut(name)) > 1},
        holders=_holding(registry, added),
    )


def _names(own: list[Own]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for row in own for name in row.names))


def bearers(registry: Registry, name: str) -> tuple[str, ...]:
    """Ids of the persons who have this full name."""
    entry = _entry(registry.names, cut(name))
    return entry.persons if entry else ()


def _entry(names: Names, words: tuple[str, ...]) -> Entry | None:
    return next((e for name, e in names.get(words[0], ()) if name == words), None) if words else None


def _person_id(row: Own, registry: Registry) -> str:
    """The id of somebody known by this name who served the same state, or a body of states; else a new one."""
    if row.id:
        return row.id
    for id_ in bearers(registry, row.name):
        served = registry.persons[id_].countries
        if row.country in served or row.country in BODIES or served <= BODIES:
            return id_
    made = slug(row.name)
    return f"{made}-{(row.country or '').lower()}" if made in registry.persons else made


def _person(id_: str, own: list[Own], registry: Registry) -> Person:
    held = [Tenure(o.country or "", o.sector, o.office, o.first, o.last, ORIGIN) for o in own]
    surnames = tuple(dict.fromkeys(s for o in own for s in o.surname or (o.name.split()[-1],)))
    known = registry.persons.get(id_)
    if known is None:
        return Person(id_, own[0].name, surnames, _in_order(held))
    kept = [t for t in known.tenures if not any(_instead(t, o) for o in held)]
    return replace(
        known, surnames=tuple(dict.fromkeys((*surnames, *known.surnames))), tenures=_in_order([*kept, *held])
    )


def _instead(shipped: Tenure, own: Tenure) -> bool:
    """Whether an own row tells of the same office at the same time."""
    same = (shipped.country, shipped.office) == (own.country, own.office)
    return same and _overlap(shipped.first, shipped.last, own.first, own.last)


def _overlap(
    first: date | None, last: date | None, other_first: date | None, other_last: date | None
) -> bool:
    begins, ends = (first or date.min, other_first or date.min), (last or date.max, other_last or date.max)
    return max(begins) <= min(ends)


def _in_order(tenures: list[Tenure]) -> tuple[Tenure, ...]:
    return tuple(sorted(tenures, key=lambda t: (t.first or date.min, t.last or date.max)))


def _body(row: Own, registry: Registry) -> Body:
    known = _entry(registry.names, cut(row.name))
    id_ = row.id or (known.bodies[-1].id if known and known.bodies else slug(row.name))
    return Body(id_, row.kind, row.name, row.country, row.sector, row.members, row.first, row.last)


def _named(names: Names, entries: list[tuple[str, Entry]]) -> Names:
    """The names with these entries, longest first under each first word."""
    own: dict[tuple[str, ...], Entry] = {}
    for name, entry in entries:
        words = cut(name)
        own[words] = _joined(entry, own.get(words))
    by_first: dict[str, dict[tuple[str, ...], Entry]] = {}
    for words, entry in own.items():
        rows = by_first.setdefault(words[0], dict(names.get(words[0], ())))
        rows[words] = _before(entry, rows.get(words))
    return names | {
        first: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for first, rows in by_first.items()
    }


def _joined(entry: Entry, other: Entry | None) -> Entry:
    """Two own entries of one name."""
    if other is None:
        return entry
    return replace(
        entry,
        bodies=(*other.bodies, *entry.bodies),
        persons=tuple(dict.fromkeys((*other.persons, *entry.persons))),
    )


def _before(own: Entry, shipped: Entry | None) -> Entry:
    """The own entry, with what ships under its name and does not tell of the same thing at the same time."""
    if shipped is None:
        return own
    other = [
        b for b in shipped.bodies if not any(_overlap(b.first, b.last, o.first, o.last) for o in own.bodies)
    ]
    return replace(
        own,
        bodies=(*other, *own.bodies) if own.bodies else (),
        persons=tuple(dict.fromkeys((*own.persons, *shipped.persons))) if own.persons else (),
    )


def _surnamed(registry: Registry, added: dict[str, Person]) -> dict[tuple[str, ...], tuple[str, ...]]:
    surnames = dict(registry.surnames)
    for person in added.values():
        for surname in map(cut, person.surnames):
            surnames[surname] = tuple(dict.fromkeys((person.id, *surnames.get(surname, ()))))
    return surnames


def _holding(
    registry: Registry, added: dict[str, Person]
) -> dict[tuple[str, str], tuple[tuple[str, Tenure], ...]]:
    holders = registry.holders
    if not added.keys().isdisjoint(registry.persons):
        holders = {key: tuple(row for row in rows if row[0] not in added) for key, rows in holders.items()}
    further: dict[tuple[str, str], list[tuple[str, Tenure]]] = {}
    for person in added.values():
        for tenure in person.tenures:
            if office := registry.office(tenure.office):
                further.setdefault((tenure.country, office.rank), []).append((person.id, tenure))
    return holders | {key: (*holders.get(key, ()), *rows) for key, rows in further.items()}
