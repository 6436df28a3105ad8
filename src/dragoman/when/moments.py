"""Moments: an article's sentences in, every time they name out."""

from collections.abc import Callable
from dataclasses import replace

from dragoman.things import Anchor, Article, Sentence, Time
from dragoman.when import ages, dates, events, fiscal, lengths, near, terms
from dragoman.when.calendar import Calendar
from dragoman.when.hints import hint, is_history
from dragoman.when.letters import plain
from dragoman.when.ranges import apart, settled
from dragoman.when.scene import Line, Scene, Told, Words
from dragoman.when.shapes import Fit, fits
from dragoman.when.stretch import FINENESS, Stretch

Reading = Callable[[Words, Scene], Stretch | None]
Found = tuple[Words, Stretch]

READINGS: dict[str, Reading] = {
    "iso": dates.iso,
    "slashed": dates.slashed,
    "named": dates.named,
    "date": dates.dated,
    "days": dates.days,
    "month": dates.month,
    "holiday": dates.holiday,
    "year": ages.year,
    "year end": ages.year_end,
    "short year": ages.short_year,
    "day of month": dates.day_of_month,
    "years": ages.years,
    "era": ages.era,
    "decade": ages.decade,
    "century": ages.century,
    "season": ages.season,
    "quarter": fiscal.quarter,
    "this quarter": fiscal.this_quarter,
    "year back": fiscal.year_back,
    "fiscal": fiscal.fiscal,
    "event": events.event,
    "weekday": near.weekday,
    "dayword": near.dayword,
    "shifted": near.shifted,
    "week ended": dates.week_ended,
    "anaphor": near.anaphor,
    "away": near.away,
    "ahead": near.ahead,
    "vague": near.vague,
    "open": lengths.open_stretch,
    "duration": lengths.duration,
    "often": lengths.often,
    "clock": lengths.clock,
    "term": terms.term,
}


def times(article: Article, sentences: tuple[Sentence, ...], calendar: Calendar) -> tuple[Time, ...]:
    """Every expression that names a time, in the order of the text."""
    history = is_history(article.text, article.published)
    found: list[Time] = []
    told: tuple[Told, ...] = ()
    before: Line | None = None
    for sentence in sentences:
        line = _line(article.text, sentence, calendar)
        if not calendar.keys.isdisjoint(line.letters):
            scene = Scene(line, before, told, article.published, calendar, history)
            read = settled(_read(scene), scene)
            told = (*told[-8:], *_told(read, line))
            found += [_time(words, s, scene, article.text) for words, s in read]
        before = line
    return tuple(found)


def _line(text: str, sentence: Sentence, calendar: Calendar) -> Line:
    words = [text[w.start : w.stop] for w in sentence.words]
    low = tuple(plain(w) for w in words)
    capitals = tuple(w[0].isupper() for w in words)
    return Line(sentence.index, sentence.words, low, capitals, calendar.letters.spell(low, capitals))


def _read(scene: Scene) -> list[Found]:
    """What fits and is a time, leftmost and longest first; none shares a word with another."""
    read: list[Found] = []
    at = 0
    every = fits(scene.line.letters, scene.calendar.shapes)
    for fit in every:
        if fit.start < at:
            continue
        words = Words(fit.start, fit.stop, scene.line, fit.groups, scene.calendar.means)
        told = (*scene.told, *_told(read, scene.line))
        here = replace(scene, told=told, hint=hint(fit, every, scene), counted=[])
        stretch = _stretch(fit, words, here)
        if stretch:
            read += apart(words, stretch)
            at = fit.stop
    return read


def _told(read: list[Found], line: Line) -> tuple[Told, ...]:
    return tuple(
        Told(line.index, replace(s, span=words.span, origin=None))
        for words, s in read
        if s.granularity in FINENESS and not s.aside
    )


def _stretch(fit: Fit, words: Words, scene: Scene) -> Stretch | None:
    capital = {"MONTH", "WEEKDAY", "HOLIDAY", "HOLDER", "PERIOD"} & fit.groups.keys()
    if any(not _dressed(words, name) for name in capital):
        return None
    try:
        found = READINGS[fit.reads](words, scene)
    except (ValueError, OverflowError):
        # February 30, or ten thousand years ago: no day of any calendar.
        return None
    if found and scene.counted and not found.whole and not found.origin:
        return replace(found, origin=scene.counted[-1])
    return found


def _dressed(words: Words, name: str) -> bool:
    """Whether a name has its capital."""
    start, stop = words.groups[name]
    return any(words.line.capitals[start:stop])


def _time(words: Words, s: Stretch, scene: Scene, text: str) -> Time:
    span = words.span
    return Time(span, span.of(text), s.value, s.granularity, s.first, s.last, anchor=_anchor(s, scene))


def _anchor(s: Stretch, scene: Scene) -> Anchor | None:
    """What the days are counted from, where the words alone do not fix them."""
    if s.whole or s.first is None:
        return None
    if s.origin and s.origin.first:
        return Anchor(s.origin.first, s.origin.span)
    return Anchor(scene.published) if scene.published else None
