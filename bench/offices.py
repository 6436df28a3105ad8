#!/usr/bin/env python3
"""Who held office O of state S on day D: offices.py [--rows 300] [--seed 1] [--show]

Rows are drawn at random, half from the World Factbook's intervals, half from the records of the US Department of State
(../shared/data/facts): heads and ambassadors; chiefs of mission, officers of the department, whom presidents and
secretaries of state say they were when they travelled, and who came to see them. Each is read here by its own few
words, not by the script that makes the registry, and asked as a question in the source's words. The day lies well
inside the row's own interval: of the Factbook's, which tells a change late, after the "since" that it gives and half a
year before it was last seen, if it was first seen before that; not in the years in which it was not dated anew. States
only, from 1990 on; a posting may be of any year. An answer is right where exactly one person is named (of an office
that several hold, where one of those named is) and every word of the shorter of the two names has a like word in the
other.
"""

import argparse
import csv
import json
import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
FACTS = HERE.parent.parent / "shared" / "data" / "facts"
DATA = HERE.parent / "src" / "dragoman" / "data"
SEED, ROWS = 1, 300
INSIDE = timedelta(days=30)
LATE = timedelta(days=180)  # a change may show in the Factbook so late
HOLE = date(2017, 3, 15)  # what was last seen when it came to life again in 2020 was true on this day
REVIVED, BEGIN = date(2020, 11, 24), date(1990, 1, 1)
SHARES = {
    "Factbook: heads of state and government": 75,
    "Factbook: ambassadors to the US": 38,
    "Factbook: US ambassadors": 37,
    "US records: chiefs of mission": 75,
    "US records: officers of the department": 25,
    "US records: journeys": 25,
    "US records: visits to the US": 25,
}
MONTHS = "January February March April May June July August September October November December".split()
HONOURS = set(
    "mr mrs ms dr sir dame gen lt col maj brig adm jr sr ii iii iv king queen emperor prince princess crown sheikh"
    " shaykh amir emir sultan president prime minister general marshal field air chief major colonel the of bin ibn"
    " bint al el ul honorable h e capt cap cdr msgr and".split()
)
HEADS = (
    "President|Vice President|First Vice President|Prime Minister|Premier|Chancellor|King|Queen|Emperor|Sultan|Amir"
    "|Grand Duke|Prince|Crown Prince|Pope|Taoiseach|Supreme Leader"
)
HEAD_LINE = re.compile(
    rf"(?:^|; )(?P<office>{HEADS}) (?!of |and |\(Ret)(?P<name>[^;,()]+?)"
    r" \(since (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})\)"
)
ENVOY_LINE = re.compile(
    r"^Ambassador (?!\(?vacant)(?P<name>[^;,()]+?) \(since (?P<day>\d{1,2} [A-Z][a-z]+ \d{4})\)"
)
VISITOR = re.compile(
    r"(President|Prime Minister|Chancellor|King|Emperor|Sultan|Foreign Minister) (?!and\b)([^,;]+)$"
)
SEVERAL = ("vice president", "first vice president")
POSTS = {
    "representative-to-un": "the United Nations", "representative-to-nato": "NATO", "representative-to-oas": "the OAS",
    "representative-to-eu": "the European Union", "representative-to-icao": "ICAO", "holy-see": "the Holy See",
    "representative-to-oecd": "the OECD", "representative-to-iaea": "the IAEA", "representative-to-unesco": "UNESCO",
    "representative-to-au": "the African Union", "representative-to-osce": "the OSCE", "korea": "South Korea",
    "representative-to-asean": "ASEAN", "congo-democratic-republic": "the Democratic Republic of the Congo",
    "congo-republic": "the Republic of the Congo", "cote-divoire": "Ivory Coast",
    "german-democratic-republic": "East Germany", "vietnam-south": "South Vietnam",
    "saint-vincent-grenadines": "Saint Vincent and the Grenadines", "saint-kitts-nevis": "Saint Kitts and Nevis",
    "bosnia-herzegovina": "Bosnia and Herzegovina", "antigua-barbuda": "Antigua and Barbuda",
    "trinidad-and-tobago": "Trinidad and Tobago", "sao-tome-and-principe": "Sao Tome and Principe",
}  # fmt: skip
FROM = {
    "Korea": "South Korea", "China, People’s Republic of": "China",
    "Democratic Republic of the Congo (Zaire)": "Congo", "Macedonia, Former Yugoslav Republic of": "Macedonia",
}  # fmt: skip
OFFICERS = {
    "secretary": "secretary of state", "deputy-secretary": "deputy secretary of state",
    "under-secretary-for-political-affairs": "under secretary of state for political affairs",
    "assistant-secretary-for-african-affairs": "assistant secretary of state for African affairs",
    "assistant-secretary-for-european-affairs": "assistant secretary of state for European affairs",
    "assistant-secretary-for-near-eastern-affairs": "assistant secretary of state for Near Eastern affairs",
    "assistant-secretary-for-east-asian-pacific-affairs":
        "assistant secretary of state for East Asian and Pacific affairs",
    "assistant-secretary-for-western-hemisphere": "assistant secretary of state for Western Hemisphere affairs",
    "us-trade-representative": "US trade representative", "administrator-aid": "USAID administrator",
    "director-policy-planning": "director of policy planning",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """A question and who, by the source, is the answer."""

    source: str
    state: str  # as the source writes it
    office: str
    name: str
    first: date
    last: date


def asked() -> Iterator[Asked]:
    """Every row of the sources that tells who held an office."""
    for source in (_factbook, _missions, _journeys, _visits):
        yield from source()


def _factbook() -> Iterator[Asked]:
    fields = {
        "chief of state": "Factbook: heads of state and government",
        "head of government": "Factbook: heads of state and government",
        "ambassador to us": "Factbook: ambassadors to the US",
        "us ambassador": "Factbook: US ambassadors",
    }
    states = _states()
    for row in _lines("factbook_intervals.jsonl"):
        source, state = fields.get(row["field"]), states.get(row["code"])
        if source is None or state is None or "represented by" in row["value"]:
            continue
        for fit in (HEAD_LINE if "heads" in source else ENVOY_LINE).finditer(row["value"]):
            days = max(_since(fit["day"]), BEGIN), _sure(row)
            if row["field"] == "us ambassador":
                yield Asked(source, "United States", f"ambassador to {state}", fit["name"], *days)
            else:
                office = fit.groupdict().get("office", "ambassador to the United States")
                yield Asked(source, state, office, fit["name"], *days)


def _states() -> dict[str, str]:
    """The names of all that are states to somebody, by the Factbook's code."""
    with (FACTS / "countries" / "country-codes.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    named = {
        r["FIPS"].lower(): r["CLDR display name"].replace("&", "and")
        for r in rows
        if r["is_independent"] == "Yes"
    }
    return named | {"kv": "Kosovo", "tw": "Taiwan", "ri": "Serbia"}


def _sure(row: dict) -> date:
    """The last day on which the interval may be trusted."""
    seen, left = date.fromisoformat(row["first_seen"]), date.fromisoformat(row["last_seen"])
    if HOLE < left < REVIVED:
        left = HOLE
    return max(seen, left - LATE)


def _missions() -> Iterator[Asked]:
    for row in _lines("us_diplomacy/us_chiefs_of_mission.jsonl"):
        if len(row["started"]) < 10 or len(row["ended"]) < 10:
            continue
        days = date.fromisoformat(row["started"]), date.fromisoformat(row["ended"])
        if row["kind"] == "positions-principals":
            if office := OFFICERS.get(row["role"]):
                yield Asked(
                    "US records: officers of the department", "United States", office, row["person"], *days
                )
        elif row["role"] == "ambassador-e-p" or row["role"].startswith("representative-to"):
            post = POSTS.get(row["post"], row["post"].replace("-", " ").title())
            office = f"ambassador to {post}"
            yield Asked("US records: chiefs of mission", "United States", office, row["person"], *days)


def _journeys() -> Iterator[Asked]:
    for row in _lines("us_diplomacy/us_travels.jsonl"):
        office = {"president": "president", "secretary": "secretary of state"}[row["role"]]
        if row["start"] >= "1990":
            days = date.fromisoformat(row["start"]), date.fromisoformat(row["end"] or row["start"])
            yield Asked("US records: journeys", "United States", office, row["name"], *days)


def _visits() -> Iterator[Asked]:
    for row in _lines("us_diplomacy/visits_to_us.jsonl"):
        fit = VISITOR.match(row["visitor"])
        if fit and row["start"] >= "1990" and len(row["frm"]) == 1:
            days = date.fromisoformat(row["start"]), date.fromisoformat(row["end"] or row["start"])
            state = FROM.get(row["frm"][0][1], row["frm"][0][1])
            yield Asked("US records: visits to the US", state, fit[1], fit[2], *days)


def _lines(name: str) -> Iterator[dict]:
    with (FACTS / name).open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _since(day: str) -> date:
    number, month, year = day.split()
    return date(int(year), MONTHS.index(month) + 1, int(number)) if month in MONTHS else date.max


def drawn(rows: int, seed: int) -> list[tuple[Asked, date]]:
    """Questions and days, so many of each source as its share; the day well inside, on a visit its first."""
    rng = random.Random(seed)
    by_source: dict[str, list[Asked]] = {}
    for q in asked():
        of_days = q.source.endswith("journeys") or "visits" in q.source
        if of_days or q.last - q.first > 2 * INSIDE:
            by_source.setdefault(q.source, []).append(q)
    found = []
    for source, share in SHARES.items():
        for q in rng.sample(by_source[source], share * rows // ROWS):
            inside = (q.last - q.first).days - 2 * INSIDE.days
            day = q.first + INSIDE + timedelta(days=rng.randrange(inside)) if inside > 0 else q.first
            found.append((q, day))
    return found


@lru_cache(maxsize=1)
def _registry():
    from dragoman.who import open_directory

    return open_directory(DATA)


@lru_cache(maxsize=1)
def _spelled() -> dict[str, list[str]]:
    """All ways in which the registry writes each person."""
    names: dict[str, list[str]] = {}
    for rows in _registry().names.values():
        for words, entry in rows:
            for id_ in entry.persons:
                names.setdefault(id_, []).append(" ".join(words))
    return names


def answer(q: Asked, day: date) -> tuple[bool, list[str]]:
    """Whether the registry is right, and whom it names."""
    from dragoman.who import holders

    held = holders(_registry(), _code(q.state), q.office, day)
    people = {h.id: h.name for h in held}
    fits = [i for i in people if any(same(q.name, n) for n in [people[i], *_spelled().get(i, [])])]
    one = len(people) == 1 or q.office.lower() in SEVERAL
    return bool(fits) and one, list(people.values())


@lru_cache(maxsize=500)
def _code(state: str) -> str | None:
    wanted = _words(state)
    for rows in _registry().names.values():
        for name, entry in rows:
            if entry.country and _words(" ".join(name)) == wanted:
                return entry.country
    return "no state"


def same(one: str, other: str) -> bool:
    """Whether two names may be one person's: order, honours, accents, transliteration and middle names aside."""
    from rapidfuzz import fuzz

    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and all(any(fuzz.ratio(a, b) >= 75 for b in long) for a in short)


def _words(name: str) -> tuple[str, ...]:
    flat = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    flat = "".join(c for c in flat if not unicodedata.combining(c)).lower()
    words = re.findall(r"[a-z]+", re.sub(r"['’`.]", "", flat))
    return tuple(w for w in words if len(w) > 1 and w not in HONOURS)


def figures(rows: int = ROWS, seed: int = SEED, show: bool = False) -> dict[str, dict[str, float]]:
    """By source, and in all: how many were asked, how many answered, the share right."""
    counts: dict[str, list[int]] = {}
    for q, day in drawn(rows, seed):
        right, named = answer(q, day)
        for key in (q.source, "all"):
            count = counts.setdefault(key, [0, 0, 0])
            count[0] += 1
            count[1] += bool(named)
            count[2] += right
        if show and not right:
            print(
                f"{q.source}: {q.office} of {q.state} on {day}: {q.name}; registry: {', '.join(named) or 'nobody'}"
            )
    return {k: {"asked": n, "answered": a, "right": round(r / n, 3)} for k, (n, a, r) in counts.items()}


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("--rows", ROWS), ("--seed", SEED)):
        args.add_argument(name, type=int, default=default)
    args.add_argument("--show", action="store_true")
    got = args.parse_args()
    if not FACTS.exists():
        print("skipped: ../shared is not here")
        return
    for source, found in figures(got.rows, got.seed, got.show).items():
        print(f"{source:42}", "  ".join(f"{k} {v}" for k, v in found.items()))


if __name__ == "__main__":
    main()
