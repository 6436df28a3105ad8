"""What the days of a time are counted from: the day of print, a time told before, or nothing but its own words."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman import parse
from dragoman.things import Anchor, Article, Span, Time
from dragoman.when import Calendar, CalendarBroken, open_calendar, times

WORDS = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "words"
PRINT = date(2025, 2, 25)


@cache
def calendar() -> Calendar:
    return open_calendar(WORDS)


def read(text: str, published: date | None = PRINT) -> dict[str, Time]:
    article = Article(id="a", text=text, sha256="", story=(Span(0, len(text)),), published=published)
    return {t.text: t for t in times(article, parse.sentences(text, article.story), calendar())}


@pytest.mark.parametrize(
    "words", ["Monday", "last week", "three years ago", "this morning", "Christmas", "December"]
)
def test_a_relative_time_is_anchored_to_the_day_of_print(words: str) -> None:
    assert read(f"The two met {words}.")[words].anchor == Anchor(PRINT)


@pytest.mark.parametrize(
    "words", ["March 3, 2019", "2018", "the 1990s", "the second quarter of 2020", "Easter 2019"]
)
def test_what_the_words_fix_has_no_anchor(words: str) -> None:
    assert read(f"The two met in {words}.")[words].anchor is None


def test_a_later_day_is_anchored_to_the_words_told_before() -> None:
    text = (
        "Rebels took the town on March 3, 2019. Two days later they lost it. The same day a truce was agreed."
    )
    found = read(text)
    told = found["March 3, 2019"].span
    assert found["Two days later"].anchor == Anchor(date(2019, 3, 3), told)
    assert found["The same day"].anchor == Anchor(date(2019, 3, 5), found["Two days later"].span)


def test_a_year_earlier_is_anchored_to_the_quarter_it_is_compared_with() -> None:
    found = read("Third-quarter exports rose from a year earlier.")
    assert found["a year earlier"].anchor == Anchor(date(2024, 7, 1), found["Third-quarter"].span)


def test_without_days_there_is_no_anchor() -> None:
    assert all(t.anchor is None for t in read("They met last week and for two years now.", None).values())


def test_what_is_compared_with_is_counted_from_by_nothing() -> None:
    text = "Third-quarter exports rose from the year-ago quarter. In the quarter, imports fell."
    assert read(text)["the quarter"].value == "2024-Q3"


def test_a_war_without_its_end_lasts_to_the_day_of_print() -> None:
    found = read("They have fled since Russia's invasion of Ukraine.")["Russia's invasion of Ukraine"]
    assert (found.first, found.last, found.anchor) == (date(2022, 2, 24), PRINT, Anchor(PRINT))


def test_of_wars_with_one_name_the_last_begun_before_print_is_meant() -> None:
    text = "Talks failed during the war in Gaza."
    assert read(text, date(2014, 9, 1))["the war in Gaza"].value == "2014-07-08/2014-08-26"
    assert read(text, date(2009, 2, 1))["the war in Gaza"].value == "2008-12-27/2009-01-18"
    assert read(text, None) == {}


def test_a_broken_table_of_events_is_refused_by_name(tmp_path: Path) -> None:
    for page in WORDS.glob("when*.toml"):
        text = page.read_text(encoding="utf-8")
        (tmp_path / page.name).write_text(
            text.replace('["1914-07-28", "1918-11-11"]', '["1918-11-11", "1914-07-28"]')
        )
    with pytest.raises(CalendarBroken, match=r"when_events.toml: World War I: ends before"):
        open_calendar(tmp_path)


@pytest.mark.parametrize(
    "words, year, told",
    [
        ("Two years after the annexation of Crimea", 2016, date(2014, 3, 18)),
        ("A year after the invasion of Kuwait", 1991, date(1990, 8, 4)),
        ("Three years after World War II", 1948, date(1945, 9, 2)),
        ("A year before the invasion of Iraq", 2002, date(2003, 3, 20)),
    ],
)
def test_years_after_an_event_with_a_name_are_counted_from_it(words: str, year: int, told: date) -> None:
    found = read(f"{words}, the port was closed.")[" ".join(words.split()[:3])]
    assert (found.first, found.last) == (date(year, 1, 1), date(year, 12, 31))
    assert found.anchor and found.anchor.day == told


@pytest.mark.parametrize(
    "words, value",
    [
        ("May that year", "2005-05"),
        ("May of the same year", "2005-05"),
        ("3 May that year", "2005-05-03"),
        ("May 3 of that year", "2005-05-03"),
        ("May of the previous year", "2004-05"),
        ("May of the following year", "2006-05"),
    ],
)
def test_a_month_of_that_year_is_of_the_year_told(words: str, value: str) -> None:
    assert read(f"The league was founded in 2005. It first met in {words}.")[words].value == value


def test_a_month_of_that_year_has_no_days_where_no_year_was_told() -> None:
    assert read("The league first met in May that year.")["May that year"].first is None


@pytest.mark.parametrize(
    "words, first, last",
    [
        ("the first quarter of fiscal year 2024", date(2023, 10, 1), date(2023, 12, 31)),
        ("the third quarter of fiscal 2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("the fourth quarter of FY 2024", date(2024, 7, 1), date(2024, 9, 30)),
        ("the second half of fiscal year 2024", date(2024, 4, 1), date(2024, 9, 30)),
        ("the first quarter of this fiscal year", date(2024, 10, 1), date(2024, 12, 31)),
        ("the third quarter of 2024", date(2024, 7, 1), date(2024, 9, 30)),
    ],
)
def test_quarters_of_a_business_year_lie_in_it(words: str, first: date, last: date) -> None:
    found = read(f"Exports fell in {words}.")[words]
    assert (found.first, found.last) == (first, last)
