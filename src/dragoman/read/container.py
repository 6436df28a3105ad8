"""Container: the bytes of a file or a pipe as a text, a page, or rows of JSON with one article each."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dragoman.read.decoded import decoded, decoded_page, marked_encoding
from dragoman.read.given import Given, Rejected, Unreadable
from dragoman.read.page import read_page
from dragoman.read.rows import listed, rows
from dragoman.read.text import read_text
from dragoman.things import Article

CHUNK = 65_536  # bytes read at a time
LARGEST = 20_000_000  # bytes of one plain text or page
_BLANK = b"\xef\xbb\xbf\x00 \t\r\n"
_ROWS = re.compile(r"\{\s*\"(?!\s*$)")
_WHOLE = re.compile(r"\[\s*\{|\{\s*$|\[\s*$")
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|!--|\?xml[^>]{0,200}\?>\s*<(?:!doctype\s+html|html)|"
    rb"(?:html|head|body|article|main|section|div|span|p|h[1-6]|meta|title|link|script|style|table|center|font)\b)",
    re.IGNORECASE,
)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b", re.IGNORECASE)


def read_bytes(stream: BinaryIO, where: str, given: Given | None = None) -> Iterator[Article | Rejected]:
    """The articles in a file or pipe, in order, one at a time; a row that cannot be read comes as Rejected.

    Raises Unreadable where nothing of it can be read.
    """
    given = given or Given()
    head = _first_line(stream)
    told = _sniffed(head)
    if _is_rows(told, where):
        found = rows(chain((head,), _chunks(stream)), where, given)
    else:
        found = _of_whole(_rest(head, stream, where), told, where, given)
    empty = True
    for article in found:
        empty = False
        yield article
    if empty:
        raise Unreadable(
            Rejected("E101", "an article", where, "it is empty", "give a text, an HTML page or JSONL rows")
        )


def _of_whole(data: bytes, told: str, where: str, given: Given) -> Iterator[Article | Rejected]:
    if not data.strip(_BLANK):
        return
    if _WHOLE.match(told) and (document := _json(data, where)) is not None:
        yield from listed(document, where, given)
    elif _is_page(data, where):
        yield read_page(data, given=given, where=where)
    else:
        article = read_text(decoded(data, where), given=given)
        yield from (article,) if article.text else ()


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
    data = head + stream.read(LARGEST + 1 - len(head))
    if len(data) > LARGEST:
        why = f"it is larger than {LARGEST // 1_000_000} MB"
        raise Unreadable(
            Rejected("E104", "a text", where, why, "give one article a row as JSONL: {id, text}")
        )
    return data


def _sniffed(head: bytes) -> str:
    """The first line as text, as far as that can be told before its encoding is known."""
    text = head.decode(marked_encoding(head) or "utf-8", errors="replace").lstrip("\ufeff\x00 \t\r\n")
    return text[:400].split("\n")[0].rstrip()


def _is_rows(told: str, where: str) -> bool:
    return where.lower().endswith((".jsonl", ".ndjson")) or bool(_ROWS.match(told))


def _json(data: bytes, where: str) -> object | None:
    """The document, where the whole is JSON; a text may open with a bracket too."""
    try:
        return json.loads(decoded(data, where))  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        return None


def _is_page(data: bytes, where: str) -> bool:
    head = data[:4096] if marked_encoding(data) is None else decoded_page(data[:8192], where).encode()
    if _FEED.search(head[:1024]) and not _PAGE.match(head.lstrip(_BLANK)):
        why, remedy = "it is a feed, not an article", "give the pages that it lists, or rows of JSONL"
        raise Unreadable(Rejected("E108", "a text", where, why, remedy))
    named = where.lower().endswith((".html", ".htm", ".xhtml")) and b"<" in data
    return named or bool(_PAGE.match(head.lstrip(_BLANK)))
