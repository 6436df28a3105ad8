"""What stands in an Article beside its text; the seed article."""

import hashlib
import time
from datetime import date
from pathlib import Path

import pytest

from dragoman.read import Given, read_text
from dragoman.read.given import as_day

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "000_c9c82ce8cce8e3a5.txt"


def test_the_seed_is_told_apart_from_what_stands_around_it():
    if not SEED.exists():
        pytest.skip("../shared is not here")
    article = read_text(SEED.read_text(encoding="utf-8"))
    told = [span.of(article.text) for span in article.story]
    assert article.title == told[0]
    assert article.title.startswith("Iran rules out direct talks")
    assert (article.publisher, article.wire) == ("234Radio", "Al Jazeera")
    assert told.count(article.title) == 1
    assert article.text.count(article.title) == 2
    assert told[1].startswith("Foreign Minister")
    assert told[-1].endswith("the conflict in Ukraine.")
    assert not any("234Radio" in line or "Source:" in line for line in told)
    assert (article.published, article.published_how, article.language) == (None, "none", "en")


def test_an_article_is_known_by_its_plain_fields():
    given = Given(published=date(2025, 3, 4), publisher="Courier", url="https://example.org/1")
    article = read_text("Peru met Chile.", given=given)
    assert article == read_text("Peru met Chile.\r\n", given=given)
    assert article.sha256 == hashlib.sha256(b"Peru met Chile.").hexdigest()
    assert len(article.id) == 16
    others = [
        Given(published=date(2025, 3, 4)),
        Given(publisher="Courier"),
        Given(url="https://example.org/1"),
        Given(),
    ]
    assert len({article.id, *(read_text("Peru met Chile.", given=g).id for g in others)}) == 5


def test_the_key_of_a_row_is_no_part_of_who_an_article_is():
    assert read_text("Peru met Chile.", given=Given(key="a")).id == read_text("Peru met Chile.").id


def test_what_is_given_can_always_be_written():
    odd = "a\ud800b\x00"
    article = read_text("Peru.", given=Given(key=odd, title=odd, publisher=odd, url=odd))
    assert (article.key, article.title, article.publisher, article.url) == ("ab", "ab", "ab", "ab")


@pytest.mark.parametrize(
    "text, language",
    [
        (
            "The foreign minister of Peru met his counterpart from Chile on Monday, and nothing was signed.",
            "en",
        ),
        ("Peru expelled Chilean diplomats", "en"),
        ("France met Germany. " * 20, "und"),
        (
            "Le ministre a rencontré son homologue chilien et lui a dit que les pourparlers vont continuer.",
            "fr",
        ),
        (
            "El ministro se reunió con su par de Chile y le dijo que las conversaciones van a seguir por ahora.",
            "es",
        ),
        ("Министр иностранных дел встретился с коллегой из Чили.", "ru"),
        ("Міністр зустрівся з колегою з Чилі, і їхні переговори тривають.", "uk"),
        ("التقى وزير الخارجية نظيره من تشيلي", "ar"),
        ("وزیر خارجه گفت که گفتگوها ادامه دارد", "fa"),
        ("外交部长会见了智利外长", "zh"),
        ("外相はチリの外相と会談した", "ja"),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text, language):
    assert read_text(text).language == language


def test_five_million_characters_are_read_in_seconds():
    started = time.perf_counter()
    article = read_text(f"{'Peru met Chile on Monday, and nothing was signed there. ' * 5}\n" * 18_000)
    assert len(article.text) > 5_000_000
    assert time.perf_counter() - started < 8


@pytest.mark.parametrize(
    "words", ["2025-02-25", "2025-02-25T23:30:00-05:00", " 2025-02-25 10:00:00 ", "20250225"]
)
def test_a_day_is_read_in_iso_form(words):
    assert as_day(words) == date(2025, 2, 25)


@pytest.mark.parametrize("words", ["2025-13-45", "25 February", "0001-01-01", "9999-12-31", "yesterday", ""])
def test_what_is_no_day_of_print_is_refused(words):
    with pytest.raises(ValueError):
        as_day(words)
