"""Tidy: characters made plain once, before any span exists. Words and quotation marks stay."""

import re
import unicodedata

from dragoman.read.wrapped import unwrapped

_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]")
_NOTHING = re.compile(
    r"[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u061c\u180e\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
# More than thirty marks on one letter stand in no language (UAX 15), and ordering them takes quadratic time.
_MARK = r"[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0]"
_HEAP = re.compile(f"({_MARK}{{30}}){_MARK}+")
# Windows quotation marks and dashes that were read as Latin-1.
_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INDENT = re.compile(r"\n(?: {2,}|\t)[ \t]*(?=\S)")
_EDGES = re.compile(r" ?\n ?")
_EMPTY = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """The text with one kind of line end and of space, no invisible characters, composed (NFC),
    and without the line breaks of old texts that were broken at a column."""
    text = _LINE_ENDS.sub("\n", text).translate(_WINDOWS)
    text = _HEAP.sub(r"\1", _CONTROL.sub("", _NOTHING.sub("", text)))
    text = _HEAP.sub(r"\1", unicodedata.normalize("NFC", text))
    text = _SPACES.sub(" ", _paragraphs(text))
    text = _EMPTY.sub("\n\n", _EDGES.sub("\n", text)).strip()
    return unwrapped(text)


def _paragraphs(text: str) -> str:
    """Indented lines open paragraphs, unless the whole text is indented."""
    opened = _INDENT.findall(text)
    if 2 * len(opened) > text.count("\n"):
        return text
    return _INDENT.sub("\n\n", text)
