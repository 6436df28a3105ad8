"""Asked: a name or an office in words and a day in, everybody and everything that may be meant out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dragoman.who.lineage import beside, lineage, members, state_named
from dragoman.who.offices import Held, holders, known_as
from dragoman.who.registry import Body, Entry, Registry, Statehood
from dragoman.who.spot import cut, small

NAMESAKES = frozenset({"united-nations", "european-union", "nato", "african-union", "arab-league"})
CHIEF = ("head of state", "head of government", "foreign minister")  # of a state, on a day
# "WHO" in capitals is the organization, but in "WHO IS LAVROV"
OPENING = re.compile(
    r"(?!(?-i:WHO) (?!is |was |are |were ))(?:who|what)(?:'s| is| was| are| were)? |(?:the|current|then|today's) ",
    re.IGNORECASE,
)
INITIALS = re.compile(r"\b\w\.\w$")  # "U.S" and "U.S.S.R", which end in a dot that is theirs
# what the chief of a body may be called, in a question and in the registry
HEADS = ("head", "director general", "director-general", "secretary-general", "executive director", "chief")
OF = frozenset({"of", "for", "to", "at", "in"})
ALIKE, NEAR = 72.0, 5  # rapidfuzz's ratio from which a spelling is near, and how many of them are told

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody known by the name: all his rows, and which of them hold on the day."""

    id: str
    name: str
    rows: tuple[Held, ...]
    holding: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A state by its code in a record: its names, what its people are called, what stands for its government, under
    which codes and names it was known, on the day or ever, and who leads it on the day."""

    code: str
    name: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]
    rows: tuple[Statehood, ...]
    chiefs: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """All that may be meant. `office` where it is one that is asked for: then `held` tells who held it, and where
    nobody did on the day, `nearest` who did before and after."""

    asked: str
    day: date | None
    office: str | None = None
    held: tuple[Held, ...] = ()
    nearest: tuple[Held, ...] = ()
    states: tuple[State, ...] = ()
    bodies: tuple[tuple[Body, ...], ...] = ()
    people: tuple[Known, ...] = ()
    like: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.held or self.nearest or self.states or self.bodies or self.people)


def asked(registry: Registry, words: str, day: date | None) -> Answer:
    """Who or what is meant by "Lavrov", "the E3", "Kremlin" or "foreign minister of Iran", on a day or ever."""
    plain = _plain(words)
    if not plain:
        return Answer(words, day)
    book = {small(name): entry for rows in registry.names.values() for name, entry in rows}
    found = Answer(
        words,
        day,
        states=tuple(_states(registry, book, plain, day)),
        bodies=tuple(_bodies(registry, book, plain, day)),
        people=_people(registry, plain, day),
    )
    if not found.empty:
        return _with_office(registry, found, plain)
    for code, office in _offices(registry, book, plain):
        if answer := _holders(registry, words, code, office, day):
            return answer
    return Answer(words, day, like=_like(registry, plain))


def _with_office(registry: Registry, found: Answer, words: str) -> Answer:
    """With those who held it, where a name is that of an office too: "the pope" is not Laurence Pope alone."""
    known = registry.offices.get(small(cut(words)))
    if known is None or known.name != words.lower():  # "major" is another word for an office
        return found
    office = _holders(registry, found.asked, None, words, found.day)
    return replace(found, office=office.office, held=office.held, nearest=office.nearest) if office else found


def _plain(words: str) -> str:
    """Without "who was the" before and "?" after; "" where nothing can be asked."""
    whole = " ".join(words.split())
    words = whole.strip(" ?!.…\"“”'")
    if INITIALS.search(words) and f"{words}." in whole:
        words += "."
    if not any(c.isalnum() for c in words):
        return ""
    while fit := OPENING.match(words):
        words = words[fit.end() :]
    return words


def _states(registry: Registry, book: dict[Words, Entry], words: str, day: date | None) -> Iterator[State]:
    """The states that bear the name or code on the day; if none did, those that ever bore it."""
    entry = book.get(small(cut(words)))
    called = state_named(registry, words, day) or state_named(registry, words)
    codes = [entry.country] if entry and entry.country else [s.record for s in called]
    codes += [words.upper()] if words.upper() in registry.states else []
    for code in dict.fromkeys(codes):
        if code in registry.states:
            yield _state(registry, code, {s.code for s in called if s.record == code}, day)


def _state(registry: Registry, code: str, called: set[str], day: date | None) -> State:
    named = [(e.kind, _joined(n)) for rows in registry.names.values() for n, e in rows if e.country == code]
    names, people, seats = (
        tuple(sorted(n for kind, n in named if kind == k)) for k in ("state", "people", "seat")
    )
    rows = lineage(registry, code, day) or lineage(registry, code)
    now = day and (
        not called or code in called or len(rows) == 1
    )  # not East Germany's, that were West Germany's
    chiefs = (h for office in CHIEF for h in holders(registry, code, office, day)) if now else ()
    return State(code, registry.states[code], names, people, seats, rows, tuple(dict.fromkeys(chiefs)))


def _bodies(
    registry: Registry, book: dict[Words, Entry], words: str, day: date | None
) -> Iterator[tuple[Body, ...]]:
    """Each body of the name, by its rows: as it is on the day, or as it was from time to time."""
    entry = book.get(small(cut(words)))
    for id_ in dict.fromkeys(body.id for body in entry.bodies) if entry else ():
        rows = tuple(b for b in entry.bodies if b.id == id_) if entry else ()
        standing = tuple(b for b in rows if day is None or b.stands(day))
        inside = tuple(m.country for m in members(registry, id_, day)) if day else ()
        yield tuple(replace(b, members=b.members or inside) for b in standing) or rows


def _people(registry: Registry, words: str, day: date | None) -> tuple[Known, ...]:
    """Everybody of the name; those who hold an office on the day go first."""
    titled: dict[str, list[Held]] = {}
    for row in known_as(registry, words, None):
        titled.setdefault(row.id, []).append(row)
    found = []
    for id_, rows in titled.items():
        person = registry.persons[id_]
        if len(rows) < len(person.tenures):  # "President Bush" told of him as president alone
            rows = [row for row in known_as(registry, person.name, None) if row.id == id_]
        holding = tuple(row for row in rows if day and _runs(row, day))
        found.append(Known(id_, person.name, tuple(rows), holding))
    return tuple(sorted(found, key=lambda known: (_weight(registry, known), known.rows[0].first or date.min)))


def _weight(registry: Registry, known: Known) -> int:
    """Who leads a state on the day, then who holds an office that others have too, any office, none."""
    offices = [registry.office(row.office) for row in known.holding]
    ranks = {office.rank if office else "" for office in offices}
    if ranks & set(CHIEF):
        return 0
    return 1 if ranks - {""} else 2 if ranks else 3


def _runs(row: Held, day: date) -> bool:
    return (row.first is None or row.first <= day) and (row.last is None or day <= row.last)


def _offices(registry: Registry, book: dict[Words, Entry], words: str) -> Iterator[tuple[str | None, str]]:
    """The ways to take the words for an office: whose, and which."""
    parts = cut(words)
    low = small(parts)
    for k in range(len(parts) - 1, 0, -1):
        rest = parts[k + 1 :] if low[k] in ("'s", "'") else parts[k:]
        yield from _of(registry, book.get(low[:k]), parts[:k], rest, words)
    for k in range(1, len(parts) - 1):
        if low[k] in OF:
            land = parts[k + 2 :] if low[k + 1] == "the" else parts[k + 1 :]
            yield from _of(registry, book.get(small(land)), land, parts[:k], words)
    yield None, words


def _of(
    registry: Registry, entry: Entry | None, name: Words, office: Words, whole: str
) -> Iterator[tuple[str | None, str]]:
    """An office of a state; of a body by all the words, since its code may stand for many bodies."""
    if not entry or not office:
        return
    if entry.country and not beside(registry, _joined(name), entry.country):
        yield entry.country, _joined(office)
    for body in entry.bodies:
        if body.country:
            yield body.country, whole
        if body.id in NAMESAKES:
            yield body.country, _joined(office)
        elif body.country and _joined(office).lower() in HEADS:
            yield from ((body.country, f"{n} {head}") for head in HEADS for n in (_joined(name), body.id))


def _joined(words: Words) -> str:
    """Words of a line as one writes them: "secretary-general", not "secretary - general"."""
    return re.sub(r" ?(-) ?| (?='s?\b|\.)", r"\1", " ".join(words))


def _holders(
    registry: Registry, words: str, code: str | None, office: str, day: date | None
) -> Answer | None:
    held = holders(registry, code, office, day)
    if held or day is None:
        return Answer(words, day, office, held) if held else None
    ever = holders(registry, code, office, None)
    before = [h for h in ever if h.last and h.last < day]
    after = [h for h in ever if h.first and h.first > day]
    nearest = (*(max(before, key=_last) for _ in before[:1]), *(min(after, key=_first) for _ in after[:1]))
    return Answer(words, day, office, nearest=nearest) if nearest else None


def _first(row: Held) -> date:
    return row.first or date.min


def _last(row: Held) -> date:
    return row.last or date.max


def _like(registry: Registry, words: str) -> tuple[str, ...]:
    """Names that are spelled nearly so, the nearest first; for an office the same with another land."""
    before, of, land = words.rpartition(" of ")
    known = small(cut(before)) in registry.offices
    near = _near(registry, land.removeprefix("the ") if known else words, known)
    whole = tuple(f"{before}{of}{name}" for name in near) if known else near
    return tuple(name for name in whole if name.casefold() != words.casefold())


def _near(registry: Registry, words: str, lands: bool) -> tuple[str, ...]:
    from rapidfuzz import fuzz, process

    names = {
        _joined(name)
        for rows in registry.names.values()
        for name, entry in rows
        if not lands or entry.kind == "state"
    }
    names |= set() if lands else {_joined(name) for name in registry.surnames}
    choices = {name: name.lower() for name in sorted(names)}
    found = process.extract(words.lower(), choices, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=NEAR)
    return tuple(name for _, _, name in found)
