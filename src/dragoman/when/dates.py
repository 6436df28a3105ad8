"""Readings of dates: days, months and holidays, with or without their year."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from dragoman.when import feasts, stretch, traps
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import Stretch
from dragoman.when.tense import AHEAD, BACK, WEAKLY_BACK, tense

_OFFSET = {"last": -1, "this": 0, "next": 1}
NEAR, FAR = 45, 270  # days
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
    return _whole(found) if words.has("YEAR") or scene.hint else found


def day_of_month(words: Words, scene: Scene) -> Stretch | None:
    """The 20th: of the month told last in this sentence or the one before."""
    before, after = words.line.word(words.start - 1), words.line.word(words.stop)
    anchor = scene.anchor("month")
    if (
        before not in ("on", "by", "until", "and", "to", ",")
        or after.isalnum()
        or anchor is None
        or anchor.first is None
    ):
        return None
    return replace(stretch.day(anchor.first.replace(day=words.number("DAY"))), origin=anchor)


def week_ended(words: Words, scene: Scene) -> Stretch | None:
    """The week that ends on a day told behind it, as reports of markets name it, or "of" such a day."""
    day = following_day(words, scene.published)
    return stretch.week(day) if day else None


def following_day(words: Words, published: date | None) -> date | None:
    """The day in "the quarter ended Sept. 30": the last such day not long after print."""
    low, at = words.line.low, words.stop
    if published is None or at + 2 >= len(low) or low[at] not in ("ended", "ending", "of"):
        return None
    month, days = words.means["MONTH"].get(low[at + 1]), [w for w in low[at + 2 : at + 4] if w != "."]
    if not month or not days or not days[0].isdigit() or not 1 <= int(days[0]) <= 31:
        return None
    last = stretch.month_end(date(published.year, int(month), 1))
    found = last.replace(day=min(last.day, int(days[0])))
    return found if found <= published + timedelta(NEAR) else stretch.moved(found, "year", -1)


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
    return Stretch(f"{start}/{stop}", "day", start, stop, words.has("YEAR") or bool(scene.hint))


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
    return _whole(found) if words.has("YEAR") or scene.hint else found


def holiday(words: Words, scene: Scene) -> Stretch | None:
    """A feast: of the year given, or the one that the tense allows."""
    place, book = words.meaning("HOLIDAY"), scene.calendar.feasts
    if traps.is_longer_name(words, scene.calendar.traps):
        return None
    year = words.number("YEAR") if words.has("YEAR") else scene.hint
    if year:
        found = feasts.falls(place, year, book)
        return _whole(found[0]) if found else Stretch(None, "day")
    if scene.published is None:
        return Stretch(None, "day")
    years = [scene.published.year + i for i in (-1, 0, 1)]
    near = [s for y in years for s in feasts.falls(place, y, book)]
    return (
        _allowed(near, _shift(words) or _ahead(words, scene), scene.published)
        if near
        else Stretch(None, "day")
    )


def _allowed(near: list[Stretch], looks: str, published: date) -> Stretch:
    """Of feasts in order, the last that has begun or, where the words look ahead, the first not yet over."""
    begun = [s for s in near if s.first and s.first <= published]
    coming = [s for s in near if s.last and s.last >= published]
    if looks in (AHEAD, "next") and coming:
        return coming[0]
    if looks in (BACK, WEAKLY_BACK, "last") and begun:
        return begun[-1]
    return min(near, key=lambda s: abs((s.first or published) - published))


def _year(words: Words, scene: Scene, month: int, day: int | None) -> int | None:
    """The year of a month or a day: as given, as told before, or as the tense has it."""
    if words.has("YEAR"):
        return words.number("YEAR")
    if scene.hint:
        return scene.hint
    if named := _named_before(scene, month, day):
        return named
    if words.has("BACK"):
        anchor = scene.anchor("year", reach=2)
        return anchor.first.year + _OFFSET[words.meaning("BACK")] if anchor and anchor.first else None
    if scene.history:
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


def _named_before(scene: Scene, month: int, day: int | None) -> int | None:
    """The year of the very same day, or of the same month in this sentence or the one before, told with its year."""
    for told in reversed(scene.told):
        first, fine = told.stretch.first, "day" if day else "month"
        near = day is not None or told.line >= scene.line.index - 1
        fixed = near and told.stretch.whole and told.stretch.granularity == fine
        if first and fixed and first.month == month and day in (None, first.day):
            scene.counted.append(told.stretch)
            return first.year
    return None


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
    """The one not begun after the day of print, or not over before it, as the words look; but none that is
    almost a year away where the other is near: newspapers then name the year."""
    past = [s for s in found if s.first and s.first <= published]
    coming = [s for s in found if s.last and s.last >= published]
    if not past or not coming:
        return (past or coming)[-1]
    before, after = past[-1], coming[0]
    assert before.last and after.first
    back, on = (published - before.last).days, (after.first - published).days
    if ahead == BACK:
        return before
    if ahead == WEAKLY_BACK:
        return after if on <= NEAR and back >= FAR else before
    if ahead == AHEAD:
        return before if back <= NEAR and on >= FAR else after
    # With no verb to tell, a month is the last one unless the next is much nearer; a day is the nearest.
    return after if on * (1 if after.granularity == "day" else 3) < back else before


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
