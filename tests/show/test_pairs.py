"""Given pairs: text and two spans in, one of the sixteen types out."""

import json

import pytest
from click.testing import CliRunner

import dragoman
from dragoman.show.cli import dragoman as program
from dragoman.tools import DATA
from dragoman.what import open_codebook

TYPES = set(open_codebook(DATA / "codebook").kinds)
TOLD = [
    ("Peru expelled two Chilean diplomats on Monday.", "Peru", "two Chilean diplomats", {"SANCTION", "COERCE"}),
    ("Rebel fighters shelled a Norwegian base at dawn.", "Rebel fighters", "a Norwegian base", {"ASSAULT"}),
    ("Ghana accused Togo of hiding the smugglers.", "Ghana", "Togo", {"ACCUSE"}),
    ("Qatar sent tents and flour to flooded Malta.", "Qatar", "Malta", {"AID"}),
    ("The Kenyan president met his Omani counterpart in Rome.", "The Kenyan president", "his Omani counterpart",
     {"CONSULT"}),
    ("Iceland urged Japan to end the hunt.", "Iceland", "Japan", {"REQUEST"}),
]  # fmt: skip


def span(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(("text", "actor", "recipient", "types"), TOLD)
def test_what_one_did_to_the_other(text: str, actor: str, recipient: str, types: set[str]) -> None:
    found = dragoman.pair(text, span(text, actor), span(text, recipient))
    assert found.type in types
    assert set(found.probabilities) == TYPES
    assert sum(found.probabilities.values()) == pytest.approx(1, abs=1e-3)
    assert found.probabilities[found.type] == max(found.probabilities.values())


def test_the_pair_that_is_asked_for_decides() -> None:
    text = "Ghana praised Togo and bombed a camp of the rebels in Mali."
    praised = dragoman.pair(text, span(text, "Ghana"), span(text, "Togo"))
    bombed = dragoman.pair(text, span(text, "Ghana"), span(text, "the rebels"))
    assert praised.probabilities["ASSAULT"] < bombed.probabilities["ASSAULT"]


def test_only_the_sentences_of_the_two_are_read() -> None:
    told = "Peru expelled two Chilean diplomats."
    text = f"Rain fell. {told} The harvest was good."
    alone, within = (
        dragoman.pair(t, span(t, "Peru"), span(t, "two Chilean diplomats")) for t in (told, text)
    )
    assert alone.probabilities == within.probabilities


@pytest.mark.parametrize(
    ("actor", "recipient", "why"),
    [
        ((0, 4), (40, 50), "recipient"),
        ((3, 3), (5, 9), "actor"),
        ((0, 9), (5, 12), "share"),
        ((4, 5), (5, 9), "no word"),
    ],
)
def test_spans_that_are_none_are_refused(
    actor: tuple[int, int], recipient: tuple[int, int], why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        dragoman.pair("Peru expelled two Chileans.", actor, recipient)


def test_rows_in_and_answers_out_and_bad_rows_are_told() -> None:
    text = TOLD[0][0]
    rows = [
        json.dumps(
            {"id": 7, "text": text, "actor": span(text, "Peru"), "recipient": span(text, "diplomats")}
        ),
        "{",
        json.dumps({"id": "b", "text": text, "actor": [0], "recipient": [1, 2]}),
        json.dumps({"id": "c", "text": text, "actor": [0, 4], "recipient": [0, 4]}),
        "",
        json.dumps([1]),
    ]
    done = CliRunner().invoke(program, ["pair", "-"], input="\n".join(rows), catch_exceptions=False)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == [7]
    assert set(answers[0]) == {"id", "type", "probabilities"} and set(answers[0]["probabilities"]) == TYPES
    assert "E112" in done.stderr and done.stderr.count("E120 cannot read a pair") == 3
    assert "standard input, row 3" in done.stderr
    assert "1 pair read, 4 rejected" in done.stderr
    assert done.exit_code == 0
