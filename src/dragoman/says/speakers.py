"""Speakers: who stands before or after a cue."""

from dragoman.says.line import Line
from dragoman.things import Span

_CITING = ("citing", "quoting")
_OWNERS = ("'s", "’s")
_FAR = 8  # words of a noun group that names nobody: longer ones were mostly no speakers
_LONG = 28  # words of "X, the head of the office for ..., said"


def before(line: Line, cue: int) -> Span | None:
    """The subject of a cue that follows it: "Okello has also said", "Okello, a lawyer, said"."""
    at = cue - 1
    while cue - at <= 7 and line.is_in(at, "between") and not _party_end(line, at):
        at -= 1
    if at < 0:
        return None
    if line.low[at] == ",":
        return _before_comma(line, at)
    return _paper_owner(line, at) or ending_at(line, at)


def after(line: Line, cue: int) -> tuple[Span, int] | None:
    """The subject of a cue that stands before it ("said the envoy"), and the word after it."""
    at = cue + 1
    if line.is_in(at, "pronouns"):
        return line.span(at, at), at + 1
    stop = at
    while stop < len(line.low) and stop - at < 14 and _in_group(line, stop):
        stop += 1
    return _name_after(line, stop) or _named(line, at, stop)


def _name_after(line: Line, comma: int) -> tuple[Span, int] | None:
    """The name in "said the envoy, Amina Bello." """
    if line.low[comma : comma + 1] != (",",) or not line.word(comma - 1)[:1].islower():
        return None
    stop = comma + 1
    while line.word(stop)[:1].isupper():
        stop += 1
    if not 1 < stop - comma <= 5 or line.low[stop : stop + 1] not in ((".",), (",",), ()):
        return None
    return line.span(comma + 1, stop - 1), stop


def ending_at(line: Line, at: int) -> Span | None:
    """The shortest mention that ends with word `at`; of "officials in Geneva" the officials."""
    if at < 0 or (line.is_in(at, "between") and not line.is_in(at, "pronouns")):
        return None
    if line.is_in(at, "pronouns"):
        return _antecedent(line, at) if line.low[at] == "who" else line.span(at, at)
    found = _party_end(line, at) or _capitals(line, at) or _plain_group(line, at)
    first = line.at(found.start) if found else at
    if line.is_in(first - 1, "prepositions"):
        return _described(line, first - 1) or found
    return found


def _antecedent(line: Line, at: int) -> Span | None:
    """For whom "who" stands."""
    before = at - 2 if at > 1 and line.low[at - 1] == "," else at - 1
    return ending_at(line, before) or line.span(at, at)


def _described(line: Line, at: int) -> Span | None:
    """The party that a phrase ending a subject describes: the first of the clause."""
    start = at
    while start > 0 and line.low[start - 1] not in (",", ";", ":"):
        if any(line.is_in(start - 1, name) for name in ("joints", "quoting")):
            break
        start -= 1
    region = line.sentence.words[start].start
    for party in line.sentence.parties:
        first, last = line.at(party.span.start), line.at(party.span.stop - 1)
        if party.span.start < region or last >= at or line.is_in(last, "determiners"):
            continue
        if line.is_in(first - 1, "prepositions") or line.low[last + 1] in _OWNERS:
            continue
        return _with_article(line, party.span, last)
    return _plain_group(line, at - 1) if at - start <= 4 else None


def whole(line: Line, speaker: Span, cue: Span) -> Span:
    """The engine's speaker, with the rest of its noun group where that breaks off: "Officials in" Chad said."""
    after, cue_at = line.at(speaker.stop), line.at(cue.start)
    stop = cue_at
    while stop > after and (line.is_in(stop - 1, "between") or line.low[stop - 1].endswith(("ly", ","))):
        stop -= 1
    rest = range(after, stop)
    if not rest or any(not _in_name(line, k) for k in rest):
        return speaker
    broken = line.is_in(after - 1, "prepositions")
    plain = len(rest) <= 2 and (line.low[stop - 1].endswith("s") or line.is_in(stop - 1, "papers"))
    near = len(rest) <= _FAR and all(not line.is_in(k, "prepositions") for k in rest)
    return Span(speaker.start, line.sentence.words[stop - 1].stop) if (broken and near) or plain else speaker


def _in_name(line: Line, at: int) -> bool:
    if (
        (line.cue(at) and line.word(at)[0].islower())
        or line.is_in(at, "joints")
        or line.is_in(at, "tails")
        or line.is_in(at, "pronouns")
    ):
        return False
    return line.low[at][0].isalnum() or line.is_in(at, "links") or line.low[at] in _OWNERS


def opening(line: Line) -> Span | None:
    """The first party of the sentence that stands as a subject."""
    for party in line.sentence.parties:
        first, last = line.at(party.span.start), line.at(party.span.stop - 1)
        if line.is_in(last, "determiners") or line.is_in(first - 1, "prepositions"):
            continue
        if line.low[last + 1 : last + 2] and line.low[last + 1] in _OWNERS:
            continue
        return party.span
    return None


def _before_comma(line: Line, comma: int) -> Span | None:
    """In "A, a lawyer, said" it is A; in "The lawyer, A, said" and "Reporting from Lagos, A, said" it is A too."""
    for at in range(comma - 1, max(-1, comma - _LONG), -1):
        if line.quoted(at) or line.low[at] in (";", ":"):
            return None
        if line.low[at] == ",":
            outer, inner = ending_at(line, at - 1), ending_at(line, comma - 1)
            if outer and line.is_in(at + 1, "quoting") and line.low[at + 2] == "by":
                return outer
            return inner if outer is None or _names(line, inner, outer, at) else outer
    return ending_at(line, comma - 1)


def _names(line: Line, inner: Span | None, outer: Span, comma: int) -> bool:
    """Whether what stands between the commas is the name of what stands before them."""
    if line.is_in(line.at(outer.start) - 1, "prepositions"):
        return True
    if inner is None or line.at(inner.start) > comma + 3:
        return False
    if not line.word(line.at(inner.stop - 1))[:1].isupper():
        return False
    marked = any(p.span == outer for p in line.sentence.parties)
    return not marked or line.word(comma - 1)[:1].islower()


def _paper_owner(line: Line, at: int) -> Span | None:
    """The one whose statement it is: "Okello’s statement said"."""
    if not line.is_in(at, "papers"):
        return None
    for k in range(at - 1, max(-1, at - 4), -1):
        if line.low[k] in _OWNERS:
            return ending_at(line, k - 1)
    return None


def _party_end(line: Line, at: int) -> Span | None:
    stop = line.sentence.words[at].stop
    for party in line.sentence.parties:
        if party.span.stop == stop and not line.is_in(at, "determiners"):
            return _with_article(line, party.span, at)
    return None


def _with_article(line: Line, party: Span, last: int) -> Span:
    """ "the foreign minister" where the engine marked "foreign minister"; a name needs none."""
    first = line.at(party.start) - 1
    told = line.low[first : first + 1] == ("that",) and line.cue(first - 1)
    if line.word(last)[:1].islower() and line.is_in(first, "determiners") and not told:
        return line.span(first, last)
    return party


def _capitals(line: Line, at: int) -> Span | None:
    """The name that ends with word `at`."""
    if not line.word(at)[:1].isupper() or line.is_in(at, "joints"):
        return None
    first = at
    for k in range(at - 1, max(-1, at - 10), -1):
        word = line.word(k)
        if word[:1].isupper() and not line.is_in(k, "days"):
            first = k
        elif not line.is_in(k, "links"):
            break
    if first == at and line.is_in(at, "between"):
        return None
    return line.span(first + (1 if first == 0 and first < at and line.is_in(0, "joints") else 0), at)


def _plain_group(line: Line, at: int) -> Span | None:
    """ "the leading rebels", or a few words that open the sentence: "Local officials"."""
    for k in range(at, max(-1, at - _FAR), -1):
        word = line.low[k]
        if not (word[0].isalpha() or line.is_in(k, "links") or word in _OWNERS) or line.cue(k):
            return None
        if line.is_in(k, "joints") or line.is_in(k, "prepositions"):
            return None
        if line.is_in(k, "determiners") and k < at:
            return line.span(k, at)
        if k == 0:
            return line.span(0, at) if at <= 3 else None
    return None


def _in_group(line: Line, at: int) -> bool:
    word = line.low[at]
    if (
        word in _CITING
        or line.quoted(at)
        or any(line.is_in(at, name) for name in ("prepositions", "joints", "tails"))
    ):
        return False
    if line.is_in(at, "days") and not line.is_in(at, "determiners") and line.low[at - 1] != "the":
        return False
    if word == ".":
        return at + 1 < len(line.low)
    return word[0].isalnum() or word in ("-", "’", "'") or word in _OWNERS


def _named(line: Line, at: int, stop: int) -> tuple[Span, int] | None:
    """The last party of a noun group; else its last name; else all of it."""
    if stop <= at:
        return None
    group = line.span(at, stop - 1)
    inside = [p.span for p in line.sentence.parties if group.covers(p.span)]
    inside = [span for span in inside if not line.is_in(line.at(span.stop - 1), "determiners")]
    reaching = [
        p.span for p in line.sentence.parties if p.span.start == group.start and p.span.stop > group.stop
    ]
    if reaching:
        return reaching[0], line.at(reaching[0].stop)
    if inside and (inside[-1].stop == group.stop or line.word(stop - 1)[:1].islower()):
        return inside[-1] if inside[-1].stop == group.stop else group, stop
    return _capitals(line, stop - 1) or group, stop
