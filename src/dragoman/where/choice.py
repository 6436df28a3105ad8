"""Choice: which of several places of one name is meant."""

from dataclasses import dataclass

from dragoman.things import Place, Span
from dragoman.where.gazetteer import KNOWN, Entry, Gazetteer

Lands = frozenset[str]


@dataclass(frozen=True, slots=True)
class Signs:
    """Codes of the countries named with a place, in its sentence, in those beside it, in the article."""

    tied: Lands = frozenset()
    here: Lands = frozenset()
    beside: Lands = frozenset()
    anywhere: Lands = frozenset()


def chosen(span: Span, written: str, entries: list[Entry], signs: Signs) -> Place:
    """The place meant; where the book cannot tell, its name with no country."""
    entry = _meant(entries, signs)
    if entry:
        return Place(span, written, entry.name, entry.country, entry.lat, entry.lon)
    return Place(span, written, entries[0].name, None)


def _meant(entries: list[Entry], signs: Signs) -> Entry | None:
    """The one of the country named with it; else the one in the news; else the one whose country is
    named around it; else, with no country named beside it, the one that gives its region its name."""
    tied = _one([e for e in entries if e.country in signs.tied])
    if tied:
        return tied
    known = [e for e in entries if e.kind in KNOWN]
    if known:
        return min(known, key=lambda e: KNOWN.index(e.kind))
    for lands in (signs.here, signs.beside, signs.anywhere):
        named = _one([e for e in entries if e.country in lands])
        if named:
            return named
    seat = None if signs.here else _one([e for e in entries if e.kind == "seat"])
    return _one(entries) or seat


def _one(entries: list[Entry]) -> Entry | None:
    """One of several in one country, rather that in the news; None where two countries have one."""
    known = [e for e in entries if e.kind in KNOWN] or entries
    return known[0] if len({e.country for e in entries}) == 1 else None


def countries(words: tuple[str, ...], book: Gazetteer) -> Lands:
    """The countries that words name, or name the people of."""
    found: set[str] = set()
    for i, word in enumerate(words):
        if word[0].isupper():
            for phrase in (word, " ".join(words[i : i + 2])):
                found.update(book.peoples.get(phrase, ()))
                found.update(row[2] for row in book.rows.get(phrase, ()) if row[3] == "country")
    return frozenset(found)
