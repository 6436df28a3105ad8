"""Whose side the voice of a report is on."""

import pytest

from dragoman.compose.voices import word_of
from dragoman.things import Mention

COUNTRIES = {"IND": "ind", "PAK": "pak", "LKA": "lka", "IRN": "irn"}


def party(code: str) -> Mention:
    """A mention of `IND`, `IND:GOV`, `---:REB` or, as a person known, `IND:GOV/modi`."""
    code, _, actor = code.partition("/")
    country, _, sector = code.partition(":")
    known = actor or (COUNTRIES.get(country) if not sector else None)
    return Mention(None, None, known, None, country.strip("-") or None, sector or None)


def side(voices: str, actors: str, recipients: str) -> str | None:
    made = [tuple(map(party, words.split())) for words in (voices, actors, recipients)]
    return word_of(made[0], made[1], made[2])


@pytest.mark.parametrize(
    ("voices", "actors", "recipients", "expected"),
    [
        ("IND:GOV", "IND", "PAK", "actor"),
        ("PAK:MIL", "IND:MIL", "PAK:CVL", "recipient"),
        ("LKA:GOV", "IND", "PAK", "third"),
        ("IRN:JRN", "IRN:GOV", "IND", "actor"),  # any voice of a country against another's
        ("IRN:GOV", "IRN:COP", "IRN:OPP", "actor"),
        ("IRN:OPP", "IRN:COP", "IRN:OPP", "recipient"),
        ("IRN:OPP", "IRN:COP", "IRN:CVL", "recipient"),  # foes of the state, not of its people
        ("IRN:JRN", "IRN:COP", "IRN:CVL", "both"),
        ("IRN:REB", "IRN:MIL", "IND", "third"),  # rebels do not speak for the army that is their country's
        ("IND:GOV/modi", "IND:GOV/modi", "IND:GOV", "actor"),
        ("IND", "IND PAK", "", "actor"),
        ("LKA", "IND PAK", "", "third"),
        ("IND:GOV LKA:JRN", "PAK", "IND", "recipient"),  # the voice nearest the fact counts
    ],
)
def test_whose_side(voices: str, actors: str, recipients: str, expected: str) -> None:
    assert side(voices, actors, recipients) == expected


def test_a_voice_without_a_name_is_passed_over() -> None:
    assert side("--- IND:GOV", "IND", "PAK") == "actor"


@pytest.mark.parametrize("voices", ["", "---", "---:GOV"])
def test_without_a_voice_that_is_known_there_is_no_side(voices: str) -> None:
    assert side(voices, "IND", "PAK") is None


def test_a_member_of_a_group_speaks_for_it() -> None:
    group = Mention(None, None, "e3", "E3", members=("DEU", "FRA", "GBR"))
    french = party("FRA:GOV")
    assert word_of((french,), (group,), (party("IRN"),)) == "actor"
    assert word_of((group,), (party("IRN"),), (french,)) == "recipient"
