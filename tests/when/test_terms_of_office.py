"""Terms of office as times: whose, which, and when a government is no time at all."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman import parse
from dragoman.things import Article, Span, Time
from dragoman.when import Calendar, CalendarBroken, open_calendar, times

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "src" / "dragoman" / "data" / "words"
SEED = ROOT.parent / "shared" / "seed"


@cache
def calendar() -> Calendar:
    return open_calendar(WORDS)


def read(text: str, published: date | None = date(2025, 2, 25)) -> tuple[Time, ...]:
    article = Article(id="a", text=text, sha256="", story=(Span(0, len(text)),), published=published)
    return times(article, parse.sentences(text, article.story), calendar())


TERMS = {
    "Trump revived a rule from his first term.": "2017-01-20/2021-01-20",
    "The ban dates from Barack Obama's second term.": "2013-01-20/2017-01-20",
    "The ban was decreed during the first Trump administration.": "2017-01-20/2021-01-20",
    "Under former US President Joe Biden’s administration, talks failed.": "2021-01-20/2025-01-20",
    "Under the Obama administration, talks went on.": "2009-01-20/2017-01-20",
    "Pensions were cut during Macron's first term.": "2017-05-14/2022-05-14",
    "Macron opened the hall. A strike had marked his first term.": "2017-05-14/2022-05-14",
    "During the first Bush administration, the wall fell.": "1989-01-20/1993-01-20",
}


@pytest.mark.parametrize("text", TERMS)
def test_a_term_is_dated_by_the_table(text: str) -> None:
    terms = [t for t in read(text) if t.granularity == "term"]
    assert [t.value for t in terms] == [TERMS[text]]
    assert f"{terms[0].first}/{terms[0].last}" == TERMS[text]


def test_his_is_the_one_named_last_and_not_somebody_further_back() -> None:
    text = "Obama met Macron. The two spoke at length. Aides left. During his first term he wrote little."
    assert [(t.text, t.first) for t in read(text)] == [("his first term", None)]


def test_a_namesake_has_no_term() -> None:
    assert [t.first for t in read("The rule dates from Hillary Clinton's first term.")] == [None]


def test_which_of_two_administrations_is_told_by_the_day_of_print() -> None:
    text = "Under the Trump administration, tariffs rose."
    assert [t.value for t in read(text, date(2019, 5, 1))] == ["2017-01-20/2021-01-20"]
    assert [t.value for t in read(text, date(2025, 5, 1))] == ["2025-01-20/2029-01-20"]
    assert [t.value for t in read(text, None)] == [None]


def test_a_government_that_acts_is_no_time() -> None:
    assert read("The Biden administration sent aid to Kyiv.") == ()


@pytest.mark.parametrize(
    "book, old, new, told",
    [
        ("when_shapes.toml", '"NAMED"', '"NOWHERE"', "no class"),
        ("when_terms.toml", '"1961-01-20", "1963-11-22"', '"1963-11-22", "1961-01-20"', "not in order"),
        ("when.toml", "lead = 6", "lead = ", "when.toml"),
    ],
)
def test_a_broken_book_is_refused_by_name(tmp_path: Path, book: str, old: str, new: str, told: str) -> None:
    for page in WORDS.glob("when*.toml"):
        text = page.read_text(encoding="utf-8")
        assert page.name != book or old in text
        (tmp_path / page.name).write_text(
            text.replace(old, new) if page.name == book else text, encoding="utf-8"
        )
    with pytest.raises(CalendarBroken, match=told):
        open_calendar(tmp_path)


def test_no_two_holders_share_a_name() -> None:
    import tomllib

    rows = tomllib.loads((WORDS / "when_terms.toml").read_text(encoding="utf-8"))["holder"]
    names = [name for row in rows for name in row["names"]]
    assert len(names) == len(set(names))


EXPECTED = [
    ("a day after", "2025-02-24", "2025-02-24"),
    ("Tuesday", "2025-02-25", "2025-02-25"),
    ("his first term", "2017-01-20", "2021-01-20"),
    ("Earlier this month", "2025-02-01", "2025-02-25"),
    ("the first Trump administration", "2017-01-20", "2021-01-20"),
    ("2015", "2015-01-01", "2015-12-31"),
    ("2018", "2018-01-01", "2018-12-31"),
    ("his first term", "2017-01-20", "2021-01-20"),
    ("Joe Biden’s administration", "2021-01-20", "2025-01-20"),
    ("late last year", "2024-10-01", "2024-12-31"),
    ("Monday", "2025-02-24", "2025-02-24"),
    ("December", "2024-12-01", "2024-12-31"),
    ("Monday", "2025-02-24", "2025-02-24"),
]
FIXED = {"his first term", "the first Trump administration", "Joe Biden’s administration", "2015", "2018"}


def seed() -> str:
    pages = sorted(SEED.glob("*.txt"))
    if not pages:
        pytest.skip("the shared folder with the first article is not beside the repository")
    return pages[0].read_text(encoding="utf-8")


def test_the_first_article_has_its_times() -> None:
    found = [(t.text, str(t.first), str(t.last)) for t in read(seed()) if t.first]
    assert found == EXPECTED


def test_the_first_article_without_its_day_has_only_what_its_words_fix() -> None:
    dated = {t.text for t in read(seed(), None) if t.first or t.last}
    assert dated == FIXED
