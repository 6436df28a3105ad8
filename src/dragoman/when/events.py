"""Readings of wars, treaties and summits by which something is dated: "since the invasion of Iraq"."""

from datetime import date

from dragoman.things import Span
from dragoman.when.calendar import Run
from dragoman.when.scene import Scene, Words
from dragoman.when.stretch import Stretch

_BEGINNING = frozenset(("eve", "outbreak"))
LONGEST_NAME = 8  # words: "U.S.-led invasion of Iraq"


def event(words: Words, scene: Scene) -> Stretch | None:
    """Its days, after a word that dates; None where it only is spoken of."""
    if words.line.word(words.start - 1) not in scene.calendar.traps["dates_by"]:
        return None
    runs = scene.calendar.events[words.phrase("PERIOD")]
    run = _of_year(runs, words.number("YEAR")) if words.has("YEAR") else _begun(runs, scene.published)
    if run is None:
        return None
    return _stretch(run, words, scene.published)


def behind(words: Words, scene: Scene) -> Stretch | None:
    """What has a name and days and stands right behind the words: "two years after the invasion of Iraq".

    Of one that went on when this was printed only the beginning can be counted from.
    """
    line = words.line
    at = words.stop + (line.word(words.stop) == "the")
    for stop in range(min(at + LONGEST_NAME, len(line.low)), at, -1):
        runs = scene.calendar.events.get(" ".join(line.low[at:stop]))
        run = _begun(runs, scene.published) if runs and any(line.capitals[at:stop]) else None
        if run:
            over = run[1] and (scene.published is None or run[1] <= scene.published)
            span = Span(line.spans[at].start, line.spans[stop - 1].stop)
            return Stretch(None, "term", run[0], run[1] if over else run[0], span=span)
    return None


def _of_year(runs: tuple[Run, ...], year: int) -> Run | None:
    return next((run for run in runs if run[0].year <= year <= (run[1] or date.max).year), None)


def _begun(runs: tuple[Run, ...], published: date | None) -> Run | None:
    """The last that had begun when this was printed; without that day, the only one of its name."""
    if published is None:
        return runs[0] if len(runs) == 1 else None
    begun = [run for run in runs if run[0] <= published]
    return begun[-1] if begun else None


def _stretch(run: Run, words: Words, published: date | None) -> Stretch | None:
    first, last = run
    if published and last and last > published:
        last = None  # nobody knew then when it would end
    part = words.meaning("PART") if words.has("PART") else ""
    if part == "early" or _BEGINNING & set(words.line.low[words.start : words.stop]):
        last = first
    elif part == "late":
        first = last or first
    ends = last or published
    if first == last:
        return Stretch(first.isoformat(), "term", first, last, whole=True)
    if ends is None or ends < first:
        return Stretch(f"{first}/", "term", whole=True)
    return Stretch(f"{first}/{last or ''}", "term", first, ends, whole=last is not None)
