"""People: which person a name means, by the day, the title and who has been spoken of."""

from collections.abc import Iterable
from datetime import date

from dragoman.things import Mention, Span
from dragoman.who.registry import BODIES, Person, Registry, Tenure
from dragoman.who.title import Title

SOON = 2 * 365  # days before an office in which its bearer may run for it
AHEAD = 365  # days before an office in which somebody is its holder elect
HEADS = ("head of state", "head of government")
LATELY = 20 * 365  # days after an office in which its bearer is still taken for meant


def choose(
    ids: Iterable[str], day: date | None, title: Title, near: frozenset[str], registry: Registry
) -> tuple[Person, ...]:
    """Who is most likely meant, of those with the name; several where that cannot be told."""
    people = [registry.persons[i] for i in ids]
    if title.land:
        people = [p for p in people if title.land.country in p.countries] or people
    if title.office:
        ranked = [p for p in people if any(_same(t, title, registry) for t in p.tenures)]
        people = ranked or people
    if len(people) > 1 and day:
        scores = [(_nearness(p, day, title, registry), p) for p in people]
        best = max(s for s, _ in scores)
        people = [p for s, p in scores if s == best]
    if len(people) > 1:
        people = [p for p in people if p.countries & near] or people
    if len(people) > 1 and title.office is None:
        people = [p for p in people if _held_known(p, registry)] or people
    return tuple(people)


def fits(person: Person, day: date | None, title: Title, registry: Registry) -> bool:
    """Whether a surname with that title may mean this person: who never had such an office is somebody else."""
    if title.office is None or any(_same(t, title, registry) for t in person.tenures):
        return title.office is not None or likely(person, day)
    return likely(person, day) and any(t.sector == title.office.sector for t in person.tenures)


def likely(person: Person, day: date | None) -> bool:
    """Whether a bare surname may mean this person at all on that day."""
    if day is None:
        return True
    return any(
        (t.first is None or (t.first - day).days < SOON) and (t.last is None or (day - t.last).days < LATELY)
        for t in person.tenures
    )


def _same(tenure: Tenure, title: Title, registry: Registry) -> bool:
    if title.office is None:
        return False
    known = registry.office(tenure.office)
    if title.office.name == "leader" and known and known.rank in HEADS:
        return True
    return tenure.office == title.office.name or bool(known and known.rank == title.office.rank)


def _nearness(person: Person, day: date, title: Title, registry: Registry) -> tuple[int, int]:
    """In office first (an office that counterparts have before others), then who left last, then who
    came next; with "former", who left goes first."""
    held = [t for t in person.tenures if title.office is None or _same(t, title, registry)] or list(
        person.tenures
    )
    running = [t for t in held if t.runs(day)]
    if running:
        return (0 if title.former else 4 if any(registry.office(t.office) for t in running) else 3, 0)
    past = [(day - t.last).days for t in held if t.last and t.last < day]
    if past:
        return (2 if _held_known(person, registry) else 1, -min(past))
    return (-1, -min(((t.first - day).days for t in held if t.first), default=0))


def _held_known(person: Person, registry: Registry) -> bool:
    """Whether any of the offices is one that counterparts have: a president was no mere governor."""
    return any(registry.office(t.office) for t in person.tenures)


def mention(person: Person, day: date | None, title: Title, span: Span, text: str) -> Mention:
    """The person at his words, with the office of the day, or the one that the title names."""
    if title.elect and (coming := _coming(person, day, title)):
        office = f"{coming.office}-elect"
        return Mention(span, text, person.id, person.name, coming.country, "ELI", office, maker="registry")
    known = _former(person, day, title) or person.on(day)
    tenure, running = known if known else (_titled(person, title), True)
    if tenure is None:
        return Mention(
            span, text, person.id, person.name, _country(person, title),
            _one(t.sector for t in person.tenures), title.office.name if title.office else None, maker="registry",
        )  # fmt: skip
    if day and not running and tenure.first and day < tenure.first:
        return Mention(span, text, person.id, person.name, tenure.country, maker="registry")
    named = title.office is None or tenure.office == title.office.name
    gone = not running or (title.former and named)
    office = f"former {tenure.office}" if gone else tenure.office
    sector = "ELI" if gone and tenure.sector == "GOV" else tenure.sector
    return Mention(
        span, text, person.id, person.name, tenure.country, sector or None, office, maker="registry"
    )


def _coming(person: Person, day: date | None, title: Title) -> Tenure | None:
    """The office to which somebody has been elected and which he has not yet."""
    if day is None or title.office is None:
        return None
    fits = (t for t in person.tenures if t.office == title.office.name)
    return next((t for t in fits if is_ahead(t, day)), None)


def is_ahead(tenure: Tenure, day: date) -> bool:
    """Whether it begins within a year."""
    return tenure.first is not None and 0 < (tenure.first - day).days < AHEAD


def _former(person: Person, day: date | None, title: Title) -> tuple[Tenure, bool] | None:
    """The office that a title names and that is over, where the text says so or he now serves a body of states."""
    if day is None or title.office is None:
        return None
    fits = [t for t in person.tenures if t.office == title.office.name]
    past = [t for t in fits if t.last and t.last < day]
    now = person.on(day)
    if not past or (not title.former and (now is None or now[0].country not in BODIES)):
        return None
    return None if any(t.runs(day) for t in fits) else (past[-1], False)


def _titled(person: Person, title: Title) -> Tenure | None:
    """Without a day: the tenure that the title names, if it names one."""
    if title.office is None:
        return None
    fits = [t for t in person.tenures if t.office == title.office.name]
    return fits[0] if fits and len({t.country for t in fits}) == 1 else None


def _country(person: Person, title: Title) -> str | None:
    """Of the body that the title names ("Arab League chief"), else that of all offices in states."""
    if title.land and title.land.country in person.countries:
        return title.land.country
    return next(iter(person.countries)) if len(person.countries) == 1 else _home(person)


def _home(person: Person) -> str | None:
    """The country of all offices, leaving aside those in bodies of states."""
    states = {t.country for t in person.tenures} - BODIES
    return states.pop() if len(states) == 1 else None


def _one(sectors: Iterable[str]) -> str | None:
    found = set(sectors)
    return found.pop() or None if len(found) == 1 else None
