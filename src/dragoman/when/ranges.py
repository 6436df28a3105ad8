"""Ranges: what two times beside each other do to one another. They stay two, as TIMEX3 has it; which of them
bound one stretch is for compose to say."""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.when import stretch
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import FINENESS, Stretch

_TO = frozenset(("to", "until", "till", "through", "-", "–", "—"))
_HOUR_JOINTS = frozenset(("on", "at", ",", "by"))
Found = tuple[Words, Stretch]


def apart(words: Words, whole: Stretch) -> list[Found]:
    """The two times of "March 3-5" or "1990-91", else the one that was read."""
    second = next((words.groups[name] for name in ("DAY2", "PAIR") if words.has(name)), None)
    if whole.granularity not in ("day", "year") or second is None or "/" not in (whole.value or ""):
        return [(words, whole)]
    assert whole.first and whole.last
    ends = [_of(whole.granularity, day) for day in (whole.first, whole.last)]
    ends = [replace(end, whole=whole.whole, origin=whole.origin) for end in ends]
    return [(replace(words, stop=second[0] - 1), ends[0]), (replace(words, start=second[0]), ends[1])]


def _of(granularity: str, day: date) -> Stretch:
    return stretch.day(day) if granularity == "day" else stretch.year(day.year)


def settled(read: list[Found], scene: Scene) -> list[Found]:
    """The same times: hours with their day, days of the week in the order in which they bound a range."""
    out: list[Found] = []
    for found in _dated(read, scene):
        if out and (one := _as_one(out[-1], found)):
            out[-1] = one
            continue
        if out and _bounds(out[-1][0], found[0]):
            first, second = _in_order(out[-1][1], found[1], scene.published)
            out[-1], found = (out[-1][0], first), (found[0], second)
        elif out and _listed(out[-1], found, scene.published):
            found = (found[0], _week_on(found[1]))
        out.append(found)
    return out


def _listed(before: Found, found: Found, published: date | None) -> bool:
    """Whether a day follows another still to come, and was read as one that is over: "next Thursday or Friday"."""
    (first, a), (second, b) = before, found
    if second.line.low[first.stop : second.start] not in (("or",), ("and",)) or not published:
        return False
    days = a.granularity == b.granularity == "day" and second.has("WEEKDAY") and not b.whole
    return days and bool(
        a.first and b.first and a.first > published >= b.first and (a.first - b.first).days < 8
    )


def _week_on(s: Stretch) -> Stretch:
    assert s.first
    on = s.first + timedelta(7)
    return replace(s, value=(s.value or "").replace(str(s.first), str(on)), first=on, last=on)


def _dated(read: list[Found], scene: Scene) -> list[Found]:
    """Each hour with the day beside it or, without one, the day told last, or that of print."""
    return [
        (words, _of_day(s, _day_of(i, read, scene)) if _is_hour(s) else s)
        for i, (words, s) in enumerate(read)
    ]


def _is_hour(s: Stretch) -> bool:
    return s.granularity == "vague" and (s.value or "").startswith("T")


def _day_of(i: int, read: list[Found], scene: Scene) -> Stretch | None:
    for k in (i + 1, i - 1):
        if 0 <= k < len(read) and read[k][1].granularity == "day" and _beside(read[i][0], read[k][0]):
            return read[k][1]
    before = [replace(s, span=words.span) for words, s in read[:i] if s.granularity == "day" and s.first]
    told = before[-1] if before else scene.anchor("day")
    if told and told.granularity == "day":
        return replace(stretch.day(told.first), origin=told) if told.first else None
    return stretch.day(scene.published) if scene.published else None


def _beside(a: Words, b: Words) -> bool:
    gap = a.line.low[min(a.stop, b.stop) : max(a.start, b.start)]
    return len(gap) < 2 and all(w in _HOUR_JOINTS for w in gap)


def _of_day(hour: Stretch, day: Stretch | None) -> Stretch:
    if day is None or day.first is None:
        return hour
    return replace(day, value=f"{day.first}{hour.value}")


def _as_one(before: Found, found: Found) -> Found | None:
    """An hour and its day with nothing between them are one: "5 p.m. Monday"."""
    (first, a), (second, b) = before, found
    if first.stop != second.start or a.granularity != "day" or a.first != b.first or a.first is None:
        return None
    hours = ["T" in (s.value or "") for s in (a, b)]
    return (replace(first, stop=second.stop), a if hours[0] else b) if any(hours) else None


def _bounds(first: Words, second: Words) -> bool:
    gap = first.line.low[first.stop : second.start]
    return len(gap) == 1 and (
        gap[0] in _TO or (gap[0] == "and" and first.line.word(first.start - 1) == "between")
    )


def _year_earlier(a: Stretch, b: Stretch) -> tuple[Stretch, Stretch]:
    """January to September, told in November, of one year: the first is not the next January."""
    assert a.first and b.first
    back = stretch.moved(a.first, "year", -1)
    first = stretch.day(back) if a.granularity == "day" else stretch.month(back.year, back.month)
    return (first, b) if back <= b.first else (a, b)


def _in_order(a: Stretch, b: Stretch, published: date | None) -> tuple[Stretch, Stretch]:
    """Days of the week put right: "from Monday to Wednesday" does not end before it begins."""
    if not a.first or not b.first or not published or a.granularity not in FINENESS:
        return a, b
    late = (a.first - b.first).days
    alike = a.granularity == b.granularity and a.granularity in ("day", "month")
    if alike and 7 <= late < 366 and not a.whole:
        return _year_earlier(a, b)
    if a.granularity != "day" or not 0 < late < 7:
        return a, b
    if a.first > published:
        return a, stretch.day(b.first + timedelta(7))
    return stretch.day(a.first - timedelta(7)), b
