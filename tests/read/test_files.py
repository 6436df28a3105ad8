"""Bytes in, articles out: texts in any encoding, pages, rows; what cannot be read says why."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date

import pytest

from dragoman.read import Given, Rejected, Unreadable, read_bytes
from dragoman.things import Article

TEXT = "The café’s owner met “a friend” from Chile in Lima on Monday."


def read(data: bytes, where: str = "text.txt", given: Given | None = None) -> list[Article | Rejected]:
    return list(read_bytes(io.BytesIO(data), where, given))


def article(data: bytes, where: str = "text.txt", given: Given | None = None) -> Article:
    (found,) = read(data, where, given)
    assert isinstance(found, Article)
    return found


def refused(data: bytes, where: str = "text.txt") -> Rejected:
    with pytest.raises(Unreadable) as stop:
        read(data, where)
    return stop.value.rejected


def rows(*lines: object) -> bytes:
    return "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "utf-16-le", "utf-16-be"]
)
def test_a_text_is_read_in_any_usual_encoding(encoding):
    assert article(TEXT.encode(encoding)).text == TEXT


def test_latin_1_is_read():
    assert article("São Tomé met Peru.".encode("latin-1")).text == "São Tomé met Peru."


def test_cyrillic_without_a_mark_is_read():
    text = "Министр иностранных дел встретился с коллегой из Чили и сказал, что переговоры продолжаются. " * 5
    assert article(text.encode("cp1251")).text == text.strip()


def test_one_broken_letter_does_not_spoil_a_text():
    data = TEXT.encode()
    assert article(data + "é".encode()[:1]).text.startswith(TEXT)
    assert article((TEXT * 5).encode() + b"\xff" + data).text.startswith(TEXT)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u200b\n".encode()])
def test_an_empty_file_says_so(data):
    assert refused(data).code == "E101"


def test_empty_rows_say_so():
    assert refused(b"\n\n", "rows.jsonl").code == "E101"


def test_binary_says_so():
    assert refused(bytes(range(256)) * 40).code == "E102"


@pytest.mark.parametrize(
    "opens", [b"%PDF-1.7\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"{\\rtf1\\ansi", b"\x89PNG\r\n\x1a\n"]
)
def test_a_file_that_is_no_text_is_named_with_a_remedy(opens):
    told = refused(opens + b"x" * 300)
    assert told.code == "E107"
    assert told.where == "text.txt"
    assert told.remedy


def test_a_feed_is_no_article():
    feed = b'<?xml version="1.0"?>\n<rss version="2.0"><channel><title>News</title></channel></rss>'
    assert refused(feed).code == "E108"


def test_rows_are_read_with_what_they_tell():
    row = {
        "id": 7,
        "text": "Peru met Chile.",
        "title": "A meeting",
        "published": "2025-02-25",
        "publisher": "Courier",
    }
    found = article(rows({**row, "url": "https://example.org/7"}), "rows.jsonl")
    assert (found.key, found.title, found.text) == ("7", "A meeting", "Peru met Chile.")
    assert (found.published, found.published_how) == (date(2025, 2, 25), "given")
    assert (found.publisher, found.url) == ("Courier", "https://example.org/7")


def test_rows_are_known_without_their_ending():
    assert len(read(rows({"text": "Peru."}, {"text": "Chile."}), "standard input")) == 2


def test_what_is_given_for_the_file_counts_where_a_row_is_silent():
    given = Given(published=date(2025, 1, 1), publisher="Courier")
    one, two = read(rows({"text": "Peru."}, {"text": "Chile.", "published": "2025-02-02"}), "r.jsonl", given)
    assert (one.published, one.publisher) == (date(2025, 1, 1), "Courier")
    assert two.published == date(2025, 2, 2)


BAD_ROWS = {
    "{nonsense": "E112",
    "[" * 100_000: "E112",
    '{"text": ' + "9" * 5000 + "}": "E112",
    '"a string"': "E113",
    '{"id": "x"}': "E113",
    '{"text": ["a"]}': "E113",
    '{"text": "\\u0000\\u200b"}': "E114",
    '{"text": "Peru.", "title": 5}': "E115",
    '{"text": "Peru.", "id": {"a": 1}}': "E115",
    '{"text": "Peru.", "published": "2025-13-45"}': "E116",
    '{"text": "Peru.", "published": true}': "E116",
}


@pytest.mark.parametrize("row, code", BAD_ROWS.items(), ids=range(len(BAD_ROWS)))
def test_a_bad_row_costs_one_row(row, code):
    one, wrong, two = read(rows({"text": "Peru."}, row, {"text": "Chile."}), "rows.jsonl")
    assert isinstance(one, Article) and isinstance(two, Article)
    assert isinstance(wrong, Rejected)
    assert (wrong.code, wrong.where) == (code, "rows.jsonl, line 2")
    assert wrong.remedy


def test_a_row_that_is_not_utf_8_costs_one_row():
    wrong, two = read(b'{"text": "caf\xe9"}\n{"text": "Chile."}', "rows.jsonl")
    assert isinstance(wrong, Rejected) and wrong.code == "E111"
    assert isinstance(two, Article)


def test_the_day_that_is_none_is_named():
    (wrong,) = read(rows({"text": "Peru.", "published": "2025-13-45"}))
    assert isinstance(wrong, Rejected)
    assert "2025-13-45" in wrong.why


def test_empty_lines_and_windows_line_ends_between_rows_are_nothing():
    assert len(read(b'\xef\xbb\xbf{"text": "Peru."}\r\n\r\n{"text": "Chile."}\r\n', "rows.jsonl")) == 2


def test_rows_in_utf_16_are_read():
    data = '{"text": "café"}\r\n{"text": "Chile."}\r\n'.encode("utf-16")
    assert [a.text for a in read(data, "rows.jsonl")] == ["café", "Chile."]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_articles_in_one_document_is_read(indent):
    data = json.dumps([{"text": "Peru."}, {"id": 2}, {"text": "Chile."}], indent=indent).encode()
    one, wrong, two = read(data, "articles.json")
    assert isinstance(one, Article) and isinstance(two, Article)
    assert isinstance(wrong, Rejected) and wrong.where == "articles.json, item 2"


def test_one_article_spread_over_lines_is_read():
    assert article(json.dumps({"text": "Peru met Chile."}, indent=2).encode()).text == "Peru met Chile."


def test_a_text_may_open_with_a_bracket():
    text = "[The minister spoke in Lima.]\n{Nothing was signed.}"
    assert article(text.encode()).text == text


class Endless(io.RawIOBase):
    """Many rows that are made as they are read."""

    def __init__(self, count: int) -> None:
        self._rows: Iterator[bytes] = (
            rows({"id": n, "text": "Peru met Chile. " * 1000}) + b"\n" for n in range(count)
        )

    def read(self, size: int = -1) -> bytes:
        return next(self._rows, b"")


def test_rows_are_streamed():
    stream = Endless(60)
    tracemalloc.start()
    count = sum(isinstance(a, Article) for a in read_bytes(stream, "rows.jsonl"))  # type: ignore[arg-type]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 60
    assert peak < 500_000  # of 960 thousand


def test_the_first_row_does_not_wait_for_the_second():
    stream = Endless(2)
    found = read_bytes(stream, "standard input")  # type: ignore[arg-type]
    assert isinstance(next(found), Article)
    assert stream.read() != b""
