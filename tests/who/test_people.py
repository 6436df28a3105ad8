"""Who is meant by a name with a title, a day or capitals around it, and which words are no names."""

from datetime import date

import pytest

SPRING = date(2025, 4, 8)


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("[Burundian army spokesman Gaspard Baratuza] denied the report.", "BDI:MIL"),
        ("Uganda's health minister, [Maria Okello], denied the report.", "UGA:GOV"),
        ("[Maria Okello], the Ugandan health minister, denied the report.", "UGA:GOV"),
        ("[Opposition leader Juan Perez] of Peru denied the report.", "PER:OPP"),
    ],
)
def test_a_stranger_has_the_title_before_or_after(read, marked, code):
    (person,) = read(marked, SPRING)
    assert (person.actor, person.code) == (None, code)
    assert person.name in ("Gaspard Baratuza", "Maria Okello", "Juan Perez")


def test_who_stands_before_a_comma_and_an_and_has_not_the_title_after_it(read):
    (lost,) = read("They shelled [Zorbia], and Uganda's health minister denied it.", SPRING)
    assert lost.office is None


@pytest.mark.parametrize(
    ("day", "marked", "actor"),
    [
        (date(1991, 2, 1), "[President Bush] spoke.", "george-h-w-bush"),
        (date(2011, 6, 1), "[President Medvedev] spoke.", "dmitry-medvedev"),
        (date(2011, 6, 1), "[Prime Minister Putin] spoke.", "vladimir-putin"),
        (date(2008, 6, 1), "[Chinese President Hu] spoke.", "hu-jintao"),
        (date(2008, 6, 1), "[Zimbabwe's Mugabe] spoke.", "robert-mugabe"),
        (date(2014, 6, 1), "[The late president Kaczynski] was mourned.", "lech-kaczynski"),
        (date(2009, 6, 1), "[Chávez] spoke.", "hugo-chavez"),
        (date(2009, 6, 1), "[Gordon Brown] left. [Brown] spoke.", "gordon-brown"),
        (date(2009, 6, 1), "[Brown] spoke.", "gordon-brown"),
        (date(2010, 6, 1), "[Clinton] spoke.", "hillary-clinton"),
        (date(1996, 6, 1), "[Clinton] spoke.", "bill-clinton"),
        (date(2008, 6, 1), "[King Abdullah] of Jordan spoke.", "king-abdullah-ii"),
        (date(2019, 6, 1), "[PUTIN] WARNS [NATO] OVER [UKRAINE]", "vladimir-putin"),
        (date(1999, 6, 1), "[Suharto] of Indonesia fell ill. [The former president] is old.", "suharto"),
    ],
)
def test_a_name_with_its_title_and_day_is_a_person(read, day, marked, actor):
    people = [m for m in read(marked, day) if m.country not in ("NAT", "UKR")]
    assert {m.actor for m in people} == {actor}


def test_one_name_of_two_kings_stays_open(read):
    (king,) = read("[King Abdullah] spoke.", date(2008, 6, 1))
    assert (king.actor, king.country, king.sector) == (None, None, "GOV")


def test_before_his_office_nobody_is_former(read):
    (candidate,) = read("[Donald Trump] held a rally.", date(2015, 12, 1))
    assert (candidate.actor, candidate.code, candidate.office) == ("donald-trump", "USA", None)


@pytest.mark.parametrize(
    "marked",
    [
        "[Jim Jordan] asked. [Jordan] then left.",
        "[Jordan Peterson] spoke.",
        "[Israel Gutierrez] spoke.",
        "[Will Mark] spoke.",
        "Prices rose in [May].",
    ],
)
def test_names_of_persons_are_no_states_and_months_no_persons(read, marked):
    for mention in read(marked, date(2018, 6, 1)):
        assert (mention.actor, mention.country) == (None, None)


@pytest.mark.parametrize(
    ("marked", "codes"),
    [
        ("[Jordan Foreign Minister Ayman Safadi] spoke.", ["JOR"]),
        ("They met in [Jordan] Monday.", ["JOR"]),
        ("[Jordan] Rejects Deal as [Israel] Strikes", ["JOR", "ISR"]),
        ("[Israel Air Force] jets took off.", ["ISR"]),
        ("[Prime Minister May] spoke.", ["GBR"]),
    ],
)
def test_states_beside_words_with_capitals_stay_states(read, marked, codes):
    assert [m.country for m in read(marked, date(2018, 6, 1))] == codes


@pytest.mark.parametrize(
    "plain",
    [
        "The ambassador's rice was brown, and a ban on straw fell in May.",
        "They told us to leave, and families ate turkey off china plates.",
        "WHO IS NEXT TO LEAVE AS MINISTERS WAIT",
        "Michael Jordan bought a team.",
        "Shell fire went on, and amnesty for deserters was refused.",
    ],
)
def test_words_that_only_look_like_names_are_nobody(everybody, plain):
    assert [m for m in everybody(plain, date(2018, 6, 1)) if m.actor or m.country] == []


def test_a_younger_one_of_a_known_name_is_a_stranger_and_no_slip(read):
    (person,) = read("[Joseph R. Biden Jr.] spoke in Lima.", SPRING)
    assert person.text == "Joseph R. Biden Jr."
