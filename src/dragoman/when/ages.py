"""Readings of longer stretches: seasons, years, decades, centuries, named periods."""

from dataclasses import replace
from datetime import date

from dragoman.when import stretch, traps
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import Stretch
from dragoman.when.tense import AHEAD, tense


def year(words: Words, scene: Scene) -> Stretch | None:
    """A year, or a part of one."""
    if not words.says("year") and not traps.is_year(words, scene.calendar.traps):
        return None
    return _part(stretch.year(words.number("YEAR")), words, scene)


def short_year(words: Words, scene: Scene) -> Stretch | None:
    """In '92: of this century where it is not long to come, else of the last."""
    at = words.groups["PAIR"][0]
    spans = words.line.spans
    if (
        spans[at - 1].stop != spans[at].start
        or words.line.word(words.start - 1) not in scene.calendar.traps["before_year"]
    ):
        return None
    century = 2000 if words.number("PAIR") < 40 else 1900
    return replace(stretch.year(century + words.number("PAIR")), whole=True)


def year_end(words: Words, scene: Scene) -> Stretch | None:
    """Year-end, the last month of a year; midyear, its middle: of the year given, or the one of print."""
    if words.has("YEAR"):
        number = words.number("YEAR")
    elif scene.published:
        shift = {"last": -1, "next": 1}.get(words.meaning("SHIFT"), 0) if words.has("SHIFT") else 0
        number = scene.published.year + shift
    else:
        return Stretch(None, "year")
    part = words.meaning("YEAREND") or "late"
    found = stretch.narrowed(stretch.year(number), part, scene.calendar.parts)
    first = date(number, 12, 1) if part == "late" else found.first
    return replace(found, first=first, whole=words.has("YEAR"))


def years(words: Words, scene: Scene) -> Stretch | None:
    """1990-91; where the second figure cannot be a year it is a month."""
    first, short = words.number("YEAR"), words.number("PAIR")
    last = first // 100 * 100 + short
    if first < 1500 or (last <= first and not 1 <= short <= 12):
        return None
    if last == first + 1 or (last > first and short > 12):
        whole = Stretch(f"{first}/{last}", "year", date(first, 1, 1), date(last, 12, 31))
    else:
        whole = stretch.month(first, short)
    return replace(whole, whole=True)


def era(words: Words, scene: Scene) -> Stretch | None:
    """490 BC; there are no days to give so far back."""
    if words.has("YEAR") and not words.has("NUMBER"):
        return replace(stretch.year(words.number("YEAR")), whole=True)
    number = words.phrase("NUMBER")
    if not number.isdigit() or len(number) > 4:
        return None
    if words.meaning("ERA") == "AD":
        return replace(stretch.year(int(number)), whole=True)
    return Stretch(f"BC{int(number):04d}", "year")


def decade(words: Words, scene: Scene) -> Stretch | None:
    """The 1990s, the '90s, the nineties."""
    if words.has("DECADE"):
        start = int(words.meaning("DECADE"))
    elif words.has("YEAR"):
        start = words.number("YEAR")
    else:
        start = 1900 + words.number("PAIR")
    spans = words.line.spans[words.stop - 2 : words.stop]
    if start % 10 or start < 1100 or (not words.has("DECADE") and spans[0].stop != spans[1].start):
        return None
    return _part(stretch.decade(start), words, scene)


def century(words: Words, scene: Scene) -> Stretch | None:
    """The 19th century."""
    number = words.number("DAY") if words.has("DAY") else int(words.meaning("ORDINAL"))
    if words.has("ERA") and words.meaning("ERA") == "BC":
        return Stretch(f"BC{number - 1:02d}", "century")
    return _part(stretch.century(number), words, scene)


def season(words: Words, scene: Scene) -> Stretch | None:
    """A season, northern; winter is named by the year in which it begins."""
    if not traps.is_bare_season(words, scene.calendar.traps):
        return None
    name = words.meaning("SEASON")
    start = scene.calendar.seasons[name]
    number = words.number("YEAR") if words.has("YEAR") else _season_year(words, scene, start)
    if number is None:
        return Stretch(None, "season")
    return _part(stretch.season(number, name, start), words, scene)


def _season_year(words: Words, scene: Scene, start: int) -> int | None:
    """The year in which the season meant began."""
    anchor = scene.anchor("year") if scene.history or words.has("BACK") else None
    if anchor and anchor.first:
        return anchor.first.year
    published = scene.published
    if published is None:
        return None
    shift = words.meaning("SHIFT") if words.has("SHIFT") else ""
    if words.says("year"):
        return published.year + {"last": -1, "next": 1}.get(shift, 0)
    spans = {y: stretch.season(y, "SP", start) for y in range(published.year - 2, published.year + 2)}
    over = [y for y, s in spans.items() if s.last and s.last < published]
    begun = [y for y, s in spans.items() if s.first and s.first <= published]
    if shift == "last":
        return over[-1]
    if shift == "this" and start == 12 and published.month >= 9:
        return published.year
    if shift == "next" or tense(scene.line, words.start, words.stop, scene.calendar.tense) == AHEAD:
        return begun[-1] + (1 if shift == "next" or over[-1] == begun[-1] else 0)
    return begun[-1]


def _part(whole: Stretch, words: Words, scene: Scene) -> Stretch:
    part = words.meaning("PART") if words.has("PART") else ""
    return replace(
        stretch.narrowed(whole, part, scene.calendar.parts), whole=words.has("YEAR") or words.has("DECADE")
    )
