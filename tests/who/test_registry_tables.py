"""The tables of states and leaders: codes known, days sound, one person an id, and who led whom when."""

import csv
import itertools
import re
import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REGISTRY = ROOT / "src" / "dragoman" / "data" / "registry"
FACTS = ROOT.parent / "shared" / "data" / "facts"
STATE_HEAD = ["code", "names", "adjectives", "seats"]
LEADER_HEAD = ["id", "name", "also", "surname", "country", "sector", "office", "first", "last", "origin"]
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

Row = dict[str, str]


def _table(name: str) -> list[Row]:
    with (REGISTRY / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


STATES = _table("states.csv")
OWN_STATES = _table("own_states.csv")
LEADERS = _table("leaders.csv")
ENVOYS = _table("envoys.csv")
CODES = _table("codes.csv")
MEMBERS = _table("own_members.csv")
COUNTRIES = {row["country"] for row in _table("places.csv")} | {"XKX", "PSE", "TWN"}


def _cells(row: Row, key: str) -> list[str]:
    return row[key].split(";") if row[key] else []


def _first(day: str) -> date:
    """The first day of a year, month or day."""
    return date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)


def _leads(country: str, office: str, day: str) -> list[str]:
    return [
        row["id"]
        for row in LEADERS
        if row["country"] == country
        and row["office"] == office
        and row["first"] <= day <= (row["last"] or "9999")
    ]


def _state(code: str) -> Row:
    return next(row for row in STATES if row["code"] == code)


def test_the_tables_are_whole():
    assert list(STATES[0]) == STATE_HEAD and list(OWN_STATES[0]) == STATE_HEAD
    assert list(LEADERS[0]) == LEADER_HEAD
    assert len(STATES) > 200 and len(LEADERS) > 1000
    for row in [*STATES, *OWN_STATES, *LEADERS]:
        assert None not in row and None not in row.values(), row


def test_every_code_is_known_and_stands_once():
    codes = [row["code"] for row in STATES]
    assert len(codes) == len(set(codes))
    assert set(codes) <= COUNTRIES
    assert {row["code"] for row in OWN_STATES} <= COUNTRIES
    assert {row["country"] for row in LEADERS} <= set(codes)


def test_every_member_of_the_united_nations_has_a_name_and_most_a_leader():
    places = {row["country"] for row in LEADERS}
    assert {"USA", "CHN", "VAT", "PSE", "TWN", "XKX", "SSD", "TLS", "NRU"} <= {row["code"] for row in STATES}
    assert len(places) >= 190


def test_names_are_tidy():
    for row in [*STATES, *OWN_STATES]:
        assert _cells(row, "names"), row
        for key in STATE_HEAD[1:]:
            assert len(_cells(row, key)) == len(set(_cells(row, key))), row
        for name in (n for key in STATE_HEAD[1:] for n in _cells(row, key)):
            assert name == " ".join(name.split()) and len(name) > 1, row
            assert not set(name) & set("(),:*/") and "note" not in name.split(), row
            assert name.lower() not in {"none", "na"}, row


def test_no_name_belongs_to_two_states():
    owner: dict[str, str] = {}
    for row in [*OWN_STATES, *STATES]:
        for key in STATE_HEAD[1:]:
            for name in _cells(row, key):
                assert owner.setdefault(name, row["code"]) == row["code"], (name, row)


def test_what_news_call_a_state_and_its_people():
    assert {"Gambia", "The Gambia", "Republic of The Gambia"} <= set(_cells(_state("GMB"), "names"))
    assert "Trinidad and Tobago" in _cells(_state("TTO"), "names")
    assert {"St. Lucia", "Saint Lucia"} <= set(_cells(_state("LCA"), "names"))
    assert {"Irish", "Irishman", "Irishmen"} <= set(_cells(_state("IRL"), "adjectives"))
    assert "Dominican" in _cells(_state("DOM"), "adjectives") and not _state("DMA")["adjectives"]
    assert {"Yaounde", "Yaoundé"} == set(_cells(_state("CMR"), "seats"))


def test_a_seat_is_no_everyday_word_and_no_body():
    seats = {seat for row in STATES for seat in _cells(row, "seats")}
    assert not seats & {"Male", "Victoria", "Brussels", "San Jose", "Georgetown", "Kingston", "Singapore"}
    assert {"Vienna", "Addis Ababa", "Pyongyang", "Dar es Salaam"} <= seats


def test_persons_have_an_id_a_name_and_a_surname():
    for row in LEADERS:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]), row
        assert row["name"] and row["surname"] and row["office"] == row["office"].lower(), row
        assert row["sector"] == "GOV" and row["origin"] in {"factbook", "own"}, row
        names = [row["name"], *_cells(row, "also")]
        assert len(names) == len(set(names)), row
        for name in [*names, *_cells(row, "surname")]:
            assert name == " ".join(name.split()) and not set(name) & set('"(),;*'), row
            assert not re.search(r"\b[A-Z]{4,}\b", name), row


def test_an_id_means_one_person_of_one_country():
    told = defaultdict(set)
    for row in LEADERS:
        told[row["id"]].add((row["name"], row["country"], row["surname"]))
    assert not {id_: who for id_, who in told.items() if len(who) > 1}


def test_persons_of_our_own_rows_have_the_same_id():
    own = {row["id"]: row["name"] for row in _table("own_officers.csv")}
    shared = [row for row in LEADERS if row["id"] in own]
    assert len(shared) > 300
    assert all(row["name"] == own[row["id"]] for row in shared)


def test_days_are_days_and_in_order():
    for row in LEADERS:
        assert DAY.fullmatch(row["first"]), row
        assert not row["last"] or DAY.fullmatch(row["last"]), row
        first = _first(row["first"])
        assert first.year > 1940 and (not row["last"] or first <= _first(row["last"])), row
        assert (row["last"] or "9999") >= "2014", row


def test_rows_stand_in_order_and_once():
    places = [(r["country"], r["office"], r["first"], r["id"]) for r in LEADERS]
    assert places == sorted(places) and len(places) == len(set(places))


def test_few_lead_at_once():
    """Two heads of one office overlap only in rows that say so: acting ones are another office."""
    for country in sorted({row["country"] for row in LEADERS}):
        for office in ("president", "prime minister", "king", "chancellor", "supreme leader"):
            for day in ("2016-01-15", "2018-06-01", "2020-06-01", "2023-02-01", "2025-02-25"):
                assert len(_leads(country, office, day)) <= 1, (country, office, day)


@pytest.mark.parametrize(
    ("country", "office", "day", "who"),
    [
        ("USA", "president", "2017-01-19", "barack-obama"),
        ("USA", "president", "2018-06-01", "donald-trump"),
        ("USA", "president", "2021-01-20", "joe-biden"),
        ("USA", "president", "2025-02-25", "donald-trump"),
        ("USA", "vice president", "2024-12-01", "kamala-harris"),
        ("RUS", "president", "2018-06-01", "vladimir-putin"),
        ("RUS", "prime minister", "2016-06-01", "dmitry-medvedev"),
        ("CHN", "president", "2014-06-01", "xi-jinping"),
        ("CHN", "premier", "2024-01-01", "li-qiang"),
        ("GBR", "prime minister", "2022-10-24", "liz-truss"),
        ("GBR", "prime minister", "2022-10-25", "rishi-sunak"),
        ("GBR", "prime minister", "2025-02-25", "keir-starmer"),
        ("GBR", "queen", "2022-09-01", "queen-elizabeth-ii"),
        ("FRA", "president", "2017-05-14", "emmanuel-macron"),
        ("DEU", "chancellor", "2021-12-07", "angela-merkel"),
        ("DEU", "chancellor", "2025-05-06", "friedrich-merz"),
        ("SYR", "president", "2024-12-08", "bashar-al-assad"),
        ("SYR", "president", "2025-06-01", "ahmed-al-sharaa"),
        ("IRN", "supreme leader", "2026-02-28", "ali-khamenei"),
        ("IRN", "supreme leader", "2026-03-08", "mojtaba-khamenei"),
        ("IRN", "president", "2024-05-19", "ebrahim-raisi"),
        ("IRN", "president", "2025-02-25", "masoud-pezeshkian"),
        ("ISR", "prime minister", "2021-06-12", "benjamin-netanyahu"),
        ("ISR", "prime minister", "2022-01-01", "naftali-bennett"),
        ("UKR", "president", "2019-05-20", "volodymyr-zelensky"),
        ("TUR", "president", "2025-02-25", "recep-tayyip-erdogan"),
        ("SAU", "crown prince", "2018-10-02", "mohammed-bin-salman"),
        ("IND", "prime minister", "2025-02-25", "narendra-modi"),
        ("PAK", "prime minister", "2022-04-09", "imran-khan"),
        ("JPN", "prime minister", "2020-09-15", "shinzo-abe"),
        ("JPN", "prime minister", "2025-12-01", "sanae-takaichi"),
        ("KOR", "acting president", "2025-05-10", "lee-ju-ho"),
        ("KOR", "president", "2025-06-04", "lee-jae-myung"),
        ("PRK", "supreme leader", "2025-02-25", "kim-jong-un"),
        ("VEN", "president", "2025-02-25", "nicolas-maduro"),
        ("BRA", "president", "2022-12-31", "jair-bolsonaro"),
        ("ZAF", "president", "2018-02-15", "cyril-ramaphosa"),
        ("VAT", "pope", "2025-04-21", "pope-francis"),
    ],
)
def test_who_led_on_a_day(country: str, office: str, day: str, who: str):
    assert _leads(country, office, day) == [who]


def test_nobody_led_where_an_office_was_empty():
    assert _leads("SYR", "president", "2024-12-20") == []
    assert _leads("VAT", "pope", "2025-05-01") == []
    assert _leads("LBN", "president", "2023-06-01") == []


def test_surnames_are_those_of_a_second_mention():
    surname = {row["id"]: _cells(row, "surname") for row in LEADERS}
    assert surname["xi-jinping"] == ["Xi"]
    assert surname["kim-jong-un"] == ["Kim"]
    assert "Assad" in surname["bashar-al-assad"]
    assert "Erdogan" in surname["recep-tayyip-erdogan"]
    assert surname["min-aung-hlaing"] == ["Min Aung Hlaing"]
    assert surname["nayib-bukele"] == ["Bukele"]


def test_envoys_have_names_days_and_an_origin():
    assert list(ENVOYS[0]) == LEADER_HEAD and len(ENVOYS) > 7000
    states = {row["code"] for row in STATES}
    for row in ENVOYS:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"]) and row["name"] and row["surname"], row
        assert row["country"] in states and row["office"] == row["office"].lower(), row
        assert row["origin"] in {"factbook", "historyatstate"}, row
        assert DAY.fullmatch(row["first"]) and (not row["last"] or DAY.fullmatch(row["last"])), row
        size = min(len(row["first"]), len(row["last"]))
        assert row["first"][:size] <= row["last"][:size], row
    places = [(r["country"], r["office"], r["first"], r["id"]) for r in ENVOYS]
    assert places == sorted(places) and len(places) == len(set(places))


def test_an_id_of_an_envoy_means_one_person():
    told = defaultdict(set)
    for row in ENVOYS:
        told[row["id"]].add((row["name"], row["country"]))
    assert not {id_: who for id_, who in told.items() if len(who) > 1}


def test_few_envoys_serve_in_one_post_at_once():
    for day in ("1955-06-01", "1985-06-01", "2005-06-01", "2015-06-01", "2022-06-01", "2025-06-01"):
        here = [
            (r["country"], r["office"])
            for r in ENVOYS
            if r["office"].startswith("ambassador") and r["first"] <= day <= (r["last"] or "9999")
        ]
        assert len(here) - len(set(here)) <= 3, day


def test_every_state_since_1945_has_its_codes():
    by_code = defaultdict(list)
    for row in CODES:
        by_code[row["code"]].append(row)
        assert row["record"] in COUNTRIES, row
        assert row["standing"] in {"member", "observer", "partly recognised", "associated", "former"}, row
        assert row["cow"].isdigit() or not row["cow"], row
    assert sum(row["standing"] == "member" for row in CODES) == 193
    known = set(by_code)
    for row in CODES:
        assert set(_cells(row, "before")) | set(_cells(row, "after")) <= known, row
    for rows in by_code.values():
        for one, other in itertools.pairwise(rows):
            assert one["last"] and one["last"] < other["first"], other
    full = {row["code"] for row in STATES if row["seats"]}
    assert full <= known


def test_members_are_states_of_known_bodies():
    bodies = {row["id"] for row in _table("own_bodies.csv")}
    for row in MEMBERS:
        assert row["body"] in bodies and row["country"] in COUNTRIES, row
        assert DAY.fullmatch(row["first"]) and (not row["last"] or row["first"] < row["last"]), row
    keys = [(row["body"], row["country"], row["first"]) for row in MEMBERS]
    assert keys == sorted(keys) and len(keys) == len(set(keys))


def test_the_made_tables_fit_their_sources():
    if not FACTS.is_dir():
        pytest.skip(f"no facts at {FACTS.relative_to(ROOT.parent)} beside the checkout")
    script = [sys.executable, str(ROOT / "scripts" / "build_registry.py"), str(FACTS), "--check"]
    done = subprocess.run(script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
