"""Naming: what somebody calls a thing, where the words are quoted. "X called the plan a “trap”"."""

from dragoman.says import edges, speakers
from dragoman.says.draft import Draft
from dragoman.says.line import Line
from dragoman.things import Span

_FAR = 12  # words between the cue and the quotation


def called(line: Line, cue_at: int) -> Draft | None:
    """The quoted name; its kind is told from the marks."""
    words = _quoted(line, cue_at)
    speaker = _speaker(line, cue_at) if words else None
    if words is None or speaker is None:
        return None
    return Draft(line.sentence.index, "name", words, line.span(cue_at, cue_at), speaker)


def judged(line: Line, cue_at: int) -> Draft | None:
    """The quoted part of a judgement, whose other words are the writer's."""
    words = _quoted(line, cue_at)
    speaker = _speaker(line, cue_at) if words else None
    if words is None or speaker is None:
        return None
    return Draft(line.sentence.index, "judge", words, line.span(cue_at, cue_at), speaker, kind="mixed")


def _quoted(line: Line, cue_at: int) -> Span | None:
    for k in range(cue_at + 1, min(cue_at + _FAR, len(line.low))):
        quotation = line.opening(k)
        if quotation:
            return edges.inner(line.text, quotation)
        if line.cue(k) or line.is_in(k, "joints") or line.low[k] in (",", ";", ":"):
            return None
        if k == cue_at + 1 and line.is_in(k, "particles"):
            return None
    return None


def _speaker(line: Line, cue_at: int) -> Span | None:
    if line.low[cue_at].endswith("ing"):
        return speakers.opening(line) if cue_at and line.low[cue_at - 1] == "," else None
    return speakers.before(line, cue_at)
