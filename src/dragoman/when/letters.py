"""Letters: every word that matters is written as one letter, so that a sentence becomes a short
string and the shape of an expression a pattern over it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.parse.words import words
from dragoman.things import Span

FIRST = 0xA1  # letters start here, clear of all signs that mean something in a pattern
BLANK = " "  # a word that no shape knows
FIGURES = ("YEAR", "DAY", "NUMBER", "PAIR", "DOTTED")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4})")

Kinds = frozenset[str]


@dataclass(frozen=True, slots=True)
class Alphabet:
    """The letter of each word, as it is written small, with a capital, or first in its sentence."""

    small: dict[str, str]
    capital: dict[str, str]
    first: dict[str, str]
    figures: dict[Kinds, str]
    kinds: dict[str, str]  # class, or "=word" for a word that stands for itself: its letters

    def spell(self, low: tuple[str, ...], capitals: tuple[bool, ...]) -> str:
        """One letter for each word."""
        opening = next((i for i, word in enumerate(low) if word[0].isalnum()), 0)
        book = (self.small, self.capital)
        return "".join(
            (self.first if i == opening else book[capital]).get(word) or self._figure(word)
            for i, (word, capital) in enumerate(zip(low, capitals, strict=True))
        )

    def _figure(self, word: str) -> str:
        return self.figures.get(figure(word), BLANK) if word[0].isdigit() else BLANK


@cache
def pieces(phrase: str) -> tuple[str, ...]:
    """The words of a phrase of the book, cut and written as those of a sentence are."""
    return tuple(plain(span.of(phrase)) for span in words(phrase, Span(0, len(phrase))))


def plain(word: str) -> str:
    return word.lower().replace("’", "'").replace("‘", "'")


def figure(word: str) -> Kinds:
    """What a figure may be: a year, a day of a month, a mere number."""
    return frozenset(_figures(word)) if word.isascii() else frozenset()


def _figures(word: str) -> Iterator[str]:
    if word.isdigit():
        yield "NUMBER"
        if len(word) == 4 and "1000" <= word <= "2199":
            yield "YEAR"
        if len(word) <= 2 and 1 <= int(word) <= 31:
            yield "DAY"
        if len(word) == 2:
            yield "PAIR"
    elif _DOTTED.fullmatch(word):
        yield "DOTTED"
    elif word.replace(",", "").replace(".", "", 1).isdigit():
        yield "NUMBER"


def alphabet(
    classes: dict[str, Iterable[str]], literals: Iterable[str], capital: frozenset[str], small: frozenset[str]
) -> Alphabet:
    """A letter for every set of classes that some word belongs to."""
    kinds = _kinds(classes, literals)
    books = [
        {word: found - barred for word, found in kinds.items() if found - barred}
        for barred in (capital, small, frozenset[str]())
    ]
    figures = {figure(w) for w in ("2001", "1", "01", "11", "45", "456", "1.2.2001")}
    letters = {
        kind: chr(FIRST + i)
        for i, kind in enumerate(sorted({*figures, *(k for b in books for k in b.values())}, key=sorted))
    }
    low, high, first = ({word: letters[found] for word, found in book.items()} for book in books)
    return Alphabet(low, high, first, {f: letters[f] for f in figures}, _by_kind(letters))


def _kinds(classes: dict[str, Iterable[str]], literals: Iterable[str]) -> dict[str, Kinds]:
    found: dict[str, set[str]] = {word: {f"={word}", *figure(word)} for word in literals}
    for name, phrases in classes.items():
        for phrase in phrases:
            cut = pieces(phrase)
            for word in cut:
                # A word of a phrase counts with and without a capital only as its class does.
                mark = name if len(cut) == 1 else f"={word}"
                found.setdefault(word, set(figure(word))).add(mark)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def _by_kind(letters: dict[Kinds, str]) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for found, letter in letters.items():
        for kind in found:
            kinds[kind] = kinds.get(kind, "") + letter
    return kinds
