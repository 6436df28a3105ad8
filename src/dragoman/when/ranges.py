"""Ranges: two times that the words between them make one: "from 1975 to 1990", "Saturday and Sunday"."""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.when import stretch
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import FINENESS, Stretch

_TO = frozenset(("to", "until", "till", "through", "-", "–", "—", "/"))
_OPENERS = frozenset(("from", "between"))
Found = tuple[Words, Stretch]


def joined(read: list[Found], scene: Scene) -> list[Found]:
    """The same times, with ranges and an hour and its day made one each."""
    out: list[Found] = []
    for found in read:
        pair = out and (_clocked(out[-1], found) or _ranged(out[-1], found, scene))
        if pair:
            out[-1] = pair
        else:
            out.append(found)
    return out


def _clocked(before: Found, found: Found) -> Found | None:
    """An hour and the day beside it: "5 p.m. on Monday"."""
    (first, a), (second, b) = before, found
    between = second.line.low[first.stop : second.start]
    if len(between) > 1 or any(w not in ("on", "at", ",", "by") for w in between):
        return None
    for hour, day in ((a, b), (b, a)):
        if (hour.value or "").startswith("T") and day.granularity == "day":
            value = day.value and day.value[:10] + (hour.value or "")
            return replace(first, stop=second.stop), replace(day, value=value)
    return None


def _ranged(before: Found, found: Found, scene: Scene) -> Found | None:
    (first, a), (second, b) = before, found
    line = scene.line
    gap = line.low[first.stop : second.start]
    gap = gap[:-1] if gap[-1:] == ("the",) else gap
    if a.granularity not in FINENESS or b.granularity not in FINENESS or len(gap) != 1:
        return None
    opener = line.word(first.start - 1)
    if gap[0] not in _TO and not (gap[0] == "and" and (opener == "between" or _next_to(a, b))):
        return None
    if gap[0] == "to" and opener not in _OPENERS and a.granularity != b.granularity:
        return None
    a, b = _in_order(a, b, scene.published)
    start = first.start - 1 if opener in _OPENERS else first.start
    whole = replace(first, start=start, stop=second.stop)
    if a.first and b.last and a.first <= b.last:
        return whole, Stretch(f"{a.value}/{b.value}", _coarser(a, b), a.first, b.last, a.whole and b.whole)
    return (whole, Stretch(None, _coarser(a, b))) if not a.first and not b.first else None


def _in_order(a: Stretch, b: Stretch, published: date | None) -> tuple[Stretch, Stretch]:
    """Days of the week put right: "from Monday to Wednesday" does not end before it begins."""
    if (
        not a.first
        or not b.first
        or not published
        or a.granularity != "day"
        or not 0 < (a.first - b.first).days < 7
    ):
        return a, b
    if a.first > published:
        return a, stretch.day(b.first + timedelta(7))
    return stretch.day(a.first - timedelta(7)), b


def _next_to(a: Stretch, b: Stretch) -> bool:
    """Whether one begins where the other ends: "Saturday and Sunday"."""
    if a.granularity not in ("day", "month") or a.granularity != b.granularity or not a.last or not b.first:
        return False
    return b.first - a.last == timedelta(1)


def _coarser(a: Stretch, b: Stretch) -> str:
    return max(a.granularity, b.granularity, key=FINENESS.index)
