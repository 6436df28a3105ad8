"""Pointed: words that mean a place without its name: "here", "in the Syrian capital", "the Chad-Sudan border"."""

from collections.abc import Iterator

from dragoman.things import Place
from dragoman.where.gazetteer import Entry, Gazetteer
from dragoman.where.line import Fit, Line

Lands = frozenset[str]
REACH = 3  # words before "capital" in which its land may be named
QUOTES = ("“", "”", '"')


def pointed(
    line: Line, known: list[Fit], home: Place | None, near: list[Lands], book: Gazetteer
) -> list[Place]:
    """The places that a sentence points to. `home`: that of the dateline; `near`: the countries named in the
    sentence and in those before it, the nearest first."""
    found = [
        *_here(line, home, book),
        *_capitals(line, known, home, near, book),
        *_borders(line, known, book),
    ]
    return sorted(found, key=lambda p: p.span)


def _here(line: Line, home: Place | None, book: Gazetteer) -> Iterator[Place]:
    """ "Ministers met here on Monday": where the report was written, if nobody is quoted as saying so."""
    if home is None:
        return
    for at, word in enumerate(line.low):
        quoted = sum(w in QUOTES for w in line.words[:at]) % 2 or "“" in line.words[:at]
        if word in book.words["here"] and at and not quoted:
            span = line.span(at, at + 1)
            yield Place(span, span.of(line.text), home.name, home.country, home.lat, home.lon)


def _capitals(
    line: Line, known: list[Fit], home: Place | None, near: list[Lands], book: Gazetteer
) -> Iterator[Place]:
    for at, word in enumerate(line.low):
        if word not in book.words["seats"] or _is_named(line, at, known, book):
            continue
        start, lands = _land_of(line, at, book)
        if not (lands or line.at(at - 1) == "the" or line.at(at - 2) in ("its", "country", "nation")):
            continue
        if not _brought_in(line, start, book):
            continue
        whose = [lands] if lands else [*near, frozenset({home.country} if home and home.country else ())]
        seat = next((s for codes in whose if (s := _seat(codes, book))), None)
        if seat:
            span = line.span(start, at + 1)
            yield Place(span, span.of(line.text), seat.name, seat.country, seat.lat, seat.lon)


def _is_named(line: Line, at: int, known: list[Fit], book: Gazetteer) -> bool:
    """Whether the capital's name follows: "the capital, Baghdad", "the capital city Kampala"; or it is money."""
    after = at + 1 + (line.at(at + 1) == "city")
    after += line.at(after) in (",", "of")
    city = line.is_name(after) and any(f.start == after for f in known)
    return city or line.at(at + 1) in ("of", "punishment")


def _land_of(line: Line, at: int, book: Gazetteer) -> tuple[int, Lands]:
    """Where the words begin, and whose capital: "the Syrian capital", "Syria's capital"."""
    for start in range(at - 1, max(-1, at - 1 - REACH), -1):
        for stop in range(at, start, -1):
            words = [w for w in line.words[start:stop] if w != "'s"]
            if lands := book.lands.get(" ".join(words)):
                return start, lands
        if not (line.is_name(start) or line.at(start) == "'s"):
            break
    return at, frozenset()


def _brought_in(line: Line, start: int, book: Gazetteer) -> bool:
    before = line.at(start - 1)
    if before == "the" or before in book.words["between"]:
        before = line.at(start - 2)
    return before in book.words["strong"] or before in book.words["weak"]


def _seat(codes: Lands, book: Gazetteer) -> Entry | None:
    """The capital of the one country among these that has one."""
    seats = [book.capitals[code] for code in codes if code in book.capitals]
    return seats[0] if len(seats) == 1 else None


def _borders(line: Line, known: list[Fit], book: Gazetteer) -> Iterator[Place]:
    for at, word in enumerate(line.low):
        if word not in book.words["borders"]:
            continue
        start, stop = _sides(line, at, known, book)
        if start < stop:
            span = line.span(start, stop)
            yield Place(span, span.of(line.text), span.of(line.text), None)


def _sides(line: Line, at: int, known: list[Fit], book: Gazetteer) -> tuple[int, int]:
    """The words of "border between Chad and Sudan" or "Chad-Sudan border"; none where no two lands are named."""
    by_start = {f.start: f for f in known if f.has(frozenset({"country"}))}
    first = by_start.get(at + 2) if line.at(at + 1) == "between" else None
    second = by_start.get(first.stop + 1) if first and line.at(first.stop) == "and" else None
    if second:
        return at, second.stop
    words = line.words[max(0, at - 3) : at]
    if len(words) == 3 and words[1] in ("-", "–") and words[0] in book.lands and words[2] in book.lands:
        return at - 3, at + 1
    return at, at
