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
    found = [
        s
        for s in registry.questions.states
        if wanted in {n.casefold() for n in (*s.names, s.code, s.iso, s.iso2, s.cow, s.cameo)}
    ]
    return tuple(s for s in found if day is None or s.stands(day))


def members(registry: Registry, body: str, day: date | None = None) -> tuple[Membership, ...]:
    """The states in a body (its id) on the day, or ever, by their codes; none where the registry has no list."""
    found = [m for m in registry.questions.members if m.body == body and (day is None or m.runs(day))]
    return tuple(sorted(found, key=lambda m: (m.country, m.first or date.min)))
