"""Feasts: the days of a year on which a feast falls, by whichever calendar sets it.

A place in the book is `12-25`, `12-25/12-26`, `easter+1`, `orthodox-2`, `11:4:4` (month, day of the week, which one of
the month, -1 the last), `islamic 9-1/9-30` (month and day), `hebrew+9` (days after Rosh Hashanah), `passover+0`, or
the name of a table of days. The Islamic days are those of the arithmetical calendar; what is seen may differ by a day.
"""

from datetime import date, timedelta

from dragoman.when import stretch
from dragoman.when.stretch import Stretch

_ISLAM = 227014  # the ordinal of the day before 1 Muharram of the year 1 (16 July 622, Julian)
_MONTH_PARTS = 13753  # over 29 days, in parts of 1/25920 of a day, from one new moon to the next
_DAY_PARTS = 25920
_HEBREW = -1373427  # the ordinal of the day before the first Rosh Hashanah


Tables = dict[str, tuple[date, ...]]


def falls(place: str, year: int, tables: Tables) -> list[Stretch]:
    """Where in a year of ours the feast falls: mostly once, an Islamic one now and then twice or never."""
    if place in tables:
        return [stretch.day(day) for day in tables[place] if day.year == year]
    if place.startswith("islamic "):
        return _islamic(place.removeprefix("islamic "), year)
    if ":" in place:
        return [stretch.day(_weekday_of_month(year, *map(int, place.split(":"))))]
    for name, start in (
        ("easter", stretch.easter),
        ("orthodox", orthodox),
        ("hebrew", _new_year),
        ("passover", _passover),
    ):
        if place.startswith(name):
            return [stretch.day(start(year) + timedelta(int(place.removeprefix(name))))]
    first, _, last = place.partition("/")
    return [
        _from_to(date.fromisoformat(f"{year:04d}-{first}"), date.fromisoformat(f"{year:04d}-{last or first}"))
    ]


def _from_to(first: date, last: date) -> Stretch:
    return stretch.day(first) if first == last else Stretch(f"{first}/{last}", "day", first, last)


def _weekday_of_month(year: int, month: int, weekday: int, number: int) -> date:
    if number < 0:
        last = stretch.month_end(date(year, month, 1))
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (number - 1))


def orthodox(year: int) -> date:
    """Easter Sunday of the Julian calendar, by Meeus, as a day of ours (1900 to 2099)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    return date(year, (d + e + 114) // 31, (d + e + 114) % 31 + 1) + timedelta(13)


def _islamic(place: str, year: int) -> list[Stretch]:
    first, _, last = place.partition("/")
    found = []
    for islamic_year in range((year - 622) * 33 // 32 - 1, (year - 622) * 33 // 32 + 3):
        days = [_islamic_day(islamic_year, *map(int, end.split("-"))) for end in (first, last or first)]
        if days[0].year == year:
            found.append(_from_to(days[0], days[1]))
    return found


def _islamic_day(year: int, month: int, day: int) -> date:
    """By the arithmetical calendar with its eleven leap years in thirty."""
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_ISLAM + before + day)


def _new_year(year: int) -> date:
    """Rosh Hashanah in a year of ours."""
    return _first_of(year + 3761)


def _passover(year: int) -> date:
    """The first day of Passover, 163 days before the new year that follows."""
    return _new_year(year) - timedelta(163)


def _first_of(hebrew: int) -> date:
    months = (235 * hebrew - 234) // 19
    parts = 12084 + _MONTH_PARTS * months
    day = 29 * months + parts // _DAY_PARTS
    if 3 * (day + 1) % 7 < 3:
        day += 1
    return date.fromordinal(_HEBREW + day + _put_off(hebrew, day))


def _put_off(hebrew: int, day: int) -> int:
    """A year may not have 356 nor the one before it 382 days."""
    before, after = _elapsed(hebrew - 1), _elapsed(hebrew + 1)
    if after - day == 356:
        return 2
    return int(day - before == 382)


def _elapsed(hebrew: int) -> int:
    months = (235 * hebrew - 234) // 19
    day = 29 * months + (12084 + _MONTH_PARTS * months) // _DAY_PARTS
    return day + 1 if 3 * (day + 1) % 7 < 3 else day
