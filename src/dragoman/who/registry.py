"""Registry: the book of those who can act, with their names, offices and memberships by day."""

from dataclasses import dataclass, field
from datetime import date

BODIES = frozenset("UNO EUR NAT AFU ARL IGO NGO IMG MNC".split())  # codes that are no state


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office; `first` or `last` None where it is not known or still runs."""

    country: str
    sector: str
    office: str
    first: date | None
    last: date | None
    origin: str = "own"  # a word of origins.toml

    def runs(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody known, with all offices in the order of their first days."""

    id: str
    name: str
    surnames: tuple[str, ...]
    tenures: tuple[Tenure, ...]

    def on(self, day: date | None) -> tuple[Tenure, bool] | None:
        """The office held on `day` and True; else the last one before it (the first after it) and False.

        Without a day only somebody of one country and office is known.
        """
        if day is None:
            return (
                (self.tenures[0], True) if len({(t.country, t.office) for t in self.tenures}) == 1 else None
            )
        running = [t for t in self.tenures if t.runs(day)]
        if running:
            return running[-1], True
        before = [t for t in self.tenures if t.last is not None and t.last < day]
        of_states = [t for t in before if t.country not in BODIES] or before
        return (max(of_states, key=lambda t: t.last or day) if before else self.tenures[0]), False

    @property
    def countries(self) -> frozenset[str]:
        return frozenset(t.country for t in self.tenures)


@dataclass(frozen=True, slots=True)
class Body:
    """A body, group, party, force, paper or firm, as it is from `first` to `last`."""

    id: str
    kind: str
    name: str
    country: str | None
    sector: str
    members: tuple[str, ...]
    first: date | None
    last: date | None

    def stands(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one name stands for: a state, its people, its seat, bodies or persons (by id)."""

    kind: str  # state, people, seat, body, person
    country: str | None = None
    bodies: tuple[Body, ...] = ()
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """An office in general: its name, its rank among counterparts, PLOVER's sector, its state if only one has it."""

    name: str
    rank: str
    sector: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Statehood:
    """A state as it was from `first` to `last`. `record`: the code that stands for it in a record; `iso`: ISO 3166's
    of the time; `before` and `after`: codes of this table. Codes that it never had are empty."""

    code: str
    names: tuple[str, ...]
    first: date | None
    last: date | None
    record: str
    standing: str  # member, observer, partly recognised, associated, former
    iso: str
    iso2: str
    fips: str
    cow: str
    gw: str
    cameo: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def stands(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Membership:
    """A state in a body; a suspension does not end it."""

    body: str
    country: str
    first: date | None
    last: date | None

    def runs(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Questions:
    """What only questions about offices need."""

    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)  # "head of state": offices that answer it
    instead: dict[str, str] = field(default_factory=dict)  # which office answers where nobody holds that
    origins: dict[str, str] = field(default_factory=dict)  # word in the tables: what it means
    states: tuple[Statehood, ...] = ()  # all since 1945
    members: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class Hints:
    """What tells names apart that are one word: keys are small words, codes are of states."""

    signs: dict[str, dict[str, tuple[str, ...]]] = field(
        default_factory=dict
    )  # "congo": by code what points to it
    halves: tuple[dict[str, str], ...] = ()  # "the north": its code, where one of the two has been spoken of
    seats: dict[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # "brussels": the name of the body it means


Names = dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]  # by first word, longest first


@dataclass(frozen=True, slots=True)
class Registry:
    """The opened book, asked by words, never searched."""

    states: dict[str, str]  # code: name
    names: Names
    persons: dict[str, Person]
    surnames: dict[tuple[str, ...], tuple[str, ...]]  # words: ids of persons
    offices: dict[tuple[str, ...], Office]
    sectors: dict[tuple[str, ...], str]  # the noun, or two or three words that end in it: its sector
    words: dict[str, frozenset[str]]
    given: frozenset[str]  # first names of persons
    opening: frozenset[str]  # first words of offices
    prefixes: dict[str, str]  # "franco": the state it means before a hyphen
    holders: dict[tuple[str, str], tuple[tuple[str, Tenure], ...]]  # by country and rank
    by_name: dict[str, Office]
    questions: Questions = field(default_factory=Questions)
    hints: Hints = field(default_factory=Hints)
    longest_office: int = 5

    def office(self, name: str) -> Office | None:
        """The office of that name ("foreign minister"), None where the book has no such."""
        return self.by_name.get(name)

    def in_office(self, country: str, office: Office, day: date) -> tuple[Person, ...]:
        """Who held that office there on that day; where nobody did, who held one of the same rank."""
        held = [(id_, t) for id_, t in self.holders.get((country, office.rank), ()) if t.runs(day)]
        exact = [(id_, t) for id_, t in held if t.office == office.name]
        return tuple(dict.fromkeys(self.persons[id_] for id_, _ in exact or held))
