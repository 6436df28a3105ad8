"""Lines that credit a text to an agency, and lines that only look so."""

import pytest

from dragoman.read import read_text

STORY = (
    "Peru expelled two Chilean diplomats on Thursday and recalled its ambassador from Santiago, officials said.\n\n"
    "The two countries have quarrelled over fish for a year, and the talks about it ended in May without a word."
)
PARAGRAPHS = 2


def wire(text: str) -> tuple[str | None, int]:
    article = read_text(text)
    return article.wire, len(article.story)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Amina Bello for Reuters", "Reuters"),
        ("Amina Bello | AFP", "AFP"),
        ("Amina Bello and Musa Okello, Associated Press", None),  # "and" in small letters: may be a sentence
        ("Amina Bello, Associated Press", "AP"),
        ("Lima / Xinhua", "Xinhua"),
    ],
)
def test_bylines(line: str, expected: str | None) -> None:
    found, left = wire(f"{line}\n\n{STORY}")
    assert (found, left) == (expected, PARAGRAPHS if expected else PARAGRAPHS + 1)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("— AFP", "AFP"),
        ("Via Xinhua", "Xinhua"),
        ("Published by Reuters on March 3, 2025", "Reuters"),
        ("With reporting from AP", "AP"),
        ("(With inputs from PTI)", "PTI"),
        ("(With inputs from agencies)", None),
        ("Some information for this report was provided by AFP and Reuters.", "AFP"),
        ("Some information for this report comes from Agence France-Presse.", "AFP"),
    ],
)
def test_closing_lines(line: str, expected: str | None) -> None:
    assert wire(f"{STORY}\n\n{line}") == (expected, PARAGRAPHS)


@pytest.mark.parametrize(
    "line",
    [
        "Via a side door the ministers left.",
        "Published by a small press, the letter sold well.",
        "Okello, a lawyer, AFP’s friend, left.",
        "Chad, Niger and Mali met.",
    ],
)
def test_sentences_that_open_so_are_told(line: str) -> None:
    assert wire(f"{STORY}\n\n{line}") == (None, PARAGRAPHS + 1)
