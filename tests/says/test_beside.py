"""Who stands beside a saying: hearers, those who pass it on, those cited, and voices without a name."""

import pytest
from test_says import CUES, article, at, cut, read

from dragoman import says


def first(text: str, *parties: str) -> dict[str, object]:
    """The words of the text's first saying and of all who have to do with it."""
    saying = read(text, *parties)[0]
    return {
        "speaker": saying.speaker.of(text) if saying.speaker else None,
        "words": saying.words.of(text),
        "does": saying.does,
        "to": saying.addressee.of(text) if saying.addressee else None,
        "through": [v.of(text) for v in saying.voices],
        "cites": [v.of(text) for v in saying.cites],
    }


def chain(text: str, event: str, *parties: str) -> list[str]:
    sentence = next(s for s in cut(text, *parties) if s.span.covers(at(text, event)))
    found = says.voices(article(text), sentence, read(text, *parties), at(text, event), CUES)
    return [v.of(text) for v in found]


# Who hears it


@pytest.mark.parametrize(
    ("text", "hears"),
    [
        ("Okello told reporters that the port was shut.", "reporters"),
        ("Okello told Bello that the port was shut.", "Bello"),
        ("Okello warned the council that the port was shut.", "the council"),
        ("Okello warned that the port was shut.", None),
        ("Okello asked Bello whether the port was shut.", "Bello"),
        ("Okello said in a letter to Bello that the port was shut.", "Bello"),
        ("In a call with Bello, Okello said that the port was shut.", "Bello"),
        ("Okello said that the port was shut in a row with Bello.", None),
    ],
)
def test_who_hears_it(text: str, hears: str | None) -> None:
    assert first(text, "Okello", "Bello")["to"] == hears


# Who passes it on


@pytest.mark.parametrize(
    ("text", "through"),
    [
        ("“The port is shut,” Okello told the Lagos Times.", ["the Lagos Times"]),
        ("Okello told the newspaper that the port was shut.", ["the newspaper"]),
        ("Okello told reporters that the port was shut.", []),
        ("Okello told a news conference that the port was shut.", []),
        ("Okello said in an interview with the Lagos Times that the port was shut.", ["the Lagos Times"]),
        ("The Lagos Times quoted Okello as saying that the port was shut.", ["The Lagos Times"]),
        ("Okello was quoted by the Lagos Times as saying that the port was shut.", ["the Lagos Times"]),
        ("Okello, quoted by the Lagos Times, said that the port was shut.", ["the Lagos Times"]),
        ("The port is shut, Okello said, as quoted by the Lagos Times.", ["the Lagos Times"]),
        ("The Lagos Times quoted Okello, a judge, as saying that the port was shut.", ["The Lagos Times"]),
        ("The Lagos Times quoted Okello who said that the port was shut.", ["The Lagos Times"]),
        ("According to the Lagos Times, Okello said that the port was shut.", ["the Lagos Times"]),
        ("The port is shut, Okello said, according to the Lagos Times.", ["the Lagos Times"]),
        ("Okello reportedly said that the port was shut.", ["reportedly"]),
    ],
)
def test_who_passes_it_on(text: str, through: list[str]) -> None:
    found = first(text, "Okello", "The Lagos Times", "the Lagos Times")
    assert (found["speaker"], found["through"]) == ("Okello", through)


# Who is cited


@pytest.mark.parametrize(
    "text",
    [
        "The port is shut, Bello said, citing two officials.",
        "Citing two officials, Bello said that the port was shut.",
        "Bello said, citing two officials, that the port was shut.",
        "According to Bello, citing two officials, the port was shut.",
    ],
)
def test_whom_the_speaker_cites(text: str) -> None:
    found = first(text, "Bello", "two officials")
    assert (found["speaker"], found["cites"]) == ("Bello", ["two officials"])
    assert "officials" not in str(found["words"])
    assert chain(text, "shut", "Bello", "two officials") == ["two officials", "Bello"]


def test_a_paper_that_is_cited_in_the_words_is_not_cited_by_the_speaker() -> None:
    text = "Okello said that Bello, citing two officials, shut the port."
    assert first(text, "Okello", "Bello", "two officials")["cites"] == []


# Voices without a name


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Raiders reportedly sank a boat.", "reportedly"),
        ("Raiders, reportedly, sank a boat.", "reportedly"),
        ("A boat was allegedly sunk by raiders.", "allegedly"),
        ("Raiders are said to have sunk a boat.", "said"),
        ("Raiders were widely believed to have sunk a boat.", "believed"),
        ("It is reported that raiders sank a boat.", "reported"),
        ("The police spoke of an alleged raid.", "alleged"),
        ("The police spoke of an alleged Kenyan raid.", "alleged"),
        ("Raiders sank a boat.", None),
        ("Two men, reportedly from Chad, sank a boat.", None),
        ("The boat was shut in after raiders reportedly came; others sank a boat.", None),
        ("The alleged raiders sank a boat.", None),
        ("Raiders sank a boat that was reportedly stolen.", None),
        ("Okello said raiders sank a boat.", None),
        ("Okello believed raiders sank a boat.", None),
    ],
)
def test_a_voice_without_a_name(text: str, voice: str | None) -> None:
    event = next(word for word in ("sank", "sunk", "raid") if word in text)
    found = chain(text, event)
    assert found == ([voice] if voice else []) or (voice is None and found == ["Okello"])


def test_a_voice_without_a_name_stands_where_it_is_told() -> None:
    assert chain("Okello said raiders reportedly sank a boat.", "sank", "Okello") == ["reportedly", "Okello"]
    assert chain("Okello reportedly said raiders sank a boat.", "sank", "Okello") == ["Okello", "reportedly"]


def test_what_is_widely_believed_is_nobodys_statement() -> None:
    assert read("It is widely believed that raiders sank a boat.") == ()


# What the speaker does


@pytest.mark.parametrize(
    ("cue", "does"),
    [
        ("said", "asserts"),
        ("claimed", "claims"),
        ("denied", "denies"),
        ("warned", "warns"),
        ("promised", "promises"),
        ("hoped", "thinks"),
        ("pointed out", "asserts"),
    ],
)
def test_what_the_speaker_does(cue: str, does: str) -> None:
    found = first(f"Okello {cue} that the port would open.", "Okello")
    assert (found["does"], found["words"]) == (does, "the port would open")


def test_a_question_is_asked() -> None:
    found = first("Okello asked whether the port would open.", "Okello")
    assert (found["does"], found["words"]) == ("asks", "whether the port would open")


def test_without_a_cue_it_is_asserted() -> None:
    assert first("Okello: the port will not open", "Okello")["does"] == "asserts"


# Clauses without "that"


@pytest.mark.parametrize("cue", ["announced", "confirmed", "insisted", "warned", "feared", "hoped"])
def test_a_clause_may_follow_at_once(cue: str) -> None:
    found = first(f"Okello {cue} the old port would open.", "Okello")
    assert found["words"] == "the old port would open"


@pytest.mark.parametrize(
    "text",
    [
        "Okello announced the opening of the old port.",
        "Okello fears raids.",
        "Okello confirmed reports because they are true.",
        "Okello found a boat which was empty.",
        "Okello pointed to the boat which was empty.",
    ],
)
def test_a_thing_is_not_a_clause(text: str) -> None:
    assert read(text, "Okello") == ()


# Headlines


@pytest.mark.parametrize(
    ("text", "speaker", "words", "kind"),
    [
        ("Okello: the port will not open", "Okello", "the port will not open", "indirect"),
        ("The port will not open: Okello", "Okello", "The port will not open", "indirect"),
        ("The port will not open - officials", "officials", "The port will not open", "indirect"),
        ("Port to open in spring, says Okello", "Okello", "Port to open in spring", "indirect"),
        ("‘We will not leave’: Okello", "Okello", "We will not leave", "direct"),
        ("Okello: “The port will never open.”", "Okello", "The port will never open.", "direct"),
    ],
)
def test_headlines_that_say(text: str, speaker: str, words: str, kind: str) -> None:
    (saying,) = read(text, "Okello")
    assert saying.speaker
    assert (saying.speaker.of(text), saying.words.of(text), saying.kind) == (speaker, words, kind)


@pytest.mark.parametrize(
    "text", ["The port will not open - Lagos Times", "Photo: the port at dawn", "Okello: a life"]
)
def test_headlines_that_say_nothing(text: str) -> None:
    assert read(text, "Okello") == ()


# A quotation that ends with a mark of its own


@pytest.mark.parametrize(
    ("text", "words", "to"),
    [
        ("“Are you leaving?” Okello asked.", "Are you leaving?", None),
        ("“Are you leaving?” Foreign Minister Okello asked Bello.", "Are you leaving?", "Bello"),
        ("Rain fell. “We stay! All of us!” Okello said on Monday.", "We stay! All of us!", None),
        ("“It is over.” Okello said.", "It is over.", None),
    ],
)
def test_a_quotation_with_a_mark_of_its_own(text: str, words: str, to: str | None) -> None:
    found = first(text, "Okello", "Bello")
    assert (str(found["speaker"]).split()[-1], found["words"], found["to"]) == ("Okello", words, to)


@pytest.mark.parametrize(
    "text",
    [
        "Bello spoke of the “national interest!” Okello agreed, he said.",
        "“Are we leaving?” Okello did not say.",
        "“Are we leaving?” Rain fell.",
    ],
)
def test_a_quotation_that_the_next_sentence_does_not_speak(text: str) -> None:
    assert not [s for s in read(text, "Okello", "Bello") if s.kind == "direct"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Per the ministry, the port will open in May.", "the ministry"),
        ("The port will open in May, per the ministry.", "the ministry"),
        ("According to the Lagos Times, which told it first, the port will open in May.", "the Lagos Times"),
        ("Okello is confident that the port will open in May.", "Okello"),
        ("Okello pointed out that the port will open in May.", "Okello"),
    ],
)
def test_further_ways_to_say(text: str, speaker: str) -> None:
    found = first(text, "Okello", "the Lagos Times", "the ministry")
    assert found["speaker"] == speaker
    assert str(found["words"]).lower() == "the port will open in may"


@pytest.mark.parametrize(
    "text",
    ["The port earns nine pounds per ship.", "Okello is certain.", "It is certain that the port will open."],
)
def test_no_ways_to_say(text: str) -> None:
    assert read(text, "Okello") == ()


def test_of_what_he_thinks_himself_a_speaker_makes_one_statement() -> None:
    text = "Okello said he was confident that the port would open."
    assert len(read(text, "Okello")) == 1
