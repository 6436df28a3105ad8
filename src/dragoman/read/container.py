"""Container: the bytes of a file or a pipe as a text, a page, or rows of JSON with one article each."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dragoman.read.decoded import decoded, marked_encoding, wide_encoding
from dragoman.read.document import articles, is_document
from dragoman.read.given import LONGEST, Given, Rejected, Unreadable
from dragoman.read.markup import HEAD, markup
from dragoman.read.page import read_page
from dragoman.read.rows import rows
from dragoman.read.text import read_text
from dragoman.things import Article

CHUNK = 65_536  # bytes read at a time
LARGEST = 20_000_000  # bytes of one plain text or page
_BLANK = b"\xef\xbb\xbf\x00 \t\r\n"
_ROWS = re.compile(r"\{\s*\"(?!\s*$)")
_TABLES = (".csv", ".tsv", ".tab")
_FEEDS = (".xml", ".rss", ".atom", ".rdf")
_NO_ARTICLE = {
    "feed": ("it is a feed, not an article", "give the pages that it lists, or rows of JSONL"),
    "xml": ("it is XML, not an article", "give its text, or rows of JSONL"),
    "table": ("it is a table, not an article", "write its rows as JSONL: {id, text, published}"),
}


def read_bytes(stream: BinaryIO, where: str, given: Given | None = None) -> Iterator[Article | Rejected]:
    """The articles in a file or pipe, in order, one at a time; a row that cannot be read comes as Rejected.

    Raises Unreadable where nothing of it can be read.
    """
    given = given or Given()
    head = _first_line(stream)
    if _is_rows(head, where):
        found = rows(chain((head,), _chunks(stream)), where, given)
    else:
        found = _of_whole(_rest(head, stream, where), where, given)
    empty = True
    for article in found:
        empty = False
        yield article
    if empty:
        raise Unreadable(
            Rejected("E101", "an article", where, "it is empty", "give a text, an HTML page or JSONL rows")
        )


def _of_whole(data: bytes, where: str, given: Given) -> Iterator[Article | Rejected]:
    if not data.strip(_BLANK):
        return
    if _kind(data, where) == "page":
        yield read_page(data, given=given, where=where)
        return
    text = decoded(data, where)
    if where.lower().endswith(".json") or is_document(text):
        yield from _of_json(data, text, where, given)
        return
    if len(text) > LONGEST:
        raise _too_large(where, f"{LONGEST:,} characters")
    article = read_text(text, given=given)
    yield from (article,) if article.text else ()


def _of_json(data: bytes, text: str, where: str, given: Given) -> Iterator[Article | Rejected]:
    """A document, unless its lines open as rows do and the first of them is a broken one."""
    lines = [line for line in text.splitlines() if line.strip()] if text.lstrip().startswith("{") else []
    if 2 * sum(bool(_ROWS.match(line)) for line in lines) > len(lines) > 1:
        yield from rows(iter((data,)), where, given)
    else:
        yield from articles(text, where, given)


def _first_line(stream: BinaryIO) -> bytes:
    """Bytes up to a first line that says something: a pipe is not waited for longer than that."""
    head = b""
    for chunk in _chunks(stream):
        head += chunk
        if b"\n" in head.lstrip(_BLANK) or len(head) >= CHUNK:
            break
    return head


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    read = getattr(stream, "read1", stream.read)
    while chunk := read(CHUNK):
        yield chunk


def _rest(head: bytes, stream: BinaryIO, where: str) -> bytes:
    """All of a file that is one text or page. A stream may give less at a time than it is asked for."""
    pieces, size = [head], len(head)
    while size <= LARGEST and (piece := stream.read(LARGEST + 1 - size)):
        pieces.append(piece)
        size += len(piece)
    if size > LARGEST:
        raise _too_large(where, f"{LARGEST // 1_000_000} MB")
    return b"".join(pieces)


def _too_large(where: str, size: str) -> Unreadable:
    why, remedy = f"it is larger than {size}", "give one article a row as JSONL: {id, text}"
    return Unreadable(Rejected("E104", "a text", where, why, remedy))


def _is_rows(head: bytes, where: str) -> bool:
    """Whether a file's first line opens as a row does, and does not leave it open for the next line."""
    if where.lower().endswith((".jsonl", ".ndjson")):
        return True
    text = head.decode(marked_encoding(head) or "utf-8", errors="replace").lstrip("\ufeff\x00 \t\r\n")
    line, broken, _ = text.partition("\n")
    return bool(_ROWS.match(line)) and not (broken and line.rstrip().endswith((",", "{", "[", ":")))


def _kind(data: bytes, where: str) -> str | None:
    """page where it is one, None for a text. Raises Unreadable where it is of another kind."""
    told = marked_encoding(data) or wide_encoding(data)
    head = data[: 4 * HEAD if told else HEAD].decode(told or "latin-1", errors="replace")
    kind = "table" if where.lower().endswith(_TABLES) else markup(head)
    if kind is None and where.lower().endswith(_FEEDS) and head.lstrip("\ufeff \t\r\n").startswith("<"):
        kind = "xml"
    if kind in _NO_ARTICLE:
        raise Unreadable(Rejected("E108", "a text", where, *_NO_ARTICLE[kind]))
    named = where.lower().endswith((".html", ".htm", ".xhtml")) and b"<" in data
    return "page" if named else kind
