"""Chains that turn or break off, quotations taken up again, and calls that are none of naming."""

from dataclasses import replace

import pytest
from test_beside import chain
from test_says import CUES, article, at, cut, read, told

from dragoman import says
from dragoman.things import Saying, SayingMark, Span


def marked(
    text: str, speaker: str, cue: str, words: str, parties: tuple[str, ...] = ()
) -> tuple[Saying, ...]:
    """The sayings where the engine marked one."""
    (sentence,) = cut(text, *parties)
    mark = SayingMark(at(text, cue), at(text, words), 1.0, at(text, speaker))
    return says.sayings(article(text), (replace(sentence, sayings=(mark,)),), CUES)


# Calls


@pytest.mark.parametrize("called", ["Bello", "her Kenyan counterpart Bello"])
def test_whom_somebody_rings_up_is_nothing_said(called: str) -> None:
    assert not marked(f"Okello called {called} on Monday.", "Okello", "called", called, ("Okello", "Bello"))


def test_what_somebody_calls_a_man_is_said() -> None:
    (saying,) = marked(
        "Okello called Bello a thief.", "Okello", "called", "Bello a thief", ("Okello", "Bello")
    )
    assert saying.words.of("Okello called Bello a thief.") == "Bello a thief"


def test_a_name_that_somebody_gives_a_man_is_said() -> None:
    text = "Okello called Bello Hannibal."
    (saying,) = marked(text, "Okello", "called", "Hannibal", ("Okello", "Bello", "Hannibal"))
    assert saying.words == at(text, "Hannibal")


# A quotation taken up again


def test_a_quotation_taken_up_with_a_second_cue_is_two() -> None:
    text = "“It is raining,” Okello told the Lagos Times, “and cold,” he added."
    assert told(text, "Okello") == [
        ("Okello", "It is raining", "direct"),
        ("Okello", "and cold", "direct"),
    ]


@pytest.mark.parametrize("words", ["It is raining", "It is raining,” Okello told the Lagos Times, “and cold"])
def test_the_engine_hears_neither_the_writer_nor_the_second_cue(words: str) -> None:
    text = "“It is raining,” Okello told the Lagos Times, “and cold,” he added."
    found = marked(text, "he", "added", words, ("Okello",))
    assert {s.words.of(text) for s in found} == {"It is raining", "and cold"}


# Chains: nearest the fact first


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        (
            "The Lagos Times, citing Reuters, reported that the port was shut, according to two envoys.",
            ["two envoys", "Reuters", "The Lagos Times"],
        ),
        (
            "According to a Reuters report citing two envoys, the port was shut.",
            ["two envoys", "a Reuters report"],
        ),
        ("The port was shut, Okello said, the Lagos Times reported.", ["Okello", "the Lagos Times"]),
        ("Okello said that the port was shut, the Lagos Times reported.", ["Okello", "the Lagos Times"]),
        ("Okello said the port was shut, the Lagos Times reported on Monday.", ["Okello", "the Lagos Times"]),
        ("Okello said the port was shut, according to the Lagos Times.", ["Okello", "the Lagos Times"]),
        (
            "Okello said in Accra that Kenyan state media quoted the envoy as saying that the port was shut.",
            ["the envoy", "Kenyan state media", "Okello"],
        ),
    ],
)
def test_a_chain_runs_from_the_fact_to_the_paper(text: str, heard: list[str]) -> None:
    assert (
        chain(text, "shut", "Okello", "two envoys", "Reuters", "the Lagos Times", "The Lagos Times") == heard
    )


def test_a_paper_at_the_end_is_none_of_the_words() -> None:
    (saying,) = read("Okello said that the port was shut, the Lagos Times reported.", "Okello")
    assert (saying.words.stop - saying.words.start) == len("the port was shut")


def test_a_minister_at_the_end_is_no_paper() -> None:
    text = "Okello said that the port was shut, the envoy reported."
    assert all(not s.voices for s in read(text, "Okello"))


def test_the_engine_takes_the_paper_for_the_speaker() -> None:
    text = "Heavy rain has shut the port, Okello said, Interfax reported."
    (saying,) = marked(text, "Interfax", "said", "Heavy rain has shut the port", ("Okello", "Interfax"))
    assert saying.speaker == at(text, "Okello")
    assert saying.voices == (at(text, "Interfax"),)


def test_the_paper_that_is_told_what_only_the_engine_hears() -> None:
    text = "Okello warned Bello, two envoys told Reuters."
    (saying,) = marked(text, "two envoys", "told", "Okello warned Bello", ("Okello", "Bello", "two envoys"))
    assert (saying.addressee, saying.voices) == (at(text, "Reuters"), (at(text, "Reuters"),))


def test_the_paper_that_was_told_comes_before_the_paper_that_tells_it_on() -> None:
    text = "The port was shut, Okello told Reuters, the Lagos Times reported."
    (saying,) = marked(text, "Okello", "told", "The port was shut", ("Okello", "the Lagos Times"))
    assert [v.of(text) for v in saying.voices] == ["Reuters", "the Lagos Times"]


def test_words_that_run_on_past_the_sentence_are_read_too() -> None:
    text = "“It is raining,” Okello told reporters, “and cold. Nobody stays.” Boats left."
    here, *rest = cut(text, "Okello")
    words = Span(at(text, "It").start, here.span.stop)
    mark = SayingMark(at(text, "told"), words, 1.0, at(text, "Okello"))
    found = says.sayings(article(text), (replace(here, sayings=(mark,)), *rest), CUES)
    assert [s.words.of(text) for s in found if s.cue] == ["It is raining", "and cold. Nobody stays."]
