"""Whose a crowd, a body or an official is, where its own words name no country."""

import pytest


@pytest.mark.parametrize("again", ["Police", "The police", "Two police"])
def test_the_same_noun_has_the_country_it_had_before(read, again):
    _, found = read(
        f"[Togolese police] closed a road near Benin. [{again}] said three lorries had burned in Benin."
    )
    assert found.country == "TGO"


def test_armed_men_are_of_the_place_where_they_fight(read):
    (rebels,) = read("A Norwegian officer said [rebels] had burned a bridge in Chad.")
    assert rebels.country == "TCD"


@pytest.mark.parametrize("noun", ["Aid agencies", "A rights group", "The relief workers"])
def test_aid_and_rights_groups_are_of_no_one_state(read, noun):
    (group,) = read(f"Flood water covers half of Malawi. [{noun}] asked for tents.")
    assert group.country == "NGO"


def test_an_aid_group_with_a_country_keeps_it(read):
    (group,) = read("Two [Danish aid groups] asked for tents.")
    assert group.country == "DNK"


def test_foreign_fighters_cross_borders(read):
    (fighters,) = read("Soldiers in Mali held two [foreign fighters].")
    assert fighters.country == "IMG"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[NATO] opened a base in Iceland. [The alliance] will send four ships.", "NAT"),
        ("[Amnesty International] wrote to Chad. [The group] wants an answer.", "NGO"),
        ("[NATO] opened a base in Iceland. [Alliance ships] left Oslo.", "NOR"),
    ],
)
def test_the_group_is_the_body_told_of_last(read, text, code):
    assert read(text)[1].country == code


@pytest.mark.parametrize("words", ["its allies", "the region", "the West", "media reports"])
def test_what_is_nobodys_gets_no_country(read, words):
    (found,) = read(f"Norway will tell [{words}] of the plan.")
    assert found.country is None


@pytest.mark.parametrize("words", ["Analysts", "Health experts", "Critics"])
def test_those_who_comment_are_of_no_country_that_is_told(read, words):
    (found,) = read(f"Rice is dear in Togo. [{words}] fear a bad year.")
    assert (found.country, found.name) == (None, None)


def test_the_country_may_have_a_part_of_the_world_before_it(read):
    (country,) = read("Drought has reached Chad. Traders left [the west African country].")
    assert country.country == "TCD"


def test_a_title_tells_for_which_body_somebody_speaks_without_a_day(read):
    (moussa,) = read("Arab League chief [Amr Moussa] flew to Oslo.")
    assert moussa.country == "ARL"


def test_a_name_of_two_countries_is_that_of_the_country_named(read):
    (party,) = read("In Israel [the Labor Party] chose a list.")
    assert party.country == "ISR"
    (kiir,) = read("In Sudan [Salva Kiir] opened a mill.")
    assert kiir.country == "SDN"


def test_people_of_a_faith_are_no_surname(read):
    (people,) = read("Floods hit Kenya. On Sunday [Christians] lit candles.")
    assert (people.country, people.actor) == ("KEN", None)


def test_both_leaders_are_the_two_who_met(read):
    *_, both = read(
        "Peru's president [Alan Quispe] and Chile's president [Luis Rojas] met in Oslo. "
        "[Both leaders] spoke of Norway and Iceland."
    )
    assert both.members == ("CHL", "PER")


def test_a_province_tells_the_country(read):
    (police,) = read("[Police] closed a school in Sumatra.")
    assert police.country == "IDN"
