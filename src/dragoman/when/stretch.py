"""Stretches of days, and the arithmetic of the calendar."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.things import Span

FINENESS = ("day", "week", "month", "season", "quarter", "year", "decade", "century")
_LETTER = {
    "second": "T{}S",
    "minute": "T{}M",
    "hour": "T{}H",
    "day": "{}D",
    "week": "{}W",
    "weekend": "{}WE",
    "fortnight": "{}W",
    "month": "{}M",
    "quarter": "{}Q",
    "year": "{}Y",
    "decade": "{}DE",
    "century": "{}CE",
}
_SMALLER = {
    "hour": ("minute", 60),
    "day": ("hour", 24),
    "year": ("month", 12),
    "century": ("year", 100),
    "decade": ("year", 10),
}
_MONTHS = {"month": 1, "quarter": 3}
_YEARS = {"year": 1, "decade": 10, "century": 100}
Parts = dict[str, dict[str, tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What an expression names: its TIMEX3 value and, where they are known, its first and last day."""

    value: str | None
    granularity: str
    first: date | None = None
    last: date | None = None
    whole: bool = False  # whether the words alone fix it, with no other day to count from
    aside: bool = False  # whether it is only compared with, so that nothing counts from it
    origin: "Stretch | None" = None  # the time told before that it counts from; None: the day of print
    span: Span | None = None  # its words, once it has been told


def day(of: date, daypart: str = "") -> Stretch:
    return Stretch(of.isoformat() + (f"T{daypart}" if daypart else ""), "day", of, of)


def week(of: date) -> Stretch:
    year, number, _ = of.isocalendar()
    monday = of - timedelta(of.weekday())
    return Stretch(f"{year}-W{number:02d}", "week", monday, monday + timedelta(6))


def weekend(of: date) -> Stretch:
    """The Saturday and Sunday of this day's week."""
    whole = week(of)
    assert whole.last is not None
    return Stretch(f"{whole.value}-WE", "week", whole.last - timedelta(1), whole.last)


def month(year: int, number: int) -> Stretch:
    first = date(year, number, 1)
    return Stretch(f"{year:04d}-{number:02d}", "month", first, month_end(first))


def season(year: int, name: str, start: int) -> Stretch:
    first = date(year, start, 1)
    return Stretch(f"{year:04d}-{name}", "season", first, month_end(moved(first, "month", 2)))


def quarter(year: int, number: int) -> Stretch:
    first = date(year, 3 * number - 2, 1)
    return Stretch(f"{year:04d}-Q{number}", "quarter", first, month_end(moved(first, "month", 2)))


def half(year: int, number: int) -> Stretch:
    first = date(year, 6 * number - 5, 1)
    return Stretch(f"{year:04d}-H{number}", "quarter", first, month_end(moved(first, "month", 5)))


def year(number: int) -> Stretch:
    return Stretch(f"{number:04d}", "year", date(number, 1, 1), date(number, 12, 31))


def decade(start: int) -> Stretch:
    return Stretch(f"{start // 10:03d}", "decade", date(start, 1, 1), date(start + 9, 12, 31))


def century(number: int) -> Stretch:
    """The 19th is 1801 to 1900 to the strict and 1800 to 1899 to everybody else, TIMEX3 among them."""
    first = max(1, 100 * (number - 1))
    return Stretch(f"{number - 1:02d}", "century", date(first, 1, 1), date(100 * number - 1, 12, 31))


def unit_at(unit: str, of: date) -> Stretch | None:
    """The day, week, month, year, decade or century that a day lies in."""
    match unit:
        case "day":
            return day(of)
        case "week":
            return week(of)
        case "weekend":
            return weekend(of)
        case "month":
            return month(of.year, of.month)
        case "quarter":
            return quarter(of.year, (of.month + 2) // 3)
        case "year":
            return year(of.year)
        case "decade":
            return decade(of.year // 10 * 10)
        case "century":
            return century(of.year // 100 + 1)
    return None


def moved(of: date, unit: str, count: int) -> date:
    """The day so many units on, or back; the last of the month where it has no such day."""
    if unit in ("day", "week", "weekend", "fortnight"):
        return of + timedelta({"day": 1, "fortnight": 14}.get(unit, 7) * count)
    months = of.month - 1 + count * (_MONTHS.get(unit) or 12 * _YEARS[unit])
    first = date(of.year + months // 12, months % 12 + 1, 1)
    return first.replace(day=min(of.day, month_end(first).day))


def month_end(of: date) -> date:
    return of.replace(day=monthrange(of.year, of.month)[1])


def length(count: float | None, unit: str) -> str:
    """A duration as TIMEX3 writes it; None is a number that nobody has counted."""
    if unit == "fortnight" and count is not None:
        count *= 2
    if count is not None:
        count, unit = whole(count, unit)
    return "P" + _LETTER[unit].format("X" if count is None else f"{count:g}")


def whole(count: float, unit: str) -> tuple[float, str]:
    """Half a century is fifty years."""
    if 0 < count < 1 and unit in _SMALLER:
        return count * _SMALLER[unit][1], _SMALLER[unit][0]
    return count, unit


def narrowed(whole: Stretch, part: str, parts: Parts) -> Stretch:
    """The early, middle or late part of a stretch, as the book cuts it; the value stays that of the whole."""
    if whole.first is None or whole.last is None or part not in parts.get(whole.granularity, ()):
        return whole
    low, high = parts[whole.granularity][part]
    first, last = whole.first, whole.last
    if whole.granularity in ("week", "month"):
        start, stop = first + timedelta(low - 1), min(last, first + timedelta(high - 1))
    elif whole.granularity in ("decade", "century"):
        start, stop = date(first.year + low, 1, 1), min(last, date(first.year + high, 12, 31))
    else:
        start, stop = moved(first, "month", low - 1), month_end(moved(first, "month", high - 1))
    return replace(whole, first=start, last=stop)


def easter(year: int) -> date:
    """Western Easter Sunday, by the anonymous Gregorian reckoning."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)
