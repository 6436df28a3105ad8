"""Words: a story's text in, sentences and their words out, with offsets."""

import re
from functools import lru_cache
from typing import Any

from dragoman.things import Sentence, Span

_WORD = re.compile(
    r"['’]s\b|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*|[^\W_]+(?:['’](?!s\b)[^\W_]+)?|\S", re.UNICODE
)
# What the splitter takes for a full stop although it only shortens a word.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Rev|Prof|St|No|vs|Jr|Sr|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)|\b(?:[A-Z]\.){1,3}[A-Z]|\b[A-Z]|\b[ap]\.m)\.$"
)
LONGEST = 200  # words of a sentence
_LOWER = re.compile(r"[\"'“‘(\[]?[a-z\d]")


def sentences(text: str, story: tuple[Span, ...]) -> tuple[Sentence, ...]:
    """The sentences of the parts in `story`, in order. None runs across a line break."""
    whole = [words(text, span) for part in story for span in _lines(text, part)]
    found = [row for long in whole for row in _cut(text, long) if row]
    return tuple(Sentence(i, Span(row[0].start, row[-1].stop), row) for i, row in enumerate(found))


def words(text: str, span: Span) -> tuple[Span, ...]:
    """The words and punctuation marks of a stretch of text; "’s" is a word of its own."""
    return tuple(Span(m.start(), m.end()) for m in _WORD.finditer(text, span.start, span.stop))


def _cut(text: str, row: tuple[Span, ...]) -> list[tuple[Span, ...]]:
    """Rows of at most LONGEST words: what is longer is a list or a broken page, and is cut after a mark."""
    rows = []
    while len(row) > LONGEST:
        marks = [k for k in range(LONGEST // 2, LONGEST) if row[k].of(text) in (";", ",")]
        stop = marks[-1] + 1 if marks else LONGEST
        rows.append(row[:stop])
        row = row[stop:]
    return [*rows, row]


def _lines(text: str, part: Span) -> list[Span]:
    found: list[Span] = []
    start = part.start
    for line in part.of(text).splitlines(keepends=True):
        found += _sentences_of_line(line, start)
        start += len(line)
    return found


def _sentences_of_line(line: str, offset: int) -> list[Span]:
    found: list[Span] = []
    for start, stop in _bounds(line):
        piece = line[start:stop]
        start, stop = start + len(piece) - len(piece.lstrip()), stop - len(piece) + len(piece.rstrip())
        if start >= stop:
            continue
        if found and _goes_on(line[found[-1].start - offset : found[-1].stop - offset], line[start:stop]):
            found[-1] = Span(found[-1].start, offset + stop)
        else:
            found.append(Span(offset + start, offset + stop))
    return found


def _goes_on(before: str, after: str) -> bool:
    """Whether a cut was none: after a shortened word, or where the rest cannot open a sentence."""
    if not any(c.isalnum() for c in after):
        return True
    if before.endswith((".", "?", "!", "”", '"', "’")) and not _LOWER.match(after):
        # "U.S. Congress" goes on, "in the U.S. The" does not: only titles and initials bind what follows.
        return bool(_SHORT.search(before)) and not after.startswith(
            ("The ", "He ", "She ", "It ", "They ", "In ", "But ", "A ", "An ", "On ", "“", '"')
        )
    return bool(_LOWER.match(after))


def _bounds(line: str) -> list[tuple[int, int]]:
    if len(line) < 2:
        return [(0, len(line))]
    return [(b["start_index"], b["end_index"]) for b in _splitter()(line)]


@lru_cache(maxsize=1)
def _splitter() -> Any:
    import sentencex

    return lambda line: sentencex.get_sentence_boundaries("en", line)
