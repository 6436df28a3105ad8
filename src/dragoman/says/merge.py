"""Merge: what the engine saw of a sentence and what the rules found, as one list."""

from dataclasses import replace
from functools import partial

from dragoman.says import edges, speakers
from dragoman.says.draft import Draft
from dragoman.says.line import Line
from dragoman.says.relays import is_medium
from dragoman.things import Span

_NEAR = 16  # letters within which two edges mean the same one
_ARTICLE = 5  # letters by which a mention with its article is longer than the engine's


def merged(line: Line, ruled: list[Draft]) -> list[Draft]:
    """Each saying once: the engine's speaker, the rules' edges where quotation marks are involved."""
    seen = _once(_seen(line), ruled)
    left = list(ruled)
    done: list[Draft] = []
    for draft in seen:
        same = min((r for r in left if _same(draft, r)), key=partial(_farness, draft), default=None)
        if same is None:
            done += [] if _runs_over(line, draft, ruled) else [_sourced(line, draft)]
            continue
        left.remove(same)
        done.append(_joined(line, draft, same))
    left = [r for r in left if not _seen_through(r, seen)]
    return _chained(_without_names_inside(line, done + left))


def _runs_over(line: Line, draft: Draft, ruled: list[Draft]) -> bool:
    """Whether the words begin in one quotation and end in another, and between them the writer tells who speaks."""
    quoted = [q for q in line.quotations if q.outer.meets(draft.words)]
    open_at_both = len(quoted) > 1 and (
        quoted[0].outer.start <= draft.words.start and draft.words.stop <= quoted[-1].outer.stop
    )
    if not open_at_both:
        return False
    return any(r.way == "quote" and r.cue and draft.words.covers(r.cue) for r in ruled)


def _sourced(line: Line, draft: Draft) -> Draft:
    """With "according to", the speaker stands after it: "Okello, according to his lawyer, is ill"."""
    if draft.cue is None or not draft.cue.of(line.text).lower().startswith("according"):
        return draft
    source = speakers.after(line, line.at(draft.cue.stop - 1))
    if source is None or (draft.speaker and draft.speaker.stop > draft.cue.start):
        return draft
    return replace(draft, speaker=source[0])


def _once(seen: list[Draft], ruled: list[Draft]) -> list[Draft]:
    """Without the engine's second mark where one saying has two cues: "quoted Okello as saying"."""
    doubled: list[Draft] = []
    for rule in ruled:
        if rule.voices:
            marks = [mark for mark in seen if _same(mark, rule)]
            marks.sort(key=partial(_unlike, rule))
            doubled += marks[1:]
    return [mark for mark in seen if mark not in doubled]


def _seen_through(ruled: Draft, seen: list[Draft]) -> bool:
    """Whether a clause lies in words that the engine gives to somebody, and it saw no saying there.

    Of such clauses two in three were no statements on the training passages.
    """
    return ruled.way in ("clause", "that") and any(s.words.covers(ruled.words) for s in seen)


def _seen(line: Line) -> list[Draft]:
    """The engine's marks with tidy edges."""
    found: list[Draft] = []
    for mark in line.sentence.sayings:
        words = edges.tidy(line.text, mark.words, line.quotations)
        if words is None:
            continue
        speaker = _first_of_two(line, mark.speaker, mark.cue)
        speaker = speakers.whole(line, speaker, mark.cue) if speaker else None
        found.append(
            Draft(line.sentence.index, "engine", words, mark.cue, speaker, score=round(mark.score, 3))
        )
    return found


def _first_of_two(line: Line, speaker: Span | None, cue: Span) -> Span | None:
    """Of "A and his guest B spoke, saying" it is A: the sentence's subject comes first."""
    if speaker is None or not cue.of(line.text).lower().endswith("ing"):
        return speaker
    first = next((p.span for p in line.sentence.parties if p.span.stop <= speaker.start), None)
    if first is None or line.at(first.start) > 2:
        return speaker
    between = line.low[line.at(first.stop) : line.at(speaker.start)]
    return first if between[:1] == ("and",) and len(between) <= 8 and "," not in between else speaker


def _same(seen: Draft, ruled: Draft) -> bool:
    if seen.cue and ruled.cue and seen.cue.meets(ruled.cue):
        return True
    if ruled.voices and _share(seen.words, ruled.words) > 0.3:
        return True  # "quoted Okello as saying" has two cues
    return _share(seen.words, ruled.words) > (0.9 if seen.cue and ruled.cue else 0.5)


def _share(a: Span, b: Span) -> float:
    """What two stretches have in common, of the whole that they cover."""
    common = min(a.stop, b.stop) - max(a.start, b.start)
    return max(0, common) / max(1, max(a.stop, b.stop) - min(a.start, b.start))


def _farness(a: Draft, b: Draft) -> tuple[bool, float]:
    """The same cue goes before like words: "According to X, Y said Z" has two cues for Z."""
    return not (a.cue and b.cue and a.cue.meets(b.cue)), _unlike(a, b)


def _unlike(a: Draft, b: Draft) -> float:
    return -_share(a.words, b.words)


def _joined(line: Line, seen: Draft, ruled: Draft) -> Draft:
    if ruled.way == "according" and not _agree(seen.speaker, ruled.speaker):
        return ruled  # the engine hears only the other speaker of "According to X, Y said"
    if ruled.voices:
        return replace(ruled, way=seen.way, score=seen.score)
    quoted = any(q.inner.meets(ruled.words) for q in line.quotations)
    return replace(
        seen,
        way="according" if ruled.way == "according" else seen.way,
        words=ruled.words
        if quoted and ruled.way in ("quote", "name", "judge")
        else _snapped(line, seen, ruled),
        speaker=_better(line, seen.speaker, ruled.speaker),
        addressee=ruled.addressee,
        voices=ruled.voices,
        goes_on=ruled.goes_on,
        kind=ruled.kind,
    )


def _agree(a: Span | None, b: Span | None) -> bool:
    return a is None or b is None or a.meets(b)


def _snapped(line: Line, seen: Draft, ruled: Draft) -> Span:
    """The engine's words, with the rules' edges where these are off by a word or two.

    Words that hold their own cue cannot be right.
    """
    if seen.cue and seen.words.covers(seen.cue):
        return ruled.words
    if seen.words.covers(ruled.words) and line.low[line.at(seen.words.start) - 1] in ("citing", "quoting"):
        return ruled.words  # "said, citing an envoy, that"
    if ruled.words.covers(seen.words) and line.is_in(line.at(seen.words.start) - 1, "quoting"):
        return ruled.words  # the agency that quotes is part of what is said
    start = ruled.words.start if abs(ruled.words.start - seen.words.start) <= _NEAR else seen.words.start
    stop = ruled.words.stop if abs(ruled.words.stop - seen.words.stop) <= _NEAR else seen.words.stop
    return Span(start, stop) if start < stop else seen.words


def _better(line: Line, seen: Span | None, ruled: Span | None) -> Span | None:
    if seen is None or ruled is None:
        return seen or ruled
    first = line.at(seen.start)
    if line.low[max(0, first - 2) : first] in (("quoted", "by"), ("cited", "by")):
        return ruled  # "a spokesman, quoted by an agency, said": the agency does not speak
    if line.low[max(0, first - 2) : first] == ("according", "to") and is_medium(line, ruled):
        return ruled  # "the Times reported Y, according to two envoys": it has it from them
    if seen.start >= ruled.stop and line.cue(line.at(seen.stop)) and not line.quoted(line.at(seen.stop)):
        return ruled  # "Okello said, “Y,” he added": he has a cue of his own
    if ruled.covers(seen) and ruled.stop == seen.stop and seen.start - ruled.start <= _ARTICLE:
        return ruled
    adjacent = any(p.span == ruled for p in line.sentence.parties) and seen.stop < ruled.start
    return ruled if adjacent else seen


def _without_names_inside(line: Line, drafts: list[Draft]) -> list[Draft]:
    """A name called within said words is part of them and no statement of its own."""
    return [
        d
        for d in drafts
        if not _names(line, d) or not any(o is not d and o.words.covers(d.words) for o in drafts)
    ]


def _names(line: Line, draft: Draft) -> bool:
    cue = line.cue(line.at(draft.cue.start)) if draft.cue else None
    return cue is not None and bool(cue.takes & {"name", "judge"})


def _chained(drafts: list[Draft]) -> list[Draft]:
    """Sayings within sayings hear whose words carry them; "according to" alone is a voice where another speaks."""
    kept = [d for d in drafts if d.way != "according" or not any(_told_by(d, o) for o in drafts)]
    return [replace(d, voices=d.voices + _carriers(d, drafts)) for d in kept]


def _told_by(source: Draft, other: Draft) -> bool:
    """Whether another's saying is most of what a source is named for."""
    if other is source or other.way == "according" or not source.words.covers(other.words):
        return False
    parts = [part for part in (other.words, other.cue, other.speaker) if part]
    told = max(part.stop for part in parts) - min(part.start for part in parts)
    return 2 * told > source.words.stop - source.words.start


def _carriers(inner: Draft, drafts: list[Draft]) -> tuple[Span, ...]:
    """Who tells it, nearest first."""
    outer = [o for o in drafts if o is not inner and o.speaker and inner.cue and o.words.covers(inner.cue)]
    outer.sort(key=lambda o: o.words.stop - o.words.start)
    known = {inner.speaker, *inner.voices}
    return tuple(o.speaker for o in outer if o.speaker and o.speaker not in known)
