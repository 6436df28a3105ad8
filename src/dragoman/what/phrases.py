"""Phrases: a list of words and phrases, each with what it means, looked for in a row of words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.parse.words import words
from dragoman.things import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that stands at words [start, stop), and all that it may mean."""

    start: int
    stop: int
    means: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """By first word: the phrases that begin with it, longest first."""

    heads: dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]

    def at(self, row: Sequence[str], i: int, stop: int) -> Found | None:
        """The longest phrase that begins at word `i` and ends before `stop`."""
        for phrase, means in self.heads.get(row[i], ()):
            end = i + len(phrase)
            if end <= stop and tuple(row[i:end]) == phrase:
                return Found(i, end, means)
        return None

    def within(self, row: Sequence[str], start: int, stop: int) -> Iterator[Found]:
        """Every phrase in words [start, stop), none inside another."""
        i = start
        while i < stop:
            found = self.at(row, i, stop)
            if found:
                yield found
            i = found.stop if found else i + 1


def cut(phrase: str) -> tuple[str, ...]:
    """The words of a phrase, as the sentences of an article are cut."""
    return tuple(plain(w.of(phrase)) for w in words(phrase, Span(0, len(phrase))))


def plain(word: str) -> str:
    return word.replace("’", "'")


def phrases(rows: Iterable[tuple[tuple[str, ...], str]]) -> Phrases:
    """A phrase that is listed twice means both, in the order of the list."""
    meanings: dict[tuple[str, ...], tuple[str, ...]] = {}
    for phrase, meaning in rows:
        meanings[phrase] = (*meanings.get(phrase, ()), *((meaning,) if meaning else ()))
    heads: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase in sorted(meanings, key=len, reverse=True):
        heads.setdefault(phrase[0], []).append((phrase, meanings[phrase]))
    return Phrases({head: tuple(found) for head, found in heads.items()})
