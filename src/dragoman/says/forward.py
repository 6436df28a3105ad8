"""Forward: a cue and then the words. "X said that Y", "X told Z: “Y”"."""

from dataclasses import dataclass

from dragoman.says import edges, speakers
from dragoman.says.cues import Cue
from dragoman.says.draft import Draft
from dragoman.says.line import Line
from dragoman.says.subjects import subject_of
from dragoman.things import Span

_LEAST = 4  # words before a dash that ends them
_VERB = 10  # words from a clause's first to its verb
_FAR = 16  # words between a cue and its "that" or quotation


@dataclass(frozen=True, slots=True)
class _Start:
    """Where the words begin, what opens them ("quote", "that", "clause"), and who hears them."""

    at: int
    by: str
    addressee: Span | None = None


def said_after(line: Line, cue_at: int, cue: Cue, earlier: list[Draft]) -> Draft | None:
    """The saying whose words follow its cue."""
    start = _start(line, cue_at, cue)
    if start is None or not _takes(line, cue, start):
        return None
    subject = subject_of(line, cue_at, cue, earlier)
    if subject is None:
        return None
    words = said_from(line, start.at)
    if words is None:
        return None
    return Draft(
        sentence=line.sentence.index,
        way="quote" if start.by == "quote" else start.by,
        words=words,
        cue=line.span(cue_at, cue_at),
        speaker=subject.speaker,
        addressee=start.addressee,
        voices=subject.voices,
        goes_on="goes-on" in cue.takes or subject.speaker is None,
    )


def held(line: Line, at: int) -> Draft | None:
    """ "X is confident that Y", at the word for the state of mind."""
    if line.low[at + 1 : at + 2] != ("that",) or not any(line.is_in(k, "passive") for k in (at - 1, at - 2)):
        return None
    speaker, words = speakers.before(line, at), said_from(line, at + 2)
    if speaker is None or words is None or speaker.of(line.text).lower() == "it":
        return None
    return Draft(line.sentence.index, "that", words, line.span(at, at), speaker)


def _takes(line: Line, cue: Cue, start: _Start) -> bool:
    if start.by == "that":
        return bool(cue.takes & {"that", "clause"})
    if start.by == "clause" and "bare" in cue.takes:
        return _has_verb(line, start.at)
    return start.by in cue.takes or (start.by == "clause" and start.addressee is not None)


def _has_verb(line: Line, at: int) -> bool:
    """Whether a clause begins at word `at`, and not a thing only: its verb stands near."""
    if line.is_in(at, "openers"):
        return True
    if line.is_in(at, "joints"):
        return False
    for k in range(at + 1, min(at + _VERB, len(line.low))):
        if line.is_in(k, "finite"):
            return True
        if line.is_in(k, "joints") or line.low[k] in (",", ";", ":", "to") or line.opening(k):
            return False
    return False


def said_from(line: Line, at: int) -> Span | None:
    """The words from word `at` on: one quotation, or all up to the clause's end."""
    quotation = line.opening(at)
    if quotation:
        next_at = line.at(quotation.outer.stop)
        closed = line.text[quotation.inner.stop - 1] in ".,!?;…" or next_at >= len(line.low)
        if closed or line.low[next_at] in (",", ".", ";", "and", "but", "—", "–"):
            return edges.inner(line.text, quotation)
    stop = _stop(line, at)
    if stop - at < 2:
        return None
    end = line.sentence.words[stop - 1].stop
    runs_on = line.quoted(stop - 1)
    end = max(end, runs_on.outer.stop) if runs_on else end
    return edges.tidy(line.text, Span(line.sentence.words[at].start, end), line.quotations)


def _start(line: Line, cue_at: int, cue: Cue) -> _Start | None:
    if "listener" in cue.takes:
        return _after_listener(line, cue_at)
    if line.low[cue_at + 1 : cue_at + 2] == ("to",) and "clause" not in cue.takes:
        return None
    if "hears" in cue.takes and (start := _after_hearer(line, cue_at, cue)):
        return start
    if "question" in cue.takes and line.is_in(cue_at + 1, "questions"):
        return _Start(cue_at + 1, "question")
    out = "out" in cue.takes
    if out and line.low[cue_at + 1 : cue_at + 2] != ("out",):
        return None
    return _after(line, cue_at + 2 if out else cue_at + 1, None)


def _after_hearer(line: Line, cue_at: int, cue: Cue) -> _Start | None:
    """ "warned the council that" and "asked the envoy whether"; "warned that" names nobody."""
    heard = speakers.after(line, cue_at)
    if heard is None:
        return None
    at = heard[1]
    if line.low[at : at + 1] in (("that",), (":",)):
        return _Start(at + 1, "quote" if line.opening(at + 1) else "that", heard[0])
    if "question" in cue.takes and line.is_in(at, "questions") and line.low[at] != "who":
        return _Start(at, "question", heard[0])
    return None


def _after_listener(line: Line, cue_at: int) -> _Start | None:
    heard = speakers.after(line, cue_at)
    if heard is None:
        return None
    return _after(line, heard[1], heard[0])


def _after(line: Line, at: int, addressee: Span | None) -> _Start | None:
    for k in range(at, min(at + 3, len(line.low))):
        if line.opening(k):
            return _Start(k, "quote", addressee)
        if line.low[k] in ("that", ":"):
            return _Start(k + 1, "quote" if line.opening(k + 1) else "that", addressee)
        if line.low[k] not in (",", "-", "–", "—"):
            break
    if line.is_in(at, "phrases") and not line.is_in(at + 1, "limits"):
        later = _after_phrase(line, at, addressee)
        if later:
            return later
    return _bare(line, at, addressee)


def _after_phrase(line: Line, at: int, addressee: Span | None) -> _Start | None:
    """ "said in a statement on Monday that": what opens the words after a phrase."""
    for k in range(at, min(at + _FAR, len(line.low))):
        if line.low[k] in ("that", ":") and k > at:
            return _Start(k + 1, "quote" if line.opening(k + 1) else "that", addressee)
        if line.opening(k):
            return _Start(k, "quote", addressee) if line.low[k - 1] in (",", ":") else None
        if k > at and line.is_in(k, "openers"):
            return _Start(k, "clause", addressee)
        if line.cue(k) or line.low[k] == ";":
            return None
    return None


def _bare(line: Line, at: int, addressee: Span | None) -> _Start | None:
    first = at
    if line.low[at : at + 1] in [("on",), ("late",), ("early",)] and line.is_in(at + 1, "weekdays"):
        at += 1
    if line.is_in(at, "weekdays") and line.low[at + 1 : at + 2] not in [("'s",), ("’s",)]:
        at += 1
    if at >= len(line.low) or not (line.low[at][0].isalnum() or line.low[at] == "$"):
        return None
    if line.is_in(at, "prepositions") and not line.is_in(at, "amounts"):
        return None
    opens = line.is_in(at, "determiners") or line.is_in(at, "pronouns") or at > first
    return None if addressee and not opens else _Start(at, "clause", addressee)


def _stop(line: Line, at: int) -> int:
    """The number of the word before which the clause ends: at another cue of the same speaker, or a full stop."""
    last = len(line.low)
    while last > at and line.low[last - 1] in (".", "?", "!") and not line.quoted(last - 1):
        last -= 1
    dashes = [k for k in range(at + 1, last) if _is_dash(line, k)]
    for k in range(at + 1, last):
        if line.quoted(k):
            continue
        if line.low[k] in (",", "and", "but") and _turns(line, k):
            return k
        if ([k] == dashes and k - at >= _LEAST) or (line.low[k] == "," and line.is_in(k + 1, "asides")):
            return k
    return last


def _is_dash(line: Line, at: int) -> bool:
    """A dash between two words, after which the writer adds something: "the talks go on - the third round"."""
    if line.low[at] not in ("-", "–", "—") or line.quoted(at):
        return False
    words = line.sentence.words
    return words[at - 1].stop < words[at].start or line.low[at] == "—"


def _turns(line: Line, at: int) -> bool:
    """Whether a comma or "and" leads over to the next thing said: ", adding", "and said", ", but she says"."""
    k = at + 1
    if line.low[at] == "," and line.low[k : k + 2] == ("according", "to"):
        return True
    joined = line.low[at] != ","
    if line.low[k : k + 1] in [("and",), ("but",), ("while",)]:
        k, joined = k + 1, True
    if joined and (line.low[k : k + 1] == ("also",) or (line.low[at] == "," and line.is_in(k, "pronouns"))):
        k += 1
    if line.low[at] == "," and line.low[at + 1 : at + 2] in [("but",), ("while",)]:
        return any(_says(line, j) for j in range(k, min(k + 6, len(line.low))))
    return _says(line, k) and line.low[k].endswith("ing") != joined


def _says(line: Line, at: int) -> bool:
    cue = line.cue(at)
    return cue is not None and bool(cue.takes & {"clause", "that"}) and not line.quoted(at)
