"""Hints: the year that other words of a text lend to an expression that has none."""

import re
from datetime import date

from dragoman.when.scene import Scene
from dragoman.when.shapes import Fit

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_JOINTS = frozenset(("to", "until", "till", "through", "and", "-", "–", "—", "or"))
# A text with so many years long gone, and hardly a day of the week or a word like it, tells history:
# there a bare month is of the year told last, not of the one before print.
OLD_YEARS = 4  # enough, where the years near print are fewer
MANY = 8  # enough in any case
OLD = 2
_OF_THE_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|to|yester)day|tomorrow|tonight"
    r"|(?:this|last|next) (?:week|month|year|quarter))\b",
    re.I,
)


def is_history(text: str, published: date | None) -> bool:
    """Whether a text tells of years long gone rather than of the day."""
    if published is None:
        return False
    years = [int(year) for year in _YEAR.findall(text)]
    old = sum(year < published.year - OLD for year in years)
    newsy = len(_OF_THE_DAY.findall(text))
    return old > 3 * newsy and (old >= MANY or (old >= OLD_YEARS and old > 3 * (len(years) - old) / 2))


def hint(fit: Fit, every: list[Fit], scene: Scene) -> int | None:
    """The year beside: "from May to December 1998", "In 2006, the army rose in September",
    "a year after the 2004 vote"."""
    if fit.reads == "away":
        return _year_after(fit, scene)
    if fit.reads not in ("date", "days", "month", "holiday") or "YEAR" in fit.groups:
        return None
    for other in every:
        if "YEAR" in other.groups and other.reads in ("date", "month", "days"):
            if other.start == fit.stop + 1 and scene.line.low[fit.stop] in _JOINTS:
                return int(scene.line.low[other.groups["YEAR"][0]])
            if fit.start == other.stop + 1 and scene.line.low[other.stop] in _JOINTS:
                return int(scene.line.low[other.groups["YEAR"][0]])
    return _opening(fit, scene)


def _year_after(fit: Fit, scene: Scene) -> int | None:
    low = scene.line.low
    for i in range(fit.stop, min(fit.stop + 5, len(low))):
        if low[i] in (",", ";", "and", "when"):
            return None
        if len(low[i]) == 4 and _YEAR.fullmatch(low[i]):
            return int(low[i])
    return None


def _opening(fit: Fit, scene: Scene) -> int | None:
    """The year that a sentence begins with."""
    low = scene.line.low
    if fit.start > 1 and low[0] == "in" and _YEAR.fullmatch(low[1]):
        return int(low[1])
    return None
