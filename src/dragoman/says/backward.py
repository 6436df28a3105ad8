"""Backward: the words and then the cue. "“Y,” said X.", "Y, X said.", "Y, according to X"."""

from dragoman.says import edges, relays, speakers
from dragoman.says.cues import Cue
from dragoman.says.draft import Draft
from dragoman.says.line import Line
from dragoman.says.quotes import Quotation
from dragoman.things import Span

_TITLES = 10  # words between the quotation and the name: "“Y,” deputy foreign minister Okello said"
_MORE = (("according", "to"), ("as", "quoted"), ("as", "cited"), ("quoted", "by"), ("cited", "by"))
_DESCRIBING = (("citing",), ("quoting",), ("which",), ("who",))
_LEAST = 4  # words that a clause said backwards has at least


def said_before(line: Line, cue_at: int, cue: Cue) -> list[Draft]:
    """The saying whose words stand before its cue, and the one that takes the words up again after it."""
    if not cue.takes & {"quote", "clause"}:
        return []
    block = _inverted(line, cue_at) or _straight(line, cue_at)
    if block is None:
        return []
    speaker, first, after = block
    if not ends(line, after) and "listener" not in cue.takes:
        return []
    words = _words_before(line, first, after, cue)
    if words is None:
        return []
    addressee = speakers.after(line, cue_at) if "listener" in cue.takes else None
    cue_span = line.span(cue_at, cue_at)
    heard = addressee[0] if addressee else None
    way = "quote" if line.quoted(first - 1) or line.quoted(first - 2) else "after"
    draft = Draft(line.sentence.index, way, words, cue_span, speaker, heard, goes_on="goes-on" in cue.takes)
    again = _taken_up(line, addressee[1] if addressee else after)
    return [draft, Draft(line.sentence.index, "quote", again, cue_span, speaker)] if again else [draft]


def according(line: Line, at: int, last: int) -> Draft | None:
    """ "According to X, Y" and "Y, according to X": the cue's first and last word are given."""
    source = speakers.after(line, last)
    if source is None or not _can_speak(line, source[0], source[1]):
        return None
    before, after = at, _past_citing(line, source[1])
    words = _rest(line, after) if before == 0 or (before == 1 and line.is_in(0, "joints")) else None
    if words is None:
        words = _clause_before(line, before)
    if words is None:
        return None
    return Draft(line.sentence.index, "according", words, line.span(at, last), source[0])


def _past_citing(line: Line, at: int) -> int:
    """After "According to a paper, citing two officials," or ", which told it first," the second comma."""
    comma = line.low[at : at + 1] == (",",)
    if line.low[at + comma : at + comma + 1] not in (_DESCRIBING if comma else _DESCRIBING[:2]):
        return at
    return next((k for k in range(at + 2, min(at + 20, len(line.low))) if line.low[k] == ","), at)


def _inverted(line: Line, cue_at: int) -> tuple[Span, int, int] | None:
    """ "“Y,” said X": speaker, first word of the block, the word after it."""
    if cue_at == 0 or not (line.low[cue_at - 1] == "," or line.quoted(cue_at - 1)):
        return None
    if line.low[cue_at].endswith("ing"):
        return None
    named = speakers.after(line, cue_at)
    if named is None or (
        not line.quoted(cue_at - 1) and not line.quoted(cue_at - 2) and _is_apposed(line, cue_at, named[1])
    ):
        return None
    return named[0], cue_at, _past_apposition(line, named[1])


def _is_apposed(line: Line, cue_at: int, after: int) -> bool:
    """Whether ", says" ends a description of the speaker: "Okello, a lawyer, says rains fell"."""
    before = speakers.before(line, cue_at)
    if before and any(p.span == before for p in line.sentence.parties):
        return True
    return after - cue_at > _TITLES // 2 or line.low[after:] not in ((), (".",))


def _straight(line: Line, cue_at: int) -> tuple[Span, int, int] | None:
    """ "“Y,” X said": the block begins where the quotation or the comma before X ends."""
    speaker = speakers.before(line, cue_at)
    if speaker is None:
        return None
    first = line.at(speaker.start)
    for _ in range(_TITLES):
        if first <= 0 or line.low[first - 1] == "," or line.quoted(first - 1):
            break
        if line.is_in(first - 1, "joints") or line.cue(first - 1):
            return None
        first -= 1
    if first <= 0 or not (line.low[first - 1] == "," or line.quoted(first - 1)):
        return None
    return speaker, _described(line, first), cue_at + 1


def _described(line: Line, first: int) -> int:
    """Where "“Y,” the minister, X, said" begins: behind the quotation, if only a description stands there."""
    if line.quoted(first - 1):
        return first
    for k in range(first - 2, max(0, first - _TITLES), -1):
        if line.quoted(k):
            return k + 1
        if line.cue(k) or line.is_in(k, "joints") or line.low[k] == ",":
            break
    return first


def _past_apposition(line: Line, at: int) -> int:
    """After "said X, a lawyer in Lagos,": the word behind the second comma, where the first opens a description."""
    if line.low[at : at + 1] == (",",) and line.is_in(at + 1, "determiners"):
        return next((k for k in range(at + 1, min(at + 20, len(line.low))) if line.low[k] in (",", ".")), at)
    return at


def ends(line: Line, at: int) -> bool:
    """Whether no clause follows the cue, so that its words must stand before it."""
    if at >= len(line.low) or line.low[at] in (".", ",", ";", "—", "–", "-", ":") or line.opening(at):
        return True
    if line.low[at] == "that":
        return False
    return line.is_in(at, "prepositions") or line.is_in(at, "days") or line.is_in(at, "joints")


def _words_before(line: Line, first: int, after: int, cue: Cue) -> Span | None:
    quotation = line.quoted(first - 1) or (line.quoted(first - 2) if first > 1 else None)
    if quotation and quotation.outer.stop <= line.sentence.words[first].start:
        return _quotation_before(line, quotation)
    if "clause" not in cue.takes or first < 2:
        return None
    tail = line.low[after:]
    done = (
        not tail
        or tail == (".",)
        or _adds(line, after)
        or (len(tail) <= 8 and "," not in tail and tail[-1] == ".")
    )
    if not done or (len(tail) > 1 and (line.is_in(0, "joints") or line.is_in(0, "prepositions"))):
        return None
    return _clause_before(line, first)


def _adds(line: Line, at: int) -> bool:
    """Whether what follows the cue says more of the saying: ", citing two officials", ", a paper reported"."""
    if line.low[at : at + 1] != (",",):
        return False
    following = line.low[at + 1 : at + 3]
    cue = line.cue(at + 1)
    ending = relays.tail(line)
    if ending and ending[1] == at:
        return True
    adding = cue is not None and line.low[at + 1].endswith("ing") and bool(cue.takes & {"that", "clause"})
    return adding or following[:1] in (("citing",), ("quoting",)) or following in _MORE


def _quotation_before(line: Line, quotation: Quotation) -> Span | None:
    lead = [
        w for w in line.sentence.words if w.stop <= quotation.outer.start and w.of(line.text)[0].isalnum()
    ]
    if not lead:
        return edges.inner(line.text, quotation)
    if any(line.cue(k) and not line.quoted(k) for k in range(line.at(quotation.outer.start))):
        return None
    whole = Span(lead[0].start, quotation.outer.stop)
    many = len(whole.of(line.text).split()) >= _LEAST and not line.is_in(0, "joints")
    return (
        edges.tidy(line.text, whole, line.quotations) if many and not line.is_in(0, "prepositions") else None
    )


def _clause_before(line: Line, at: int) -> Span | None:
    """The sentence up to the comma before word `at`."""
    last = at - 1
    while last >= 0 and line.low[last] == ",":
        last -= 1
    if last + 1 < _LEAST:
        return None
    return edges.tidy(line.text, line.span(0, last), line.quotations)


def _taken_up(line: Line, at: int) -> Span | None:
    """The second half of "“Y,” X said, “Z.”"."""
    for k in range(at, min(at + 2, len(line.low))):
        quotation = line.opening(k)
        if quotation:
            return edges.inner(line.text, quotation)
        if line.low[k] not in (",", ":", "—"):
            return None
    return None


def _rest(line: Line, at: int) -> Span | None:
    """The sentence after the comma that follows word `at`."""
    comma = next((k for k in range(at, min(at + 12, len(line.low))) if line.low[k] == ","), None)
    if comma and line.low[comma + 1].isdigit() and line.low[comma + 2 : comma + 3] == (",",):
        comma += 2  # his age
    if comma is None or len(line.low) - comma < _LEAST:
        return None
    return edges.tidy(line.text, line.span(comma + 1, len(line.low) - 1), line.quotations)


def _can_speak(line: Line, source: Span, after: int) -> bool:
    """Whether it is a party or one whose word is taken; a plan or a scripture is none."""
    if any(p.span.meets(source) for p in line.sentence.parties):
        return True
    return any(line.is_in(k, "sources") for k in range(line.at(source.start), after))
