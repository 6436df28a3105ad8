"""Bad input: what cannot be read is refused in words, and costs nothing of the rest."""

import io
import json
import time

import pytest

from dragoman.read import Rejected, Unreadable, read_bytes
from dragoman.things import Article

TEXT = "The minister of Peru met “a friend” from Chile in Lima on Monday."


def read(data: bytes, where: str = "text.txt") -> list[Article | Rejected]:
    return list(read_bytes(io.BytesIO(data), where))


def text_of(data: bytes, where: str = "text.txt") -> str:
    (found,) = read(data, where)
    assert isinstance(found, Article)
    return found.text


def refused(data: bytes, where: str = "text.txt") -> Rejected:
    with pytest.raises(Unreadable) as stop:
        read(data, where)
    return stop.value.rejected


def codes(found: list[Article | Rejected]) -> list[str]:
    return ["ok" if isinstance(one, Article) else one.code for one in found]


class Trickle(io.RawIOBase):
    """A socket: it gives a few bytes at a time, however many it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._left = io.BytesIO(data)

    def read(self, size: int = -1) -> bytes:
        return self._left.read(7)


@pytest.mark.parametrize(
    "data, where",
    [
        ((TEXT * 50).encode(), "text.txt"),
        ((TEXT * 50).encode("utf-16"), "text.txt"),
        (
            b"<!doctype html><article><h1>Talks</h1><p>" + (TEXT * 20).encode() + b"</p></article>",
            "page.html",
        ),
        (b'[\n{"text": "Peru."},\n{"text": "Chile."}\n]', "articles.json"),
        (b'{"text": "Peru."}\n{"text": "Chile."}\n', "rows.jsonl"),
    ],
)
def test_a_stream_that_trickles_loses_nothing(data, where):
    trickled = list(read_bytes(Trickle(data), where))  # type: ignore[arg-type]
    assert trickled == read(data, where)
    assert all(isinstance(one, Article) for one in trickled)


XML = '<?xml version="1.0" encoding="utf-8"?>\n'
LONG = "<!--\nDescription: a long comment that comes before everything else. " + "x " * 2000 + "-->\n"
FEED = '<rss version="2.0"><channel><title>News</title><item><title>Talks</title></item></channel></rss>'


@pytest.mark.parametrize(
    "head", ["", XML, XML + LONG, LONG, XML + '<?xml-stylesheet href="a.xsl"?>', "\ufeff" + XML]
)
def test_a_feed_is_told_from_a_page_whatever_comes_first(head):
    told = refused((head + FEED).encode(), "standard input")
    assert (told.code, told.why) == ("E108", "it is a feed, not an article")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_feed_in_wide_letters_is_a_feed(encoding):
    assert refused((XML + LONG + FEED).encode(encoding)).code == "E108"


def test_a_feed_with_entities_is_not_expanded():
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}]>'
    assert refused((XML + doctype + FEED.replace("News", "&e9;")).encode()).code == "E108"
    never_closed = '<!DOCTYPE r [<!ENTITY x "' + "A" * 100_000
    assert refused((XML + never_closed).encode()).code == "E108"


@pytest.mark.parametrize(
    "data",
    [
        XML + "<document><p>Peru met Chile.</p></document>",
        XML + LONG + '<kml xmlns="http://www.opengis.net/kml/2.2"><Document/></kml>',
        '<nitf:nitf version="3.5"><body>Peru met Chile.</body></nitf:nitf>',
        XML.replace("utf-8", "utf-16") + "<d/>",
        "<!DOCTYPE note SYSTEM 'note.dtd'>\n<note>Peru met Chile.</note>",
    ],
)
def test_other_xml_is_no_text(data):
    told = refused(data.encode(), "standard input")
    assert (told.code, told.why) == ("E108", "it is XML, not an article")


def test_a_file_named_so_is_xml_where_it_opens_like_it():
    assert refused(b"<d>Peru met Chile.</d>", "a.xml").why == "it is XML, not an article"
    assert text_of(b"Peru met Chile.", "a.xml") == "Peru met Chile."


@pytest.mark.parametrize(
    "head", [XML, XML + LONG + "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' 'x.dtd'>", LONG]
)
def test_xhtml_is_a_page(head):
    story = f"<p>{TEXT} {TEXT}</p>" * 3
    page = f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><body><article>{story}</article></body></html>'
    found = text_of(page.encode(), "standard input")
    assert TEXT in found and "<" not in found


@pytest.mark.parametrize(
    "data, name",
    [
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", "a web archive"),
        (b"filedesc://a.arc 127.0.0.1 20120430195544 text/plain 75\n", "a web archive"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(40), "an archive"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(40), "an archive"),
        (b"a.txt".ljust(257, b"\x00") + b"ustar\x0000" + bytes(300), "a TAR archive"),
    ],
)
def test_an_archive_is_named(data, name):
    told = refused(data, "standard input")
    assert (told.code, told.why) == ("E107", f"it is {name}")


def test_a_table_is_no_text():
    told = refused(b"id,text\n1,Peru met Chile.\n", "articles.csv")
    assert (told.code, told.why) == ("E108", "it is a table, not an article")


ROWS = [json.dumps({"id": n, "text": f"Peru met Chile {n} times."}) for n in range(3)]


@pytest.mark.parametrize("where", ["articles.json", "standard input"])
def test_a_list_that_was_cut_off_gives_what_was_whole(where):
    found = read(("[" + ",\n".join(ROWS))[:-10].encode(), where)
    assert codes(found) == ["ok", "ok", "E112"]
    assert isinstance(found[2], Rejected) and found[2].where == f"{where}, item 3"


def test_a_list_with_a_row_a_line_is_read_whole():
    assert codes(read(("[\n" + ",\n".join(ROWS) + "\n]\n").encode(), "articles.json")) == ["ok"] * 3


def test_objects_that_follow_each_other_are_all_read():
    spread = "\n".join(json.dumps(json.loads(row), indent=2) for row in ROWS)
    assert codes(read(spread.encode(), "articles.json")) == ["ok"] * 3
    assert codes(read(f"[{ROWS[0]}]\n[{ROWS[1]}]".encode(), "articles.json")) == ["ok"] * 2


def test_an_object_that_opens_on_its_first_line_may_go_on_in_the_next():
    assert text_of(b'{"id": 1,\n "text": "Peru met Chile."}', "standard input") == "Peru met Chile."


def test_rows_whose_first_is_cut_off_are_rows():
    found = read(('{"text": "Peru met,\n' + "\n".join(ROWS)).encode(), "standard input")
    assert codes(found) == ["E112", "ok", "ok", "ok"]


@pytest.mark.parametrize("data", ['["a"]', "[1, 2]", "null", '"Peru met Chile."', "17"])
def test_a_json_file_without_articles_is_no_text(data):
    assert set(codes(read(data.encode(), "articles.json"))) == {"E113"}


def test_a_json_file_that_is_none_says_so():
    assert codes(read(b"Peru met Chile.", "articles.json")) == ["E112"]


def test_deep_json_costs_one_row():
    deep = '{"text": ' + "[" * 200_000
    assert codes(read(f"{deep}\n{ROWS[0]}".encode(), "rows.jsonl")) == ["E112", "ok"]
    assert codes(read(("[" * 200_000).encode(), "articles.json")) == ["E112"]


def test_rows_with_lone_surrogates_can_be_written():
    row = '{"id": "\\ud800x", "title": "A\\udfff title", "url": "http://x/\\ud800", "text": "Peru \\ud800met Chile."}'
    (found,) = read(row.encode(), "rows.jsonl")
    assert isinstance(found, Article)
    assert (found.text, found.key, found.title, found.url) == ("Peru met Chile.", "x", "A title", "http://x/")


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30", "0001-01-01", "9999999999999", "٢٣ نوفمبر ٢٠٢٦"])
def test_a_day_that_is_none_costs_one_row(day):
    row = json.dumps({"text": "Peru.", "published": day})
    assert codes(read(f"{row}\n{ROWS[0]}".encode(), "rows.jsonl")) == ["E116", "ok"]


def test_a_row_that_is_too_large_costs_one_row():
    large = json.dumps({"text": "a" * 10_000_001})
    assert codes(read(f"{large}\n{ROWS[0]}".encode(), "rows.jsonl")) == ["E104", "ok"]


def test_a_text_that_is_too_large_says_so():
    assert refused(b"Peru met Chile. " * 650_000).code == "E104"


def test_a_large_text_on_one_line_is_read_in_a_moment():
    started = time.process_time()
    assert len(text_of(b"Peru met Chile. " * 62_500)) == 62_500 * 16 - 1
    assert time.process_time() - started < 5


def test_few_stray_bytes_are_not_guessed_to_be_letters():
    assert refused(b"[a\xe5]\xe9").code == "E103"
    assert refused("外交部长".encode("gb18030")).code == "E103"


@pytest.mark.parametrize(
    "encoding, text",
    [
        ("shift_jis", "外務大臣は月曜日にチリの外相と会談し、交渉が続くと述べた。"),
        ("gb18030", "外交部长星期一会见了智利外长并表示谈判将继续进行。"),
        ("koi8-r", "Министр иностранных дел встретился с коллегой из Чили."),
        ("cp1256", "قال وزير الخارجية يوم الاثنين إنه التقى نظيره."),
    ],
)
def test_other_letters_are_read(encoding, text):
    assert text_of(text.encode(encoding)) == text


def test_a_text_put_together_from_two_encodings_is_read_line_by_line():
    plain = "The talks went on until late at night, and nobody could say when they would end.\n"
    one, other = "The café’s owner met him.", "São Tomé’s president came too."
    data = (plain * 3).encode() + (one + "\n").encode("utf-8") + (plain * 3 + other).encode("cp1252")
    lines = text_of(data + (b"\n" + other.encode("cp1252")) * 9).split("\n")
    assert one in lines and other in lines
