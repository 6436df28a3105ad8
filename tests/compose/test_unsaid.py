"""Who is meant where no word names a party."""

from dragoman.compose.unsaid import unsaid
from dragoman.things import Act, Happened, Mention, Report, Span


def party(code: str, sector: str | None = None) -> Mention:
    return Mention(Span(0, 1), "x", None, None, code, sector)


def told(sentence: int, kind: str, actors: list[str], recipients: list[str]) -> Report:
    sides = [tuple(party(c) for c in codes) for codes in (actors, recipients)]
    at = Span(sentence * 10, sentence * 10 + 1)
    return Report(
        str(sentence), sentence, at, at, kind, None, (), 4, -5.0, *sides, "asserted",
        Happened(None, None, "context"), None, (), 0.9,
    )  # fmt: skip


def act(sentence: int, kind: str) -> Act:
    at = Span(sentence * 10 + 5, sentence * 10 + 6)
    return Act(sentence, at, at, kind, None, (), 4, -5.0, "asserted", 0.9)


def codes(found: tuple[Mention, ...]) -> list[str | None]:
    return [m.country for m in found]


BEFORE = [told(0, "ASSAULT", ["PER"], ["CHL"]), told(1, "ASSAULT", ["BOL"], ["ARG"])]


def test_the_happening_with_the_same_other_side_goes_before_a_later_one():
    assert codes(unsaid(act(2, "ASSAULT"), "actor", (party("CHL"),), BEFORE)) == ["PER"]
    assert codes(unsaid(act(2, "ASSAULT"), "actor", (), BEFORE)) == ["BOL"]


def test_who_stood_against_the_others_goes_before_who_did_something_last():
    assert codes(unsaid(act(2, "REJECT"), "recipient", (party("CHL"),), BEFORE)) == ["PER"]


def test_what_this_sentence_told_counts():
    assert codes(unsaid(act(1, "AID"), "actor", (), BEFORE)) == ["BOL"]


def test_what_is_too_far_back_does_not():
    assert unsaid(act(9, "AID"), "actor", (), BEFORE) == ()


def test_an_arrest_that_nobody_is_said_to_make_is_one_at_home():
    (authorities,) = unsaid(act(0, "COERCE"), "actor", (party("PER", "CVL"),), [])
    assert (authorities.country, authorities.span, authorities.maker) == ("PER", None, "understood")
    assert unsaid(act(0, "ASSAULT"), "actor", (party("PER"),), []) == ()
