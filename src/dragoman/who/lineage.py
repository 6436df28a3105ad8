"""Lineage: every state since 1945 under its codes and names, what was before and after it, who is in which body."""

from datetime import date

from dragoman.who.registry import Membership, Registry, Statehood


def lineage(registry: Registry, code: str, day: date | None = None) -> tuple[Statehood, ...]:
    """All rows of a state: by its own code, or by the code that stands for it in a record; on the day, or ever."""
    rows = [s for s in registry.questions.states if code in (s.code, s.record)]
    return tuple(s for s in rows if day is None or s.stands(day))


def state_named(registry: Registry, name: str, day: date | None = None) -> tuple[Statehood, ...]:
    """States that bore this name, or have this as a code of whatever list ("Zaire", "YUG", "365")."""
    wanted = name.strip().casefold()
    if not wanted:  # many states lack a code of some list
        return ()
    found = [
        s
        for s in registry.questions.states
        if wanted in {n.casefold() for n in (*s.names, s.code, s.iso, s.iso2, s.cow, s.cameo)}
    ]
    return tuple(s for s in found if day is None or s.stands(day))


def beside(registry: Registry, name: str, record: str) -> bool:
    """Whether this was another state than the one of the record's code, at the same time ("East Germany": DEU).

    Who held an office under that code held it in the other.
    """
    called = [
        s for s in lineage(registry, record) if any(_alike(name.casefold(), n.casefold()) for n in s.names)
    ]
    codes = {s.code for s in called}
    others = [s for s in lineage(registry, record) if s.code not in codes]
    return record not in codes and any(_meet(s, o) for s in called for o in others)


def _alike(name: str, other: str) -> bool:
    """ "East German" and "East Germany", "South Vietnamese" and "South Vietnam"."""
    return name.startswith(other) or other.startswith(name)


def _meet(one: Statehood, other: Statehood) -> bool:
    first = max(one.first or date.min, other.first or date.min)
    return first <= min(one.last or date.max, other.last or date.max)


def members(registry: Registry, body: str, day: date | None = None) -> tuple[Membership, ...]:
    """The states in a body (its id) on the day, or ever, by their codes; none where the registry has no list."""
    found = [m for m in registry.questions.members if m.body == body and (day is None or m.runs(day))]
    return tuple(sorted(found, key=lambda m: (m.country, m.first or date.min)))
