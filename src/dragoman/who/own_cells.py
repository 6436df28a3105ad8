"""Own cells: one row of a user's table, cell by cell, and what is wrong with each."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.who.own import KINDS, PERSON, Own, slug
from dragoman.who.registry import BODIES, Entry, Registry
from dragoman.who.spot import cut, small

SECTORS = "GOV MIL COP JUD LEG SPY PTY OPP REB CVL JRN BUS EDU MED REL LAB CRM UAF ELI REF".split()
YEARS = range(1500, 2201)
DAY = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")
ID = re.compile(r"[\w.:-]{1,80}")
CODE = "give a code of three letters (IRN, UNO) or the state's name; dragoman who NAME tells the code"

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one cell, and what to do."""

    column: str
    why: str
    remedy: str


def own_row(cells: Cells, registry: Registry) -> tuple[Own | None, list[Wrong]]:
    """The row, or None and everything that is wrong with it."""
    wrong = [
        *_of_names(cells, registry),
        *_of_id(cells, registry),
        *_of_kind(cells),
        *_of_codes(cells, registry),
        *_of_days(cells),
        *_of_shape(cells),
    ]
    return (None, wrong) if wrong else (_own(cells, registry), [])


def several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def land(cell: str, registry: Registry) -> str | None:
    """The code that a cell gives, by itself or by a state's name; None where it is none."""
    if cell.upper() in registry.states or cell.upper() in BODIES:
        return cell.upper()
    entry = known(cell, registry)
    return entry.country if entry and entry.kind in ("state", "people") else None


def day(cell: str, last: bool) -> date | None:
    """The first or the last day of YYYY, YYYY-MM or YYYY-MM-DD; None where it is none."""
    fit = DAY.fullmatch(cell)
    if fit is None or int(fit[1]) not in YEARS:
        return None
    try:
        year, month = int(fit[1]), int(fit[2] or (12 if last else 1))
        return date(year, month, int(fit[3] or (monthrange(year, month)[1] if last else 1)))
    except ValueError:
        return None


def _own(cells: Cells, registry: Registry) -> Own:
    return Own(
        name=cells["name"],
        kind=cells["kind"].lower(),
        id=cells.get("id", ""),
        also=several(cells.get("also", "")),
        surname=several(cells.get("surname", "")),
        country=land(cells["country"], registry) if cells.get("country") else None,
        sector=cells.get("sector", "").upper(),
        office=cells.get("office", ""),
        members=tuple(code for m in several(cells.get("members", "")) if (code := land(m, registry))),
        first=day(cells.get("first", ""), last=False),
        last=day(cells.get("last", ""), last=True),
    )


def known(name: str, registry: Registry) -> Entry | None:
    words = cut(name)
    return next((e for w, e in registry.names.get(words[0], ()) if w == words), None) if words else None


def _of_names(cells: Cells, registry: Registry) -> Iterator[Wrong]:
    if not cells["name"]:
        yield Wrong("name", "it is empty", "give the name as news write it, or leave the row out")
        return
    last = cells["name"].split()[-1]  # the surname where none is given, so that it may be given too
    surnames = tuple(s for s in several(cells.get("surname", "")) if s != last)
    named = {"name": (cells["name"],), "also": several(cells.get("also", "")), "surname": surnames}
    for column, names in named.items():
        for name in names:
            why = no_name(name, registry) or taken(name, cells["kind"].lower(), registry)
            if why:
                yield Wrong(column, f"{name!r} {why}", "give a name that means nobody else")
    if ";" in cells["name"]:
        yield Wrong("name", "it holds several names", "put all but the first into the column also")
    if not (cells.get("id") or slug(cells["name"]) or no_name(cells["name"], registry)):
        yield Wrong("id", "none can be made from the name", "give an id of your own")


def _of_id(cells: Cells, registry: Registry) -> Iterator[Wrong]:
    """An id that the registry gives to somebody else: in a record the two would be one."""
    id_ = cells.get("id", "")
    names = {small(cut(name)) for name in (cells["name"], *several(cells.get("also", "")))}
    if whose := _other(id_, cells["kind"].lower(), names, registry) if id_ else "":
        yield Wrong(
            "id", f"{id_!r} is the id of {whose}", "give another id; or, if it is the same, that name"
        )


def _other(id_: str, kind: str, names: set[tuple[str, ...]], registry: Registry) -> str:
    """Whose id it is in the registry, if it is not that of one of these names."""
    if id_.upper() in registry.states:
        return registry.states[id_.upper()]
    entries = [row for rows in registry.names.values() for row in rows]
    if person := registry.persons.get(id_):
        same = any(id_ in entry.persons and small(name) in names for name, entry in entries)
        return "" if kind == PERSON and same else person.name
    bodies = [(name, b) for name, entry in entries for b in entry.bodies if b.id == id_]
    same = kind != PERSON and any(small(name) in names for name, _ in bodies)
    return "" if same or not bodies else bodies[-1][1].name


def no_name(name: str, registry: Registry) -> str:
    """Why news would not be read rightly with such a name; "" where it would."""
    words = small(cut(name))
    if not any(c.isalnum() for c in name):
        return "has no letter"
    if not any(c.isupper() or c.isdigit() for c in name):
        return "has no capital letter, by which names are found"
    lists = registry.words.values()
    if words in registry.sectors or words in registry.offices:
        return "is an ordinary word for an office or a sector"
    if len(words) == 1 and any(words[0] in listed for listed in lists):
        return "is an ordinary word"
    return ""


def taken(name: str, kind: str, registry: Registry) -> str:
    """Whose name it is already; a person may share the name of persons, a body that of bodies."""
    entry = known(name, registry)
    if entry is None:
        return ""
    if entry.country:
        return f"is a name of the state {registry.states.get(entry.country, entry.country)}"
    if entry.persons and kind != PERSON:
        return f"is the name of a person, {registry.persons[entry.persons[0]].name}"
    if entry.bodies and kind == PERSON:
        return f"is the name of a body, {entry.bodies[0].name}"
    return ""


def _of_kind(cells: Cells) -> Iterator[Wrong]:
    """The kind, and the cells that only some kinds have."""
    kind = cells["kind"].lower()
    if kind not in KINDS:
        yield Wrong(
            "kind", f"{cells['kind']!r} is no kind" if kind else "it is empty", f"one of {', '.join(KINDS)}"
        )
        return
    if kind == PERSON:
        if not cells.get("office"):
            yield Wrong(
                "office", "it is empty", "say what the person is: foreign minister, warlord, journalist"
            )
        if not cells.get("country"):
            yield Wrong(
                "country", "it is empty", "say whose the person is; IMG for a cross-border armed group"
            )
    for column in ("members",) if kind == PERSON else ("office", "surname"):
        if cells.get(column):
            yield Wrong(column, f"a {kind} has none", "leave the cell empty")


def _of_codes(cells: Cells, registry: Registry) -> Iterator[Wrong]:
    country, sector = cells.get("country", ""), cells.get("sector", "").upper()
    if country and not land(country, registry):
        yield Wrong("country", f"{country!r} is no state and no body", CODE)
    if sector and sector not in SECTORS:
        yield Wrong("sector", f"{sector!r} is no sector", f"one of {', '.join(SECTORS)}, or empty")
    for member in several(cells.get("members", "")):
        if not land(member, registry):
            yield Wrong("members", f"{member!r} is no state and no body", CODE)


def _of_days(cells: Cells) -> Iterator[Wrong]:
    ends = {"first": day(cells.get("first", ""), last=False), "last": day(cells.get("last", ""), last=True)}
    for column, found in ends.items():
        if cells.get(column) and not found:
            remedy = "write YYYY-MM-DD, YYYY-MM or YYYY, or leave it empty"
            yield Wrong(column, f"{cells[column]!r} is no day", remedy)
    if ends["first"] and ends["last"] and ends["last"] < ends["first"]:
        yield Wrong(
            "last",
            f"{ends['last']} is before the first day, {ends['first']}",
            "exchange the two, or mend one",
        )


def _of_shape(cells: Cells) -> Iterator[Wrong]:
    """What no cell may hold."""
    for column, cell in cells.items():
        if not cell.isprintable():
            yield Wrong(column, "it holds a line break or a control character", "write it in one line")
    if cells.get("id") and not ID.fullmatch(cells["id"]):
        yield Wrong(
            "id", f"{cells['id']!r} is no id", "at most 80 letters, figures, and . : _ -, without spaces"
        )
