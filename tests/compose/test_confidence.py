"""Confidence: what it weighs, and what is left out when it is asked for."""

import dragoman
from dragoman.compose.confidence import Confidence, features, surer
from dragoman.things import Act, Link, Mention, Span

TEXT = (
    "Peru expelled two Chilean diplomats on Monday. Norway's prime minister met the king of Morocco in Oslo."
)
PERU, NOBODY = Mention(Span(0, 4), "Peru", actor="PER", country="PER"), Mention(Span(0, 4), "they")


def act(score: float, tie: float) -> Act:
    links = (Link("actor", Span(0, 4), tie),)
    return Act(0, Span(5, 13), Span(0, 40), "SANCTION", None, (), 4, -5.0, "asserted", score, links)


def test_without_weights_it_is_what_the_engine_says_of_the_trigger() -> None:
    assert round(Confidence().of(act(0.7, 0.2), (PERU,), ()), 3) == 0.7


def test_a_surer_trigger_a_surer_tie_and_a_known_country_make_it_surer() -> None:
    rule = Confidence((0.0, 1.0, 1.0, -1.0, -1.0, 0.0))
    plain = rule.of(act(0.7, 0.7), (PERU,), ())
    assert rule.of(act(0.9, 0.7), (PERU,), ()) > plain
    assert rule.of(act(0.7, 0.9), (PERU,), ()) > plain
    assert rule.of(act(0.7, 0.7), (NOBODY,), ()) < plain


def test_certainty_does_not_break_it() -> None:
    assert all(abs(x) < 10 for x in features(act(1.0, 0.0), (), ()))


def test_the_less_sure_are_left_out_and_counted() -> None:
    whole = dragoman.read(TEXT, published="2025-03-04")
    least = max(r.confidence for r in whole.reports)
    some = dragoman.read(TEXT, published="2025-03-04", min_confidence=least)
    assert {r.confidence for r in some.reports} == {least}
    left = len(whole.reports) - len(some.reports)
    assert [n.says for n in some.notes if n.code == "unsure"] == [
        f"{left} {'report' if left == 1 else 'reports'} of a confidence below {least:g} left out, as asked."
    ]
    assert surer(whole, 0.0) == whole
