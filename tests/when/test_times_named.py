"""Expressions that name a time, printed on Tuesday, 25 February 2025. Sentences are invented."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from dragoman import parse
from dragoman.things import Article, Span, Time
from dragoman.when import Calendar, open_calendar, times

WORDS = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "words"
TUESDAY = date(2025, 2, 25)


@cache
def calendar() -> Calendar:
    return open_calendar(WORDS)


def read(text: str, published: date | None = TUESDAY) -> tuple[Time, ...]:
    article = Article(id="a", text=text, sha256="", story=(Span(0, len(text)),), published=published)
    return times(article, parse.sentences(text, article.story), calendar())


# text | the expression | value | first..last, or nothing where no days are known
NAMED = """
The two met on Monday. | Monday | 2025-02-24 | 2025-02-24..2025-02-24
The two met on Tuesday. | Tuesday | 2025-02-25 | 2025-02-25..2025-02-25
The two met on Wednesday. | Wednesday | 2025-02-19 | 2025-02-19..2025-02-19
The two will meet on Wednesday. | Wednesday | 2025-02-26 | 2025-02-26..2025-02-26
The two agreed to meet on Friday. | Friday | 2025-02-28 | 2025-02-28..2025-02-28
Parliament plans a vote on Thursday. | Thursday | 2025-02-27 | 2025-02-27..2025-02-27
He said on Sunday that the army will leave. | Sunday | 2025-02-23 | 2025-02-23..2025-02-23
Officials said Saturday that talks will resume. | Saturday | 2025-02-22 | 2025-02-22..2025-02-22
They have until Thursday to answer. | Thursday | 2025-02-27 | 2025-02-27..2025-02-27
The siege lasted until Thursday. | Thursday | 2025-02-20 | 2025-02-20..2025-02-20
Rebels shelled the port last Tuesday. | last Tuesday | 2025-02-18 | 2025-02-18..2025-02-18
The envoy arrives next Monday. | next Monday | 2025-03-03 | 2025-03-03..2025-03-03
Police detained nine men late Sunday. | late Sunday | 2025-02-23 | 2025-02-23..2025-02-23
Shots were heard on Monday evening. | Monday evening | 2025-02-24TEV | 2025-02-24..2025-02-24
She condemned Sunday's raid. | Sunday | 2025-02-23 | 2025-02-23..2025-02-23
The envoy left yesterday. | yesterday | 2025-02-24 | 2025-02-24..2025-02-24
Tomorrow the court sits. | Tomorrow | 2025-02-26 | 2025-02-26..2025-02-26
The minister resigned this morning. | this morning | 2025-02-25TMO | 2025-02-25..2025-02-25
Troops entered the town overnight. | overnight | 2025-02-25TNI | 2025-02-24..2025-02-25
Earlier this month he named a premier. | Earlier this month | 2025-02 | 2025-02-01..2025-02-25
Talks resume later this week. | later this week | 2025-W09 | 2025-02-25..2025-03-02
They signed it late last year. | late last year | 2024 | 2024-10-01..2024-12-31
The port reopened last week. | last week | 2025-W08 | 2025-02-17..2025-02-23
A vote is due next month. | next month | 2025-03 | 2025-03-01..2025-03-31
They clashed over the weekend. | the weekend | 2025-W08-WE | 2025-02-22..2025-02-23
He stepped down in December. | December | 2024-12 | 2024-12-01..2024-12-31
The troops will leave in June. | June | 2025-06 | 2025-06-01..2025-06-30
The ban took effect in early January. | early January | 2025-01 | 2025-01-01..2025-01-10
Villagers fled in mid-October. | mid-October | 2024-10 | 2024-10-11..2024-10-20
The treaty was signed in March 2019. | March 2019 | 2019-03 | 2019-03-01..2019-03-31
The treaty was signed on March 3, 2019. | March 3, 2019 | 2019-03-03 | 2019-03-03..2019-03-03
The treaty was signed on 3 March 2019. | 3 March 2019 | 2019-03-03 | 2019-03-03..2019-03-03
The treaty was signed on the 3rd of March 2019. | the 3rd of March 2019 | 2019-03-03 | 2019-03-03..2019-03-03
Envoys will meet from Monday to Wednesday. | Monday | 2025-03-03 | 2025-03-03..2025-03-03
Envoys will meet from Monday to Wednesday. | Wednesday | 2025-03-05 | 2025-03-05..2025-03-05
The forum, set for March 3-5, will be short. | March 3 | 2025-03-03 | 2025-03-03..2025-03-03
The forum, set for March 3-5, will be short. | 5 | 2025-03-05 | 2025-03-05..2025-03-05
They have quarrelled since January 5. | January 5 | 2025-01-05 | 2025-01-05..2025-01-05
Prices rose from April to January. | April | 2024-04 | 2024-04-01..2024-04-30
Leaders will discuss Sunday's raid. | Sunday | 2025-02-23 | 2025-02-23..2025-02-23
Leaders will contest Sunday's election. | Sunday | 2025-03-02 | 2025-03-02..2025-03-02
It was the year's first summit. | the year | 2025 | 2025-01-01..2025-12-31
The polls will be held on March 9. | March 9 | 2025-03-09 | 2025-03-09..2025-03-09
Leaders on Friday vowed to meet again. | Friday | 2025-02-21 | 2025-02-21..2025-02-21
The committee meets annually. | annually | P1Y |
The region faces daily attacks. | daily | P1D |
Ties warmed over the past half century. | the past half century | P50Y | 1975-02-25..2025-02-25
The ministers will meet on Nov. 6-7. | 7 | 2025-11-07 | 2025-11-07..2025-11-07
The offer expires at midnight GMT Friday. | midnight GMT Friday | 2025-02-28T24:00 | 2025-02-28..2025-02-28
They met from Monday until Wednesday. | Wednesday | 2025-02-19 | 2025-02-19..2025-02-19
The pact was signed in '92. | '92 | 1992 | 1992-01-01..1992-12-31
They will meet next Thursday or Friday. | Friday | 2025-02-28 | 2025-02-28..2025-02-28
The council meets on Friday. | Friday | 2025-02-28 | 2025-02-28..2025-02-28
Prices fell more than expected on Friday. | Friday | 2025-02-21 | 2025-02-21..2025-02-21
The vote, below the 1999 level, was close. | 1999 | 1999 | 1999-01-01..1999-12-31
The lease expires in October. | October | 2025-10 | 2025-10-01..2025-10-31
The order, dated 2019-03-03, stands. | 2019-03-03 | 2019-03-03 | 2019-03-03..2019-03-03
It was signed on Sunday, March 3, 2019. | Sunday, March 3, 2019 | 2019-03-03 | 2019-03-03..2019-03-03
The two spoke on Feb. 3. | Feb. 3 | 2025-02-03 | 2025-02-03..2025-02-03
The two spoke on November ninth. | November ninth | 2024-11-09 | 2024-11-09..2024-11-09
Voters go to the March 9 polls. | March 9 | 2025-03-09 | 2025-03-09..2025-03-09
The left won in 2018. | 2018 | 2018 | 2018-01-01..2018-12-31
Iran kept its 2015 nuclear agreement. | 2015 | 2015 | 2015-01-01..2015-12-31
He has ruled since 2001. | 2001 | 2001 | 2001-01-01..2001-12-31
The mandate runs until 2027. | 2027 | 2027 | 2027-01-01..2027-12-31
The war ended in late 2001. | late 2001 | 2001 | 2001-10-01..2001-12-31
The war began in the 1990s. | the 1990s | 199 | 1990-01-01..1999-12-31
Ties froze in the late 1980s. | the late 1980s | 198 | 1987-01-01..1989-12-31
The border dates from the 19th century. | the 19th century | 18 | 1800-01-01..1899-12-31
Fighting flared in the summer of 2007. | the summer of 2007 | 2007-SU | 2007-06-01..2007-08-31
The front moved last summer. | last summer | 2024-SU | 2024-06-01..2024-08-31
Exports fell in the first quarter of 2024. | the first quarter of 2024 | 2024-Q1 | 2024-01-01..2024-03-31
He governed from 1975 to 1990. | 1975 | 1975 | 1975-01-01..1975-12-31
He governed from 1975 to 1990. | 1990 | 1990 | 1990-01-01..1990-12-31
They fought between May 1998 and June 2000. | May 1998 | 1998-05 | 1998-05-01..1998-05-31
They fought between May 1998 and June 2000. | June 2000 | 2000-06 | 2000-06-01..2000-06-30
They fought from May to June 2003. | May | 2003-05 | 2003-05-01..2003-05-31
They fought from May to June 2003. | June 2003 | 2003-06 | 2003-06-01..2003-06-30
The forum met on Saturday and Sunday. | Saturday | 2025-02-22 | 2025-02-22..2025-02-22
The forum met on Saturday and Sunday. | Sunday | 2025-02-23 | 2025-02-23..2025-02-23
The forum met on June 16 and 17. | June 16 | 2024-06-16 | 2024-06-16..2024-06-16
The forum met on June 16 and 17. | 17 | 2024-06-17 | 2024-06-17..2024-06-17
The Gulf war of 1990-91 split them. | 1990 | 1990 | 1990-01-01..1990-12-31
The Gulf war of 1990-91 split them. | 91 | 1991 | 1991-01-01..1991-12-31
He fled three years ago. | three years ago | 2022 | 2022-01-01..2022-12-31
The truce broke two months ago. | two months ago | 2024-12 | 2024-12-01..2024-12-31
The truce broke ten days ago. | ten days ago | 2025-02-15 | 2025-02-15..2025-02-15
The aid will flow over the next 18 months. | the next 18 months | P18M | 2025-02-25..2026-08-25
Ties have warmed in the past three years. | the past three years | P3Y | 2022-02-25..2025-02-25
He was jailed for two years. | two years | P2Y |
The army held a five-day drill. | five-day | P5D |
They have quarrelled for decades. | decades | PXDE |
Ties have warmed in recent years. | recent years | PAST_REF |
The two sides are now at peace. | now | PRESENT_REF |
The envoy will travel in the near future. | the near future | FUTURE_REF |
The market reopened at Christmas. | Christmas | 2024-12-25 | 2024-12-25..2024-12-25
Families gathered for Nowruz. | Nowruz | 2024-03-20/2024-03-21 | 2024-03-20..2024-03-21
Markets close on Good Friday 2025. | Good Friday 2025 | 2025-04-18 | 2025-04-18..2025-04-18
The truce held through Ramadan. | Ramadan | 2024-03-11/2024-04-09 | 2024-03-11..2024-04-09
The truce will hold through Ramadan. | Ramadan | 2025-03-01/2025-03-30 | 2025-03-01..2025-03-30
Shops closed for Yom Kippur. | Yom Kippur | 2024-10-12 | 2024-10-12..2024-10-12
The leaders spoke on Orthodox Easter. | Orthodox Easter | 2024-05-05 | 2024-05-05..2024-05-05
The tariffs begin after Thanksgiving 2025. | Thanksgiving 2025 | 2025-11-27 | 2025-11-27..2025-11-27
Europe rearmed after World War II. | World War II | 1939-09-01/1945-09-02 | 1939-09-01..1945-09-02
The law followed the September 11 attacks. | September 11 | 2001-09-11 | 2001-09-11..2001-09-11
They met at 5:30 p.m. on Monday. | 5:30 p.m. | 2025-02-24T17:30 | 2025-02-24..2025-02-24
They met at 5:30 p.m. Monday. | 5:30 p.m. Monday | 2025-02-24T17:30 | 2025-02-24..2025-02-24
The three-year-old war has cost the state dear. | three-year-old | P3Y | 2022-02-25..2025-02-25
Exports fell in the quarter ended Sept. 30. | the quarter | 2024-Q3 | 2024-07-01..2024-09-30
Spending rose in the fiscal year ended June 30. | the fiscal year | 2024 | 2023-07-01..2024-06-30
Spending will rise in the fiscal year ending March 31. | the fiscal year | 2025 | 2024-04-01..2025-03-31
Budget talks cover fiscal 2026. | fiscal 2026 | 2026 | 2025-10-01..2026-09-30
Third-quarter exports rose from a year earlier. | a year earlier | 2023-Q3 | 2023-07-01..2023-09-30
The work will be completed in December. | December | 2025-12 | 2025-12-01..2025-12-31
The minister is travelling to Lima on Friday. | Friday | 2025-02-28 | 2025-02-28..2025-02-28
The two met twice a year. | twice a year | P1Y |
Prayers are held every Friday. | every Friday | XXXX-WXX-5 |
The siege ended after weeks of shelling. | weeks | PXW |
No leader had come in decades. | decades | PXDE |
They have quarrelled since the invasion of Iraq. | the invasion of Iraq | 2003-03-20/2003-05-01 | 2003-03-20..2003-05-01
The two met at the 2018 Helsinki summit. | the 2018 Helsinki summit | 2018-07-16 | 2018-07-16..2018-07-16
Arms were cut after the end of the Cold War. | the end of the Cold War | 1991-12-26 | 1991-12-26..1991-12-26
Prices doubled during the war in Gaza. | the war in Gaza | 2023-10-07/ | 2023-10-07..2025-02-25
His remarks came a day after the port was shelled. | a day after | 2025-02-24 | 2025-02-24..2025-02-24
He spoke a day before the deadline. | a day before | 2025-02-26 | 2025-02-26..2025-02-26
A year after the 2004 vote he fell. | A year after | P1Y | 2005-01-01..2005-12-31
"""


@pytest.mark.parametrize("row", NAMED.strip().splitlines())
def test_a_time_is_found_and_read(row: str) -> None:
    text, words, value, days = (part.strip() for part in row.split("|"))
    found = {t.text: t for t in read(text)}
    assert words in found, f"found only {list(found)}"
    time = found[words]
    assert time.value == (value or None)
    assert f"{time.first}..{time.last}" == (days or "None..None")
    assert text[time.span.start : time.span.stop] == words


NO_TIME = """
The bombs killed 2003 people.
The council passed Resolution 1929.
A Boeing 747 landed safely.
Some 1500 soldiers guard the bridge.
The 2000 troops went home.
The ministers may meet again.
They march on the palace.
Theresa May lost the vote.
The fall of the city shook the cabinet.
The Sunday Times broke the story.
A 50-year-old man was arrested.
He is 50 years of age.
The invasion of Iraq divided them.
A quarter of the seats went to the left.
Three quarters of the seats went to the left.
USA Today broke the story.
One day he may return.
They lit Christmas trees.
He spent his last year in silence.
The annual report drew praise.
The talks will shape its future.
The past chief was freed.
A daily newspaper broke the story.
Winds reached 90 kilometers per hour.
The Trump administration imposed tariffs.
The March 14 Alliance left the hall.
The Good Friday Agreement held.
The second man was freed.
Union leaders fear the government will fall.
The vote was 2:1 in favour.
Protesters hailed the Arab Spring.
Flight 1549 was cancelled.
They sang as soon as the gates opened.
"""


@pytest.mark.parametrize("text", NO_TIME.strip().splitlines())
def test_what_looks_like_a_time_and_is_none_is_left(text: str) -> None:
    assert [t.text for t in read(text)] == []


RELATIVE = (
    "The two met on Monday and will meet next week.",
    "A day after the raid, he resigned; last year he had been sacked.",
    "In December the court sat, and three years ago it had not.",
    "Earlier this month they signed; they vote at Christmas and over the next two weeks will campaign.",
    "They spoke on March 3, this morning, yesterday and last summer.",
)


@pytest.mark.parametrize("text", RELATIVE)
def test_without_the_day_of_print_nothing_relative_has_a_day(text: str) -> None:
    found = read(text, None)
    assert len(found) >= 2
    assert all(t.first is None and t.last is None for t in found)
    assert all(t.value is None or t.granularity == "duration" for t in found)


def test_without_the_day_of_print_what_the_words_fix_is_dated() -> None:
    text = "It was signed on March 3, 2019, revised in 2021 and dropped two years later."
    assert [t.value for t in read(text, None)] == ["2019-03-03", "2021", "2023"]


def test_a_later_day_counts_from_the_time_told_before() -> None:
    text = "Rebels took the town on Thursday. Two days later they lost it. The same day a truce was agreed."
    assert [t.value for t in read(text)] == ["2025-02-20", "2025-02-22", "2025-02-22"]


def test_later_with_nothing_to_count_from_is_not_counted_from_the_day_of_print() -> None:
    assert [t.first for t in read("Two days later he left.")] == [None]


def test_deep_in_the_story_an_earlier_day_with_nothing_to_count_from_stays_open() -> None:
    text = "The envoy spoke at length. " * 8 + "A day earlier he had left."
    assert [(t.text, t.first) for t in read(text)] == [("A day earlier", None)]


def test_a_date_with_its_weekday_is_of_the_year_in_which_they_fall_together() -> None:
    assert [t.value for t in read("The strike on Saturday, December 30 killed four.")] == ["2023-12-30"]


def test_a_date_that_could_be_two_is_not_dated() -> None:
    found = read("The order of 05/06/2024 stands.")
    assert [(t.text, t.value, t.first) for t in found] == [("05/06/2024", None, None)]


def test_a_day_that_no_calendar_has_is_no_time() -> None:
    assert read("He was born on February 30, 1991.") == ()


def test_a_number_after_a_month_that_counts_something_is_no_day_of_it() -> None:
    assert [t.text for t in read("In March 10 people were killed.")] == ["March"]


def test_a_history_takes_bare_months_from_the_year_told_last() -> None:
    years = " ".join(f"A treaty was signed in {year}." for year in range(1930, 1939))
    text = f"{years} In November 1941 the army crossed the river. In January it withdrew."
    assert read(text)[-1].value == "1942-01"


def test_a_text_of_nothing_but_figures_and_signs_is_read_without_trouble() -> None:
    assert (
        read("99999 years ago, 31/31/9999, 0000-00-00, 2100-13-45, ’ “ ” … 10000000000 days later")
        is not None
    )


def test_every_example_of_the_book_is_read_as_it_says() -> None:
    import tomllib

    shapes = tomllib.loads((WORDS / "when_shapes.toml").read_text(encoding="utf-8"))["shape"]
    assert all(row["yes"] for row in shapes)
    wrong = []
    for row in shapes:
        for words, value in row["yes"].items():
            found = " ".join(t.value or "" for t in read(f"Talks took place {words}."))
            wrong += [] if found == value else [(row["reads"], words, value, found)]
    assert wrong == []
