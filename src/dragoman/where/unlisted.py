"""Unlisted: names that no book has, which the words around them call places: "the village of Ama", "Scott County"."""

from dataclasses import dataclass

from dragoman.where.gazetteer import Gazetteer
from dragoman.where.line import Fit, Line

LONGEST = 4  # words of such a name


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A name of a place: from word `start` to before word `stop`."""

    start: int
    stop: int


def unlisted(line: Line, known: list[Fit], named: list[Fit], book: Gazetteer) -> list[Unlisted]:
    """The names of places that the book lacks; none overlaps a name that is a place already."""
    taken = {k for fit in named for k in range(fit.start, fit.stop)}
    found: list[Unlisted] = []
    at = 0
    while at < len(line.words):
        stop = _run(line, at, book)
        spot = _of_kind(line, at, stop, book) if stop > at else None
        if spot and not taken & set(range(spot.start, spot.stop)):
            found.append(spot)
        at = max(stop, at + 1)
    return found


def _run(line: Line, at: int, book: Gazetteer) -> int:
    """Where the words with capital letters that begin here end; hyphens may join them."""
    stop = at
    while line.is_name(stop) and line.written(stop).replace("'", "").isalpha():
        stop += 1
        if line.at(stop) == "-" and line.touches(stop) and line.touches(stop + 1) and line.is_name(stop + 1):
            stop += 1
    return stop


def _of_kind(line: Line, start: int, stop: int, book: Gazetteer) -> Unlisted | None:
    """Whether a word in the name or beside it says that it is a place."""
    if stop - start > LONGEST or line.at(stop) in ("'", "-"):
        return None
    low = line.low[start:stop]
    if any(word in book.words["no_names"] for word in low) or line.words[start] in book.peoples:
        return None
    if len(low) > 1 and (low[-1] in book.words["name_ends"] or low[0] in book.words["name_begins"]):
        return Unlisted(start, stop)
    called = line.at(start - 1) == "of" and line.at(start - 2) in book.words["called"]
    follows = line.at(stop) in book.words["after"]
    apart = line.at(start - 1) in (",", "") and line.at(start - 2) in book.words["called"]
    told = start and (called or follows or apart) and not line.is_name(start - 1)
    return Unlisted(start, stop) if told or _is_within(line, start, stop, book) else None


def _is_within(line: Line, start: int, stop: int, book: Gazetteer) -> bool:
    """Whether it follows a mere "in" or "near": "in Ama on Monday", but not "in English" nor "in UEFA's view"."""
    low = line.low[start:stop]
    return (
        line.at(start - 1) in book.words["within"]
        and len(low) < LONGEST
        and line.at(stop) not in ("'s", "of")
        and not any(word in book.words["no_places"] for word in low)
        and not any(word.isupper() for word in line.words[start:stop])
    )
