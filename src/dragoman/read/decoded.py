"""Decoded: bytes in, text out, by their mark, as UTF-8, or by what the letters tell."""

import codecs
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from dragoman.read.given import Rejected, Unreadable

SNIFF = 65_536  # bytes by which an encoding is told
BINARY = 0.02  # share of control characters from which on bytes are no text
SLIPS = 0.25  # share of broken letters up to which a text is UTF-8 with slips
FOREIGN = 0.2  # share of bytes above ASCII from which on a text is not in Western letters
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LETTER = re.compile(r"[^\x00-\x7f\ufffd]")
_ABOVE = re.compile(rb"[\x80-\xff]")
_QUOTES = {bytes([code]) for code in (0x85, *range(0x91, 0x98))}  # … ‘ ’ “ ” • – — of Windows
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-]{2,40})", re.IGNORECASE)


def decoded(data: bytes, where: str) -> str:
    """The text of plain bytes. Raises Unreadable where they are none."""
    marked = marked_encoding(data)
    if marked:
        return data.decode(marked, errors="replace")
    _refuse_files(data, where)
    if wide := _wide(data[:SNIFF]):
        return data.decode(wide, errors="replace")
    if len(_CONTROL.findall(data[:SNIFF])) > BINARY * len(data[:SNIFF]):
        raise Unreadable(
            Rejected("E102", "a text", where, "it is binary", "give a text, an HTML page or JSONL rows")
        )
    return _as_utf8(data) or _as_western(data) or _as_guessed(data, where)


def decoded_page(data: bytes, where: str) -> str:
    """The text of a page, whose own word on its encoding comes after its mark and UTF-8."""
    declared = _DECLARED.search(data[:4096])
    if marked_encoding(data) is None and declared and not _as_utf8(data):
        try:
            return data.decode(declared[1].decode("ascii"), errors="replace")
        except (LookupError, UnicodeDecodeError):
            pass  # a page that names no known encoding is read like any text
    return decoded(data, where)


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _refuse_files(data: bytes, where: str) -> None:
    for opens, name, remedy in _files():
        if data.startswith(opens):
            raise Unreadable(Rejected("E107", "a text", where, f"it is {name}", remedy))


@lru_cache(maxsize=1)
def _files() -> tuple[tuple[bytes, str, str], ...]:
    path = Path(__file__).parent.parent / "data" / "words" / "read_files.toml"
    book = tomllib.loads(path.read_text(encoding="utf-8"))["file"]
    return tuple((bytes.fromhex(opens), f["name"], f["remedy"]) for f in book for opens in f["opens"])


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of a text in Western letters is empty."""
    half = len(head) // 2
    if half < 4 or b"\x00" not in head:
        return None
    if head[1::2].count(0) > 0.7 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half else None


def _as_utf8(data: bytes) -> str | None:
    """The text, where it is UTF-8 or was but for a few broken letters."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    broken, cut = text.count("\ufffd"), text.endswith("\ufffd")
    return text if broken - cut <= SLIPS * len(_LETTER.findall(text)) else None


def _as_western(data: bytes) -> str | None:
    """The text, where it is almost all ASCII: then the rest are Windows quotation marks and accents."""
    above = _ABOVE.findall(data[:SNIFF])
    if len(above) > FOREIGN * min(len(data), SNIFF) and not _QUOTES.issuperset(above):
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _as_guessed(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SNIFF]).best()
    if best is None:
        raise Unreadable(Rejected("E103", "a text", where, "its encoding is not known", "save it as UTF-8"))
    return data.decode(best.encoding, errors="replace")
