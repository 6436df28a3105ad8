"""Voices: to whom a sentence credits what stands at a span."""

from bisect import bisect_right

from dragoman.says.cues import Cues
from dragoman.says.hearsay import hearsay
from dragoman.things import Article, Saying, Sentence, Span

_NEAR = 50  # sayings before and after a place that can have to do with it


def voices(
    article: Article, sentence: Sentence, sayings: tuple[Saying, ...], span: Span, cues: Cues
) -> tuple[Span, ...]:
    """The speakers who vouch for what stands at `span`, nearest the fact first; also the word "reportedly".

    `sayings` are the article's, in their order: a quotation may have opened sentences ago, and `follows`
    counts them.
    """
    chain: list[Span] = []
    unnamed = hearsay(article, sentence, span, cues)
    here = bisect_right(sayings, span.start, key=lambda s: s.words.start)
    near = sayings[max(0, here - _NEAR) : here + _NEAR]
    covering = [s for s in near if s.words.covers(span)]
    for saying in sorted(covering, key=lambda s: s.words.stop - s.words.start):
        speaker = _speaker(saying, sayings)
        if unnamed and saying.words.covers(unnamed):
            chain.append(unnamed)
        chain += saying.cites
        chain += [speaker] if speaker else []
        chain += saying.voices
    for saying in near:
        if saying.sentence == sentence.index and saying.cue and saying.cue.meets(span):
            chain += saying.voices
    chain += [unnamed] if unnamed else []
    return tuple(dict.fromkeys(chain))


def _speaker(saying: Saying, sayings: tuple[Saying, ...]) -> Span | None:
    """His own, or whose words he goes on with."""
    while saying.speaker is None and saying.follows is not None and saying.follows < len(sayings):
        before = sayings[saying.follows]
        if before is saying:
            return None
        saying = before
    return saying.speaker
