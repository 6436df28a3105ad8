"""Pages made to break readers: read or refused, in a moment and in words."""

import io
import time

import pytest

from dragoman.read import Rejected, Unreadable, read_bytes
from dragoman.read.tags import is_crowded
from dragoman.things import Article

TEXT = "The minister of Peru met “a friend” from Chile in Lima on Monday."


def text_of(data: bytes, where: str) -> str:
    (found,) = read_bytes(io.BytesIO(data), where)
    assert isinstance(found, Article)
    return found.text


def refused(data: bytes, where: str) -> Rejected:
    with pytest.raises(Unreadable) as stop:
        list(read_bytes(io.BytesIO(data), where))
    return stop.value.rejected


BOMBS = {
    "deep": "<div>" * 100_000 + f"<p>{TEXT}",
    "unclosed": "<b>" * 50_000 + TEXT,
    "colspan": f"<table><tr><td colspan=9007199254740991 rowspan=99999999>{TEXT}</table>"
    + f"<p>{TEXT}</p>" * 4,
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + f">{TEXT}</p>",
    "attribute": f'<p title="{"x" * 2_000_000}">{TEXT}</p>',
    "comment": f"<article><!-- <p>{TEXT}</p>",
    "script": f"<article><script><p>{TEXT}</p>",
    "data": f'<script type="application/ld+json">{"[" * 100_000}</script><p>{TEXT}</p>',
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_page_made_to_break_readers_is_read_or_refused(name):
    data = f"<!doctype html><html><head><title>t</title></head><body>{BOMBS[name]}</body></html>".encode()
    started = time.process_time()
    try:
        assert TEXT in text_of(data, "page.html")
    except Unreadable as stop:
        assert stop.rejected.code in ("E105", "E106", "E109")
    assert time.process_time() - started < 10


CROWD = " ".join(f"a{n}" for n in range(200_000))


@pytest.mark.parametrize(
    "opens",
    [
        "<p ",
        "<p x=1 ",
        '<p x=">" ',
        "<p don't ",
        '<p x=\' y=">" ',
        "<script ",
        "<!--><p ",
        '<script>"</script><p ',
        "<a/",
    ],
)
def test_a_tag_with_endless_attributes_is_refused_in_a_moment(opens):
    data = f"<!doctype html><body><p>{TEXT}</p>{opens}{CROWD}>{TEXT}</p>".encode()
    started = time.process_time()
    told = refused(data, "page.html")
    assert (told.code, told.why) == ("E105", "a tag on it has more than 1,000 attributes")
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    "inside",
    [
        f"<script>if (a <b) {{ {CROWD} }}</script>",
        f"<!-- <p {CROWD} -->",
        f"<img alt='{CROWD}'>",
        f"<p>{'<b class=x>word</b> ' * 2000}</p>",
    ],
)
def test_many_words_that_are_no_attributes_are_nothing(inside):
    story = f"<p>{TEXT} {TEXT}</p>" * 4
    page = f"<!doctype html><title>Talks</title><body>{inside}<article>{story}</article>"
    assert TEXT in text_of(page.encode(), "page.html")


@pytest.mark.parametrize(
    "piece", ["<a ", '<a b="', "<script ", "<!-- ", "<a " * 999 + ">", "<", "<p a='>' ", '="']
)
def test_looking_for_crowded_tags_takes_no_longer_than_the_page(piece):
    page = piece * (2_000_000 // len(piece))
    started = time.process_time()
    is_crowded(page)
    assert time.process_time() - started < 3
