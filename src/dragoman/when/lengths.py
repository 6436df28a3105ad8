"""Readings of lengths of time, of what recurs, and of the clock."""

from dragoman.when import stretch, traps
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import Stretch

_CLOCK = frozenset(("hour", "minute", "second"))


def count(words: Words) -> float | None:
    """How many units; None where nobody has counted them."""
    if words.has("NUMBER"):
        return float(words.phrase("NUMBER").replace(",", ""))
    if not words.has("COUNT"):
        return 1 if words.has("UNIT") else None
    meaning = words.meaning("COUNT")
    if meaning == "X":
        return None
    number = float(meaning) + (float(words.meaning("TENS")) if words.has("TENS") else 0)
    if words.says("half"):
        number += 0.5
    return number * 100 if words.says("hundred") and number < 100 else number


def duration(words: Words, scene: Scene) -> Stretch | None:
    """Two years: a length, with no days of its own."""
    if traps.is_age(words, scene.calendar.traps):
        return None
    unit = words.meaning("UNITS") if words.has("UNITS") else words.meaning("UNIT")
    number = count(words)
    if words.says("half") and not words.has("COUNT"):
        number = 1.5 if words.says("and") else 0.5
    if number is None and not words.has("COUNT") and not _bare(words):
        return None
    return Stretch(stretch.length(number, unit), "duration")


def _bare(words: Words) -> bool:
    """Units with no number count as a time only after "for": "for years"."""
    return (
        words.line.low[words.start] == "for"
        or words.last == "long"
        or words.says("more")
        or words.says("several")
    )


def open_stretch(words: Words, scene: Scene) -> Stretch | None:
    """The past three years: from so long ago to the day of print; the next two weeks: from there on."""
    unit = words.meaning("UNITS") if words.has("UNITS") else words.meaning("UNIT")
    number = count(words)
    value = stretch.length(number, unit)
    told = words.phrase("SPAN").split()[-1] if words.has("SPAN") else words.line.low[words.start + 1]
    if number is None or unit in _CLOCK or scene.published is None or scene.history or number > 1000:
        return Stretch(value, "duration")
    if told in ("following", "previous", "upcoming") or words.has("COUNT2"):
        return Stretch(value, "duration")
    if told in ("next", "coming"):
        return Stretch(
            value, "duration", scene.published, stretch.moved(scene.published, unit, round(number))
        )
    return Stretch(value, "duration", stretch.moved(scene.published, unit, -round(number)), scene.published)


def often(words: Words, scene: Scene) -> Stretch | None:
    """Daily, every two weeks."""
    if words.has("SET"):
        return Stretch(words.meaning("SET"), "duration")
    if words.has("DAYPART"):
        return Stretch("P1D", "duration")
    unit = words.meaning("UNITS") if words.has("UNITS") else words.meaning("UNIT")
    return Stretch(stretch.length(1 if words.says("per") else count(words), unit), "duration")


def clock(words: Words, scene: Scene) -> Stretch | None:
    """5:30 p.m., 1400 GMT: an hour, of a day that other words give."""
    if words.has("CLOCKWORD"):
        return Stretch("T" + words.meaning("CLOCKWORD"), "vague")
    figures = [w for w in words.line.low[words.start : words.stop] if w[0].isdigit()]
    figures = figures[0].replace(".", ":").split(":") if len(figures) == 1 else figures
    if len(figures) == 1 and len(figures[0]) == 4:
        figures = [figures[0][:2], figures[0][2:]]
    plain = len(words.groups) == sum(words.has(n) for n in ("DAY", "PAIR", "PAIR2"))
    if plain and words.line.word(words.start - 1) not in ("at", "by", "around", "until", "before", "after"):
        return None
    if len(figures) > 2 or not all(f.isdigit() for f in figures):
        return None
    hour, minute = int(figures[0]), int(figures[1]) if len(figures) == 2 else 0
    if words.has("MERIDIEM"):
        if hour > 12:
            return None
        hour = hour % 12 + (12 if words.meaning("MERIDIEM") == "pm" else 0)
    if hour > 24 or minute > 59 or (words.has("ZONE") and len(figures) == 1 and not words.has("MERIDIEM")):
        return None
    return Stretch(f"T{hour:02d}:{minute:02d}", "vague")
