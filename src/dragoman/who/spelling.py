"""Spelling: names with a letter wrong, or written from another alphabet, and whom they mean all the same."""

from collections.abc import Iterable
from datetime import date

from dragoman.things import Mention
from dragoman.who.people import likely
from dragoman.who.registry import Person, Registry
from dragoman.who.spot import cut

LIKE = 83.0  # rapidfuzz ratio from which a misspelt surname counts: "Lavrow" and "Lavrov" have 83.3
FULL = 85.0  # the same within a full name, where nobody of that name has been spoken of: "Barak" has 90.9
SHORTEST = 6  # letters of a name that may be misspelt


def alike(word: str, known: Iterable[tuple[tuple[str, ...], Mention]]) -> Mention | None:
    """The only person spoken of whose surname is nearly this word: a misspelling, or another spelling."""
    near = {m.actor or m.name: m for surname, m in known if _like(word, surname[-1])}
    return next(iter(near.values())) if len(near) == 1 else None


def spelled_like(word: str, held: Iterable[Person]) -> Person | None:
    """The only holder of an office whose surname is nearly this word."""
    near = [p for p in held if any(_like(word, surname.split()[-1]) for surname in p.surnames)]
    return near[0] if len(near) == 1 else None


def misspelt(words: tuple[str, ...], day: date | None, registry: Registry) -> Person | None:
    """The only one whose full name is nearly these words: one part as it is, the other nearly so."""
    if len(words) < 2:
        return None
    ids = registry.surnames.get(words[1:]) or registry.surnames.get(words[-1:]) or ()
    near = [p for p in (registry.persons[i] for i in ids) if _same_first(words[0], cut(p.name)[0])]
    near = near or [registry.persons[i] for i in _of_first(words, registry)]
    found = {p.id: p for p in near if likely(p, day)}
    return next(iter(found.values())) if len(found) == 1 else None


def _of_first(words: tuple[str, ...], registry: Registry) -> Iterable[str]:
    """Those of this very first name whose other names, written as one, are nearly these."""
    rest = _letters(words[1:])
    for name, entry in registry.names.get(words[0], ()):
        other = _letters(name[1:])
        if rest == other or (rest[:1] == other[:1] and _are_like(rest, other, FULL)):
            yield from entry.persons


def _same_first(word: str, first: str) -> bool:
    """ "Barak" and "Barack", but not "Mario" and "Maria"."""
    if word.lower() == first.lower():
        return True
    return (word[:1], word[-1:]) == (first[:1], first[-1:]) and _ratio(word, first) >= FULL


def same_bearer(given: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two lists of first names may be one person's: an initial counts only where no whole name stands."""
    said, known = list(given), list(others)
    whole = [name for name in said if len(name) > 1]
    if whole:
        return not known or any(_same_first(name, other) for name in whole for other in known)
    return not said or not known or any(other.startswith(name) for name in said for other in known)


def _letters(words: tuple[str, ...]) -> str:
    return "".join(w.lower() for w in words if w.isalpha())


def _like(word: str, surname: str) -> bool:
    return word[:1] == surname[:1] and _are_like(word, surname, LIKE)


def _are_like(word: str, other: str, least: float) -> bool:
    return min(len(word), len(other) + 1) >= SHORTEST and _ratio(word, other) >= least


def _ratio(word: str, other: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.ratio(word.lower(), other.lower())
