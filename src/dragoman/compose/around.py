"""Around: what stands in each sentence beside its deeds and words: its times, places and sayings."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.things import Article, Happened, Place, Saying, Sentence, Span, Time

_TO = frozenset(("to", "until", "till", "through", "-", "–", "—"))
_WORDS_BEFORE = re.compile(r"([\w’']+)\s+$")
_NONE = ("", "")
OLD = 60  # days before print; what is nearer may be the day's own news
_OPEN = frozenset(("since", "until", "till", "by", "before", "after", "than", "from"))
_PRESENT = frozenset(
    "has have is are will would may might can could should must says say said now currently today 've 'll".split()
)
# A sentence that begins so speaks of what the one before does.
_BACK_TO = frozenset(
    "he she it they his her its their then later there that this those these the both".split()
)
_FINENESS = ("day", "week", "month", "season", "quarter", "year", "decade", "century")


@dataclass(frozen=True, slots=True)
class Around:
    """One sentence with the times, places and sayings in it, each in the order of the text.

    `tied`: the words of its times that some deed is tied to. `background`: when the story is that it goes on with.
    """

    sentence: Sentence
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    sayings: tuple[Saying, ...]
    tied: tuple[Span, ...] = ()
    background: Happened | None = None


def around(
    article: Article,
    sentences: tuple[Sentence, ...],
    times: tuple[Time, ...],
    places: tuple[Place, ...],
    sayings: tuple[Saying, ...],
) -> tuple[Around, ...]:
    """One for each sentence. What stands outside of all sentences (a dateline) belongs to none."""
    starts = [s.span.start for s in sentences]

    def at(span: Span) -> int | None:
        k = bisect_right(starts, span.start) - 1
        return k if k >= 0 and sentences[k].span.covers(span) else None

    rows: list[tuple[list[Time], list[Place], list[Saying]]] = [([], [], []) for _ in sentences]
    for time in times:
        if (k := at(time.span)) is not None:
            rows[k][0].append(time)
    for place in places:
        if (k := at(place.span)) is not None:
            rows[k][1].append(place)
    for saying in sayings:
        rows[saying.sentence][2].append(saying)
    done: list[Around] = []
    for sentence, (t, p, q) in zip(sentences, rows, strict=True):
        here = Around(sentence, stretches(t, article.text), tuple(p), tuple(q), _tied(sentence, t))
        done.append(replace(here, background=_background(here, done[-1], article)) if done else here)
    return tuple(done)


def stretches(times: list[Time], text: str) -> tuple[Time, ...]:
    """The times of a sentence, two that bound one stretch made one: "from May to June", "Saturday and Sunday"."""
    out: list[Time] = []
    for time in times:
        if out and _bounds(out[-1], time, text):
            before = out.pop()
            span = Span(before.span.start, time.span.stop)
            value = f"{before.value}/{time.value}" if before.first else None
            coarser = max(before.granularity, time.granularity, key=_FINENESS.index)
            time = Time(span, span.of(text), value, coarser, before.first, time.last, anchor=before.anchor)
        out.append(time)
    return tuple(out)


def _bounds(a: Time, b: Time, text: str) -> bool:
    if a.granularity not in _FINENESS or b.granularity not in _FINENESS or bool(a.first) != bool(b.last):
        return False
    if a.first and b.last and not a.first <= b.last:
        return False
    gap, opener = text[a.span.stop : b.span.start].lower().split(), word_before(a, text)
    gap = [w for w in gap if w != "the"]
    if len(gap) != 1:
        return False
    if gap[0] == "and":
        return opener == "between" or bool(a.last and b.first and b.first - a.last == timedelta(1))
    return gap[0] in _TO and (
        gap[0] != "to" or opener in ("from", "between") or a.granularity == b.granularity
    )


def word_before(time: Time, text: str) -> str:
    """The word before a time, small; "" where a sign stands there or it opens the text."""
    return (_WORDS_BEFORE.search(text, max(0, time.span.start - 24), time.span.start) or _NONE)[1].lower()


def _tied(sentence: Sentence, times: list[Time]) -> tuple[Span, ...]:
    spans = [link.span for t in sentence.triggers for link in t.links if link.role == "when" and link.span]
    return tuple(t.span for t in times if any(t.span.meets(s) for s in spans))


def _background(here: Around, before: Around, article: Article) -> Happened | None:
    """When what a sentence goes on to tell was: the old time that dates the one before it, or that went on from
    another. Only plain past without a time of its own goes on so: "has", "says" and "now" are back in the present."""
    told = before.background or _old(before, article)
    if told is None or here.times or not _goes_on(here, article.text):
        return None
    return told


def _old(row: Around, article: Article) -> Happened | None:
    """The one time of a sentence, where it dates a deed and lies well before the day of print."""
    dated = [t for t in row.times if t.first and t.last]
    if len(dated) != 1 or dated[0].span not in row.tied or word_before(dated[0], article.text) in _OPEN:
        return None
    time = dated[0]
    if article.published is None and time.anchor is not None:
        return None
    if article.published and time.last and (article.published - time.last).days < OLD:
        return None
    return Happened(time.first, time.last, "context", time.text, time.span)


def _goes_on(here: Around, text: str) -> bool:
    words = [w.of(text).lower() for w in here.sentence.words]
    if not words or not _PRESENT.isdisjoint(words) or here.sayings:
        return False
    return words[0] in _BACK_TO
