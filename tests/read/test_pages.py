"""Pages: the article's text, headline, day and outlet are taken from the HTML, and nothing else."""

import io
from datetime import date

import pytest

from dragoman.read import Given, Unreadable, read_bytes, read_page

HEADLINE = "Peru and Chile meet again"
STORY = [
    "The foreign minister of Peru met his counterpart from Chile on Monday and told him that talks would go on.",
    "Nothing was signed, but both sides said that they would meet again in Quito before the end of the year.",
    "The café’s owner, who saw them leave, said that they “had laughed a lot” and had paid in cash.",
]
META = (
    '<meta property="og:site_name" content="Invented Courier">'
    '<meta property="article:published_time" content="2025-02-25T10:00:00Z">'
    '<link rel="canonical" href="https://example.org/peru">'
)


def page(meta: str = META, charset: str = "utf-8", body: str = "") -> str:
    told = "".join(f"<p>{line}</p>\n" for line in STORY)
    head = f'<meta charset="{charset}"><title>{HEADLINE}</title>{meta}'
    bar = "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
    story = f"<article><h1>{HEADLINE}</h1>{told}{body}</article>"
    foot = "<footer>All rights reserved</footer><script>alert('no')</script>"
    return f'<!DOCTYPE html><html lang="en"><head>{head}</head><body>{bar}{story}{foot}</body></html>'


def test_a_page_is_read():
    article = read_page(page().encode())
    told = [span.of(article.text) for span in article.story]
    assert told == [HEADLINE, *STORY]
    assert article.title == HEADLINE
    assert (article.published, article.published_how) == (date(2025, 2, 25), "page")
    assert (article.publisher, article.url) == ("Invented Courier", "https://example.org/peru")


def test_what_is_given_goes_before_what_the_page_says():
    given = Given(
        published=date(2025, 2, 26), publisher="Given", title="Told", url="https://example.org/given"
    )
    article = read_page(page().encode(), given=given)
    assert (article.published, article.published_how) == (date(2025, 2, 26), "given")
    assert (article.publisher, article.title, article.url) == ("Given", "Told", "https://example.org/given")


def test_a_page_without_a_day_has_none():
    article = read_page(page(meta="").encode())
    assert (article.published, article.published_how) == (None, "none")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_a_page_is_read_in_the_encoding_that_it_names(charset):
    line = "The café in São Tomé was shut, and nobody in the town could say when it would open again."
    data = (
        page(charset=charset, body=f"<p>{line}</p>")
        .replace("’", "'")
        .replace("“", '"')
        .replace("”", '"')
        .encode(charset)
    )
    assert line in read_page(data).text


@pytest.mark.parametrize("head", ["", "\ufeff", "\n  <!-- a note -->\n"])
def test_a_page_is_known_without_its_ending(head):
    (article,) = read_bytes(io.BytesIO((head + page()).encode()), "standard input")
    assert STORY[0] in article.text
    assert "<p>" not in article.text


def test_a_text_with_a_less_than_sign_is_no_page():
    (article,) = read_bytes(io.BytesIO(b"<5 per cent of voters came, officials said."), "standard input")
    assert article.text.startswith("<5")


@pytest.mark.parametrize(
    "data",
    [b"<html></html>", b"<html><body><script>var a = 1;</script>", b"<!doctype html>" + b"<div>" * 5000],
)
def test_a_page_without_an_article_says_so(data):
    with pytest.raises(Unreadable) as stop:
        list(read_bytes(io.BytesIO(data), "page.html"))
    assert stop.value.rejected.code == "E106"
    assert stop.value.rejected.where == "page.html"


def test_a_page_is_not_heard_on_stderr(capfd):
    with pytest.raises(Unreadable):
        read_page(b"<p>x</p>")
    assert capfd.readouterr().err == ""


NAMES = "idna punycode unicode_escape raw_unicode_escape undefined utf-7 utf-16 zlib rot13 nonsense".split()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_that_names_a_wrong_encoding_is_read_by_its_letters(name):
    line = "The café in Lima was shut, and nobody in the town could say when it would open again."
    data = page(charset=name, body=f"<p>{line}</p>").encode("cp1252")
    assert line in read_page(data).text
