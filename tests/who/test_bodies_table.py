"""The table of bodies: one actor an id, its days and codes sound, and no name that means two at once."""

import calendar
import csv
import re
from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

REGISTRY = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "registry"
HEADER = ["id", "kind", "names", "country", "sector", "members", "first", "last"]
KINDS = {"body", "group", "armed", "party", "media", "firm"}
BODIES = {"UNO", "EUR", "NAT", "AFU", "ARL", "IGO", "NGO", "IMG", "MNC"}
SECTORS = set("GOV MIL COP JUD LEG SPY PTY OPP REB CVL JRN BUS EDU REL LAB CRM UAF ELI REF MED".split())

Row = dict[str, str]


def _table(name: str) -> list[Row]:
    with (REGISTRY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = _table("own_bodies.csv")
COUNTRIES = {row["country"] for row in _table("places.csv")} | {"XKX", "PSE", "TWN"}


def _first(day: str) -> date:
    return date.fromisoformat((day + "-01-01")[:10]) if day else date.min


def _last(day: str) -> date:
    if not day:
        return date.max
    year, month = int(day[:4]), int(day[5:7] or 12)
    return date(year, month, int(day[8:] or calendar.monthrange(year, month)[1]))


def _meet(one: Row, other: Row) -> bool:
    ends = min(_last(one["last"]), _last(other["last"]))
    return max(_first(one["first"]), _first(other["first"])) <= ends


def _names(row: Row) -> list[str]:
    return row["names"].split(";")


def _groups(key: str) -> dict[str, list[Row]]:
    found = defaultdict(list)
    for row in ROWS:
        for value in row[key].split(";"):
            found[value].append(row)
    return found


def test_the_table_is_whole():
    assert list(ROWS[0]) == HEADER
    assert len(ROWS) > 1000
    for row in ROWS:
        assert None not in row and None not in row.values(), row
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), row
        assert row["kind"] in KINDS, row


def test_an_id_has_several_rows_only_with_different_days():
    for rows in _groups("id").values():
        assert not [(a, b) for a, b in combinations(rows, 2) if _meet(a, b)]
        assert len({row["kind"] for row in rows}) == 1, rows


def test_days_are_days_and_in_order():
    for row in ROWS:
        for day in (row["first"], row["last"]):
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", day), row
        assert _first(row["first"]) <= _last(row["last"]), row


def test_codes_and_sectors_are_those_of_the_record():
    for row in ROWS:
        assert row["country"] in COUNTRIES | BODIES | {""}, row
        assert row["sector"] in SECTORS | {""}, row
        assert row["country"] or row["members"], row


def test_only_groups_have_members_and_their_codes_are_sorted():
    for row in ROWS:
        members = row["members"].split(";") if row["members"] else []
        assert bool(members) == (row["kind"] == "group"), row
        assert members == sorted(set(members)), row
        assert set(members) <= COUNTRIES | BODIES, row


def test_media_and_firms_have_their_sector():
    for row in ROWS:
        if row["kind"] == "media":
            assert row["sector"] == "JRN", row
        if row["kind"] == "firm" and row["country"] != "MNC":
            assert row["sector"] == "BUS", row


def test_names_are_tidy():
    for row in ROWS:
        names = _names(row)
        assert len(names) == len(set(names)), row
        assert all(name == " ".join(name.split()) and len(name) > 1 for name in names), row


def test_no_name_means_two_actors_on_one_day():
    for name, rows in _groups("names").items():
        clashes = [(a["id"], b["id"]) for a, b in combinations(rows, 2) if a["id"] != b["id"] and _meet(a, b)]
        assert not clashes, (name, clashes)


def test_a_name_that_matches_any_case_means_one_actor():
    """Names in small letters match capitals too, so they clash with names that differ in case alone."""
    folded = defaultdict(set)
    for row in ROWS:
        for name in _names(row):
            folded[name.lower()].add(row["id"])
    for row in ROWS:
        for name in _names(row):
            assert not (name.islower() and folded[name] != {row["id"]}), (name, folded[name])


def _on(name: str, day: str) -> tuple[str, str, str, str]:
    on = date.fromisoformat(day)
    row = next(r for r in _groups("names")[name] if _first(r["first"]) <= on <= _last(r["last"]))
    return row["id"], row["country"], row["sector"], row["members"]


def test_who_an_actor_is_depends_on_the_day():
    assert _on("Taliban", "2005-06-01") == ("taliban", "AFG", "REB", "")
    assert _on("Taliban", "2022-06-01") == ("taliban", "AFG", "GOV", "")
    assert _on("SPLA", "2004-01-01")[1:3] == ("SDN", "REB")
    assert _on("SPLA", "2012-01-01")[1:3] == ("SSD", "MIL")
    assert _on("BRICS", "2015-01-01")[3] == "BRA;CHN;IND;RUS;ZAF"
    assert "IDN" in _on("BRICS", "2025-02-01")[3]
    assert _on("RSF", "2007-01-01")[0] == "reporters-without-borders"
    assert _on("RSF", "2024-01-01")[0] == "rapid-support-forces"


def test_actors_that_are_not_each_other_have_ids_of_their_own():
    pairs = (
        ("UNICEF", "UNHCR"),
        ("New York Times", "CNN"),
        ("Google", "Microsoft"),
        ("Janjaweed", "Justice and Equality Movement"),
        ("Abu Sayyaf", "Moro Islamic Liberation Front"),
        ("Mossad", "Shin Bet"),
        ("White House", "State Department"),
        ("Likud", "Kadima"),
    )
    for one, other in pairs:
        assert _on(one, "2007-01-01")[0] != _on(other, "2007-01-01")[0]
