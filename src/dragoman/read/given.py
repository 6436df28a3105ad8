"""What the reader is told beside the text, and how it says that it cannot read."""

import re
from dataclasses import dataclass
from datetime import date, datetime

YEARS = range(1500, 2201)  # in which news may have been printed; others are slips or gaps in a table
LONGEST = (
    10_000_000  # characters of one article: a dozen novels; beyond it a file holds many articles, or none
)
_SURROGATE = re.compile(r"[\ud800-\udfff\x00]")


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article from outside its text."""

    key: str | None = None
    title: str | None = None
    published: date | None = None
    published_how: str = "given"
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """One row or file that could not be read; the others go on."""

    code: str
    what: str
    where: str
    why: str
    remedy: str


class Unreadable(Exception):
    """A whole input that cannot be read."""

    def __init__(self, rejected: Rejected) -> None:
        super().__init__(f"{rejected.what}: {rejected.why}")
        self.rejected = rejected


def as_day(text: str) -> date:
    """The day of an ISO date or date-time. Raises ValueError, saying what is wrong."""
    try:
        day = datetime.fromisoformat(text.strip()).date()
    except ValueError as wrong:
        raise ValueError(f"{text!r} is no day in the form YYYY-MM-DD") from wrong
    if day.year not in YEARS:
        raise ValueError(f"{text!r} is not between {YEARS.start} and {YEARS.stop - 1}")
    return day


def writable(text: str | None) -> str | None:
    """The same words without what no UTF-8 output can hold; None where nothing is left."""
    return (_SURROGATE.sub("", text).strip() or None) if text else None
