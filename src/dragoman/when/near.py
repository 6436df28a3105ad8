"""Readings that count from the day of print or from a time told before."""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.when import events, stretch, traps
from dragoman.when.lengths import count
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import Stretch
from dragoman.when.tense import AHEAD, BACK, WEAKLY_BACK, tense

_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_OFFSET = {"last": -1, "this": 0, "next": 1}
_CLOCK = frozenset(("hour", "minute", "second"))
_NOTHING = frozenset((",", ".", ";", ""))  # behind "a day before" with nothing that it came before
# "Over the next year" is a year long; "the next year" is the one after.
_STRETCHES = frozenset(("over", "for", "during", "within", "throughout"))
# So far back or ahead, a count of these units is exact to the unit and no further.
_EXACT = {"fortnight": "week", "weekend": "week"}


def weekday(words: Words, scene: Scene) -> Stretch | None:
    """The latest such day not after print or, where the words look ahead, the first not before it."""
    if not traps.is_weekday(words, scene.calendar.traps):
        return None
    number = int(words.meaning("WEEKDAY"))
    start = scene.start("day") if words.has("BACK") else scene.published
    if start is None:
        return Stretch(None, "day")
    found = _weekday(number, start, words, scene)
    daypart = words.meaning("DAYPART") if words.has("DAYPART") else ""
    return stretch.day(found, "NI" if words.says("overnight") else daypart)


def _weekday(number: int, start: date, words: Words, scene: Scene) -> date:
    shift = words.meaning("SHIFT") if words.has("SHIFT") else ""
    back = (start.isoweekday() - number) % 7
    if words.says("week"):
        return start - timedelta(start.isoweekday() - number) + timedelta(7 * _OFFSET[shift])
    if shift == "last":
        return start - timedelta(back or 7)
    if shift == "next" or words.has("BACK"):
        return start + timedelta(7 - back)
    looks = tense(scene.line, words.start, words.stop, scene.calendar.tense)
    if looks == AHEAD and traps.is_over(words, scene.calendar.traps):
        looks = ""
    if looks == AHEAD or (shift == "this" and looks not in (BACK, WEAKLY_BACK)):
        return start + timedelta(-back % 7)
    return start - timedelta(back)


def dayword(words: Words, scene: Scene) -> Stretch | None:
    """Yesterday, tonight, this morning."""
    if words.has("DAYWORD") and traps.is_title(words):
        return None
    if scene.published is None:
        return Stretch(None, "day")
    daypart = words.meaning("DAYPART") if words.has("DAYPART") else ""
    if words.has("SHIFT"):
        return stretch.day(scene.published + timedelta(_OFFSET[words.meaning("SHIFT")]), daypart)
    if words.says("before"):
        return stretch.day(scene.published - timedelta(2), daypart)
    word = words.meaning("DAYWORD")
    if word == "overnight":
        return replace(stretch.day(scene.published, "NI"), first=scene.published - timedelta(1))
    return stretch.day(scene.published + timedelta(_DAYS[word]), "NI" if word == "tonight" else daypart)


def shifted(words: Words, scene: Scene) -> Stretch | None:
    """Last week, late last year, earlier this month."""
    unit = words.meaning("UNIT")
    part = words.meaning("PART") if words.has("PART") else ""
    after = words.line.word(words.stop)
    # "The quarter" is read elsewhere; "the year-ago loss" and "our last day" are no year and no day of print.
    if not part and (unit == "quarter" or after == "-" or (unit == "day" and not words.says("this"))):
        return None
    if (
        not part
        and scene.line.word(words.start - 1) in scene.calendar.traps["owners"]
        and not words.says("this")
    ):
        return None  # "its last year", "the century's last decade"
    if words.line.low[words.start] == "for" and words.line.word(words.start + 1) == "the" and after.isalnum():
        return None
    if unit in _CLOCK or not (
        part
        or words.has("SHIFT")
        or words.stop - words.start > 2
        or unit == "weekend"
        or _is_running(words, scene)
    ):
        return None
    unit = _EXACT.get(unit, unit) if unit == "fortnight" else unit
    start = _of_which(words, scene, unit, part)
    if start is None:
        return Stretch(None, "week" if unit == "weekend" else unit)
    whole = stretch.unit_at(unit, stretch.moved(start, unit, _shift(words, scene, unit)))
    return whole and _cut(whole, part, start, scene)


def _is_running(words: Words, scene: Scene) -> bool:
    """The year's first summit, most of the week: the one that runs."""
    line, at = words.line, words.start
    of = line.word(at - 1) == "of" and line.word(at - 2) in scene.calendar.traps["shares"]
    return of or line.word(words.stop) == "'s"


def _of_which(words: Words, scene: Scene, unit: str, part: str) -> date | None:
    """The day to count from: that of print, but "later in the day" is of the day just told."""
    if not words.has("SHIFT") and part and (scene.history or unit == "day"):
        anchor = scene.anchor(unit, reach=0 if unit != "day" else 1)
        if anchor:
            return anchor.first
    return scene.published


def _shift(words: Words, scene: Scene, unit: str) -> int:
    if words.has("SHIFT"):
        shift = _OFFSET[words.meaning("SHIFT")]
        ahead = shift or unit != "weekend" or _ahead(words, scene)
        return shift if ahead else _weekend_back(scene)
    if words.last == "last" and words.says("before"):
        return -2
    if words.last == "next" and words.says("after"):
        return 2
    return _weekend_back(scene) if unit == "weekend" and not _ahead(words, scene) else 0


def _weekend_back(scene: Scene) -> int:
    """The last weekend is this week's only once it has come."""
    return 0 if scene.published and scene.published.isoweekday() >= 6 else -1


def _ahead(words: Words, scene: Scene) -> bool:
    return tense(scene.line, words.start, words.stop, scene.calendar.tense) == AHEAD


def _cut(whole: Stretch, part: str, start: date, scene: Scene) -> Stretch:
    assert whole.first and whole.last
    if part == "earlier" and whole.first <= start <= whole.last:
        return replace(whole, last=start)
    if part == "later" and whole.first <= start <= whole.last:
        return replace(whole, first=start)
    return stretch.narrowed(whole, part, scene.calendar.parts)


def anaphor(words: Words, scene: Scene) -> Stretch | None:
    """The same day, that year, the following week: counted from the time told before."""
    unit = words.meaning("UNIT") if words.has("UNIT") else "day"
    if unit in _CLOCK or unit == "weekend":
        return None
    if (
        words.phrase("BACK") == "the next"
        and unit != "day"
        and words.line.word(words.start - 1) in _STRETCHES
    ):
        return None
    shift = 1 if words.last == "following" else _OFFSET[words.meaning("BACK")]
    anchor = scene.anchor(unit, reach=2)
    if anchor is None or anchor.first is None:
        if shift == -1 and unit in ("year", "quarter") and scene.published:
            return stretch.unit_at(unit, stretch.moved(scene.published, unit, -1))
        return Stretch(None, _EXACT.get(unit, unit))
    if words.has("DAYPART"):
        return stretch.day(anchor.first + timedelta(shift), words.meaning("DAYPART"))
    whole = stretch.unit_at(_EXACT.get(unit, unit), stretch.moved(anchor.first, unit, shift))
    part = words.meaning("PART") if words.has("PART") else ""
    return whole and _cut(whole, part, anchor.first, scene)


def away(words: Words, scene: Scene) -> Stretch | None:
    """Three years ago, two days later, a day after."""
    unit, number = _unit(words), count(words)
    word = words.last
    if word in ("on", "back") and words.line.word(words.stop).isalnum():
        return None
    if word in ("on", "after", "before") and not _counts(words):
        return None
    if number is None or unit in _CLOCK:
        return _uncounted(word, number, unit)
    step = round(number) * (
        -1 if word in ("ago", "back", "earlier", "previously", "before", "beforehand") else 1
    )
    if abs(step) > 3000:
        return None
    if word in ("ago", "back"):
        start = scene.published
    else:
        start, step = _between(words, scene, unit, step)
    if word not in ("after", "before") or words.line.word(words.stop) in _NOTHING:
        return _at(start, unit, step)
    return _from_another(start, unit, step, stretch.length(number, unit))


def _from_another(start: date | None, unit: str, step: int, length: str) -> Stretch | None:
    """Three years after the vote: TIMEX3 has the length for its value and the vote for another time. Its days, where
    they can be told, are those meant; of a neighbouring day, which is exact, the value is that day."""
    found = _at(start, unit, step)
    if found is None or found.first is None:
        return Stretch(length, "duration")
    return found if unit == "day" else replace(found, value=length)


def _counts(words: Words) -> bool:
    """Whether "a day after" tells a distance: "the day after" does, "during the week before" too."""
    return words.has("COUNT") or words.has("NUMBER") or words.has("UNITS") or words.has("UNIT")


def _between(words: Words, scene: Scene, unit: str, step: int) -> tuple[date | None, int]:
    """Where to count from, and how far.

    In "X came a day after Y" the words name the day of Y, one day before that of X;
    but where Y has a day of its own ("a year after the 2004 vote") they name that of X.
    """
    following = words.last in ("after", "before") and words.line.word(words.stop) not in _NOTHING
    if not following and step > 0:
        # Nothing happens "two days later" than the day of print: a time told before must be there.
        anchor = scene.anchor(unit)
        return (anchor.first if anchor else None), step
    if not following:
        return scene.start(unit), step
    if scene.hint:
        return date(scene.hint, 1, 1), step
    if known := events.behind(words, scene):
        start = known.last if step > 0 else known.first
        scene.counted.append(replace(known, first=start))
        return start, step
    return scene.start(unit), -step


def _uncounted(word: str, number: float | None, unit: str) -> Stretch:
    if number is None and unit not in _CLOCK:
        if word in ("ago", "earlier", "previously", "back", "beforehand"):
            return Stretch("PAST_REF", "vague")
        if word not in ("after", "before"):
            return Stretch("FUTURE_REF", "vague")
    return Stretch(stretch.length(number, unit), "vague")


def _at(start: date | None, unit: str, step: int) -> Stretch | None:
    granularity = _EXACT.get(unit, unit)
    if start is None:
        return Stretch(None, granularity)
    return stretch.unit_at(granularity, stretch.moved(start, unit, step))


def ahead(words: Words, scene: Scene) -> Stretch | None:
    """Two weeks from now, in a year's time."""
    unit, number = _unit(words), count(words)
    if number is None or unit in _CLOCK:
        return Stretch("FUTURE_REF", "vague")
    return _at(scene.published, unit, round(number))


def _unit(words: Words) -> str:
    return words.meaning("UNITS" if words.has("UNITS") else "UNIT")


def vague(words: Words, scene: Scene) -> Stretch | None:
    """Recently, now, in the future: no day at all."""
    if traps.is_no_stretch(words, scene.calendar.traps):
        return None
    for name in ("NOW", "PAST", "FUTURE"):
        if words.has(name):
            return Stretch(words.meaning(name), "vague")
    return Stretch("PRESENT_REF" if words.says("now") else "PAST_REF", "vague")
