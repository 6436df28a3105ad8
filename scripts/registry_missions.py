"""US chiefs of mission and officers of the State Department, as the Office of the Historian has them."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from registry_names import Person, bare, fold, slug

HERE = Path(__file__).parent
Record = dict[str, str]
LONG = 6  # years that an ambassador rarely stays
PARTS = re.compile(r"\b(jr|sr|ii|iii|iv|2nd|3rd)\b\.?$", re.I)


@dataclass(frozen=True, slots=True)
class Post:
    """One person in one post, as one source says it."""

    person: Person
    country: str
    office: str
    first: str
    last: str
    origin: str


def sent(missions: list[Record], own: list[Record]) -> Iterator[Post]:
    """Postings with a first day; one without a last ends before the next in a post that one holds at a time."""
    offices, places = _table("registry_roles.csv"), _table("registry_posts.csv")
    known = _Americans(own)
    drafts = [(m, office) for m in missions if m["started"] and (office := _office(m, offices, places))]
    firsts: dict[str, list[str]] = {}
    for m, office in drafts:
        firsts.setdefault(_place(office), []).append(m["started"])
    for m, office in drafts:
        last = m["ended"] or _before(firsts[_place(office)], m["started"])
        person = known.person(m, office)
        if not last or last >= m["started"]:
            yield Post(person, "USA", office, m["started"], last, "historyatstate")


def _table(name: str) -> dict[str, str]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return {row[0]: row[1] for row in list(csv.reader(lines))[1:]}


def _office(m: Record, offices: dict[str, str], places: dict[str, str]) -> str:
    """In the words of news: "ambassador to the united nations"; "" for ranks and posts of no interest."""
    if m["kind"] == "positions-principals":
        return offices.get(m["role"], "")
    office = "ambassador to" if m["role"].startswith("representative") else offices.get(m["role"], "")
    return f"{office} {places.get(m['post'], m['post'].replace('-', ' '))}" if office else ""


def _place(office: str) -> str:
    """An envoy and who stands in for him follow each other."""
    return office.partition(" to ")[2] or office


def _before(firsts: list[str], first: str) -> str:
    after = [f for f in firsts if f > first and len(f) == 10 and int(f[:4]) - int(first[:4]) <= LONG]
    return day_before(min(after)) if after else ""


class _Americans:
    """Persons of the Office of the Historian, with the ids of our own rows where they are there."""

    def __init__(self, own: list[Record]) -> None:
        self._own = [r for r in own if r["country"] == "USA"]
        self._others = {r["id"] for r in own}
        self._taken: dict[str, str] = {}

    def person(self, m: Record, office: str) -> Person:
        full = " ".join(PARTS.sub("", re.sub(r"\([^)]*\)", " ", m["person"])).strip(" ,").split())
        surname = _surname(full, m["person_id"])
        given = full[: full.rfind(surname)].split() or [full]
        short = f"{given[0]} {surname}" if len(given[0].strip(".")) > 1 else full
        also = tuple(n for n in dict.fromkeys((full, bare(full))) if n != bare(short))
        if row := self._ours(m, full, short, surname, office):
            names = {row["name"], *row["also"].split(";")}
            more = tuple(n for n in (bare(short), *also) if n not in names)
            return Person(row["id"], row["name"], more, tuple(row["surname"].split(";")))
        return Person(self._id(m["person_id"], short, full), bare(short), also, (bare(surname),))

    def _ours(self, m: Record, full: str, short: str, surname: str, office: str) -> Record | None:
        """The own row of the same name, or of the same surname and post from the same days."""
        for row in self._own:
            near = abs(int(row["first"][:4] or 0) - int(m["started"][:4])) < 45
            if near and {fold(n) for n in (row["name"], *row["also"].split(";"))} & {fold(full), fold(short)}:
                return row
            same = row["office"] == office and row["first"][:4] == m["started"][:4]
            if same and fold(surname) in {fold(s) for s in row["surname"].split(";")}:
                return row
        return None

    def _id(self, key: str, short: str, full: str) -> str:
        for id_ in (slug(short), slug(full), key):
            if id_ not in self._others and self._taken.setdefault(id_, key) == key:
                return id_
        raise SystemExit(f"{key}: no id is free")


def _surname(full: str, key: str) -> str:
    """ "Cornelius Van Hemert Engert", engert-cornelius-van-hemert: Engert."""
    words = full.replace(",", "").split()
    for start in range(len(words)):
        tail = " ".join(words[start:])
        if key == slug(tail) or key.startswith(slug(tail) + "-"):
            return tail
    return words[-1]


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
