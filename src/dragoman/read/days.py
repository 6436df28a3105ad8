"""Days: the day of print as written out at the head of a text."""

import re
from dataclasses import dataclass
from datetime import date

from dragoman.read.book import book
from dragoman.read.credits import credit
from dragoman.read.given import YEARS

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NUMBER = r"(\d{1,2})(?:st|nd|rd|th)?"
_DAY_FIRST = re.compile(rf"\b{_NUMBER}(?: of)?[ -]({MONTH}),?[ -](\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b({MONTH}) {_NUMBER},? (\d{{4}})\b", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"\b(\d{4})([-/.])(\d\d)\2(\d\d)(?!\d)")
_FIGURES = re.compile(r"\b(\d{1,2})([-/.])(\d{1,2})\2(\d{4})\b")
_YEAR = re.compile(r"\d{4}")
_MARKS = re.compile(r"[:()\[\]]")
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d(?:\.\d+)?)?(?:\s?[ap]\.?m\b\.?)?|[+-]\d\d:?\d\d\b|\b\d{1,2}(?= min)"
)
_PARTS = re.compile(r"\s*[|·•–—/,]\s*|\s+-\s+")
NAME = 3  # words of a place or a writer beside a day: "Lima, 3 March 2025"
LONGEST = 120  # characters of a line that gives the day of print


@dataclass(frozen=True, slots=True)
class Printed:
    """A line that says when the text was printed or changed."""

    day: date | None
    labelled: bool
    changed: bool
    wire: str | None = None


def printed(line: str) -> Printed | None:
    """What a line says of the day of print, where it says nothing else."""
    if len(line) > LONGEST or not _YEAR.search(line):
        return None
    found = _first(line)
    if found is None:
        return None
    start, rest = _without_days(line, found)
    wires = [_light(part) for part in _PARTS.split(_CLOCK.sub(" ", rest))]
    if None in wires:
        return None
    before = line[:start].lower()
    labelled = any(word in before for word in book().day_labels)
    changed = any(word in before for word in book().changed) and "publi" not in before
    return Printed(
        day_of(line[found.start() : found.end()]), labelled, changed, next(filter(None, wires), None)
    )


def day_of(words: str) -> date | None:
    """The day that the words write out with its year; None where they do not, or it never was."""
    for pattern, order in ((_DAY_FIRST, (3, 2, 1)), (_MONTH_FIRST, (3, 1, 2))):
        if found := pattern.search(words):
            year, month, day = (found[i] for i in order)
            return _day(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))
    if found := _YEAR_FIRST.search(words):
        return _day(int(found[1]), int(found[3]), int(found[4]))
    if found := _FIGURES.search(words):
        return _of_figures(int(found[1]), int(found[3]), int(found[4]))
    return None


def _of_figures(one: int, two: int, year: int) -> date | None:
    """13/2/2025 can be read in one way, 3/2/2025 in two: then the day is not told."""
    if one > 12 or one == two:
        return _day(year, two, one)
    return _day(year, one, two) if two > 12 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None


def _first(line: str) -> re.Match[str] | None:
    found = [m for p in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _FIGURES) if (m := p.search(line))]
    return min(found, key=lambda m: m.start(), default=None)


def _without_days(line: str, found: re.Match[str]) -> tuple[int, str]:
    """Where the first day stands, and the line without it and others."""
    rest = f"{line[: found.start()]} {line[found.end() :].removeprefix('T')}"
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _YEAR_FIRST, _FIGURES):
        rest = pattern.sub(" ", rest)
    return found.start(), rest


def _light(part: str) -> str | None:
    """ "" for words that only frame a day, the wire for a credit; None for words of a story."""
    words = _MARKS.sub(" ", part).split()
    if all(w.lower() in book().day_words or not any(c.isalnum() for c in w) for w in words):
        return ""
    if credited := credit(part.strip()):
        return credited.wire or ""
    return "" if len(words) <= NAME and all(w[0].isupper() for w in words) else None
