"""Order: all drafts of an article as its sayings, each with the one that it goes on from."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from itertools import accumulate

from dragoman.says import edges
from dragoman.says.cues import Cues
from dragoman.says.draft import Draft
from dragoman.says.quotes import Quotation
from dragoman.things import Saying, Sentence, Span

_LEAST = 4  # words of a quotation that stands for itself
_NEAR = 3  # sentences after which nobody goes on speaking


def with_uncued(
    text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...], drafts: list[Draft]
) -> list[Draft]:
    """The drafts and, where a quotation fills its sentences and follows on somebody's words, those too."""
    done = sorted(drafts, key=lambda d: (d.words.start, -d.words.stop))
    starts = {_first_letter(text, s.span): s.index for s in sentences}
    stops = {s.span.stop: s.index for s in sentences}
    last = {d.sentence for d in done}
    taken = _taken(done)
    for quotation in quotations:
        first, final = starts.get(quotation.inner.start), stops.get(quotation.outer.stop)
        words = edges.inner(text, quotation)
        if first is None or final is None or words is None or len(words.of(text).split()) < _LEAST:
            continue
        if first - 1 not in last or taken(words):
            continue
        last.update(range(first, final + 1))
        done.append(Draft(first, "follows", words, goes_on=True))
    return sorted(done, key=lambda d: (d.words.start, -d.words.stop))


def _taken(drafts: list[Draft]) -> Callable[[Span], bool]:
    """Whether words meet those of a draft; the drafts are sorted by their words."""
    starts = [d.words.start for d in drafts]
    stops = list(accumulate((d.words.stop for d in drafts), max))

    def taken(words: Span) -> bool:
        before = bisect_left(starts, words.stop)
        return before > 0 and stops[before - 1] > words.start

    return taken


def _first_letter(text: str, span: Span) -> int:
    start = span.start
    while start < span.stop and not text[start].isalnum():
        start += 1
    return start


def ordered(
    text: str, drafts: list[Draft], quotations: tuple[Quotation, ...], cues: Cues
) -> tuple[Saying, ...]:
    """Sayings in the order of their words. One without a speaker of its own must have somebody to follow."""
    done: list[Saying] = []
    at = 0
    for draft in drafts:
        while at < len(quotations) and quotations[at].outer.stop <= draft.words.start:
            at += 1
        follows = _follows(text, draft, done, cues)
        if follows is not None and draft.speaker and _is_paper(text, draft.speaker, cues):
            draft = replace(draft, speaker=None)
        if draft.speaker is None and follows is None:
            continue
        near = tuple(q for q in quotations[at : at + 8] if q.outer.meets(draft.words))
        done.append(
            Saying(
                sentence=draft.sentence,
                words=draft.words,
                kind=draft.kind or edges.kind(text, draft.words, near),
                cue=draft.cue,
                speaker=draft.speaker,
                follows=follows,
                addressee=draft.addressee,
                voices=draft.voices,
                score=draft.score if draft.way == "engine" or draft.score < 1 else cues.trust[draft.way],
                does=_does(text, draft, cues),
                cites=draft.cites,
            )
        )
    return tuple(done)


def _does(text: str, draft: Draft, cues: Cues) -> str:
    """What the speaker does, by the first word of the cue that tells it."""
    words = draft.cue.of(text).lower().split() if draft.cue else []
    return next((cues.does[word] for word in words if word in cues.does), "asserts")


def _follows(text: str, draft: Draft, done: list[Saying], cues: Cues) -> int | None:
    """The saying before, for whom nobody is named or a pronoun only."""
    if not draft.goes_on or not done or draft.sentence - done[-1].sentence > _NEAR:
        return None
    if draft.speaker and not _points_back(text, draft.speaker, cues):
        return None
    start = draft.words.start
    return next((k for k in range(len(done) - 1, -1, -1) if done[k].words.stop <= start), None)


def _points_back(text: str, speaker: Span, cues: Cues) -> bool:
    return speaker.of(text).lower() in cues.lists["pronouns"] or _is_paper(text, speaker, cues)


def _is_paper(text: str, speaker: Span, cues: Cues) -> bool:
    """ "the statement": nobody, but for whoever made it."""
    words = speaker.of(text).lower().split()
    return len(words) == 2 and words[0] in cues.lists["determiners"] and words[1] in cues.lists["papers"]
