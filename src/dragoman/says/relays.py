"""Relays: papers, stations and agencies that tell on what others say, and whom they have it from."""

from dataclasses import replace

from dragoman.says import edges, speakers
from dragoman.says.draft import Draft
from dragoman.says.line import Line
from dragoman.things import Span

_NAME = 6  # words that the name of a paper has at most, with its article


def is_medium(line: Line, span: Span) -> bool:
    """A paper or station, by its name or because the engine says so; not those who ask questions for all."""
    first, last = line.at(span.start), line.at(span.stop - 1)
    if line.is_in(last, "press") and line.low[last - 1 : last] != ("associated",):
        return False
    named = any(line.is_in(k, "media") for k in range(first, last + 1))
    return named or any(p.span.meets(span) and p.sector == "JRN" for p in line.sentence.parties)


def told(line: Line, draft: Draft) -> Draft:
    """With the paper that was told, where only the engine saw the saying: "Rain fell, two envoys told the Times"."""
    at = line.at(draft.cue.start) if draft.cue else -1
    cue = line.cue(at)
    if draft.addressee or cue is None or "listener" not in cue.takes:
        return draft
    named = speakers.after(line, at)
    if named is None or not is_medium(line, named[0]) or named[0].meets(draft.words):
        return draft
    return draft if draft.speaker and named[0].meets(draft.speaker) else replace(draft, addressee=named[0])


def sourced(line: Line, draft: Draft) -> Draft:
    """With the source behind a paper's report: "The Times reported Y, according to two envoys"."""
    at = next((k for k in range(1, len(line.low) - 1) if line.low[k : k + 2] == ("according", "to")), None)
    if at is None or draft.speaker is None or draft.cue is None or line.at(draft.cue.start) >= at:
        return draft
    named = speakers.after(line, at + 1)
    if named is None or line.low[at - 1] != "," or draft.words.stop > line.sentence.words[at].start:
        return draft
    if not is_medium(line, draft.speaker) or is_medium(line, named[0]):
        return draft
    voices = tuple(v for v in draft.voices if v != named[0])
    return replace(draft, cites=tuple(dict.fromkeys((named[0], *draft.cites))), voices=voices)


def ended(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The sayings without ", the Times reported" at the sentence's end, which passes on the others."""
    found = tail(line)
    if found is None:
        return drafts
    paper, comma = found
    own = line.span(comma, len(line.low) - 1)
    if not any(d.cue and d.speaker and max(d.cue.stop, d.speaker.stop) <= own.start for d in drafts):
        return drafts
    others = [d for d in drafts if not (d.cue and d.cue.meets(own))]
    return [_passed(line, d, paper, own) for d in others]


def tail(line: Line) -> tuple[Span, int] | None:
    """The paper of ", the Times reported" at the sentence's end, and the comma before it."""
    last = len(line.low) - 1
    while last > 0 and (line.low[last] == "." or line.is_in(last, "days")):
        last -= 1
    cue = line.cue(last)
    if cue is None or not cue.takes & {"clause", "that"} or line.quoted(last):
        return None
    comma = next((k for k in range(last - 1, max(0, last - 2 - _NAME), -1) if line.low[k] == ","), None)
    if comma is None or comma + 1 > last - 1 or not is_medium(line, line.span(comma + 1, last - 1)):
        return None
    return speakers.ending_at(line, last - 1) or line.span(comma + 1, last - 1), comma


def _passed(line: Line, draft: Draft, paper: Span, own: Span) -> Draft:
    words = draft.words
    if words.meets(own) and words.start < own.start:
        words = edges.tidy(line.text, Span(words.start, own.start), line.quotations) or words
    if draft.speaker is None or draft.speaker.meets(paper):
        return replace(draft, words=words)
    return replace(draft, words=words, voices=tuple(dict.fromkeys((*draft.voices, paper))))
