"""Sayings of invented sentences: what rules find, what the engine's marks become, and who vouches for what."""

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import says
from dragoman.parse import sentences
from dragoman.things import Article, PartyMark, Saying, SayingMark, Sentence, Span

WORDS = Path(says.__file__).parent.parent / "data" / "words"
CUES = says.open_cues(WORDS)


def article(text: str) -> Article:
    return Article("a", text, "", (Span(0, len(text)),))


def cut(text: str, *parties: str) -> tuple[Sentence, ...]:
    """The sentences of a text; each party is marked wherever it stands."""
    found = sentences(text, (Span(0, len(text)),))
    spans = sorted({span for party in parties for span in _all(text, party)})
    return tuple(
        replace(s, parties=tuple(PartyMark(span, "", 1.0) for span in spans if s.span.covers(span)))
        for s in found
    )


def _all(text: str, words: str) -> list[Span]:
    return [Span(k, k + len(words)) for k in range(len(text)) if text.startswith(words, k)]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def read(text: str, *parties: str) -> tuple[Saying, ...]:
    return says.sayings(article(text), cut(text, *parties), CUES)


def told(text: str, *parties: str) -> list[tuple[str | None, str, str]]:
    """Speaker, words and kind of each saying."""
    return [
        (s.speaker.of(text) if s.speaker else None, s.words.of(text), s.kind) for s in read(text, *parties)
    ]


# Quotation marks


@pytest.mark.parametrize(
    ("opened", "closed"),
    [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“"), ("``", "''"), ("“", '"')],
)
def test_any_pair_of_marks_holds_the_same_words(opened: str, closed: str) -> None:
    text = f"{opened}We will keep the harbour open,{closed} Okello said."
    assert told(text, "Okello") == [("Okello", "We will keep the harbour open", "direct")]


def test_apostrophes_are_no_quotation_marks() -> None:
    text = "Okello said the miners’ union doesn't want the firm's offer."
    assert told(text, "Okello") == [("Okello", "the miners’ union doesn't want the firm's offer", "indirect")]


def test_an_apostrophe_does_not_close_a_single_quotation() -> None:
    text = "‘It’s the miners’ union that won’t sign,’ said Okello."
    assert told(text, "Okello") == [("Okello", "It’s the miners’ union that won’t sign", "direct")]


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    text = "“They told us “never again” and then came back,” Okello said."
    assert told(text, "Okello") == [("Okello", "They told us “never again” and then came back", "direct")]


def test_a_mark_that_never_closes_quotes_nothing() -> None:
    text = "Okello said the port is “open to all. Ships came in on Monday."
    assert [(speaker, kind) for speaker, _, kind in told(text, "Okello")] == [("Okello", "indirect")]


def test_a_quotation_over_several_sentences_is_one_saying() -> None:
    text = "“We looked at the bridge. It cannot be mended. We shall build another,” Okello said."
    assert told(text, "Okello") == [
        ("Okello", "We looked at the bridge. It cannot be mended. We shall build another", "direct")
    ]


def test_a_quotation_that_goes_on_in_the_next_paragraph_follows() -> None:
    text = (
        "“We looked at the bridge,” Okello said.\n\n"
        "“It cannot be mended and we shall build another.\n\n"
        "“That will take a year.”"
    )
    found = read(text, "Okello")
    assert [s.words.of(text) for s in found] == [
        "We looked at the bridge",
        "It cannot be mended and we shall build another.",
        "That will take a year.",
    ]
    assert [s.follows for s in found] == [None, 0, 1]


def test_the_full_stop_inside_the_marks_stays_and_the_one_outside_goes() -> None:
    assert told("Okello said: “The port is open.”", "Okello")[0][1] == "The port is open."
    assert told("Okello said: “The port is open”.", "Okello")[0][1] == "The port is open"


# Direct speech


@pytest.mark.parametrize(
    "text",
    [
        "“The port is open to all,” said Okello.",
        "“The port is open to all,” Okello said.",
        "“The port is open to all”, Okello told reporters in Lagos.",
        "“The port is open to all,” said Foreign Minister Okello, a former judge.",
        "“The port is open to all,” Foreign Minister Okello said on Monday.",
        "“The port is open to all,” Okello, a former judge, added.",
        "Okello said, “The port is open to all”.",
        "Okello said on Monday: “The port is open to all”",
        "Okello told reporters in Lagos that “the port is open to all”.",
        "Speaking in Lagos, Okello also warned: “The port is open to all”",
    ],
)
def test_the_quoted_words_are_his_wherever_the_cue_stands(text: str) -> None:
    ((speaker, words, kind),) = told(text, "Okello")
    assert (speaker, words.lower(), kind) == ("Okello", "the port is open to all", "direct")


def test_a_quote_split_by_its_cue_is_two_statements() -> None:
    text = "“The port is open,” Okello said, “and it will stay open.”"
    assert told(text, "Okello") == [
        ("Okello", "The port is open", "direct"),
        ("Okello", "and it will stay open.", "direct"),
    ]


def test_a_quotation_without_a_cue_goes_on_from_the_one_before() -> None:
    text = "“The port is open,” Okello said. “We shall keep it so for a year.”"
    first, second = read(text, "Okello")
    assert (second.speaker, second.follows, second.kind) == (None, 0, "direct")
    assert first.speaker == at(text, "Okello")


def test_a_quotation_after_nobody_spoke_is_no_saying() -> None:
    text = "The rains stopped on Monday. “We shall keep the harbour open for a year.”"
    assert read(text) == ()


def test_a_pronoun_that_continues_names_the_saying_before() -> None:
    text = "Okello said the port is open. He continued, “We shall keep it so for a year.”"
    _, second = read(text, "Okello")
    assert (second.speaker, second.follows) == (at(text, "He"), 0)


def test_a_statement_that_continues_speaks_for_its_owner() -> None:
    text = "Okello’s statement continued, “We shall keep the port open for a year.”"
    assert told(text)[0][0] == "Okello"


def test_a_statement_without_an_owner_goes_on_for_the_last_speaker() -> None:
    text = "Okello said the port is open. “We shall keep it so for a year,” the statement continued."
    _, second = read(text, "Okello")
    assert second.words.of(text) == "We shall keep it so for a year"
    assert second.speaker is None
    assert second.follows == 0


# Mixed and scare quotes


def test_quoted_words_within_reported_ones_are_mixed() -> None:
    text = "Okello said the road to Kano remains “very dangerous”."
    assert told(text, "Okello") == [("Okello", "the road to Kano remains “very dangerous”", "mixed")]


def test_scare_quotes_are_no_statement() -> None:
    text = "Chad reopened the “friendship bridge” after the so-called “salt war” ended."
    assert told(text, "Chad") == []


def test_scare_quotes_before_a_cue_are_not_what_was_said() -> None:
    text = "While defending his “open ports,” Okello said the fees would rise."
    assert told(text, "Okello") == [("Okello", "the fees would rise", "indirect")]


def test_what_somebody_calls_a_thing_is_his() -> None:
    text = "Okello called the treaty a “paper boat” in a speech."
    assert told(text, "Okello") == [("Okello", "paper boat", "direct")]


def test_praise_in_quotation_marks_is_mixed() -> None:
    text = "Okello praised Chad’s “patient” stance on the treaty."
    assert told(text, "Okello", "Chad") == [("Okello", "patient", "mixed")]


def test_a_name_inside_said_words_is_no_statement_of_its_own() -> None:
    text = "Okello said that Chad called the treaty a “paper boat”."
    assert [words for _, words, _ in told(text, "Okello", "Chad")] == [
        "Chad called the treaty a “paper boat”"
    ]


# Indirect speech


def test_that_and_the_time_of_speaking_are_no_part_of_the_words() -> None:
    text = "Okello said on Monday that the port is open."
    assert told(text, "Okello") == [("Okello", "the port is open", "indirect")]


def test_where_it_was_said_is_no_part_of_the_words() -> None:
    text = "Okello said in a statement on Monday that the port is open."
    assert told(text, "Okello") == [("Okello", "the port is open", "indirect")]


def test_the_cue_at_the_end_takes_the_sentence_before_it() -> None:
    text = "Three ships left the port at dawn, officials said."
    assert told(text, "officials") == [("officials", "Three ships left the port at dawn", "indirect")]


def test_two_things_said_in_one_sentence_are_two() -> None:
    text = "Okello said the port is open, adding that the fees would rise."
    assert told(text, "Okello") == [
        ("Okello", "the port is open", "indirect"),
        ("Okello", "the fees would rise", "indirect"),
    ]


def test_a_description_between_commas_does_not_hide_the_speaker() -> None:
    text = "Okello, who leads the dockers’ union in Lagos, said the port is open."
    assert told(text, "Okello") == [("Okello", "the port is open", "indirect")]


def test_where_a_reporter_stands_does_not_speak() -> None:
    text = "Reporting from Kano, Radio Sahel’s Amina Bello, said that the road is closed."
    assert told(text, "Kano", "Amina Bello")[0][:2] == ("Amina Bello", "the road is closed")


def test_officials_in_a_city_speak_and_not_the_city() -> None:
    text = "Police officials in Kano said the road is closed."
    assert told(text, "Police officials", "Kano")[0][0] == "Police officials"


def test_a_name_after_its_office_speaks() -> None:
    text = "“The port is open to all,” said the harbour chief, Amina Bello."
    assert told(text)[0][0] == "Amina Bello"


def test_who_is_told_is_the_addressee() -> None:
    text = "Okello told Bello on Monday that the port is open."
    (saying,) = read(text, "Okello", "Bello")
    assert saying.addressee == at(text, "Bello")
    assert saying.words.of(text) == "the port is open"


@pytest.mark.parametrize(
    "text",
    [
        "Okello did not say that the port is open.",
        "Okello declined to say that the port is open.",
        "The port is said that morning to have been open.",
        "The port was reportedly closed by the harbour police.",
        "The police reportedly closed the port and allegedly sank a boat.",
        "Once called a “salt war”, it was first reported in Kano.",
        "A relatively new term - “salt war” - is in use.",
        "The United States that Okello knew had open ports.",
    ],
)
def test_nothing_was_said(text: str) -> None:
    assert told(text, "Okello", "The police") == []


# Chains


def test_according_to_opens_or_ends_a_sentence() -> None:
    for text in (
        "According to the harbour police, three ships left at dawn.",
        "three ships left at dawn, according to the harbour police.",
    ):
        assert told(text, "the harbour police") == [
            ("the harbour police", "three ships left at dawn", "indirect")
        ]


def test_a_treaty_is_nobody_to_go_by() -> None:
    assert told("According to the treaty of 1920, three ships may leave at dawn.") == []


def test_who_passes_it_on_is_a_voice() -> None:
    text = "According to Sahel state media, the harbour chief said he was certain that the port would open."
    (saying,) = read(text)
    assert saying.speaker and saying.speaker.of(text) == "the harbour chief"
    assert [v.of(text) for v in saying.voices] == ["Sahel state media"]


@pytest.mark.parametrize(
    "text",
    [
        "Radio Sahel quoted Okello as saying the port is open.",
        "Okello was quoted by Radio Sahel as saying the port is open.",
    ],
)
def test_who_is_quoted_speaks_and_who_quotes_is_a_voice(text: str) -> None:
    (saying,) = read(text, "Radio Sahel", "Okello")
    assert saying.speaker == at(text, "Okello")
    assert saying.voices == (at(text, "Radio Sahel"),)
    assert saying.words.of(text) == "the port is open"


def test_a_headline_names_its_speaker_before_or_after_a_colon() -> None:
    assert told("Okello: port will stay open all year", "Okello") == [
        ("Okello", "port will stay open all year", "indirect")
    ]
    assert told("Port will stay open all year: Okello", "Okello") == [
        ("Okello", "Port will stay open all year", "indirect")
    ]
    assert told("Source: Okello and the port police", "Okello") == []


# The engine's marks


def marked(text: str, cue: str, words: str, speaker: str | None, *parties: str) -> tuple[Saying, ...]:
    """The sayings of a one-sentence text whose only mark is given."""
    (sentence,) = cut(text, *parties)
    mark = SayingMark(at(text, cue), at(text, words), 0.91, at(text, speaker) if speaker else None)
    return says.sayings(article(text), (replace(sentence, sayings=(mark,)),), CUES)


def test_a_mark_and_a_rule_that_agree_are_one_saying() -> None:
    text = "“The port is open,” said Okello."
    (saying,) = marked(text, "said", "The port is open,”", "Okello", "Okello")
    assert saying.words.of(text) == "The port is open"
    assert (saying.kind, saying.score) == ("direct", 0.91)


def test_a_mark_keeps_its_words_where_no_rule_knows_the_cue() -> None:
    text = "Okello signalled to them that the port is open."
    (saying,) = marked(text, "signalled", "that the port is open.", "Okello", "Okello")
    assert saying.words.of(text) == "the port is open"


def test_an_infinitive_keeps_its_to() -> None:
    text = "Okello claimed to have opened the port."
    (saying,) = marked(text, "claimed", "have opened the port", "Okello", "Okello")
    assert saying.words.of(text) == "to have opened the port"


def test_a_mark_that_cuts_a_quotation_takes_it_in() -> None:
    text = "Okello signalled that the port is “open to all ships”."
    (saying,) = marked(text, "signalled", "the port is “open to", "Okello", "Okello")
    assert (saying.words.of(text), saying.kind) == ("the port is “open to all ships”", "mixed")


def test_a_mark_without_a_speaker_takes_the_rules_speaker() -> None:
    text = "The harbour chief said the port is open."
    (saying,) = marked(text, "said", "the port is open", None)
    assert saying.speaker == at(text, "The harbour chief")


def test_a_mark_without_any_speaker_is_left_out() -> None:
    text = "Reportedly believed, that the port is open."
    assert marked(text, "believed", "the port is open", None) == ()


def test_a_speaker_that_breaks_off_gets_the_rest_of_his_group() -> None:
    text = "The envoy of the lake towns has said the port is open."
    (saying,) = marked(text, "said", "the port is open", "The envoy of", "The envoy of")
    assert saying.speaker == at(text, "The envoy of the lake towns")


def test_whoever_stands_beside_the_cue_speaks() -> None:
    text = "Bello says Okello has told them that the port is open."
    (sentence,) = cut(text, "Bello", "Okello")
    marks = (
        SayingMark(
            at(text, "says"), at(text, "Okello has told them that the port is open"), 0.9, at(text, "Bello")
        ),
        SayingMark(at(text, "told"), at(text, "the port is open"), 0.9, at(text, "Bello")),
    )
    outer, inner = says.sayings(article(text), (replace(sentence, sayings=marks),), CUES)
    assert outer.speaker == at(text, "Bello")
    assert inner.speaker == at(text, "Okello")
    assert inner.voices == (at(text, "Bello"),)


def test_one_saying_with_two_cues_is_recorded_once() -> None:
    text = "Radio Sahel quoted Okello as saying that the port is open."
    (sentence,) = cut(text, "Radio Sahel", "Okello")
    words, wrong = at(text, "the port is open"), at(text, "Radio Sahel")
    marks = (
        SayingMark(at(text, "quoted"), words, 0.6, wrong),
        SayingMark(at(text, "saying"), words, 0.9, wrong),
    )
    (saying,) = says.sayings(article(text), (replace(sentence, sayings=marks),), CUES)
    assert saying.speaker == at(text, "Okello")
    assert saying.voices == (at(text, "Radio Sahel"),)


def test_a_clause_within_words_that_the_engine_gave_to_another_is_left_to_it() -> None:
    text = "Okello said that the record shows Bello insisted that the port is open."
    (saying,) = marked(
        text, "said", "the record shows Bello insisted that the port is open", "Okello", "Okello", "Bello"
    )
    assert saying.speaker == at(text, "Okello")


def test_of_two_who_spoke_together_the_first_is_the_subject_of_saying() -> None:
    text = "Okello and his guest Bello spoke in Lagos, saying, “The port is open to all.”"
    (saying,) = marked(text, "saying", "The port is open to all.”", "Bello", "Okello", "Bello")
    assert saying.speaker == at(text, "Okello")
    assert saying.words.of(text) == "The port is open to all."


# Who vouches for what


def voiced(text: str, sentence: Sentence, found: tuple[Saying, ...], event: str) -> tuple[Span, ...]:
    return says.voices(article(text), sentence, found, at(text, event), CUES)


def test_the_voices_of_an_event_are_nearest_first() -> None:
    text = "According to Sahel state media, the harbour chief said that raiders sank a boat."
    (sentence,) = cut(text)
    found = read(text)
    assert [v.of(text) for v in voiced(text, sentence, found, "sank")] == [
        "the harbour chief",
        "Sahel state media",
    ]
    assert [v.of(text) for v in voiced(text, sentence, found, "said")] == ["Sahel state media"]


def test_an_event_in_nobodys_words_has_no_voices() -> None:
    text = "Raiders sank a boat after Okello said the port is open."
    (sentence,) = cut(text, "Okello")
    assert voiced(text, sentence, read(text, "Okello"), "sank") == ()


def test_a_long_quotation_vouches_for_all_its_sentences() -> None:
    text = "“Raiders came at dawn. They sank a boat,” Okello said. “Then they burned the harbour and left.”"
    found, cuts = read(text, "Okello"), cut(text, "Okello")
    for event in ("came", "sank", "burned"):
        here = next(s for s in cuts if s.span.covers(at(text, event)))
        assert voiced(text, here, found, event) == (at(text, "Okello"),)


def test_a_saying_within_a_saying_adds_the_outer_speaker() -> None:
    text = "Bello said that Okello said that raiders sank a boat."
    (sentence,) = cut(text, "Bello", "Okello")
    found = read(text, "Bello", "Okello")
    assert voiced(text, sentence, found, "sank") == (at(text, "Okello"), at(text, "Bello"))


# The book


def test_a_cue_that_stands_twice_is_refused(tmp_path: Path) -> None:
    book = (WORDS / "says.toml").read_text(encoding="utf-8")
    (tmp_path / "says.toml").write_text(
        book + '\n[[cue]]\ndoes = "asserts"\ntakes = ["quote"]\nwords = ["said"]\n', encoding="utf-8"
    )
    with pytest.raises(says.CuesBroken, match="'said' stands twice"):
        says.open_cues(tmp_path)


def test_an_unknown_word_in_the_book_is_refused(tmp_path: Path) -> None:
    book = (WORDS / "says.toml").read_text(encoding="utf-8")
    (tmp_path / "says.toml").write_text(book.replace('does = "denies"', 'does = "doubts"'), encoding="utf-8")
    with pytest.raises(says.CuesBroken, match="unknown word"):
        says.open_cues(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "“", "said", "said.", "according to", "“” said", "’ ’ ’ said ‘", ": said :", '"""" he said, that'],
)
def test_scraps_do_no_harm(text: str) -> None:
    for saying in read(text):
        assert saying.words.of(text).strip()
