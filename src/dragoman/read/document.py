"""Document: JSON that is read as a whole: one article, a list of them, or as many as stand before a fault."""

import json
import re
from collections.abc import Iterator

from dragoman.read.given import Given, Rejected
from dragoman.read.rows import listed
from dragoman.things import Article

_OPENS = re.compile(r'\s*(?:\[\s*)?\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:')
_BETWEEN = re.compile(r"[\s,\[\]]*")


def is_document(text: str) -> bool:
    """Whether a text opens as JSON with an object does. A text may open with a bracket too."""
    return bool(_OPENS.match(text))


def articles(text: str, where: str, given: Given) -> Iterator[Article | Rejected]:
    """The articles of a JSON document; where it breaks off, those before the fault and what it is."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        yield from _up_to_fault(text, where, given, wrong)
    else:
        yield from listed(document, where, given)


def _up_to_fault(text: str, where: str, given: Given, wrong: Exception) -> Iterator[Article | Rejected]:
    """One value after the other: what follows a broken one cannot be told."""
    read = json.JSONDecoder().raw_decode
    number, at = 1, _next(text, 0)
    while at < len(text):
        try:
            row, at = read(text, at)
        except (ValueError, RecursionError) as later:
            yield _fault(later, f"{where}, item {number}")
            return
        yield from listed([row], where, given, number)
        number, at = number + 1, _next(text, at)
    if number == 1:
        yield _fault(wrong, where)


def _next(text: str, at: int) -> int:
    found = _BETWEEN.match(text, at)
    return found.end() if found else at


def _fault(wrong: Exception, where: str) -> Rejected:
    why = f"it is no JSON ({wrong}); the file is not read beyond it"
    return Rejected("E112", "a row", where, why, "mend the file, or write JSONL")
