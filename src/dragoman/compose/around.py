"""Around: what stands in each sentence beside its deeds and words: its times, places and sayings."""

from bisect import bisect_right
from dataclasses import dataclass

from dragoman.things import Place, Saying, Sentence, Span, Time


@dataclass(frozen=True, slots=True)
class Around:
    """One sentence with the times, places and sayings in it, each in the order of the text."""

    sentence: Sentence
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    sayings: tuple[Saying, ...]


def around(
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
    return tuple(
        Around(s, tuple(t), tuple(p), tuple(q)) for s, (t, p, q) in zip(sentences, rows, strict=True)
    )
