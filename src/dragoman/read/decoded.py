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
FEW = 24  # bytes above ASCII from which on an encoding can be guessed
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
# Guessed only where nothing else fits: with them two stray bytes would become two Chinese letters.
_NEVER_GUESSED = ["utf_7", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be"]
# Codecs of Python's that no browser knows, some of them slow; and those in which the word itself could not be read.
_NO_PAGE = (
    "utf-7",
    "utf-16",
    "utf-32",
    "idna",
    "punycode",
    "unicode",
    "raw-unicode",
    "undefined",
    "mbcs",
    "oem",
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w\-]{2,40})", re.IGNORECASE)


def decoded(data: bytes, where: str) -> str:
    """The text of plain bytes. Raises Unreadable where they are none."""
    marked = marked_encoding(data)
    if marked:
        return data.decode(marked, errors="replace")
    _refuse_files(data, where)
    if wide := wide_encoding(data):
        return data.decode(wide, errors="replace")
    if len(_CONTROL.findall(data[:SNIFF])) > BINARY * len(data[:SNIFF]):
        raise Unreadable(
            Rejected("E102", "a text", where, "it is binary", "give a text, an HTML page or JSONL rows")
        )
    return _as_utf8(data) or _as_western(data) or _as_guessed(data, where)


def decoded_page(data: bytes, where: str) -> str:
    """The text of a page, whose own word on its encoding comes after its mark and UTF-8."""
    declared = None if marked_encoding(data) or _as_utf8(data) else _declared(data)
    return data.decode(declared, errors="replace") if declared else decoded(data, where)


def _declared(data: bytes) -> str | None:
    """The encoding that a page names, where pages may be written in it."""
    found = _DECLARED.search(data[:4096])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else ""
        b"a".decode(name or "ascii")  # Python has codecs that are none of texts: they refuse
    except (LookupError, UnicodeError):
        return None
    return None if not name or name.startswith(_NO_PAGE) else name


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte order mark tells."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _refuse_files(data: bytes, where: str) -> None:
    for opens, name, remedy in _files():
        if data.startswith(opens):
            raise Unreadable(Rejected("E107", "a text", where, f"it is {name}", remedy))
    if data[257:262] == b"ustar":  # the one kind that does not open with its sign
        remedy = "unpack it first, and give the files in it"
        raise Unreadable(Rejected("E107", "a text", where, "it is a TAR archive", remedy))


@lru_cache(maxsize=1)
def _files() -> tuple[tuple[bytes, str, str], ...]:
    path = Path(__file__).parent.parent / "data" / "words" / "read_files.toml"
    book = tomllib.loads(path.read_text(encoding="utf-8"))["file"]
    return tuple((bytes.fromhex(opens), f["name"], f["remedy"]) for f in book for opens in f["opens"])


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of a text in Western letters is empty."""
    head = data[:SNIFF]
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
    """The text, where it is almost all ASCII: then the rest are Windows quotation marks and accents.

    Files that were put together from several have lines in UTF-8 among them.
    """
    above = _ABOVE.findall(data[:SNIFF])
    if len(above) > FOREIGN * min(len(data), SNIFF) and not _QUOTES.issuperset(above):
        return None
    return "\n".join(_western_line(line) for line in data.split(b"\n"))


def _western_line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")


def _as_guessed(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    head = data[:SNIFF]
    few = len(_ABOVE.findall(head)) < FEW
    best = None if few else from_bytes(head, cp_exclusion=_NEVER_GUESSED).best()
    if best is None:
        raise Unreadable(Rejected("E103", "a text", where, "its encoding is not known", "save it as UTF-8"))
    return data.decode(best.encoding, errors="replace")
