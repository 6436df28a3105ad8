"""Readings of quarters, halves and business years, and of "a year earlier", which counts from them."""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.when import stretch
from dragoman.when.dates import following_day
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import Stretch
from dragoman.when.tense import AHEAD, tense

_OFFSET = {"last": -1, "this": 0, "next": 1}
_FINE = ("month", "quarter")
LONG_REACH = 8  # the same, of "the year-earlier period", which must have been told
REACH = 2  # sentences back in which "the quarter" may have been told


def quarter(words: Words, scene: Scene) -> Stretch | None:
    """A numbered quarter or half of a year."""
    number = _number(words)
    halved = words.says("half")
    if number > (2 if halved else 4) or (halved and not _is_half_of_a_year(words)):
        return None
    if _is_of_a_business_year(words):
        return _part(words, scene, 2 if halved else 4, number)
    given = words.number("YEAR") if words.has("YEAR") else _year(words, scene, number, 6 if halved else 3)
    if given is None:
        return Stretch(None, "quarter")
    found = stretch.half(given, number) if halved else stretch.quarter(given, number)
    return replace(found, whole=words.has("YEAR"))


def _is_of_a_business_year(words: Words) -> bool:
    told = words.says("fiscal") or words.has("FISCALED")
    return told and (words.has("YEAR") or (words.says("year") and words.line.low[words.stop - 2] == "fiscal"))


def _part(words: Words, scene: Scene, parts: int, number: int) -> Stretch | None:
    """Of a business year one of so many equal parts."""
    whole = fiscal(words, scene)
    if whole is None or whole.first is None:
        return Stretch(None, "quarter")
    first = stretch.moved(whole.first, "month", 12 // parts * (number - 1))
    last = stretch.moved(first, "month", 12 // parts) - timedelta(1)
    same = stretch.unit_at("quarter", first)
    value = same.value if same and parts == 4 else f"{first}/{last}"
    return Stretch(value, "quarter", first, last, whole=words.has("YEAR"))


def _number(words: Words) -> int:
    if words.says("latter"):
        return 2
    if words.has("QUARTERED"):
        return int(words.meaning("QUARTERED"))
    return int(words.meaning("ORDINAL")) if words.has("ORDINAL") else 4


def _is_half_of_a_year(words: Words) -> bool:
    """Not "the first half of the match": a half of a year is told to be one, or stands after "in" and the like."""
    if words.says("year") or words.has("YEAR"):
        return True
    before, after = words.line.word(words.start - 1), words.line.word(words.stop)
    return before in ("in", "for", "during", "from", "since", "'s", "through", "and") and after != "of"


def _year(words: Words, scene: Scene, number: int, months: int) -> int | None:
    """The year of a quarter: as told, else the last in which it had begun; the next, where the words look ahead."""
    if scene.published is None:
        return None
    if words.has("SHIFT"):
        return scene.published.year + _OFFSET[words.meaning("SHIFT")]
    year = scene.published.year
    if words.says("year"):
        return year
    begins = date(year, months * (number - 1) + 1, 1)
    over = stretch.moved(begins, "month", months) <= scene.published
    ahead = tense(scene.line, words.start, words.stop, scene.calendar.tense) == AHEAD
    if begins <= scene.published:
        return year + (1 if ahead and over else 0)
    return year - (0 if ahead else 1)


def this_quarter(words: Words, scene: Scene) -> Stretch | None:
    """The quarter, the latest quarter: the one told just before, or one that a day tells, or the last that is over."""
    if words.line.word(words.stop) == "of" or scene.published is None:
        return None if words.line.word(words.stop) == "of" else Stretch(None, "quarter")
    if words.has("SHIFT") and words.meaning("SHIFT") != "last":
        return stretch.unit_at(
            "quarter", stretch.moved(scene.published, "quarter", _OFFSET[words.meaning("SHIFT")])
        )
    if ended := _ended(words, scene.published):
        return ended
    told = _told(scene, ("quarter",), REACH)
    if told and not words.has("SHIFT"):
        return replace(told, origin=told)
    return stretch.unit_at("quarter", stretch.moved(scene.published, "quarter", -1))


def _ended(words: Words, published: date) -> Stretch | None:
    """The quarter "ended Sept. 30": the last such day not long after print."""
    day = following_day(words, published)
    return stretch.unit_at("quarter", day) if day else None


def year_back(words: Words, scene: Scene) -> Stretch | None:
    """A year earlier, the year-ago quarter: the quarter or month just told, or the year, one year back."""
    found = _year_back(words, scene)
    return found and replace(found, aside=True)


def _year_back(words: Words, scene: Scene) -> Stretch | None:
    if words.has("YEAR"):
        return _same_of(words.number("YEAR"), scene)
    unit = "quarter" if words.says("quarter") else "month" if words.says("month") else ""
    reach = LONG_REACH if words.says("quarter") or words.says("period") else REACH
    told = _told(scene, (unit,) if unit else _FINE, 0) or _told(scene, (unit or "quarter",), reach)
    if told and told.first:
        fine = told.granularity
        back = stretch.moved(told.first, "year", -1)
        half = fine == "quarter" and "-H" in (told.value or "")
        found = stretch.half(back.year, 1 + back.month // 7) if half else stretch.unit_at(fine, back)
        return found and replace(found, origin=told)
    if unit == "quarter" and scene.published:
        return stretch.unit_at("quarter", stretch.moved(scene.published, "quarter", -5))
    counted = None if words.says("ago") else scene.anchor("year")
    start = counted.first if counted else scene.published
    if start is None or (
        counted is None and not words.says("ago") and scene.line.index >= scene.calendar.lead * 4
    ):
        return Stretch(None, "year")
    found = stretch.unit_at(unit or "year", stretch.moved(start, "year", -1))
    return found and replace(found, origin=counted)


def _same_of(year: int, scene: Scene) -> Stretch | None:
    """The 1988 quarter: the same as the one just told, of another year."""
    told = _told(scene, ("quarter",), REACH)
    if told is None or told.first is None or "-Q" not in (told.value or ""):
        return None
    return replace(stretch.quarter(year, (told.first.month + 2) // 3), whole=True)


def _told(scene: Scene, fine: tuple[str, ...], reach: int) -> Stretch | None:
    """The first time of such granularity that the nearest sentence tells, this one or one of so many before:
    of "September sales rose from August" September, the other is only compared with."""
    lines = range(scene.line.index, scene.line.index - reach - 1, -1)
    fit = [t for t in scene.told if t.stretch.granularity in fine and t.stretch.first]
    return next((t.stretch for line in lines for t in fit if t.line == line), None)


def fiscal(words: Words, scene: Scene) -> Stretch | None:
    """A business year, which in Washington begins in October of the year before."""
    if words.has("YEAR"):
        number = words.number("YEAR")
    elif words.has("PAIR"):
        number = 1900 + words.number("PAIR") + (100 if words.number("PAIR") < 50 else 0)
    else:
        return _running(words, scene)
    return replace(_fiscal(number, scene), whole=True)


def _running(words: Words, scene: Scene) -> Stretch | None:
    if scene.published is None:
        return Stretch(None, "year")
    start = scene.calendar.fiscal
    shift = _OFFSET[words.meaning("SHIFT")] if words.has("SHIFT") else 0
    ends = following_day(words, scene.published)
    if ends:
        coming = words.line.word(words.stop) == "ending" and ends < scene.published
        ends = stretch.moved(ends, "year", 1) if coming else ends
        first = stretch.moved(ends, "year", -1) + timedelta(1)
        return Stretch(f"{ends.year:04d}", "year", first, ends)
    return _fiscal(scene.published.year + (scene.published.month >= start > 1) + shift, scene)


def _fiscal(number: int, scene: Scene) -> Stretch:
    start = scene.calendar.fiscal
    first = date(number - (start > 1), start, 1)
    return Stretch(f"{number:04d}", "year", first, stretch.moved(first, "year", 1) - timedelta(1))
