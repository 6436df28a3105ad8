"""Which place is an event's: hand-made acts, parties and places in invented sentences. [Party], {place}, <trigger>."""

import re
from itertools import count

import pytest

from dragoman.compose.around import Around
from dragoman.compose.places import place
from dragoman.things import Act, Mention, Place, Sentence, Span, TriggerMark

MARKS = re.compile(r"[\[\]{}<>]")
COUNTRY = {"Syria": "SYR", "Aleppo": "SYR", "Sudan": "SDN", "Darfur": "SDN", "Kabul": "AFG", "Iraq": "IRQ"}


def chosen(marked: str, kind: str = "ASSAULT", clause: str | None = None) -> str | None:
    text = MARKS.sub("", marked)
    spans: dict[str, list[Span]] = {"[": [], "{": [], "<": []}
    opened: list[tuple[str, int]] = []
    at = count()
    for sign in marked:
        if sign in "[{<":
            opened.append((sign, next(at)))
            at = count(opened[-1][1])
        elif sign in "]}>":
            which, start = opened.pop()
            stop = next(at)
            at = count(stop)
            spans[which].append(Span(start, stop))
        else:
            next(at)
    places = tuple(Place(s, s.of(text), s.of(text), COUNTRY.get(s.of(text))) for s in sorted(spans["{"]))
    triggers = tuple(TriggerMark(s, kind, None, "asserted", 0.9) for s in spans["<"])
    whole = Span(0, len(text))
    start = text.index(clause) if clause else 0
    told = Span(start, start + len(clause)) if clause else whole
    act = Act(0, spans["<"][0], told, kind, None, (), 4, -9.0, "asserted", 0.9)
    row = Around(Sentence(0, whole, (), triggers=triggers), (), places, ())
    found = place(act, row, tuple(Mention(s, s.of(text)) for s in spans["["]), text)
    return found.text if found else None


WHERE = {
    "[Gunmen] <killed> [a judge] in {Aleppo}, northern {Syria}.": "Aleppo",
    "In {Aleppo}, northern {Syria}, [gunmen] <killed> [a judge].": "Aleppo",
    "In {Sudan}'s {Darfur} region, [militiamen] <attacked> a camp.": "Darfur",
    "[Police in {Karachi}] <arrested> [two men].": "Karachi",
    "[Iranian officials] in {Vienna} <rejected> the plan.": "Vienna",
    "[Troops] entered {Iraq} and <killed> [five rebels] near {Mosul}.": "Mosul",
    # Where somebody is at home, nothing happened.
    "[The government] in {Tehran} <rejected> the plan.": None,
    "[A man] from {Texas} was <arrested> in {Manila}.": "Manila",
    "[Rebels] from {Darfur} <attacked> a convoy.": None,
    "[The mayor] of {Moscow} <fined> [a club].": None,
    "[The group], {London}-based, <fined> [a club].": None,
    # A party is not where it acts.
    "[{Moscow}] <attacked> [{Kyiv}].": None,
    "The assembly <met> in {Peru}'s parliament.": "Peru",
}


@pytest.mark.parametrize("marked", WHERE)
def test_the_place_is_where_it_was_done(marked: str) -> None:
    assert chosen(marked) == WHERE[marked]


def test_what_opens_the_sentence_holds_for_all_of_it() -> None:
    marked = "In {Kabul}, police said [gunmen] <killed> [a judge]."
    assert chosen(marked, clause="gunmen killed a judge") == "Kabul"
    assert chosen("Aid left {Kabul}; [gunmen] <killed> [a judge].", clause="gunmen killed a judge") is None


def test_what_is_only_spoken_of_has_its_own_place() -> None:
    marked = "[Peru] <condemned> the <arrests> in {Bahrain}."
    assert chosen(marked, kind="ACCUSE") is None
    assert chosen("[Peru] <condemned> [Chile] in {Geneva}.", kind="ACCUSE") == "Geneva"


def test_who_visits_is_where_he_visits() -> None:
    assert chosen("[The envoy] <visited> [{Beirut}].", kind="CONSULT") == "Beirut"


def test_troops_withdrawn_from_a_place_were_withdrawn_there() -> None:
    assert chosen("[Russia] <withdrew> its troops from {Crimea}.", kind="RETREAT") == "Crimea"


def test_what_a_day_is_counted_from_has_its_own_place() -> None:
    assert chosen("A day after the talks in {Geneva}, [gunmen] <killed> [a judge].") is None
    assert chosen("Two weeks before the {Munich} fair, [gunmen] <killed> [a judge].") is None
    assert chosen("[Gunmen] <killed> [a judge] hours after a rally in {Lima}.") is None
    assert chosen("A day after the talks in {Geneva}, [gunmen] <killed> [a judge] in {Lima}.") == "Lima"
    assert chosen("A day after [envoys] <met> in {Geneva}, rain fell.", kind="CONSULT") == "Geneva"
    assert chosen("Days after the <killing> of [a judge] in {Lima}, rain fell.") == "Lima"
