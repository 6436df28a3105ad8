"""Names that are places, names that act, and which of several places is meant. Sentences are invented."""

import csv
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from dragoman import parse
from dragoman.things import Article, Place, Span
from dragoman.where import Gazetteer, GazetteerBroken, open_gazetteer, places

ROOT = Path(__file__).parents[2]
REGISTRY = ROOT / "src" / "dragoman" / "data" / "registry"
SHARED = ROOT.parent / "shared"


@cache
def gazetteer() -> Gazetteer:
    return open_gazetteer(REGISTRY)


def read(text: str, dateline: Span | None = None) -> tuple[Place, ...]:
    article = Article(id="a", text=text, sha256="", story=(Span(0, len(text)),), dateline=dateline)
    return places(article, parse.sentences(text, article.story), gazetteer())


def named(text: str) -> list[tuple[str, str | None]]:
    return [(place.text, place.country) for place in read(text)]


PLACES = {
    "The two spoke in Tehran.": [("Tehran", "IRN")],
    "Shells fell near Kharkiv on Sunday.": [("Kharkiv", "UKR")],
    "He flew from Doha to Cairo.": [("Doha", "QAT"), ("Cairo", "EGY")],
    "Crowds gathered outside Warsaw.": [("Warsaw", "POL")],
    "Rebels hold the besieged northern Syrian city of Aleppo.": [("Aleppo", "SYR")],
    "They met in the Iraqi capital, Baghdad.": [("Baghdad", "IRQ")],
    "Envoys will meet in Paris, London and Rome.": [("Paris", "FRA"), ("London", "GBR"), ("Rome", "ITA")],
    "The summit in Munich, Germany, went on.": [("Munich", "DEU"), ("Germany", "DEU")],
    "Fighting in southern Lebanon resumed.": [("Lebanon", "LBN")],
    "Farmers left the Darfur region.": [("Darfur", "SDN")],
    "The new Sichuan province rules hold.": [("Sichuan", "CHN")],
    "Talks in Vienna Monday broke down.": [("Vienna", "AUT")],
    "A court in the US heard the case.": [("US", "USA")],
    "The envoy lives in Kiev.": [("Kiev", "UKR")],
    "A bridge was bombed in Dera Ghazi Khan.": [("Dera Ghazi Khan", "PAK")],
    "Police searched homes in St. Petersburg.": [("St. Petersburg", "RUS")],
    "Floods hit villages near Port-au-Prince.": [("Port-au-Prince", "HTI")],
}


@pytest.mark.parametrize("text", PLACES)
def test_a_name_brought_in_as_a_place_is_one(text: str) -> None:
    assert named(text) == PLACES[text]


NO_PLACES = (
    "Iran rejected the offer.",
    "Moscow and Beijing signed a pact.",
    "He was held in US custody.",
    "She spoke in Parliament.",
    "The vote was held in March.",
    "The letter came from Obama.",
    "They met in Lincoln Center.",
    "He trained in Iran-backed camps.",
    "The men walked in paris fashion.",
    "A ship sank off the Horn of plenty.",
)


@pytest.mark.parametrize("text", NO_PLACES)
def test_a_name_that_acts_or_means_something_else_is_none(text: str) -> None:
    assert named(text) == []


def test_a_country_that_takes_up_the_sentence_after_a_comma_acts() -> None:
    assert named("In Geneva, Iran refused the terms.") == [("Geneva", "CHE")]


def test_of_two_of_a_name_the_one_tied_to_its_country_is_meant() -> None:
    assert named("The army entered the Lebanese city of Tripoli.") == [("Tripoli", "LBN")]
    assert named("Militias clashed in Tripoli, Lebanon, on Monday.")[0] == ("Tripoli", "LBN")


def test_of_two_of_a_name_with_nothing_to_tell_the_capital_is_meant() -> None:
    assert named("Militias clashed in Tripoli.") == [("Tripoli", "LBY")]


def test_a_town_that_many_countries_have_is_of_the_country_named_around_it_or_of_none() -> None:
    assert named("Mexican troops clashed in Cordoba.") == [("Cordoba", "MEX")]
    assert named("Colombian troops clashed in Cordoba.") == [("Cordoba", None)]
    assert named("A mayor was shot in Richmond.") == [("Richmond", None)]


def test_a_place_has_its_coordinates_or_none_and_never_a_zero() -> None:
    kyiv = read("Drones fell in Kiev.")[0]
    assert (kyiv.name, kyiv.lat, kyiv.lon) == ("Kyiv", 50.45, 30.52)
    town = read("A bridge was bombed in Dera Ghazi Khan.")[0]
    assert (town.lat, town.lon) == (None, None)


def test_the_place_of_a_dateline_is_one_though_in_capitals() -> None:
    text = "BEIRUT (Wire) - The cabinet resigned."
    assert [(p.text, p.name, p.country) for p in read(text, Span(0, 6))] == [("BEIRUT", "Beirut", "LBN")]


def test_a_span_holds_the_name_and_nothing_else() -> None:
    text = "“They met in Washington, D.C.,” he said, “and in Sana’a.”"
    found = read(text)
    assert [text[p.span.start : p.span.stop] for p in found] == ["Washington, D.C.", "Sana’a"]
    assert [p.name for p in found] == ["Washington", "Sanaa"]


def rows() -> list[dict[str, str]]:
    with (REGISTRY / "places.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_the_table_is_small_and_holds_possible_coordinates() -> None:
    assert (REGISTRY / "places.csv").stat().st_size <= 1_500_000
    spots = [(float(row["lat"]), float(row["lon"])) for row in rows() if row["lat"]]
    assert len(spots) > 300
    assert all(-90 <= lat <= 90 and -180 <= lon <= 180 and (lat, lon) != (0, 0) for lat, lon in spots)


def test_the_table_fits_its_sources() -> None:
    facts = SHARED / "data" / "facts"
    if not facts.exists():
        pytest.skip("the shared folder with the sources of places.csv is not beside the repository")
    command = [sys.executable, str(ROOT / "scripts" / "build_places.py"), str(facts), "--check"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize(
    "row", ["Nowhere,,,town,,", "Nowhere,,XKX,hamlet,,", "Nowhere,,XKX,town,1.0,", "Nowhere,XKX"]
)
def test_a_broken_row_is_refused_by_number(tmp_path: Path, row: str) -> None:
    (tmp_path / "place_words.toml").write_bytes((REGISTRY / "place_words.toml").read_bytes())
    (tmp_path / "places.csv").write_text(f"words,name,country,kind,lat,lon\n{row}\n", encoding="utf-8")
    with pytest.raises(GazetteerBroken, match="row 2"):
        open_gazetteer(tmp_path)


def test_the_first_article_is_set_in_tehran() -> None:
    pages = sorted((SHARED / "seed").glob("*.txt"))
    if not pages:
        pytest.skip("the shared folder with the first article is not beside the repository")
    found = read(pages[0].read_text(encoding="utf-8"))
    assert (found[0].text, found[0].country, found[0].lat, found[0].lon) == ("Tehran", "IRN", 35.69, 51.42)
    assert {p.country for p in found} == {"IRN", "RUS", "CHN", "SYR", "UKR"}
