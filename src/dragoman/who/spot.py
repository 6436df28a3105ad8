"""Spot: the registry's names in a sentence, whole words only, the longest first."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from unicodedata import combining, normalize

from dragoman.parse.words import words as words_of
from dragoman.things import Sentence, Span
from dragoman.who.registry import Entry, Registry

BARRED = str.maketrans("’øØłŁđĐıð", "'oOlLdDid")  # what taking off accents does not make plain
SURNAME = "surname"  # the kind of entry that a surname with a title has
OPENING = ("“", '"', "‘", ":", "«", "(")  # after these a word has its capital as at the head of a sentence
AROUND = 1500  # characters before and after a name in which a word may tell whose it is


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's words as written (accents off, apostrophes straight) and small, with their spans.

    `shouted`: in capitals; `titled`: a headline in which most words begin with one. `text` is the whole article's.
    """

    text: str
    index: int
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    low: tuple[str, ...]
    shouted: bool
    titled: bool

    def within(self, span: Span) -> range:
        """The numbers of the words that `span` meets."""
        inside = [k for k, s in enumerate(self.spans) if s.meets(span)]
        return range(inside[0], inside[-1] + 1) if inside else range(0)

    def span(self, words: range) -> Span:
        return Span(self.spans[words.start].start, self.spans[words.stop - 1].stop)


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the registry at some words of a line. `loose`: joined to another word ("pro-Taleban", "U.S.-led")."""

    at: range
    entry: Entry
    loose: bool = False


def line(text: str, sentence: Sentence) -> Line:
    words = tuple(plain(text[s.start : s.stop]) for s in sentence.words)
    letters = [w for w in words if w.isalpha()]
    long = [w for w in letters if len(w) > 3]
    shouted = bool(long) and sum(w.isupper() for w in letters) > len(letters) * 4 / 5
    titled = sum(w[0].isupper() for w in long) > len(long) * 2 / 3
    return Line(text, sentence.index, sentence.words, words, small(words), shouted, titled)


def plain(word: str) -> str:
    """A word without accents and with a straight apostrophe: "Chávez" and "Chavez" are one name."""
    if word.isascii():
        return word
    return "".join(c for c in normalize("NFKD", word.translate(BARRED)) if not combining(c))


def cut(name: str) -> tuple[str, ...]:
    """A name as the words of a line would be."""
    return tuple(plain(s.of(name)) for s in words_of(name, Span(0, len(name))))


def names(line: Line, registry: Registry) -> tuple[Name, ...]:
    """Every name of the registry in the line; none overlaps another."""
    found: list[Name] = []
    at = 0
    while at < len(line.words):
        fit = _longest(line, at, registry) or _titled(line, at, registry)
        if fit is None:
            at += 1
            continue
        if not _borne(line, fit[0], registry) and not _foreign(line, fit, found, registry):
            found.append(Name(fit[0], _meant(line, *fit, registry), _loose(line, fit[0], registry)))
        at = fit[0].stop
    return tuple(found)


def _longest(line: Line, at: int, registry: Registry) -> tuple[range, Entry] | None:
    if line.shouted and line.low[at] in registry.words["not_shouted"]:
        return None
    for first in _ways(line, at):
        for name, entry in registry.names.get(first, ()):
            stop = at + len(name)
            if line.words[at + 1 : stop] == name[1:] or (line.shouted and line.low[at:stop] == small(name)):
                return range(at, stop), entry
    return None


def _ways(line: Line, at: int) -> tuple[str, ...]:
    """How a name that begins with this word may be written in the registry: "Six world powers" has a small "six"."""
    word = line.words[at]
    if line.shouted:
        return word, word.title()
    if word.istitle() and (at == 0 or line.words[at - 1] in OPENING):
        return word, line.low[at]
    return (word,)


def _titled(line: Line, at: int, registry: Registry) -> tuple[range, Entry] | None:
    """A surname right after an office: "President Assad". Whose it is, is told later (see named)."""
    ids = registry.surnames.get((line.words[at],)) if at and line.words[at][:1].isupper() else None
    if ids is None or not any(line.low[at - k : at] in registry.offices for k in range(1, min(5, at) + 1)):
        return None
    return range(at, at + 1), Entry(SURNAME, persons=ids)


def _meant(line: Line, at: range, entry: Entry, registry: Registry) -> Entry:
    """Of a name that two lands share, the land to which the nearest word around points: "Congo", "Georgia"."""
    told = registry.hints.signs.get(" ".join(line.low[at.start : at.stop]))
    if told is None or entry.country is None:
        return entry
    start, stop = line.spans[at.start].start, line.spans[at.stop - 1].stop
    first = max(0, start - AROUND)
    near: list[tuple[int, str]] = []
    for code, signs in told.items():
        for found in _pattern(signs).finditer(line.text, first, stop + AROUND):
            near.append((max(found.start() - stop, start - found.end(), 0), code))
    return replace(entry, country=min(near)[1] if near else next(iter(told)))


@lru_cache(maxsize=32)
def _pattern(signs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, signs))})(?!\w)", re.IGNORECASE)


def small(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in name)


def _foreign(line: Line, fit: tuple[range, Entry], found: list[Name], registry: Registry) -> bool:
    """Whether a body's name that many states have follows the name of another state: "Peru's Congress";
    or a land's the half of a continent: "Latin American"."""
    at, entry = fit
    said = " ".join(line.low[at.start : at.stop])
    if said in registry.words["continent"] and at.start:
        return line.low[at.start - 1] in registry.words["part_of_continent"]
    if not found or entry.kind != "body" or said not in registry.words["shared"]:
        return False
    last = found[-1]
    beside = last.at.stop == at.start or (last.at.stop == at.start - 1 and line.low[last.at.stop] == "'s")
    return beside and last.entry.country not in (None, entry.bodies[0].country)


def _borne(line: Line, at: range, registry: Registry) -> bool:
    """Whether a land's name is a person's here: "Jim Jordan", "Chad Smith"."""
    if len(at) > 1 or line.low[at.start] not in registry.words["borne"] or line.shouted:
        return False
    first = line.words[at.start - 1] if at.start else ""
    named = first in registry.given or (first.istitle() and first.lower() in registry.words["first_names"])
    if named and first.lower() not in registry.words["no_name"]:
        return True
    if at.start > 1 and not line.titled and _is_surname(line, at.start - 1, registry):
        return line.words[at.start - 2] not in OPENING and at.stop < len(line.words)
    return not line.titled and at.stop < len(line.words) and _is_surname(line, at.stop, registry)


def _is_surname(line: Line, at: int, registry: Registry) -> bool:
    """Whether a word looks like an unknown surname: it has a capital and begins no name, office or noun."""
    word, low = line.words[at], line.low[at]
    known = word in registry.names or (low,) in registry.sectors or low in registry.opening
    return word.istitle() and word.isalpha() and not known and low not in registry.words["no_name"]


def _loose(line: Line, at: range, registry: Registry) -> bool:
    before, after = line.low[max(0, at.start - 2) : at.start], line.low[at.stop : at.stop + 2]
    joined = len(before) == 2 and before[1] == "-" and before[0] in registry.words["against"]
    return joined or (len(after) == 2 and after[0] == "-" and after[1] in registry.words["beside"])
