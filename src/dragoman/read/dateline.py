"""Dateline: the place, day and agency before the first words of a story: "LIMA, March 3 (Reuters) -"."""

import re
from dataclasses import dataclass
from datetime import date

from dragoman.read.book import book, known_wire
from dragoman.read.days import MONTH, day_of
from dragoman.things import Span

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|[’'.\-])+"
_NAME = r"[A-ZÀ-Þ][\w’'.\-]+"
_REGION = rf"(?:, (?!{MONTH} ?\d)(?P<region>{_NAME}(?: {_NAME}){{0,2}}))?"
_PLACE = rf"(?P<place>{_CAPITALS}(?:[ /-]{_CAPITALS}){{0,3}})"
_MIXED = rf"(?P<place>{_NAME}(?:[ /-]{_NAME}){{0,2}})"
_DAY = rf"(?:[,.]? (?P<day>(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?)[,.]?)?"
_WIRE = (
    r"\s?(?:\((?P<wire>[^()\n]{2,40})\)|/(?P<slashed>[A-Z][\w \-]{1,20})/|,? ?(?P<bare>[A-Z][A-Za-z]{1,12}))?"
)
_DASH = r"\s?(?P<dash>--|[-–—―_:])(?:\s+|(?<=[–—―_])|(?<=--))(?=\S)"
_FORMS = tuple(
    re.compile(place + _REGION + _DAY + _WIRE + f"(?:{_DASH}|(?<=/)\\.\\s+|\\s+)")
    for place in (_PLACE, _MIXED)
)
_WIRE_ONLY = re.compile(r"\((?P<wire>[A-Z][\w .\-]{1,30})\)\s?(?:--|[-–—:])\s*(?=\S)")
_TURN = re.compile(r"^[A-Z][A-Z .’'\-]{2,40}: ", re.MULTILINE)
LONGEST = 120  # characters of a dateline


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the story, and where the story begins."""

    begins: int
    place: Span | None = None
    wire: str | None = None
    day: date | None = None


def dateline(text: str, line: Span) -> Dateline | None:
    """The dateline at the head of a line, where it has one."""
    if line.of(text).isupper():
        return None
    stop = min(line.stop, line.start + LONGEST)
    if bare := _WIRE_ONLY.match(text, line.start, stop):
        wire = known_wire(bare["wire"])
        return Dateline(bare.end(), wire=wire) if wire else None
    for form, capitals in zip(_FORMS, (True, False), strict=True):
        found = form.match(text, line.start, stop)
        if found and (seen := _believed(text, found, capitals)):
            return seen
    return None


def _believed(text: str, found: re.Match[str], capitals: bool) -> Dateline | None:
    """The dateline, unless capitals or a dash stand there for another reason."""
    region = found["region"] if found["region"] and known_wire(found["region"]) else None
    credited = found["wire"] or found["slashed"] or found["bare"] or region
    wire = known_wire(credited) if credited else None
    if found["bare"] and not wire:
        return None
    if not wire and not _closed(text, found, capitals):
        return None
    if found["place"].lower().replace(".", "") in book().no_place or known_wire(found["place"]):
        return None
    place = Span(found.start("place"), found.end("place"))
    day = day_of(found["day"]) if found["day"] else None
    return Dateline(found.end(), place, wire or (credited if credited and capitals else None), day)


def _closed(text: str, found: re.Match[str], capitals: bool) -> bool:
    """Whether a dash or colon closes it; in small letters only after a day, with a colon never in a dialogue."""
    dash = found["dash"]
    if dash is None:
        return False
    if dash == ":":
        lonely = found["day"] is None and found["wire"] is None
        return capitals and not (lonely and len(_TURN.findall(text, 0, 20_000)) > 1)
    return capitals or found["day"] is not None
