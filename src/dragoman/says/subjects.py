"""Subjects: whose words follow a cue, and through whom they come."""

from dataclasses import dataclass

from dragoman.says import speakers
from dragoman.says.cues import Cue
from dragoman.says.draft import Draft
from dragoman.says.line import Line
from dragoman.things import Span


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and who passes it on. With neither, the last speaker goes on."""

    speaker: Span | None
    voices: tuple[Span, ...] = ()


def subject_of(line: Line, cue_at: int, cue: Cue, earlier: list[Draft]) -> Subject | None:
    """Whose words follow the cue; None where nobody is named and nobody spoke before."""
    if line.low[cue_at - 1 : cue_at] == ("as",):
        return _quoted_by(line, cue_at)
    if line.low[cue_at].endswith("ing") and not line.is_in(cue_at - 1, "passive"):
        return _of_participle(line, cue_at, earlier)
    joint = cue_at - (2 if line.low[cue_at - 1 : cue_at] == ("also",) else 1)
    if line.low[max(0, joint) : joint + 1] in [("and",), ("but",)] and earlier and earlier[-1].speaker:
        return Subject(earlier[-1].speaker)
    if "goes-on" in cue.takes and line.is_in(cue_at - 1, "papers"):
        return Subject(speakers.before(line, cue_at) if _owned(line, cue_at) else None)
    speaker = speakers.before(line, cue_at)
    if speaker is None or line.low[max(0, line.at(speaker.start) - 1)] == "what":
        return None
    return Subject(speaker, _quoting(line, cue_at))


def _quoting(line: Line, cue_at: int) -> tuple[Span, ...]:
    """The agency in "An agency quoted an official who said"."""
    if line.low[cue_at - 1 : cue_at] != ("who",):
        return ()
    at = next((k for k in range(cue_at - 2, max(0, cue_at - 12), -1) if line.is_in(k, "quoting")), None)
    voice = speakers.before(line, at) if at else None
    return (voice,) if voice else ()


def _source_after_that(line: Line, at: int) -> Span | None:
    """The agency in "said that state media quoted", which no article opens."""
    first = next((k + 1 for k in range(at - 1, max(0, at - 7), -1) if line.low[k] == "that"), None)
    return line.span(first, at - 1) if first and first < at and line.is_in(at - 1, "sources") else None


def _owned(line: Line, cue_at: int) -> bool:
    return any(word in ("'s", "’s") for word in line.low[max(0, cue_at - 4) : cue_at])


def _of_participle(line: Line, cue_at: int, earlier: list[Draft]) -> Subject | None:
    """The subject of ", saying": who spoke earlier in the sentence, else whom the sentence opens with."""
    if cue_at == 0 or line.low[cue_at - 1] not in (",", "and", "by", "—", "–", "-"):
        return None
    if earlier and earlier[-1].speaker:
        return Subject(earlier[-1].speaker, earlier[-1].voices)
    speaker = speakers.opening(line)
    return Subject(speaker) if speaker else None


def _quoted_by(line: Line, cue_at: int) -> Subject | None:
    """ "X quoted Y as saying" and "Y was quoted by X as saying"."""
    at = next((k for k in range(cue_at - 1, max(-1, cue_at - 16), -1) if line.is_in(k, "quoting")), None)
    if at is None:
        return None
    subject = speakers.before(line, at) or _source_after_that(line, at)
    if any(line.is_in(k, "passive") for k in range(max(0, at - 3), at)):
        by = next((k for k in range(at + 1, cue_at - 1) if line.low[k] == "by"), None)
        voice = speakers.after(line, by) if by else None
        return Subject(subject, (voice[0],) if voice else ()) if subject else None
    last = cue_at - 2
    while last > at and line.is_in(last, "days"):
        last -= 1
    named = speakers.after(line, at) if line.low[last] == "," else None
    speaker = named[0] if named else speakers.ending_at(line, last)
    return Subject(speaker, (subject,) if subject else ()) if speaker else None
