"""The clause that tells an act: from its trigger outwards to where another clause begins."""

from collections.abc import Iterator

from dragoman.things import Sentence, Span, TriggerMark

_EDGES = frozenset('; : “ ” " ( ) — –'.split())
_TURNS = frozenset("but while although though because whereas when who whom whose which where that".split())
# These join clauses and mere words alike: they part behind a comma, the joints also between two triggers.
_JOINTS = frozenset("as after before since until if unless".split())
_PARTING = _JOINTS | frozenset("and or so yet then".split())
_OPENERS = frozenset("after before as since when while although though if unless because until".split())
_WHICH = frozenset("which whom whose".split())
_CARRIERS = frozenset("in of under on at with to from by for during through over".split())
_NOT_FIRST = frozenset(", . that and but or ’ ' ) ”".split())
_NOT_LAST = frozenset(", and but or as ‘ (".split())


def clause(text: str, sentence: Sentence, trigger: TriggerMark) -> Span:
    """The least stretch between breaks that holds the trigger and whom and what it is tied to.

    Whoever only reports it is left out: "the army shelled the port" stands without "he said that".
    """
    words = sentence.words
    held = _held(sentence, trigger)
    low = [w.of(text).lower() for w in words]
    first = max((i for i, w in enumerate(words) if w.start <= held.start), default=0)
    last = min((i for i, w in enumerate(words) if w.stop >= held.stop), default=len(words) - 1)
    breaks = {*_breaks(low, sentence, trigger), *_said(sentence, held)}
    start = max((i for i in breaks if i <= first), default=0)
    stop = min((i for i in breaks if i > last), default=len(words)) - 1
    while start < first and low[start] in _NOT_FIRST:
        start += 1
    while stop > last and low[stop] in _NOT_LAST:
        stop -= 1
    return Span(words[start].start, words[stop].stop)


def _held(sentence: Sentence, trigger: TriggerMark) -> Span:
    """From the first to the last of trigger, parties and day, as far as they stand in the sentence."""
    ties = [link.span for link in trigger.links if link.role != "said_by" and link.span]
    spans = [trigger.span, *(span for span in ties if sentence.span.covers(span))]
    return Span(min(s.start for s in spans), max(s.stop for s in spans))


def _breaks(low: list[str], sentence: Sentence, trigger: TriggerMark) -> Iterator[int]:
    """The words with which a new clause begins."""
    starts = [t.span.start for t in sentence.triggers]
    if low and low[0] in _OPENERS and "," in low[3:]:
        yield low.index(",", 3)
    for i in range(1, len(low)):
        here, before, place = low[i], low[i - 1], sentence.words[i].start
        if here in _EDGES or before in _EDGES or here in _TURNS:
            yield i - 1 if here in _WHICH and before in _CARRIERS else i
        elif (before == "," and here in _PARTING) or (
            here in _JOINTS and _parts(place, trigger.span.start, starts)
        ):
            yield i


def _parts(place: int, own: int, starts: list[int]) -> bool:
    """Whether this trigger stands on one side of a place and another one on the other."""
    return any((start < place) != (own < place) for start in starts)


def _said(sentence: Sentence, held: Span) -> Iterator[int]:
    """Where words begin and end that somebody is quoted with, if the act stands within them or beside them."""
    for saying in sentence.sayings:
        said = saying.words
        if said.covers(held) or not said.meets(held):
            yield from (i for i, w in enumerate(sentence.words) if w.start == said.start and i)
            yield from (i for i, w in enumerate(sentence.words) if w.start >= said.stop and i)
