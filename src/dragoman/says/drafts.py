"""Drafts: the sayings of one sentence, as the rules see them."""

from dragoman.says import backward, forward, naming, speakers
from dragoman.says.cues import Cue
from dragoman.says.draft import Draft
from dragoman.says.line import Line

_ENDS = (".", "?", "!", "”", '"', "’", "»", ";")


def drafts(line: Line) -> list[Draft]:
    """What the cues of the sentence carry, in order."""
    found: list[Draft] = []
    for at, word in enumerate(line.low):
        if word == "according" and line.low[at + 1 : at + 2] == ("to",) and not line.quoted(at):
            draft = backward.according(line, at)
            found += [draft] if draft else []
            continue
        cue = line.cues.verbs.get(word)
        if cue and not line.quoted(at) and not _unsaid(line, at, cue):
            found += _of_cue(line, at, cue, found)
    return found or headline(line)


def _of_cue(line: Line, at: int, cue: Cue, earlier: list[Draft]) -> list[Draft]:
    if "name" in cue.takes or "judge" in cue.takes:
        named = naming.called(line, at) if "name" in cue.takes else naming.judged(line, at)
        return [named] if named else []
    behind = backward.said_before(line, at, cue)
    if behind:
        return behind
    ahead = forward.said_after(line, at, cue, earlier)
    return [ahead] if ahead else []


def _unsaid(line: Line, at: int, cue: Cue) -> bool:
    """Whether it was not said ("did not say"), by nobody ("is said"), or the word is a noun ("the claims")."""
    if at and line.word(at)[:1].isupper():
        return True
    if line.is_in(at - 1, "articles") or line.low[max(0, at - 1)] == "-":
        return True
    if line.is_in(at - 1, "unsaid") or (line.is_in(at - 2, "unsaid") and line.low[at - 1].endswith("ly")):
        return True
    helper = at - 2 if line.is_in(at - 1, "between") and not line.is_in(at - 1, "passive") else at - 1
    return line.is_in(helper, "passive") and not line.low[at].endswith("ing")


def headline(line: Line) -> list[Draft]:
    """ "Okello: the talks will go on" and "The talks will go on: Okello", in a line without a full stop."""
    if ":" not in line.low or len(line.low) > 30 or line.low[-1] in _ENDS:
        return []
    colon = line.low.index(":")
    if any(line.is_in(k, "labels") for k in range(colon)) and colon < 4:
        return []
    return _headed(line, 0, colon - 1, colon + 1, len(line.low) - 1) or _headed(
        line, colon + 1, len(line.low) - 1, 0, colon - 1
    )


def _headed(line: Line, first: int, last: int, start: int, stop: int) -> list[Draft]:
    """A speaker of a few words, all of them a party's, and at least four words said."""
    if not 0 <= last - first <= 5 or stop - start < 3:
        return []
    speaker = speakers.ending_at(line, last)
    if speaker is None or not any(p.span.covers(speaker) for p in line.sentence.parties):
        return []
    words = forward.said_from(line, start) if start else line.span(start, stop)
    return [Draft(line.sentence.index, "headline", words, None, speaker)] if words else []
