"""Rows: one article each, as JSON. A bad row costs one row."""

import codecs
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from dragoman.read.decoded import marked_encoding
from dragoman.read.given import LONGEST, Given, Rejected, as_day
from dragoman.read.text import read_text
from dragoman.things import Article

LARGEST = 32_000_000  # bytes of one row
WORDS = ("title", "publisher", "url")


def rows(chunks: Iterator[bytes], where: str, given: Given) -> Iterator[Article | Rejected]:
    """The article of each line, in constant memory, and why where there is none."""
    for number, line in enumerate(_lines(_as_utf8(chunks)), 1):
        if line is None:
            yield Rejected(
                "E104",
                "a row",
                f"{where}, line {number}",
                f"it is larger than {LARGEST // 1_000_000} MB",
                "split it into articles",
            )
        elif line.strip(b"\xef\xbb\xbf\x00 \t\r"):
            yield _of_line(line, f"{where}, line {number}", given)


def listed(data: Any, where: str, given: Given, first: int = 1) -> Iterator[Article | Rejected]:
    """The articles of a JSON document that was read as a whole: one object, or a list of them."""
    for number, row in enumerate(data if isinstance(data, list) else [data], first):
        yield _of_row(row, f"{where}, item {number}", given)


def _as_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same bytes in UTF-8, where a byte order mark says that they are in another encoding."""
    head = next(chunks, b"")
    encoding = marked_encoding(head)
    if encoding is None or encoding == "utf-8-sig":
        yield head
        yield from chunks
        return
    reader = codecs.getincrementaldecoder(encoding)(errors="replace")
    yield reader.decode(head).encode("utf-8", "replace")
    for chunk in chunks:
        yield reader.decode(chunk).encode("utf-8", "replace")


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes | None]:
    """Lines of bytes, None for one that is too long. Only the pieces of one line are kept."""
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        size += len(first)
        if size <= LARGEST:
            pieces.append(first)
        for piece in others:
            yield b"".join(pieces) if size <= LARGEST else None
            pieces, size = [piece], len(piece)
    yield b"".join(pieces) if size <= LARGEST else None


def _of_line(line: bytes, where: str, given: Given) -> Article | Rejected:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as wrong:
        return Rejected("E111", "a row", where, f"byte {wrong.start} is not UTF-8", "write the file as UTF-8")
    except (ValueError, RecursionError) as wrong:
        return Rejected("E112", "a row", where, f"it is no JSON ({wrong})", "write one JSON object a line")
    return _of_row(row, where, given)


def _of_row(row: Any, where: str, given: Given) -> Article | Rejected:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        return Rejected(
            "E113", "a row", where, "it has no “text” that is a string", 'write {"id": …, "text": …}'
        )
    if len(row["text"]) > LONGEST:
        why = f"its text is longer than {LONGEST:,} characters"
        return Rejected("E104", "a row", where, why, "split it into articles")
    if wrong := _wrong_key(row):
        return Rejected("E115", "a row", where, f"its “{wrong}” is not a string", "quote it, or leave it out")
    try:
        told = _told(row, given)
    except ValueError as bad:
        return Rejected(
            "E116",
            "a row",
            where,
            f"its day of publication, {bad}",
            "write “published” as YYYY-MM-DD, or leave it out",
        )
    article = read_text(row["text"], given=told)
    if not article.text:
        return Rejected("E114", "a row", where, "its text is empty", "leave the row out or give its text")
    return article


def _wrong_key(row: dict[str, Any]) -> str | None:
    if isinstance(row.get("id"), bool) or not isinstance(row.get("id"), str | int | float | None):
        return "id"
    return next((key for key in WORDS if not isinstance(row.get(key), str | None)), None)


def _told(row: dict[str, Any], given: Given) -> Given:
    """What the row tells of its article; what it leaves out is as given for the file."""
    key = row.get("id")
    told = replace(
        given,
        key=given.key if key is None else str(key),
        title=row.get("title") or given.title,
        publisher=row.get("publisher") or given.publisher,
        url=row.get("url") or given.url,
    )
    day = row.get("published")
    if day is None or day == "":
        return told
    return replace(told, published=as_day(str(day)), published_how="given")
