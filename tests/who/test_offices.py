"""Who held which office on a day, what somebody held, which states there were, and who was in which body."""

from datetime import date
from pathlib import Path

import pytest

from dragoman import who
from dragoman.who import Held, Registry, holders, known_as, lineage, members, state_named

DATA = Path(__file__).parents[2] / "src" / "dragoman" / "data"


@pytest.fixture(scope="module")
def directory() -> Registry:
    return who.open_directory(DATA)


def _names(held: tuple[Held, ...]) -> list[str]:
    return [h.name for h in held]


@pytest.mark.parametrize(
    ("state", "office", "day", "name"),
    [
        ("USA", "president", date(1991, 1, 16), "George H.W. Bush"),
        ("USA", "the President", date(2005, 6, 1), "George W. Bush"),
        ("USA", "head of state", date(2012, 5, 5), "Barack Obama"),
        ("USA", "head of government", date(2012, 5, 5), "Barack Obama"),
        ("GBR", "head of government", date(1995, 5, 5), "John Major"),
        ("GBR", "monarch", date(2020, 5, 5), "Queen Elizabeth II"),
        ("IRN", "head of state", date(2012, 5, 5), "Ali Khamenei"),
        ("IRN", "head of government", date(2012, 5, 5), "Mahmoud Ahmadinejad"),
        ("DEU", "prime minister", date(2012, 5, 5), "Angela Merkel"),
        ("USA", "foreign minister", date(1998, 5, 5), "Madeleine Albright"),
        ("GBR", "foreign minister", date(2012, 5, 5), "William Hague"),
        ("NAT", "secretary-general", date(2012, 5, 5), "Anders Fogh Rasmussen"),
        ("EUR", "European Commission president", date(2012, 5, 5), "Jose Manuel Barroso"),
        ("EUR", "president of the European Commission", date(2012, 5, 5), "Jose Manuel Barroso"),
        ("IGO", "secretary-general of OPEC", date(2012, 5, 5), "Abdullah al-Badri"),
        ("UNO", "IAEA director general", date(2005, 5, 5), "Mohamed ElBaradei"),
        ("HKG", "Hong Kong chief executive", date(2000, 5, 5), "Tung Chee-hwa"),
        ("CHE", "president", date(1999, 5, 5), "Ruth Dreifuss"),
        ("COM", "president", date(1997, 5, 5), "Mohamed Taki Abdoulkarim"),
    ],
)
def test_who_held_an_office(directory: Registry, state: str, office: str, day: date, name: str):
    assert _names(holders(directory, state, office, day)) == [name]


@pytest.mark.parametrize(
    ("state", "office", "day", "name"),
    [
        ("USA", "ambassador to Yugoslavia", date(1990, 3, 3), "Warren Zimmermann"),
        ("USA", "ambassador to the Soviet Union", date(1990, 3, 3), "Jack Matlock"),
        ("USA", "envoy to Britain", date(2012, 3, 3), "Louis Susman"),
        ("USA", "US ambassador in the UK", date(2012, 3, 3), "Louis Susman"),
        ("USA", "ambassador to Burma", date(2022, 3, 3), "Thomas Vajda"),
        ("USA", "ambassador to Myanmar", date(2022, 3, 3), "Thomas Vajda"),
        ("RUS", "ambassador to the US", date(2022, 3, 3), "Anatoly Antonov"),
        ("USA", "chargé d'affaires to Germany", date(2017, 6, 1), "Kent Logsdon"),
    ],
)
def test_who_was_sent_where(directory: Registry, state: str, office: str, day: date, name: str):
    assert _names(holders(directory, state, office, day)) == [name]


def test_nobody_is_made_up(directory: Registry):
    assert holders(directory, "GBR", "president", date(2012, 5, 5)) == ()
    assert holders(directory, "LBN", "president", date(2023, 6, 1)) == ()
    assert holders(directory, "USA", "ambassador to Germany", date(2017, 6, 1)) == ()
    assert holders(directory, "FRA", "keeper of the bees", date(2012, 5, 5)) == ()


def test_without_a_day_all_stand_in_the_order_of_their_days(directory: Registry):
    held = holders(directory, "EUR", "president of the European Council", None)
    assert _names(held) == ["Herman Van Rompuy", "Donald Tusk", "Charles Michel", "Antonio Costa"]


def test_every_row_tells_where_it_comes_from(directory: Registry):
    own, made, sent = (
        holders(directory, "USA", "president", date(2012, 5, 5))[0],
        holders(directory, "LCA", "prime minister", date(2018, 5, 5))[0],
        holders(directory, "USA", "ambassador to Peru", date(1990, 1, 5))[0],
    )
    assert "our own" in own.origin and "Factbook" in made.origin and "Historian" in sent.origin
    assert (own.country, own.sector, own.first) == ("USA", "GOV", date(2009, 1, 20))


def test_what_somebody_held(directory: Registry):
    told = [(h.name, h.office) for h in known_as(directory, "President Bush", None)]
    assert told == [("George H.W. Bush", "president"), ("George W. Bush", "president")]
    assert _names(known_as(directory, "bush", date(1985, 5, 5))) == ["George H.W. Bush"]
    assert known_as(directory, "Gerhard Schröder", date(2000, 1, 1)) == known_as(
        directory, "Gerhard Schroeder", date(2000, 1, 1)
    )
    assert [h.country for h in known_as(directory, "Jose Manuel Barroso", None)] == ["PRT", "EUR"]
    assert known_as(directory, "Nobody Atall", None) == ()


def test_one_person_is_one_through_time(directory: Registry):
    """Two terms of one year are both known: the second began weeks after the first had ended."""
    day = date(2016, 2, 25)
    assert _names(holders(directory, "GRC", "prime minister", day)) == ["Alexis Tsipras"]
    assert _names(holders(directory, "GRC", "prime minister", date(2015, 9, 10))) == ["Vassiliki Thanou"]


def test_a_made_row_ends_an_own_one_that_ran_on(directory: Registry):
    assert not holders(directory, "IRN", "supreme leader", date(2026, 3, 5))


def test_envoys_are_known_to_questions_alone(directory: Registry, registry: Registry):
    assert known_as(directory, "Louis Susman", None)
    assert not known_as(registry, "Louis Susman", None)


def test_states_that_were(directory: Registry):
    soviet = lineage(directory, "SUN")[0]
    assert (soviet.record, soviet.cow, soviet.last) == ("RUS", "365", date(1991, 12, 25))
    assert {"RUS", "UKR", "EST"} <= set(soviet.after)
    assert [s.names[0] for s in lineage(directory, "COD")][:2] == ["Democratic Republic of Congo", "Zaire"]
    assert {s.code for s in lineage(directory, "YEM", date(1980, 1, 1))} == {"YAR", "YMD"}
    assert lineage(directory, "YEM", date(2000, 1, 1))[0].before == ("YAR", "YMD")


def test_a_state_is_found_by_its_names_and_codes(directory: Registry):
    assert [s.code for s in state_named(directory, "Yugoslavia", date(1999, 1, 1))] == ["SCG"]
    assert [s.code for s in state_named(directory, "yugoslavia", date(1980, 1, 1))] == ["YUG"]
    assert state_named(directory, "KSV")[0].standing == "partly recognised"
    assert [s.code for s in state_named(directory, "255")] == ["DEU"]


@pytest.mark.parametrize(
    ("body", "day", "state", "inside"),
    [
        ("nato", date(1998, 1, 1), "POL", False),
        ("nato", date(2005, 1, 1), "POL", True),
        ("nato", date(2023, 4, 4), "FIN", True),
        ("nato", date(2024, 3, 6), "SWE", False),
        ("european-union", date(2020, 1, 31), "GBR", True),
        ("european-union", date(2020, 2, 1), "GBR", False),
        ("opec", date(2019, 1, 1), "QAT", False),
        ("ecowas", date(2025, 2, 1), "MLI", False),
        ("african-union", date(2010, 1, 1), "MAR", False),
        ("cis", date(2005, 1, 1), "GEO", True),
    ],
)
def test_who_was_in_a_body(directory: Registry, body: str, day: date, state: str, inside: bool):
    assert (state in {m.country for m in members(directory, body, day)}) == inside


def test_how_many_were_in_a_body(directory: Registry):
    size = {(b, y): len(members(directory, b, date(y, 6, 30))) for b, y in _SIZES}
    assert size == _SIZES


# As the bodies themselves count.
_SIZES = {
    ("nato", 1990): 16, ("nato", 2005): 26, ("nato", 2024): 32, ("european-union", 1990): 12,
    ("european-union", 2000): 15, ("european-union", 2006): 25, ("european-union", 2015): 28,
    ("european-union", 2024): 27, ("asean", 2000): 10, ("african-union", 2018): 55, ("arab-league", 2000): 22,
    ("opec", 2008): 13, ("oecd", 2022): 38, ("council-of-europe", 2015): 47, ("council-of-europe", 2023): 46,
    ("commonwealth", 2023): 56, ("apec", 2000): 21, ("sco", 2024): 9, ("eac", 2024): 8, ("oas", 2020): 35,
    ("gcc", 2000): 6, ("saarc", 2010): 8, ("eurogroup", 2023): 20, ("sadc", 2020): 16,
}  # fmt: skip
