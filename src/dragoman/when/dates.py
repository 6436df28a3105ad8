"""Readings of dates: days, months and holidays, with or without their year."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dragoman.when import stretch, traps
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import Stretch
from dragoman.when.tense import AHEAD, BACK, tense

WRAP = 8  # months; of 4 to 10 the best on histories of wars


def iso(words: Words, scene: Scene) -> Stretch | None:
    """2024-12-05, with nothing between the figures."""
    spans = words.line.spans[words.start : words.stop]
    if any(a.stop != b.start for a, b in pairwise(spans)):
        return None
    return _whole(stretch.day(date(words.number("YEAR"), words.number("DAY"), words.number("DAY2"))))


def slashed(words: Words, scene: Scene) -> Stretch | None:
    """25/02/2024; where day and month could be either, no day is given."""
    if words.has("DOTTED"):
        day, month, year = (int(part) for part in words.phrase("DOTTED").split("."))
        return _whole(stretch.day(date(year, month, day)))
    first, second, year = words.number("DAY"), words.number("DAY2"), words.number("YEAR")
    if first <= 12 and second <= 12 and first != second:
        return Stretch(None, "day")
    day, month = max(first, second), min(first, second)
    return _whole(stretch.day(date(year, month, day)))


def named(words: Words, scene: Scene) -> Stretch | None:
    """9/11, and "the September 11 attacks"."""
    after = scene.calendar.named[words.phrase("NAMED")]
    if after and not set(after) & {words.line.word(words.stop), words.line.word(words.stop + 1)}:
        return None
    day = date.fromisoformat(words.meaning("NAMED"))
    return None if scene.published and scene.published < day else _whole(stretch.day(day))


def dated(words: Words, scene: Scene) -> Stretch | None:
    """A day of a month."""
    if not traps.is_month_day(words, scene.calendar.traps):
        return None
    month = int(words.meaning("MONTH"))
    day = words.number("DAY") if words.has("DAY") else int(words.meaning("ORDINAL"))
    date(2000, month, day)
    year = _year(words, scene, month, day)
    if year is None:
        return Stretch(None, "day")
    found = stretch.day(date(year, month, day), words.meaning("DAYPART") if words.has("DAYPART") else "")
    return _whole(found) if words.has("YEAR") else found


def days(words: Words, scene: Scene) -> Stretch | None:
    """June 16 and 17."""
    month, first, last = int(words.meaning("MONTH")), words.number("DAY"), words.number("DAY2")
    if first >= last or words.line.word(words.stop) in scene.calendar.traps["counted"]:
        return None
    date(2000, month, last)
    year = _year(words, scene, month, last)
    if year is None:
        return Stretch(None, "day")
    start, stop = date(year, month, first), date(year, month, last)
    return Stretch(f"{start}/{stop}", "day", start, stop, words.has("YEAR"))


def month(words: Words, scene: Scene) -> Stretch | None:
    """A month, or a part of one."""
    if not traps.is_bare_month(words, scene.calendar.traps):
        return None
    number = int(words.meaning("MONTH"))
    year = _year(words, scene, number, None)
    if year is None:
        return Stretch(None, "month")
    part = words.meaning("PART") if words.has("PART") else ""
    found = stretch.narrowed(stretch.month(year, number), part, scene.calendar.parts)
    return _whole(found) if words.has("YEAR") else found


def holiday(words: Words, scene: Scene) -> Stretch | None:
    """A day with a fixed place in the year."""
    place = words.meaning("HOLIDAY")
    if traps.is_longer_name(words):
        return None
    if words.has("YEAR"):
        return _whole(_holiday(place, words.number("YEAR")))
    if scene.published is None:
        return _holiday(place, scene.hint) if scene.hint else Stretch(None, "day")
    near = [_holiday(place, scene.published.year + i) for i in (-1, 0, 1)]
    return _near(near, _ahead(words, scene), scene.published)


def moving(words: Words, scene: Scene) -> Stretch | None:
    """A day that is set anew each year: named, not dated."""
    if traps.is_longer_name(words):
        return None
    return Stretch(None, "month" if words.meaning("MOVING") in ("ramadan", "muharram") else "day")


def _holiday(place: str, year: int) -> Stretch:
    if place.startswith("easter"):
        return stretch.day(stretch.easter(year) + timedelta(int(place.removeprefix("easter"))))
    first, _, last = place.partition("/")
    start = date.fromisoformat(f"{year:04d}-{first}")
    if not last:
        return stretch.day(start)
    stop = date.fromisoformat(f"{year:04d}-{last}")
    return Stretch(f"{start}/{stop}", "day", start, stop)


def _year(words: Words, scene: Scene, month: int, day: int | None) -> int | None:
    """The year of a month or a day: as given, as told before, or as the tense has it."""
    if words.has("YEAR"):
        return words.number("YEAR")
    if scene.hint:
        return scene.hint
    if words.has("BACK") or scene.history:
        anchor = scene.anchor("year")
        if anchor and anchor.first:
            return anchor.first.year + _wraps(anchor, month)
    if scene.published is None:
        return None
    if words.says("year"):
        return scene.published.year + {"last": -1, "next": 1}.get(_shift(words), 0)
    if words.has("WEEKDAY") and day:
        return _year_of_weekday(int(words.meaning("WEEKDAY")), month, day, scene.published)
    return _nearest(words, scene, scene.published, month, day)


def _wraps(anchor: Stretch, month: int) -> int:
    """A story that has come to November and goes on in January is in the next year."""
    if anchor.first is None or anchor.granularity not in ("day", "week", "month"):
        return 0
    return int(anchor.first.month - month >= WRAP)


def _nearest(words: Words, scene: Scene, published: date, month: int, day: int | None) -> int:
    shift = _shift(words)
    years = [y for y in (published.year - 1, published.year, published.year + 1) if _exists(y, month, day)]
    whole = {y: stretch.day(date(y, month, day)) if day else stretch.month(y, month) for y in years}
    if shift in ("last", "next"):
        return _strictly(whole, shift, published)
    ahead = _ahead(words, scene)
    # With no verb to tell, a month is the last one and a day the nearest: "the January 25 polls".
    if not ahead and day is None:
        ahead = BACK
    found = _near(list(whole.values()), ahead, published)
    return next(y for y, s in whole.items() if s == found)


def _shift(words: Words) -> str:
    if words.has("SHIFT"):
        return words.meaning("SHIFT")
    return "last" if words.says("last") else ""


def _strictly(whole: dict[int, Stretch], shift: str, published: date) -> int:
    if shift == "last":
        return max(y for y, s in whole.items() if s.last and s.last < published)
    return min(y for y, s in whole.items() if s.first and s.first > published)


def _near(found: list[Stretch], ahead: str, published: date) -> Stretch:
    """The one not begun after the day of print, or not over before it, or the nearest."""
    past = [s for s in found if s.first and s.first <= published]
    coming = [s for s in found if s.last and s.last >= published]
    if ahead == BACK and past:
        return past[-1]
    if ahead == AHEAD and coming:
        return coming[0]
    return min(found, key=lambda s: abs((s.first or published) - published))


def _year_of_weekday(weekday: int, month: int, day: int, published: date) -> int | None:
    """The nearest year in which that day of the month was that day of the week."""
    years = [y for y in range(published.year - 6, published.year + 7) if _exists(y, month, day)]
    right = [y for y in years if date(y, month, day).isoweekday() == weekday]
    return min(right, key=lambda y: abs(date(y, month, day) - published), default=None)


def _exists(year: int, month: int, day: int | None) -> bool:
    return not (month == 2 and day == 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))


def _ahead(words: Words, scene: Scene) -> str:
    return tense(scene.line, words.start, words.stop, scene.calendar.tense)


def _whole(found: Stretch) -> Stretch:
    return replace(found, whole=True)
