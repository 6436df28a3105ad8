"""The rows of envoys.csv: US chiefs of mission and officers of the State Department, and who is sent to the US.

Of persons in our own rows the id is theirs, so that one person has one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from registry_held import NOTE, SINCE, apart, day_of, name_at
from registry_leaders import HOLES
from registry_missions import LONG, PARTS, Post, Record, day_before
from registry_missions import sent as missions_sent
from registry_names import Known, Person, fold, like

HEAD = ("id", "name", "also", "surname", "country", "sector", "office", "first", "last", "origin")
NEW = "2025"  # from here on the sources' open ends are taken for offices that still run
ABSENT = re.compile(r"charg[ée]\s+d['’]\s*affai\w+", re.I)
TITLE = re.compile(
    r"^(?:(?:ambassador|consul general|charg[ée] d['’]\s*affai\w+|ad inter\w+|interim|dr|mr|mrs|ms|sir|dame|h\.?e"
    r"|appointed|sheikha?h?|shaykh|prince|princess|counselor|minister|gen|retired|ret|the|honorable)\b[.,: ]*)+",
    re.I,
)


def rows(
    facts: list[Record],
    missions: list[Record],
    codes: dict[str, str],
    states: list[tuple[str, ...]],
    known: tuple[list[Record], list[Record]],
) -> list[tuple[str, ...]]:
    """The table, in the order of country, office, first day and id. `known`: our own rows, and the leaders."""
    own, leaders = known
    names = _Names(states)
    came = _seen(facts, "ambassador to us", codes, names, Known(own))
    seen = _seen(facts, "us ambassador", codes, names, Known(own))
    sent = [x for p in missions_sent(missions, own) if (x := _closed(p, seen, names))]
    whole = _apart_by_id(_once([*sent, *came, *_later(seen, sent, names)]), [*own, *leaders])
    return [_row(p) for p in sorted(whole, key=lambda p: (p.country, p.office, p.first, p.person.id))]


class _Names:
    """What the states are called."""

    def __init__(self, states: list[tuple[str, ...]]) -> None:
        self.by_code = {code: names.split(";")[0] for code, names, *_ in reversed(states)}
        self._codes = {fold(n): code for code, names, *_ in reversed(states) for n in names.split(";")}

    def code(self, office: str) -> str:
        """Of the state to which the office sends, "" where it sends to none."""
        where = office.partition(" to ")[2].removeprefix("the ")
        return self._codes.get(fold(where), "")

    def led(self, code: str) -> str:
        """ "the united states", "peru"."""
        name = self.by_code[code].lower()
        plural = name.startswith(
            ("united", "solomon", "marshall", "central", "democratic", "dominican", "czech")
        )
        return f"the {name}" if plural or name.endswith(("netherlands", "philippines", "bahamas")) else name


def _row(p: Post) -> tuple[str, ...]:
    who = p.person
    return (
        who.id, who.name, ";".join(who.also), ";".join(who.surnames),
        p.country, "GOV", p.office, p.first, p.last, p.origin,
    )  # fmt: skip


def _once(posts: list[Post]) -> list[Post]:
    """Each post once, told by the row that knows its end; of one person always the same names."""
    best: dict[tuple[str, ...], Post] = {}
    named: dict[tuple[str, str], Person] = {}
    for p in posts:
        person = named.setdefault((p.country, p.person.id), p.person)
        key = (p.country, p.person.id, p.office, p.first)
        if key not in best or (p.last and not best[key].last):
            best[key] = replace(p, person=person)
    return list(best.values())


def _apart_by_id(posts: list[Post], others: list[Record]) -> list[Post]:
    """People of two countries who have one name get two ids."""
    home: dict[str, str] = {}
    for r in others:
        home.setdefault(r["id"], r["country"])
    served: dict[str, set[str]] = {}
    for r in others:
        served.setdefault(r["id"], set()).add(r["country"])
    found = []
    for p in posts:
        id_ = p.person.id
        if p.country not in served.get(id_, {home.setdefault(id_, p.country)}):
            p = replace(p, person=replace(p.person, id=f"{id_}-{p.country.lower()}"))
        found.append(p)
    return found


# --- the World Factbook ---


@dataclass(frozen=True, slots=True)
class _Sight:
    """One person in one line of the Factbook."""

    person: Person
    absent: bool
    since: str
    seen: str
    left: str


def _seen(facts: list[Record], field: str, codes: dict[str, str], names: _Names, known: Known) -> list[Post]:
    """Who was named in the field, in each country, with first and last days."""
    newest = max(f["last_seen"] for f in facts)
    countries: dict[str, list[Record]] = {}
    for f in facts:
        code = codes.get(f["code"], "")
        if f["field"] == field and code in names.by_code and f["value"]:
            countries.setdefault(code, []).append(f)
    found: list[Post] = []
    for code, lines in sorted(countries.items()):
        home, to = (code, "USA") if field == "ambassador to us" else ("USA", code)
        sights = [s for line in lines for s in _sights(line, home, known)]
        found += _posts(sights, home, names.led(to), newest)
    return found


def _sights(line: Record, home: str, known: Known) -> Iterator[_Sight]:
    value = re.sub(r"\[[^]]*\]|\(vacant[^)]*\)", "", NOTE.sub("", line["value"]))
    if re.match(r"(none|the (US|United)|has no)\b", value):
        return
    for part in (p for x in apart(value, ";") for p in re.split(r"(?<=\)) and (?=[A-Z])", x)):
        absent = bool(ABSENT.search(part))
        rest = TITLE.sub("", part.strip(" ,:;")).strip(" ,:;")
        name, since = name_at(rest), SINCE.search(rest)
        if name and since and len(name.split()) > 1 and not re.search(r"vacant|Office|Embassy|Affairs", name):
            person = known.envoy(home, PARTS.sub("", name).strip(" ,"), day_of(since))
            yield _Sight(person, absent, day_of(since), line["first_seen"], line["last_seen"])


def _posts(sights: list[_Sight], home: str, to: str, newest: str) -> Iterator[Post]:
    """One post for each person; it ends before the next one's first day, else when last seen."""
    people = _people(sights)
    firsts = [_since(run) for run in people]
    for first, run in zip(firsts, people, strict=True):
        left = max(s.left for s in run)
        nexts = [f for f in firsts if f > first and len(f) == 10]
        last = "" if left == newest else _last(first, left, nexts)
        office = "charge d'affaires to" if run[0].absent else "ambassador to"
        yield Post(_named(run), home, f"{office} {to}", first, last, "factbook")


def _people(sights: list[_Sight]) -> list[list[_Sight]]:
    """Sights of one person's time together: one name, or like names from the same day ("Anatoly", "Anatoliy"); a
    second time, with others between, apart."""
    people: list[list[_Sight]] = []
    for s in sorted(sights, key=lambda s: (s.seen, s.left)):
        mine = [run for run in people if any(_is_one(other, s) for other in run)]
        if mine and not _is_back(mine[-1], s, people):
            mine[-1].append(s)
        else:
            people.append([s])
    return people


def _is_one(a: _Sight, b: _Sight) -> bool:
    if a.absent != b.absent:
        return False
    if a.person.id == b.person.id:
        return True
    alike = max(like(fold(x), fold(y)) for x in a.person.surnames for y in b.person.surnames)
    full = like(fold(a.person.name), fold(b.person.name))
    shared = _words(a.person) & _words(b.person)
    return (a.since == b.since and bool(shared or max(alike, full) > 0.6)) or min(alike, full) > 0.85


def _words(person: Person) -> set[str]:
    return {fold(w) for n in (person.name, *person.also) for w in n.split() if len(w) > 3}


def _is_back(run: list[_Sight], s: _Sight, people: list[list[_Sight]]) -> bool:
    """Whether somebody seen before is seen again after others."""
    left = max(x.left for x in run)
    return s.since > left and any(
        left < x.seen < s.seen for other in people if other is not run for x in other
    )


def _named(run: list[_Sight]) -> Person:
    """As the Factbook wrote the name last, with its other ways."""
    person = run[-1].person
    forms = [n for s in run for n in (s.person.name, *s.person.also) if n != person.name]
    surnames = dict.fromkeys(n for s in reversed(run) for n in s.person.surnames)
    return replace(person, also=tuple(dict.fromkeys(forms)), surnames=tuple(surnames))


def _last(first: str, left: str, nexts: list[str]) -> str:
    """The day before the next one's first, at most the last day seen. What stood unchanged through the years without
    snapshots was true at their beginning, and up to the next one's first day if that is not long after."""
    ends = [day_before(f) for f in nexts]
    if left == HOLES[-1]:
        soon = [e for e in ends if int(e[:4]) - int(first[:4]) <= LONG]
        return max(first, min(soon, default=HOLES[3]))
    return max(first, min([*ends, left]))


def _since(run: list[_Sight]) -> str:
    """The first day that stood longest."""
    stood: Counter[str] = Counter()
    for s in run:
        stood[s.since] += (
            (date.fromisoformat(s.left) - date.fromisoformat(s.seen)).days + 1 + 20 * (len(s.since) == 10)
        )
    return min(stood, key=lambda day: (-stood[day], day))


def _closed(p: Post, seen: list[Post], names: _Names) -> Post | None:
    """A posting that the Office of the Historian leaves open, with its last day by the Factbook; None where neither
    knows whether it still runs."""
    code = names.code(p.office)
    if p.last or not code or p.first < "2010":
        return p if p.last or p.first >= NEW else None
    same = [s for s in seen if names.code(s.office) == code]
    mine = [s for s in same if _is_same(s, p)]
    nexts = [s.first for s in same if s.first > p.first and not _is_same(s, p) and len(s.first) == 10]
    if mine and not (mine[-1].last and nexts):
        return replace(p, last=mine[-1].last)
    return replace(p, last=day_before(min(nexts))) if nexts else None


def _later(seen: list[Post], sent: list[Post], names: _Names) -> list[Post]:
    """US ambassadors of the Factbook whom the Office of the Historian does not have."""
    recent = [p for p in sent if p.last >= "2010" or not p.last]
    found = []
    for s in seen:
        there = [p for p in recent if names.code(p.office) == names.code(s.office)]
        if any(_is_same(s, p) for p in there):
            continue
        lasts = [p.last for p in there if p.first < s.first <= p.last and len(p.last) == 10]
        found.append(replace(s, first=_day_after(max(lasts))) if lasts else s)
    return _not_namesakes([s for s in found if not s.last or s.first <= s.last], sent)


def _not_namesakes(posts: list[Post], sent: list[Post]) -> list[Post]:
    """Whoever bears the name of somebody who served decades before is another."""
    left = {p.person.id: max(p.last, p.first) for p in sorted(sent, key=lambda p: p.first)}
    found = []
    for p in posts:
        old = left.get(p.person.id, p.first)
        namesake = int(p.first[:4]) - int(old[:4]) > 25
        found.append(replace(p, person=replace(p.person, id=f"{p.person.id}-2")) if namesake else p)
    return found


def _is_same(one: Post, other: Post) -> bool:
    """Whether two posts in one place are told of one person: the surnames are alike."""
    return any(
        like(fold(a.split()[-1]), fold(b.split()[-1])) > 0.8
        for a in one.person.surnames
        for b in other.person.surnames
    )


def _day_after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
