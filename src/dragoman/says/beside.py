"""Beside: what stands with a saying: who hears it, who passes it on, and whom the speaker cites."""

from dataclasses import replace

from dragoman.says import relays, speakers
from dragoman.says.draft import Draft
from dragoman.says.line import Line
from dragoman.says.relays import is_medium
from dragoman.things import Span

_NEAR = 3  # words between "letter" and "to"
_CITING = ("citing", "quoting")


def with_company(line: Line, drafts: list[Draft]) -> list[Draft]:
    """The sayings of one sentence with those who stand beside them."""
    if not drafts:
        return drafts
    cited, heard, voiced = _cited(line), _exchange(line), _quoted_by(line)
    kept = [
        d
        for d in drafts
        if not (_only_cites(line, d, cited, drafts) or _said_by_nobody(line, d) or _rings(line, d))
    ]
    joined = [_joined(line, relays.told(line, d), cited, heard, voiced) for d in kept]
    return [relays.sourced(line, d) for d in relays.ended(line, [_passed_on(line, d) for d in joined])]


def _joined(
    line: Line, draft: Draft, cited: tuple[int, Span] | None, heard: Span | None, voiced: Span | None
) -> Draft:
    if cited and draft.cue and draft.speaker and _outside(cited[1], draft):
        ahead = line.at(draft.cue.start) > cited[0]
        before = max(0, cited[0] - 1)
        if line.low[before] in (",", "while") or line.is_in(before, "sources") or ahead:
            draft = replace(draft, cites=(*draft.cites, cited[1]))
    if heard and draft.addressee is None and draft.cue and _outside(heard, draft):
        draft = replace(draft, addressee=heard)
    if voiced and _outside(voiced, draft) and voiced not in draft.voices:
        draft = replace(draft, voices=(*draft.voices, voiced))
    return draft


def _outside(span: Span, draft: Draft) -> bool:
    """Whether the span is neither in the words nor the speaker himself."""
    return not span.meets(draft.words) and not (draft.speaker and span.meets(draft.speaker))


def _passed_on(line: Line, draft: Draft) -> Draft:
    """With the paper that he told it to, which tells it on, and with "reportedly" where he said so reportedly."""
    voices = list(draft.voices)
    if draft.addressee and is_medium(line, draft.addressee):
        voices.append(draft.addressee)
    cue = line.at(draft.cue.start) if draft.cue else 0
    voices += [line.span(k, k) for k in range(max(0, cue - 2), cue) if line.is_in(k, "hearsay")]
    return replace(draft, voices=tuple(dict.fromkeys(voices)))


def _cited(line: Line) -> tuple[int, Span] | None:
    """ "citing two officials": the place of the word, and whom it cites."""
    for k, word in enumerate(line.low):
        if (
            word in _CITING
            and not line.quoted(k)
            and (k == 0 or line.low[k - 1] in (",", "and", "-", "–", "—") or _of_report(line, k))
        ):
            named = speakers.after(line, k)
            if named and (_is_party(line, named[0]) or _is_name(line, named[0])):
                return k, _closed(line, named[0])
    return None


def _of_report(line: Line, k: int) -> bool:
    """ "According to a report citing": the paper is known by its report."""
    return line.is_in(k - 1, "sources") and any(
        line.low[j : j + 2] == ("according", "to") for j in range(max(0, k - 10), k)
    )


def _closed(line: Line, span: Span) -> Span:
    """The whole of a group that breaks off: "a source in" the ministry."""
    last = line.at(span.stop - 1)
    if not line.is_in(last, "prepositions"):
        return span
    further = speakers.after(line, last)
    return Span(span.start, further[0].stop) if further else line.span(line.at(span.start), last - 1)


def _is_party(line: Line, span: Span) -> bool:
    if any(p.span.meets(span) for p in line.sentence.parties):
        return True
    return any(line.is_in(k, "sources") for k in range(line.at(span.start), line.at(span.stop - 1) + 1))


def _exchange(line: Line) -> Span | None:
    """Who gets the letter or holds the call: "in a letter to the council", "in an interview with Okello"."""
    for k in range(2, len(line.low)):
        if not line.is_in(k, "exchanges") or line.quoted(k) or not _is_phrase(line, k):
            continue
        to = next(
            (j for j in range(k + 1, k + 1 + _NEAR) if line.low[j : j + 1] in (("to",), ("with",))), None
        )
        named = speakers.after(line, to) if to else None
        if named and (_is_party(line, named[0]) or _is_name(line, named[0])):
            return named[0]
    return None


def _is_name(line: Line, span: Span) -> bool:
    return line.word(line.at(span.stop - 1))[:1].isupper() or is_medium(line, span)


def _is_phrase(line: Line, k: int) -> bool:
    """Whether "in a", "by", "during" or the like leads to the word."""
    return any(line.low[j] in ("in", "by", "during", "via", "on") for j in range(max(0, k - 4), k))


def _quoted_by(line: Line) -> Span | None:
    """The agency in ", quoted by an agency,"."""
    for k in range(1, len(line.low) - 1):
        if line.low[k] in ("quoted", "cited") and line.low[k + 1] == "by" and line.low[k - 1] in (",", "as"):
            named = speakers.after(line, k + 1)
            return named[0] if named else None
    return None


def _said_by_nobody(line: Line, draft: Draft) -> bool:
    """Whether the speaker is the "it" of "it is widely believed"."""
    words = draft.speaker.of(line.text).lower().split() if draft.speaker else []
    if words[:1] != ["it"] or not draft.cue:
        return False
    between = range(line.at(draft.speaker.start), line.at(draft.cue.start)) if draft.speaker else range(0)
    return any(line.is_in(k, "passive") for k in between) and not draft.cue.of(line.text).endswith("ing")


def _rings(line: Line, draft: Draft) -> bool:
    """Whether "called" means the telephone: after it stands one party, nothing else, and nothing is quoted."""
    cue = line.cue(line.at(draft.cue.start)) if draft.cue else None
    if cue is None or "name" not in cue.takes or any(q.inner.meets(draft.words) for q in line.quotations):
        return False
    named = [p.span for p in line.sentence.parties if p.span.stop == draft.words.stop]
    if not named or not line.word(line.at(named[0].stop - 1))[:1].isupper():
        return False
    first, name = line.at(draft.words.start), line.at(named[0].start)
    if draft.cue is None or first != line.at(draft.cue.stop):
        return False  # "called Bello the Hammer" names him
    return name <= first or (
        line.is_in(first, "determiners")
        and not any(line.is_in(k, "determiners") for k in range(first + 1, name + 1))
    )


def _only_cites(line: Line, draft: Draft, cited: tuple[int, Span] | None, drafts: list[Draft]) -> bool:
    """Whether the cue is "citing", and the words are only whom it cites, or he and what somebody else says."""
    cue = draft.cue.of(line.text).lower() if draft.cue else ""
    if cue not in _CITING or draft.way != "engine":
        return False
    also = cited and draft.words.covers(cited[1])
    again = also and any(o is not draft and draft.words.covers(o.words) for o in drafts)
    return bool(again) or len(draft.words.of(line.text).split()) < 5
