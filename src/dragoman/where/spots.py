"""Spots: where a sentence names a place as one, and not as somebody who acts."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.things import Article, Place, Sentence, Span
from dragoman.where.choice import Lands, Signs, chosen, countries
from dragoman.where.gazetteer import KNOWN, Entry, Gazetteer

LOOK_BACK = 7  # words between "in" and the name: "in the besieged northern Syrian city of"
STRONG, WEAK, NONE = "strong", "weak", ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's words, as written and small."""

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    low: tuple[str, ...]

    def at(self, i: int) -> str:
        """The small word at a place, "" outside of the sentence."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def written(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the book: from word `start` to before word `stop`."""

    start: int
    stop: int
    entries: list[Entry]
    by: str  # how it is brought in: strong or weak


def places(article: Article, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places named in an article, that of its dateline first."""
    lines = [_line(article.text, sentence.words) for sentence in sentences]
    found = [(i, named) for i, line in enumerate(lines) for named in _named(line, gazetteer)]
    unsure = article.dateline or any(len(named.entries) > 1 for _, named in found)
    lands = [countries(line.words, gazetteer) for line in lines] if unsure else []
    anywhere = frozenset[str]().union(*lands)
    read = [
        _place(lines[i], named, _signs(i, lines[i], named, lands, anywhere, gazetteer)) for i, named in found
    ]
    return (*_dateline(article, Signs(anywhere=anywhere), gazetteer), *read)


def _line(text: str, spans: tuple[Span, ...]) -> Line:
    words = tuple(text[s.start : s.stop].replace("’", "'") for s in spans)
    return Line(text, spans, words, tuple(w.lower() for w in words))


def _named(line: Line, book: Gazetteer) -> Iterator[Named]:
    at = 0
    before: Named | None = None
    while at < len(line.words):
        named = _name(line, at, book, before) if line.words[at][0].isupper() else None
        if named:
            yield named
            before = named
        at = named.stop if named else at + 1


def _name(line: Line, at: int, book: Gazetteer, before: Named | None) -> Named | None:
    """The longest name that begins here, if the words before it bring in a place."""
    fit = _fit(line, at, book)
    if fit is None:
        return None
    stop, entries = fit
    by = (
        _named_so(line, stop, book)
        or _brought_in(line, at, book)
        or _goes_on(line, at, stop, book, before, entries)
    )
    if not by or _longer(line, stop, book) or _bare(line, at, stop, book):
        return None
    if by == WEAK or line.at(stop) in ("'s", "of"):
        entries = [e for e in entries if e.kind in KNOWN]
    return Named(at, stop, entries, by) if entries else None


def _fit(line: Line, at: int, book: Gazetteer) -> tuple[int, list[Entry]] | None:
    # A name of three words in the book may be cut into more: "Port-au-Prince", "Washington, D.C.".
    most = 4 + book.longest.get(line.words[at], 1)
    for stop in range(min(at + most, len(line.words)), at, -1):
        phrase = line.text[line.spans[at].start : line.spans[stop - 1].stop].replace("’", "'")
        entries = book.entries(phrase)
        if entries:
            return stop, entries
    return None


def _named_so(line: Line, stop: int, book: Gazetteer) -> str:
    """Whether the word after it says what it is: "Helmand province", "Sudan's Darfur region"."""
    return STRONG if line.at(stop) in book.words["after"] else NONE


def _brought_in(line: Line, at: int, book: Gazetteer) -> str:
    """How the nearest word before it that could bring in a place does so."""
    words = book.words
    for i in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
        word = line.low[i]
        if word in words["strong"]:
            return STRONG
        if word in words["weak"]:
            return WEAK
        if word == "of" and line.at(i - 1) in words["of"]:
            return STRONG
        comma = word == "," and line.at(i - 1) in words["names"]
        if not comma and word not in words["between"] and line.words[i] not in book.peoples:
            return NONE
    return NONE


def _goes_on(
    line: Line, at: int, stop: int, book: Gazetteer, before: Named | None, entries: list[Entry]
) -> str:
    """Whether it goes on from the place before: "in Paris, London and Rome", "in Munich, Germany"."""
    if before is None or before.stop != at - 1 or line.at(at - 1) not in book.words["joints"]:
        return NONE
    if line.at(at - 1) != ",":
        return before.by
    same = {e.country for e in entries} & {e.country for e in before.entries}
    if same and any(e.kind == "country" for e in entries):
        return before.by
    listed = line.at(stop) in book.words["joints"] and _fit_next(line, stop + 1, book)
    return before.by if listed else NONE


def _fit_next(line: Line, at: int, book: Gazetteer) -> bool:
    return at < len(line.words) and line.words[at][0].isupper() and _fit(line, at, book) is not None


def _longer(line: Line, stop: int, book: Gazetteer) -> bool:
    """Whether it is but the beginning of a longer name: "Lincoln Center", "Iran-backed"."""
    after = line.written(stop)
    touching = stop < len(line.spans) and line.spans[stop - 1].stop == line.spans[stop].start
    if after in ("-", "–") and touching:
        return True
    return after[:1].isupper() and line.low[stop] not in book.words["follow"]


def _bare(line: Line, at: int, stop: int, book: Gazetteer) -> bool:
    """Whether it is used like an adjective: "in US custody"."""
    return stop - at == 1 and line.words[at] in book.words["with_the"] and line.at(at - 1) != "the"


def _signs(i: int, line: Line, named: Named, lands: list[Lands], anywhere: Lands, book: Gazetteer) -> Signs:
    """The countries named around a place, where it needs them."""
    if len(named.entries) < 2:
        return Signs()
    beside = frozenset[str]().union(*lands[max(0, i - 1) : i + 2])
    return Signs(_tied(line, named, book), lands[i], beside, anywhere)


def _tied(line: Line, named: Named, book: Gazetteer) -> Lands:
    """The country of "the Lebanese city of Tripoli" and "Tripoli, Lebanon," but not of "in Geneva, Iran said"."""
    people = countries(line.words[max(0, named.start - 4) : named.start], book)
    if line.at(named.stop) != "," or named.stop + 1 >= len(line.words):
        return people
    fit = _fit(line, named.stop + 1, book)
    closed = fit and not line.at(fit[0]).isalnum()
    return frozenset(e.country for e in fit[1] if e.kind in KNOWN) if fit and closed else people


def _place(line: Line, named: Named, signs: Signs) -> Place:
    span = Span(line.spans[named.start].start, line.spans[named.stop - 1].stop)
    return chosen(span, span.of(line.text), named.entries, signs)


def _dateline(article: Article, signs: Signs, book: Gazetteer) -> tuple[Place, ...]:
    """The place at the article's head, mostly in capitals: "LONDON"."""
    if article.dateline is None:
        return ()
    span = article.dateline
    written = span.of(article.text)
    words = written.replace("’", "'").split(",")[0].strip()
    entries = book.entries(words) or book.entries(words.title())
    return (chosen(span, written, entries, signs),) if entries else ()
