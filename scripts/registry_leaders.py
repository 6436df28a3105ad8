"""The rows of leaders.csv: who led each state from which day to which, by the Factbook's snapshots."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from registry_held import Held, held
from registry_names import Known, Person

HEAD = ("id", "name", "also", "surname", "country", "sector", "office", "first", "last", "origin")
CORRECTIONS = Path(__file__).with_name("registry_tenures.csv")
CORRECTED = ["country", "name", "office", "first", "last", "why"]
Record = dict[str, str]
FIELDS = ("chief of state", "head of government")
CROWN = re.compile(r"CHARLES III|ELIZABETH II")  # the British Crown elsewhere is not who leads
# Offices that several hold at once, so that nobody's first day is another's last.
MANY = (
    "vice president",
    "first vice president",
    "member of the presidency",
    "member of the presidential council",
)
# On this day's snapshot the Factbook dropped deputies everywhere; being seen last before it says nothing.
DROPPED = ("2024-05-01", "2024-06-30")
AGAIN = 400  # days between two "since" of one deputy that need not mean two tenures
SLIP = 45  # days by which the Factbook corrects itself
# Last snapshots before a long hole: being seen last then says little of the end.
HOLES = ("2015-11-18", "2015-11-29", "2016-11-26", "2017-03-28", "2017-03-29", "2020-11-23")
# What news call an office, where the Factbook's word is another.
CALLED = {
    ("RUS", "premier"): "prime minister",
}


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person in one office of one country."""

    person: Person
    country: str
    office: str
    first: str
    last: str
    seen: str
    left: str
    origin: str = "factbook"

    @property
    def track(self) -> str:
        return _track(self.office)


def _track(office: str) -> str:
    """Offices that follow each other: an acting president is followed by a president."""
    return re.sub(r"^(acting|interim|caretaker) ", "", office).replace("queen", "king")


def rows(
    facts: list[Record], codes: dict[str, str], states: set[str], own: list[Record]
) -> list[tuple[str, ...]]:
    """The table, in the order of country, office, first day and id."""
    known = Known(own)
    newest = max(f["last_seen"] for f in facts)
    made = [
        t for c, lines in sorted(_by_country(facts, codes, states).items()) for t in _country(c, lines, known)
    ]
    made = _corrected(made, known, newest)
    if idle := known.unused():
        raise SystemExit(f"registry_names.csv: these rows fit nobody: {'; '.join(idle)}")
    ended = [_ended(t, made, own, newest) for t in made]
    ended = [_not_after(t, known) for t in ended]
    table = sorted((t for t in ended if not t.last or t.last >= "2014"), key=_place)
    return [_row(t) for t in table]


def _row(t: Tenure) -> tuple[str, ...]:
    p = t.person
    return (
        p.id,
        p.name,
        ";".join(p.also),
        ";".join(p.surnames),
        t.country,
        "GOV",
        t.office,
        t.first,
        t.last,
        t.origin,
    )


def _place(t: Tenure) -> tuple[str, str, str, str]:
    return t.country, t.office, t.first, t.person.id


def _by_country(facts: list[Record], codes: dict[str, str], states: set[str]) -> dict[str, list[Record]]:
    lines: dict[str, list[Record]] = {}
    for fact in facts:
        code = codes.get(fact["code"], "")
        if code in states and fact["field"] in FIELDS:
            lines.setdefault(code, []).append(fact)
    return lines


def _country(code: str, lines: list[Record], known: Known) -> Iterator[Tenure]:
    usual = {field: _usual(code, [x for x in lines if x["field"] == field]) for field in FIELDS}
    seen = [h for x in lines for h in _held(code, x, usual[x["field"]])]
    seen = [h for h in seen if code == "GBR" or not CROWN.search(h.name)]
    people: dict[tuple[str, str], list[tuple[Held, Person]]] = {}
    for h in seen:
        office = CALLED.get((code, h.office), h.office)
        person = known.person(code, h.name, office, h.since)
        people.setdefault((person.id, office), []).append((replace(h, office=office), person))
    yield from _stretches(_settled(people), known)


def _held(code: str, fact: Record, usual: str) -> Iterator[Held]:
    return held(code, fact["value"], fact["first_seen"], fact["last_seen"], usual)


def _usual(code: str, lines: list[Record]) -> str:
    """The office that the field names mostly."""
    count = Counter(h.office for x in lines for h in _held(code, x, "") if " president" not in h.office)
    return min(count, key=lambda o: (-count[o], o)) if count else "head of state"


People = dict[tuple[str, str], list[tuple[Held, Person]]]


def _settled(people: People) -> People:
    """Who stays on as "acting" or "caretaker" after his term holds the same office still."""
    settled: People = {}
    for (id_, office), sights in sorted(people.items()):
        plain = re.sub(r"^(acting|interim) ", "", office)
        before = people.get((id_, plain), [])
        stays = plain != office and before and min(h.seen for h, _ in before) < min(h.seen for h, _ in sights)
        settled.setdefault((id_, plain if stays else office), []).extend(sights)
    return settled


def _stretches(people: People, known: Known) -> Iterator[Tenure]:
    """One tenure for each time that somebody held an office, told apart by others seen in between. Two with the
    same first day are one: the Factbook's two lines changed on different days."""
    whole: dict[tuple[str, str, str], Tenure] = {}
    for t in _runs(people, known):
        key = t.person.id, t.office, t.first
        whole[key] = replace(t, seen=whole[key].seen) if key in whole else t
    yield from whole.values()


def _runs(people: People, known: Known) -> Iterator[Tenure]:
    for (id_, office), sights in people.items():
        sights.sort(key=lambda s: (s[0].seen, s[0].left))
        others = [
            h for (i, o), rest in people.items() if i != id_ and _track(o) == _track(office) for h, _ in rest
        ]
        run: list[Held] = []
        for h, person in sights:
            if run and _again(run, h, others):
                yield _tenure(run, person, office, others, known)
                run = []
            run.append(h)
        yield _tenure(run, sights[-1][1], office, others, known)


def _again(run: list[Held], h: Held, others: list[Held]) -> bool:
    """Whether `h` is a second time in office."""
    since, left = {r.since for r in run}, max(r.left for r in run)
    if h.since and h.since in since:
        return False
    if _track(h.office) in MANY:
        away = _days(left, h.seen) > 60
        return away and bool(h.since and max(since)) and _days(max(since), h.since) > AGAIN
    return any(left < o.seen < h.seen for o in others)


def _tenure(run: list[Held], person: Person, office: str, others: list[Held], known: Known) -> Tenure:
    country = run[0].country
    first = _first(
        [h for h in run if h.since], others, [f for f, _ in known.days(person.id, country, office)]
    )
    return Tenure(person, country, office, first, "", min(h.seen for h in run), max(h.left for h in run))


def _first(run: list[Held], others: list[Held], own: list[str]) -> str:
    """Of the days that the Factbook gave over time: the one of our own rows, if it is among them; else the
    earliest (later ones are re-elections), of such as differ by some days the one that stood longest. A day
    before the first of somebody who was seen in office earlier is a slip."""
    stood: Counter[str] = Counter()
    for h in run:
        late = any(h.since <= o.since <= h.seen and o.seen < run[0].seen for o in others)
        if not late or _track(h.office) in MANY:
            stood[h.since] += _days(h.seen, h.left) + 1 + 20 * (len(h.since) == 10)
    if not stood:
        return max((h.since for h in run), default="")
    for part in [s for s in stood if any(o != s and o.startswith(s) for o in stood)]:
        del stood[part]
    ours = [s for s in stood if any(abs(_days(s, o)) <= SLIP for o in own)]
    near = ours or [s for s in stood if _days(min(stood), s) <= SLIP]
    return min(near, key=lambda s: (-stood[s], s))


def _ended(t: Tenure, made: list[Tenure], own: list[Record], newest: str) -> Tenure:
    """With its last day: none while it runs, else the day before the next one's first, else the last seen."""
    if t.last:
        return replace(t, last="" if t.last == "-" else t.last)
    if t.left == newest:
        return t
    if t.track in MANY:
        return replace(t, last=_deputy(t, made))
    return replace(t, last=_before_next(t, made, own) or t.left)


def _before_next(t: Tenure, made: list[Tenure], own: list[Record]) -> str:
    nexts = [
        o.first for o in made if o.country == t.country and o.track == t.track and o.person.id != t.person.id
    ]
    nexts += [
        r["first"]
        for r in own
        if r["country"] == t.country and _track(r["office"]) == t.track and r["id"] != t.person.id
    ]
    after = [n for n in nexts if len(n) == 10 and n > (t.first or t.seen)]
    return max(_day_before(min(after)), t.first) if after else ""


def _deputy(t: Tenure, made: list[Tenure]) -> str:
    """Of a deputy: the last seen; where the Factbook had a hole, the last day of the president he served.
    Where deputies are never seen together, one ends before the next."""
    mine = [o for o in made if (o.country, o.office) == (t.country, t.office) and o.person.id != t.person.id]
    alone = not any(o.seen <= t.left and t.seen <= o.left for o in mine if not o.last)
    nexts = [_day_before(o.first) for o in mine if alone and len(o.first) == 10 and o.first > t.first]
    served = _served(t, made)
    ends = [*nexts, served] if served else nexts
    return max(t.first, min(ends)) if ends else ""


def _served(t: Tenure, made: list[Tenure]) -> str:
    """The last seen, or the last day of the president served; none if that one leads still."""
    dropped = DROPPED[0] <= t.left <= DROPPED[1]
    far = "9999" if t.left in HOLES or dropped else _day_after(t.left, SLIP)
    day = HOLES[4] if t.left == HOLES[-1] and t.first < HOLES[4] else t.left
    heads = [o for o in made if o.country == t.country and o.track == "president"]
    if not any(o.first <= day for o in heads):
        return t.left
    nexts = [o.first for o in heads if day < o.first < far and len(o.first) == 10]
    return _day_before(min(nexts)) if nexts else "" if dropped else t.left


def _not_after(t: Tenure, known: Known) -> Tenure:
    """An office may be empty before the next one comes: our own rows know the day."""
    held = known.days(t.person.id, t.country, t.office)
    for first, last in held:
        if any(last < again <= t.left for again, _ in held):
            continue
        near = t.first and abs(_days(first, t.first)) <= SLIP
        if near and len(last) == 10 and (not t.last or last < t.last):
            return replace(t, last=max(last, t.first))
    return t


def _day_before(day: str) -> str:
    return _day_after(day, -1)


def _day_after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def _corrected(made: list[Tenure], known: Known, newest: str) -> list[Tenure]:
    """With registry_tenures.csv: its rows stand instead of all made ones of that person and office."""
    with CORRECTIONS.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        if table.fieldnames != CORRECTED:
            raise SystemExit(f"{CORRECTIONS}: row 1: its columns must be {','.join(CORRECTED)}")
        given = list(table)
    right = [(known.person(r["country"], r["name"], r["office"], r["first"]), r) for r in given]
    named = {(p.id, r["country"], r["office"]) for p, r in right}
    kept = [t for t in made if (t.person.id, t.country, t.office) not in named]
    persons = {t.person.id: t.person for t in made}
    for p, r in right:
        if r["first"] != "never":
            who = persons.get(p.id, p)
            kept.append(
                Tenure(
                    who, r["country"], r["office"], r["first"], r["last"] or "-", r["first"], newest, "own"
                )
            )
    return kept


def _days(one: str, other: str) -> int:
    def day(text: str) -> date:
        return date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)

    return (day(other) - day(one)).days
