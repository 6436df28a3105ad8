"""Tied: the country or region that the words right around a place say it is in."""

from dataclasses import dataclass

from dragoman.where.gazetteer import WIDE, Gazetteer
from dragoman.where.line import Fit, Line
from dragoman.where.unlisted import Unlisted

REACH = 4  # words before it in which its people may be named: "the Lebanese city of Tripoli"


@dataclass(frozen=True, slots=True)
class Tied:
    """Codes of countries and names of regions; `wide`: whether it is itself a region ("Kano state"), where told."""

    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    wide: bool | None = None
    closed: bool = False  # so that it is in no other country: "Surrey, UK,"


def tied(line: Line, spot: Fit | Unlisted, known: list[Fit], book: Gazetteer) -> Tied:
    """What "the Lebanese city of Tripoli", "Tripoli, Lebanon," and "Kogelo in Nyanza province" tell."""
    wide = _wide(line, spot, book)
    within = _within(line, spot, known, book)
    if within:
        countries = frozenset(e.country for e in within.entries if e.kind in WIDE and e.country)
        regions = frozenset(e.name for e in within.entries if e.kind in WIDE and e.kind != "country")
        return Tied(countries, regions, wide, closed=len(countries) == 1)
    before = frozenset[str]()
    for i in range(max(0, spot.start - REACH), spot.start):
        for stop in (i + 1, i + 2):
            if stop <= spot.start:
                before |= book.lands.get(" ".join(line.words[i:stop]), frozenset())
    return Tied(before, frozenset(), wide)


def _wide(line: Line, spot: Fit | Unlisted, book: Gazetteer) -> bool | None:
    """Whether the words say that it is a region: "the state of Georgia", "Cordoba province"; or a town."""
    after, before = line.at(spot.stop), line.at(spot.start - 2) if line.at(spot.start - 1) == "of" else ""
    if after in book.words["regions"] or before in book.words["regions"]:
        return True
    return False if before in book.words["towns"] else None


def _within(line: Line, spot: Fit | Unlisted, known: list[Fit], book: Gazetteer) -> Fit | None:
    """The wider place named next, with a comma or "in" between: but not that of "in Geneva, Iran refused"."""
    at = spot.stop + (line.at(spot.stop) in book.words["after"])
    joint = line.at(at)
    if joint not in (",", "in"):
        return None
    at += 1
    between = book.words["sides"] | ({"in"} if joint == "," else set())
    while line.at(at) in between:
        at += 1
    fit = next((f for f in known if f.start == at and f.has(WIDE)), None)
    if fit is None or joint == "in":
        return fit
    same = {e.country for e in getattr(spot, "entries", ())} & {
        e.country for e in fit.entries if e.kind in WIDE
    }
    closed = not line.at(fit.stop)[:1].isalnum()
    return fit if same or closed else None
