"""Readings of lengths of time, of what recurs, and of the clock."""

from dataclasses import replace

from dragoman.when import stretch, traps
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import Stretch

_BEFORE_BARE = frozenset(("for", "in", "within", "after", "over", "of"))
# "The last days of the war", "these years of plenty": not a length but the days themselves.
_NO_LENGTH = frozenset(
    ("the", "these", "those", "early", "final", "last", "first", "later", "his", "her", "their", "its")
)
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
    if traps.is_some_day(words, scene.calendar.traps):
        return None
    if words.has("LONG"):
        return Stretch(words.meaning("LONG"), "duration")
    unit = words.meaning("UNITS") if words.has("UNITS") else words.meaning("UNIT")
    number = count(words)
    if words.has("NUMBER") and words.has("UNIT") and (number or 0) >= 100 and not words.has("DASH"):
        return None
    if words.says("half") and not words.has("COUNT") and not words.has("NUMBER"):
        number = 1.5 if words.says("and") else 0.5
    if words.says("/"):
        number = (number or 0) + words.number("DAY") / words.number("DAY2")
    if words.says("quarter") and words.meaning("UNIT") != "quarter":
        number = 0.25
    if unit == "quarter" and not words.has("QUALITY") and (number == 1 or _is_fraction(words)):
        return None
    if number is None and not words.has("COUNT") and not words.has("HUNDREDS") and not _bare(words):
        return None
    found = Stretch(stretch.length(number, unit), "duration")
    return _aged(found, number, unit, words, scene) if _is_age(words) else found


def _is_age(words: Words) -> bool:
    after = words.line.low[words.stop : words.stop + 2]
    return (
        words.last == "old"
        or after == ("of", "age")
        or (words.last == "of" and after[:1] == ("age",))
        or bool({"old", "olds"} & set(after))
    )


def _aged(age: Stretch, number: float | None, unit: str, words: Words, scene: Scene) -> Stretch | None:
    """The three-year-old war: from so long ago to the day of print. A person's age dates nothing."""
    if words.last != "old" or words.line.word(words.stop) not in scene.calendar.traps["standing"]:
        return None
    if number is None or unit in _CLOCK or scene.published is None or number > 300:
        return age
    return replace(age, first=stretch.moved(scene.published, unit, -round(number)), last=scene.published)


def _is_fraction(words: Words) -> bool:
    """A quarter of the vote, three-quarters."""
    return (
        "of" in (words.last, words.line.word(words.stop))
        or words.has("DASH")
        or words.line.word(words.start - 1) == "-"
    )


def _bare(words: Words) -> bool:
    """Units with no number count as a time only after "for": "for years"."""
    first, last = words.line.low[words.start], words.last
    if first == "the" or last == "of":
        # "The years of war", not "the days of the week".
        return first != "the" and words.line.word(words.start - 1) not in _NO_LENGTH
    return first in _BEFORE_BARE or last in ("long", "old") or words.says("more") or words.says("several")


def open_stretch(words: Words, scene: Scene) -> Stretch | None:
    """The past three years: from so long ago to the day of print; the next two weeks: from there on."""
    unit = words.meaning("UNITS") if words.has("UNITS") else words.meaning("UNIT")
    number = count(words)
    if words.says("half") and not words.has("COUNT"):
        number, unit = stretch.whole(0.5, unit)
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
    if words.has("SET") and traps.is_name_of(words, scene.calendar.traps):
        return None
    if words.line.word(words.start - 1) in scene.calendar.traps["speeds"]:
        return None
    if words.has("SET"):
        return Stretch(words.meaning("SET"), "set")
    if words.has("DAYPART"):
        return Stretch("P1D", "set")
    for name, form in (
        ("MONTH", "XXXX-{:0>2}"),
        ("WEEKDAY", "XXXX-WXX-{}"),
        ("WEEKDAYS", "XXXX-WXX-{}"),
        ("SEASON", "XXXX-{}"),
    ):
        if words.has(name):
            return Stretch(form.format(words.meaning(name)), "set")
    unit = words.meaning("UNITS") if words.has("UNITS") else words.meaning("UNIT")
    number = (
        2
        if words.says("other")
        else 1
        if words.has("TIMES") or words.says("times") or words.says("per")
        else count(words)
    )
    return Stretch(stretch.length(number, unit), "set")


def _o_clock(words: Words) -> Stretch | None:
    told = words.phrase("DAY") if words.has("DAY") else words.meaning("COUNT")
    if not told.isdigit() or not 1 <= int(told) <= 12:
        return None
    late = words.has("DAYPART") and words.meaning("DAYPART") in ("AF", "EV", "NI")
    return Stretch(f"T{int(told) % 12 + 12 if late else int(told):02d}:00", "vague")


def clock(words: Words, scene: Scene) -> Stretch | None:
    """5:30 p.m., 1400 GMT: an hour, of a day that other words give."""
    if words.has("CLOCKWORD"):
        return Stretch("T" + words.meaning("CLOCKWORD"), "vague")
    if words.has("OCLOCK"):
        return _o_clock(words)
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
