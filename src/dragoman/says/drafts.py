"""Drafts: the sayings of one sentence, as the rules see them."""

from dragoman.says import backward, edges, forward, naming, speakers
from dragoman.says.cues import Cue
from dragoman.says.draft import Draft
from dragoman.says.line import Line

_ENDS = (".", "?", "!", "”", '"', "’", "»", ";")
_HEADLINE = 30  # words that a headline has at most


def drafts(line: Line) -> list[Draft]:
    """What the cues of the sentence carry, in order."""
    found: list[Draft] = []
    for at, word in enumerate(line.low):
        if _by_a_source(line, at) and not line.quoted(at):
            draft = backward.according(line, at, at + 1 if word == "according" else at)
            found += [draft] if draft else []
            continue
        cue = line.cues.verbs.get(word)
        if cue is None or line.quoted(at) or ("state" not in cue.takes and _unsaid(line, at, cue)):
            continue
        further = _of_cue(line, at, cue, found)
        found += further if cue.does != "thinks" else [d for d in further if not _his_own(line, d, found)]
    return found or headline(line)


def _his_own(line: Line, thought: Draft, earlier: list[Draft]) -> bool:
    """Whether somebody tells what he thinks himself: "the envoy said he was certain that" is one statement."""
    at = line.at(thought.speaker.start) if thought.speaker else -1
    told = any(d.cue and thought.cue and d.words.covers(thought.cue) for d in earlier)
    return told and line.is_in(at, "pronouns")


def _by_a_source(line: Line, at: int) -> bool:
    """ "according to", or "per" where a clause begins or ends with it."""
    if line.low[at] == "per":
        return (at == 0 or line.low[at - 1] == ",") and line.is_in(at + 1, "determiners")
    return line.low[at : at + 2] == ("according", "to")


def _of_cue(line: Line, at: int, cue: Cue, earlier: list[Draft]) -> list[Draft]:
    if "name" in cue.takes or "judge" in cue.takes:
        named = naming.called(line, at) if "name" in cue.takes else naming.judged(line, at)
        return [named] if named else []
    if "state" in cue.takes:
        held = forward.held(line, at)
        return [held] if held else []
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
    """ "Okello: the talks will go on", "The talks will go on: Okello" and "The talks will go on - envoy", in a line
    without a full stop; "Okello: “The talks will go on.”" anywhere."""
    at = next((k for k in range(1, len(line.low) - 1) if _parts(line, k)), None)
    if at is None or len(line.low) > _HEADLINE:
        return []
    if any(line.is_in(k, "labels") for k in range(at)) and at < 4:
        return []
    ends = line.low[-1] in _ENDS
    quotation = line.opening(at + 1)
    if line.low[at] == ":" and (
        not ends or (quotation and quotation.outer.stop >= line.sentence.words[-1].stop)
    ):
        found = _headed(line, 0, at - 1, at + 1, len(line.low) - 1)
        if found:
            return found
    return [] if ends else _headed(line, at + 1, len(line.low) - 1, 0, at - 1)


def _parts(line: Line, at: int) -> bool:
    """Whether a colon stands there, or a dash between spaces."""
    words = line.sentence.words
    if line.low[at] in ("-", "–", "—"):
        return words[at - 1].stop < words[at].start and words[at].stop < words[at + 1].start
    return line.low[at] == ":"


def _headed(line: Line, first: int, last: int, start: int, stop: int) -> list[Draft]:
    """A speaker of a few words, all of them a party's or known as a source, and at least four words said."""
    if not 0 <= last - first <= 5 or stop - start < 3:
        return []
    speaker = speakers.ending_at(line, last)
    if speaker is None or not line.span(first, last).covers(speaker):
        speaker = line.span(first, last)
    marked = any(p.span.covers(speaker) for p in line.sentence.parties)
    plain = line.word(last)[:1].islower() or first == 0
    if not marked and not (line.is_in(last, "sources") and plain):
        return []
    whole = line.span(start, stop)
    words = forward.said_from(line, start) if start else edges.tidy(line.text, whole, line.quotations)
    return [Draft(line.sentence.index, "headline", words, None, speaker)] if words else []
