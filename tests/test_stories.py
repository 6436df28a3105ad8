"""Every page of tests/stories: a text and what must stand in its record; and the form that the pages have."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from story import Story, complaints, read_story

from dragoman.read import Given, read_text
from dragoman.show.doctor import example
from dragoman.things import Article, Happened, Mention, Record, Report, Span, Statement

PAGES = sorted((Path(__file__).parent / "stories").glob("[0-9]*.md"))
PAGE = """# A page

published 2025-03-04

> Peru expelled two envoys of Chile.

{}
"""
TEXT = "Peru expelled two envoys of Chile."
WHOLE = Span(0, len(TEXT))
DAY = date(2025, 3, 3)
PERU = Mention(Span(0, 4), "Peru", "per", "Peru", "PER")
CHILE = Mention(Span(14, 33), "two envoys of Chile", country="CHL", sector="GOV")
PAIR = Mention(Span(0, 4), "the two", name="the two", members=("CHL", "PER"))
EXPELLED = Report(
    "r", 0, Span(5, 13), WHOLE, "SANCTION", "expel", (), 4, -5.5, (PERU,), (CHILE,),
    "asserted", Happened(DAY, DAY, "text", "Monday"), None, (CHILE,), 0.9,
)  # fmt: skip
SAID = Statement("s", 0, CHILE, Span(5, 33), "indirect", said_by=(PERU,))
RECORD = Record(Article("a", TEXT, "0" * 64, (WHOLE,)), (WHOLE,), (PERU, CHILE), (), (EXPELLED,), (SAID,))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_story(page: Path) -> None:
    story = read_story(page.read_text(encoding="utf-8"))
    wrong = complaints(story.lines, _record(story))
    if wrong:
        pytest.fail(f"{page.name}\n\n{wrong}", pytrace=False)


def _record(story: Story) -> Record:
    from dragoman.river import read_article
    from dragoman.tools import open_tools

    given = Given(published=story.published, publisher=story.publisher)
    return read_article(read_text(story.text, given=given), open_tools())


def test_the_example_that_ships_has_a_page() -> None:
    """What the tutorial tells of the example is held against its record."""
    (page,) = (page for page in PAGES if "example" in page.stem)
    article = example()
    story = read_story(page.read_text(encoding="utf-8"))
    assert (story.text, story.published, story.publisher) == (
        article.text,
        article.published,
        article.publisher,
    )


def complaint(*lines: str, record: Record = RECORD) -> str:
    return complaints(read_story(PAGE.format("\n".join(lines))).lines, record)


@pytest.mark.parametrize(
    "line",
    [
        "2025-03-03  PER  SANCTION expel  CHL:GOV  asserted  said by CHL:GOV  word expelled  once",
        "2025-03-03..2025-03-03  PER (Peru)  SANCTION  CHL:*  *",
        "*  *  SANCTION  *  asserted",
        "says  CHL:GOV  indirect  “expelled two envoys of Chile”  passed on by PER",
        "says  *  *  “expelled two…”",
        "never  *  PER  ASSAULT",
        "never  *  *  SANCTION  *  negated",
        "never says  PER  *  *",
        "same  Peru  Peru",
        "2025-03-03  PER  ASSAULT  CHL:GOV  asserted\nknown: nothing but an example",
    ],
)
def test_a_page_is_content(line: str) -> None:
    assert complaint(line) == ""


@pytest.mark.parametrize(
    "line",
    [
        "2025-03-04  PER  SANCTION expel  CHL:GOV  asserted",
        "-  PER  SANCTION expel  CHL:GOV  asserted",
        "2025-03-03  PER:GOV  SANCTION expel  CHL:GOV  asserted",
        "2025-03-03  PER, BOL  SANCTION expel  CHL:GOV  asserted",
        "2025-03-03  -  SANCTION expel  CHL:GOV  asserted",
        "2025-03-03  PER (Bolivia)  SANCTION expel  CHL:GOV  asserted",
        "2025-03-03  PER  SANCTION withdraw  CHL:GOV  asserted",
        "2025-03-03  PER  SANCTION expel  CHL  asserted",
        "2025-03-03  PER  SANCTION expel  CHL:GOV  negated",
        "2025-03-03  PER  SANCTION expel  CHL:GOV  asserted  said by -",
        "2025-03-03  PER  SANCTION expel  CHL:GOV  asserted  word expels",
        "says  CHL:GOV  direct  “expelled two envoys of Chile”",
        "says  CHL:GOV  indirect  “expelled two envoys”",
        "says  CHL:GOV  indirect  “expelled two envoys of Chile”  passed on by BOL",
        "never  *  PER  SANCTION",
        "never says  CHL:*  *  *",
        "same  Peru  Lima",
        "*  PER  ASSAULT  *  asserted\nnothing more",
        "2025-03-03  PER  SANCTION expel  CHL:GOV  asserted\nknown: said to be wrong, and right",
    ],
)
def test_a_page_complains(line: str) -> None:
    assert complaint(line)


def test_once_is_not_twice() -> None:
    twice = replace(RECORD, reports=(EXPELLED, replace(EXPELLED, id="q")))
    assert complaint("*  PER  SANCTION  *  *  once", record=twice)


def test_a_group_is_asked_for_whole_or_one_by_one() -> None:
    grouped = replace(RECORD, reports=(replace(EXPELLED, actors=(PAIR,)),))
    assert not complaint("*  PER+CHL  SANCTION  *  *", "*  PER, CHL  SANCTION  *  *", record=grouped)
    assert complaint("*  PER  SANCTION  *  *", record=grouped)


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2025, 2, 1), date(2025, 2, 28), "2025-02"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 1, 1), date(2024, 12, 30), "2024-01-01..2024-12-30"),
        (None, DAY, "..2025-03-03"),
    ],
)
def test_a_stretch_of_days_is_written_short(first: date | None, last: date, written: str) -> None:
    record = replace(RECORD, reports=(replace(EXPELLED, happened=Happened(first, last, "text", "then")),))
    assert not complaint(f"{written}  PER  SANCTION  *  *", record=record)
    assert complaint("2025-03-03  PER  SANCTION  *  *", record=record)


def test_a_complaint_shows_what_the_record_has() -> None:
    told = complaint("*  PER  ASSAULT  *  asserted")
    assert "2025-03-03  PER (Peru)  SANCTION expel  CHL:GOV  asserted  said by CHL:GOV" in told
    assert "says  CHL:GOV  indirect  “expelled two envoys of Chile”" in told


@pytest.mark.parametrize("line", ["2025-03-03 PER SANCTION CHL asserted", "*  *  SANCTION  *  real", ""])
def test_a_line_out_of_form_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        read_story(PAGE.format(line))
