"""Which lines tell the story, and what the others give away."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.read import Given, read_text
from dragoman.things import Article

HEADLINE = "Peru and Chile meet again"
BODY = "The foreign minister of Peru met his counterpart from Chile on Monday and told him that talks would go on."
LAST = "Nothing was signed."
PLAIN = [HEADLINE, BODY, LAST]


def told(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.story]


def opened(lead: str) -> Article:
    return read_text(f"{HEADLINE}\n\n{lead}{BODY}\n\n{LAST}")


def headed(lines: str) -> Article:
    return read_text(f"{HEADLINE}\n{lines}\n\n{BODY}\n\n{LAST}")


def closed(lines: str) -> Article:
    return read_text(f"{HEADLINE}\n\n{BODY}\n\n{LAST}\n\n{lines}")


def test_the_first_line_is_the_headline_and_stays_in_the_story():
    article = read_text("\n\n".join(PLAIN))
    assert article.title == HEADLINE
    assert told(article) == PLAIN


@pytest.mark.parametrize(
    "double", [HEADLINE, HEADLINE.upper(), "Peru and Chile meet agian", f"{HEADLINE} | The Courier"]
)
def test_a_doubled_headline_is_told_once(double):
    article = read_text(f"{HEADLINE}\n\n{double}\n\n{BODY}")
    assert article.title == HEADLINE
    assert told(article) == [HEADLINE, BODY]
    assert double in article.text


def test_two_headlines_that_differ_in_a_figure_are_two():
    article = read_text(f"Twelve days: 12 dead in Lima\nTwelve days: 13 dead in Lima\n\n{BODY}")
    assert len(article.story) == 3


def test_a_first_line_that_is_a_sentence_is_no_headline():
    assert read_text(f"{LAST}\n{BODY}").title is None
    assert read_text(BODY).title is None


def test_a_title_given_stays_beside_a_text_that_lacks_it():
    article = read_text(BODY, given=Given(title=HEADLINE))
    assert (article.title, article.text) == (HEADLINE, BODY)


@pytest.mark.parametrize(
    "lead, place, wire",
    [
        ("LONDON (Reuters) - ", "LONDON", "Reuters"),
        ("WASHINGTON, March 3 (AP) — ", "WASHINGTON", "AP"),
        ("BEIJING — ", "BEIJING", None),
        ("KYIV, Ukraine (AP) _ ", "KYIV", "AP"),
        ("PORT-AU-PRINCE, Haiti, Feb. 25 (UPI) -- ", "PORT-AU-PRINCE", "UPI"),
        ("UNITED NATIONS/GENEVA (Reuters) - ", "UNITED NATIONS/GENEVA", "Reuters"),
        ("ST. PETERSBURG (Invented Wire) — ", "ST. PETERSBURG", "Invented Wire"),
        ("MOSCOW, February 25. /TASS/. ", "MOSCOW", "TASS"),
        ("TEHRAN, Feb. 25, IRNA – ", "TEHRAN", "IRNA"),
        ("Lima (AFP) – ", "Lima", "AFP"),
        ("Mexico City, March 3 — ", "Mexico City", None),
        ("ISLAMABAD: ", "ISLAMABAD", None),
        ("WASHINGTON, D.C. ― ", "WASHINGTON", None),
    ],
)  # fmt: skip
def test_a_dateline_gives_the_place_and_the_wire(lead, place, wire):
    article = opened(lead)
    assert article.dateline is not None
    assert article.dateline.of(article.text) == place
    assert article.wire == wire
    assert told(article) == PLAIN


@pytest.mark.parametrize("lead", ["NATO — ", "UPDATE 1 - ", "U.S. — ", "Talks — ", "TRANSCRIPT: "])
def test_capitals_or_a_dash_alone_make_no_dateline(lead):
    article = opened(lead)
    assert article.dateline is None
    assert told(article)[1] == lead + BODY


def test_the_speakers_of_a_dialogue_are_no_places():
    article = read_text("SALAS: We waited for the ship.\nROJAS: It never came to Lima.\nSALAS: It did.")
    assert article.dateline is None


def test_a_wire_may_stand_alone_before_the_story():
    assert (opened("(Reuters) - ").wire, opened("(Reuters) - ").dateline) == ("Reuters", None)


def test_a_dateline_dates_the_text_only_with_its_year():
    assert opened("LIMA, March 3, 2025 (Xinhua) -- ").published == date(2025, 3, 3)
    assert opened("LIMA, March 3 (Xinhua) -- ").published is None


@pytest.mark.parametrize(
    "line",
    [
        "Published: 25 February 2025",
        "February 25, 2025",
        "Tuesday, February 25, 2025 10:30 GMT",
        "By Jane Doe | February 25, 2025",
        "By Jane Doe, Reuters\nFeb 25, 2025",
        "Lima, 25 February 2025",
        "Posted on 25th February, 2025 at 10:30 am",
        "Published: 25 Feb 2025, Updated: 26 Feb 2025",
        "Updated: 26 February 2025\nPublished: 25 February 2025",
        "2025-02-25T10:00:00Z",
        "25/02/2025",
        "25 Feb 2025 • 4 min read",
    ],
)
def test_the_day_of_print_at_the_head_is_read(line):
    article = headed(line)
    assert (article.published, article.published_how) == (date(2025, 2, 25), "text")
    assert told(article) == PLAIN


@pytest.mark.parametrize("line", ["3/2/2025", "February 30, 2025", "25 February"])
def test_a_day_that_is_not_told_or_never_was_is_not_guessed(line):
    assert (headed(line).published, headed(line).published_how) == (None, "none")


def test_a_day_given_goes_before_the_one_in_the_text():
    article = read_text(f"{HEADLINE}\nFebruary 25, 2025\n{BODY}", given=Given(published=date(2025, 2, 26)))
    assert (article.published, article.published_how) == (date(2025, 2, 26), "given")


def test_a_date_that_heads_a_later_part_is_story():
    article = read_text(f"{HEADLINE}\n\n{BODY}\n\nFebruary 25, 2025\n\n{BODY}\n\n{LAST}")
    assert article.published is None
    assert "February 25, 2025" in told(article)


@pytest.mark.parametrize(
    "line, wire",
    [
        ("Source: Aljazeera", "Al Jazeera"),
        ("SOURCE: AL JAZEERA AND NEWS AGENCIES", "Al Jazeera"),
        ("Source: Andean Post", "Andean Post"),
        ("With inputs from AFP", "AFP"),
        ("Reuters", "Reuters"),
        ("By Jane Doe, Associated Press", "AP"),
    ],
)
def test_a_line_that_credits_an_agency_gives_the_wire(line, wire):
    article = closed(line)
    assert article.wire == wire
    assert told(article) == PLAIN


@pytest.mark.parametrize("end", [" (AFP)", " — AFP", " [AFP]"])
def test_an_agency_that_signs_the_last_paragraph_is_the_wire(end):
    article = read_text("\n\n".join(PLAIN) + end)
    assert article.wire == "AFP"
    assert told(article) == PLAIN


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Jane Doe in Lima and Ali Reza in Quito; Additional reporting by B. C. Name; Editing by Tom Roe)",
        "Reporting by Jane Doe; Editing by Tom Roe",
        "Share this article",
        "Copyright 2025 The Invented Press. All rights reserved.",
        "© The Invented Press",
        "Read more: Peru opens an embassy",
        "Follow us on Telegram",
        "Subscribe to our newsletter",
        "Advertisement",
        "A boat at the port of Callao, 2 March 2025 [File: J. Doe/Reuters]",
        "Photo: J. Doe",
        "IMG_2034.jpg",
        "0012_a-story.txt",
        "12 comments",
        "* * *",
        "https://example.org/peru",
    ],
)
def test_furniture_is_left_out(line):
    article = closed(line)
    assert told(article) == PLAIN
    assert line in article.text


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by state media showed that troops had left.",
        "Reporting from Lima, Jane Doe said that both sides were tired.",
        "Comments on the matter were not made public.",
        "Share prices fell after the news.",
        "Copyright law was on the table, too.",
        "By Tuesday both had left Quito.",
        "Photo ops were refused.",
        "Sources: both sides are tired, and nobody will say so before the next meeting in Quito.",
        "Published in 2015, the treaty binds both.",
    ],
)
def test_sentences_that_open_like_furniture_are_story(line):
    assert told(closed(line)) == [*PLAIN, line]


@pytest.mark.parametrize(
    "lines",
    [
        "The Invented Courier\n\nThe Invented Courier is Lima's oldest daily newspaper.",
        "The Invented Courier is Lima's oldest daily newspaper.",
        "Source: Reuters\n\nThe Invented Courier",
        "About The Invented Courier\n\nThe Invented Courier is an independent news site.",
    ],
)
def test_a_publisher_that_names_itself_at_the_end_is_known(lines):
    article = closed(lines)
    assert article.publisher == "The Invented Courier"
    assert told(article) == PLAIN


def test_a_publisher_given_is_kept_and_its_lines_are_no_story():
    article = read_text(
        f"Courier\n{HEADLINE}\n{BODY}\n{LAST}\nCourier\nCourier is a newspaper.",
        given=Given(publisher="Courier"),
    )
    assert article.publisher == "Courier"
    assert told(article) == PLAIN


def test_news_about_a_broadcaster_is_no_notice():
    line = "Radio Quito is a network that Peru has banned."
    article = read_text(f"Peru bans Radio Quito\n\n{BODY}\n\n{line}")
    assert article.publisher is None
    assert told(article)[-1] == line


def test_a_text_of_furniture_has_no_story():
    assert read_text("Advertisement\n\nShare this").story == ()
    assert read_text("").story == ()


PIECES = [
    HEADLINE,
    BODY,
    LAST,
    "LIMA (AP) — ",
    "Source: Reuters",
    "Courier is a newspaper.",
    "Courier",
    "\n",
    "\n\n",
]
PIECES += [" (AFP)", "Published: 25 February 2025", "By Jane Doe", "Advertisement"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=12).map("".join))
def test_the_story_lies_in_the_text_in_order_and_never_twice(text):
    article = read_text(text)
    at = 0
    for span in article.story:
        assert at <= span.start < span.stop <= len(article.text)
        assert "\n" not in span.of(article.text)
        at = span.stop
    if article.dateline:
        assert article.dateline.of(article.text)[0].isupper()
