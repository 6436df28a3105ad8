"""Names of people and bodies that neither registry nor engine know. All names and sentences are invented."""

from collections.abc import Callable

import pytest

from dragoman.things import Mention

Everybody = Callable[..., list[Mention]]

NAMED = {
    "The court freed Ollo Tarvane after a week.": ["Ollo Tarvane"],
    "The court freed Dr. Tarvane after a week.": ["Tarvane"],
    "But General Ollo Tarvane refused.": ["Ollo Tarvane"],
    "Peruvian Interior Minister Ollo Tarvane refused.": ["Ollo Tarvane"],
    "He studied with Ollo bin Tarvane al-Qessi.": ["Ollo bin Tarvane al-Qessi"],
    "The prize went to O. B. Tarvane.": ["O. B. Tarvane"],
    "Staff of the Quillan Relief Committee walked out.": ["Quillan Relief Committee"],
    "They wrote to the Committee for the Relief of Quill.": ["Committee for the Relief of Quill"],
    "Shares of Tarvane Holdings fell.": ["Tarvane Holdings"],
    "Investors left Tarvane in a hurry.": ["Tarvane"],
    "The QRC closed its office.": ["QRC"],
}


@pytest.mark.parametrize("text", NAMED)
def test_names_without_a_row_are_mentions(everybody: Everybody, text: str) -> None:
    assert [m.text for m in everybody(text) if m.maker == "name"] == NAMED[text]


NO_NAMES = (
    "The talks in March ended on Monday.",
    "However, rain fell.",
    "The Muslim festival of Eid began.",
    "A Lion used to sleep in the field.",
    "Peru's Foreign Minister resigned.",
    "They watched the World Cup.",
    "PEACE TALKS FAIL AGAIN",
    "Rain Falls Again on Empty Fields",
    "The Farsi-language page was closed.",
)


@pytest.mark.parametrize("text", NO_NAMES)
def test_other_capitals_are_none(everybody: Everybody, text: str) -> None:
    assert [m.text for m in everybody(text) if m.maker == "name"] == []


def test_a_surname_alone_is_whoever_had_it_before(everybody: Everybody) -> None:
    found = everybody("The court freed Ollo Tarvane. Tarvane left the town.")
    assert [(m.text, m.name) for m in found] == [
        ("Ollo Tarvane", "Ollo Tarvane"),
        ("Tarvane", "Ollo Tarvane"),
    ]


def test_an_abbreviation_is_the_body_it_was_given_to(everybody: Everybody) -> None:
    found = everybody("The Quillan Relief Committee (QRC) met. Nobody thanked QRC later.")
    assert {m.name for m in found if m.text == "QRC"} == {"Quillan Relief Committee"}


def test_the_title_tells_office_and_land_and_nothing_else_does(everybody: Everybody) -> None:
    titled = everybody("Peruvian Interior Minister Ollo Tarvane refused.")[-1]
    assert (titled.country, titled.sector, titled.office) == ("PER", "GOV", "interior minister")
    bare = everybody("In Peru the court freed Ollo Tarvane.")[-1]
    assert (bare.actor, bare.country, bare.sector, bare.office) == (None, None, None, None)


def test_a_place_is_no_person(everybody: Everybody) -> None:
    found = everybody("Shells fell in the village of Ama Tarvane and near Scott County.")
    assert [m.text for m in found if m.maker == "name"] == []
