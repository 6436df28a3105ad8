"""Heard: what an article has said so far of those who act, for words that point back."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from dragoman.things import Mention, Span
from dragoman.who.registry import BODIES

REACH = 40  # sentences back to which an office or a noun may reach
MANY_PEOPLE = 200  # of whom a misspelt name may be one
FAR = 3  # sentences back to which "he" may reach
PLACED = 2.0  # what a country named as a place weighs
FOUGHT = 4.0  # the same for armed groups: they are of the place where they fight, not of those who tell of it
FADES = 0.4  # what a country named one sentence earlier weighs
ONE, THING, MANY = "one", "thing", "many"  # a person, a state or body, several


@dataclass(frozen=True, slots=True)
class Turn:
    """A mention in its place, and which pronoun may stand for it."""

    sentence: int
    start: int
    mention: Mention
    number: str
    noun: str = ""  # the noun it is told by, small


class Heard:
    """Grows sentence by sentence. The only thing in this room that changes."""

    def __init__(self) -> None:
        self._turns: dict[int, list[Turn]] = {}
        self._lands: dict[int, list[tuple[int, str, bool]]] = {}
        # By surname, the last introduced at the end; of several, too, who they are and the last one at the end.
        self._people: dict[tuple[str, ...], dict[str, Mention]] = {}

    def see_lands(self, sentence: int, lands: list[tuple[int, str, bool]]) -> None:
        """The countries that a sentence names, by any word, at their word numbers."""
        self._lands[sentence] = lands

    def add(self, turn: Turn) -> None:
        turns = self._turns.setdefault(turn.sentence, [])
        turns.append(turn)
        turns.sort(key=lambda t: t.start)

    def introduce(self, surname: tuple[str, ...], person: Mention) -> None:
        """From here on the surname alone means this person, or others of the name who were introduced too."""
        known = self._people.pop(surname, {})
        others = {k: m for k, m in known.items() if not _is_same(m, person)}
        self._people[surname] = {**others, person.actor or person.name or "": person}

    def at(self, sentence: int, span: Span) -> Mention | None:
        """Who was found at these words of a sentence."""
        turns = self._turns.get(sentence, [])
        return next((t.mention for t in turns if t.mention.span and t.mention.span.meets(span)), None)

    def namesakes(self, surname: tuple[str, ...]) -> tuple[Mention, ...]:
        """Everybody introduced by that surname, the last one at the end."""
        return tuple(self._people.get(surname, {}).values())

    def people(self) -> Iterator[tuple[tuple[str, ...], Mention]]:
        """Those introduced last, by surname."""
        for surname, known in islice(reversed(self._people.items()), MANY_PEOPLE):
            for person in reversed(known.values()):
                yield surname, person

    def lands(self, sentence: int) -> frozenset[str]:
        """All countries named before a sentence."""
        return frozenset(code for k, rows in self._lands.items() if k < sentence for _, code, _ in rows)

    def turns(self, sentence: int) -> tuple[Turn, ...]:
        """Everybody found in a sentence so far, in order."""
        return tuple(self._turns.get(sentence, ()))

    def back(
        self, sentence: int, start: int, numbers: Iterable[str], may: Callable[[Mention], bool] = bool
    ) -> Mention | None:
        """Whom a pronoun at `start` stands for: who opened this sentence, else who opened the one before.

        `may`: whether it may stand for somebody.
        """
        wanted = frozenset(numbers)
        return self._back(
            sentence, start, lambda t: t.number in wanted and _known(t.mention) and may(t.mention)
        )

    def here(self, sentence: int, start: int, numbers: Iterable[str]) -> Mention | None:
        """The same within the sentence alone."""
        wanted = frozenset(numbers)
        turns = self._turns.get(sentence, [])
        return next(
            (t.mention for t in turns if t.start < start and t.number in wanted and _known(t.mention)), None
        )

    def before(self, sentence: int, start: int) -> str | None:
        """The country last named before a place in its sentence."""
        return next((code for at, code, _ in reversed(self._lands.get(sentence, [])) if at < start), None)

    def opened(self, sentence: int) -> str | None:
        """The country first named in a sentence."""
        return next((code for _, code, _ in self._lands.get(sentence, [])), None)

    def office(self, sentence: int, start: int, country: str | None, office: str) -> Mention | None:
        """The person of that office (and country, if given) of whom the text has spoken last."""
        for turn in self._before(sentence, start):
            m = turn.mention
            if turn.number == ONE and m.office == office and m.country and country in (None, m.country):
                return m
        return None

    def of_land(self, sentence: int, start: int, country: str) -> Mention | None:
        """The person of a country of whom the text has spoken last, a few sentences back."""
        for turn in self._before(sentence, start):
            if sentence - turn.sentence > FAR:
                return None
            if turn.number == ONE and turn.mention.country == country:
                return turn.mention
        return None

    def land(self, sentence: int, start: int, here: bool = True, placed: float = PLACED) -> str | None:
        """The country the text speaks of at a place: each naming votes, nearer ones and places (by `placed`) more.

        Not `here`: its own sentence votes only where none before it names a country.
        The weights were set on the annotated training passages, where 0.85 of parties got their country.
        """
        votes: dict[str, float] = {}
        far = range(sentence, max(-2, sentence - 1 - FAR), -1)
        before = not here and any(self._lands.get(back) for back in far[1:])
        for back in far[1:] if before else far:
            for at, code, place in self._lands.get(back, []):
                weight = FADES ** (sentence - back) * (placed if place else 1)
                if back == sentence and at < start:
                    weight *= 1 + 2 / (1 + (start - at) / 10)
                votes[code] = votes.get(code, 0) + weight
        return max(votes, key=lambda code: votes[code], default=None)

    def codes(self, sentence: int, start: int, count: int) -> tuple[str, ...]:
        """The `count` countries spoken of most in the sentences before a place, sorted; none if there are fewer.

        What its own sentence names counts half: who says something of two others is often a third.
        """
        if told := self._together(sentence, count):
            return told
        votes: dict[str, float] = defaultdict(float)
        for back in range(sentence, max(-1, sentence - 1 - FAR), -1):
            for at, code, _ in self._lands.get(back, []):
                if back < sentence:
                    votes[code] += 0.9 ** (sentence - back)
                elif at < start:
                    votes[code] += 0.5
        found = sorted(votes.items(), key=lambda vote: -vote[1])[:count]
        return tuple(sorted(code for code, _ in found)) if len(found) == count else ()

    def _together(self, sentence: int, count: int) -> tuple[str, ...]:
        """The countries of those who act in the sentence before this one, where they are just as many."""
        codes = {t.mention.country for t in self._turns.get(sentence - 1, []) if t.number != THING}
        return (
            tuple(sorted(code for code in codes if code)) if len(codes) == count and None not in codes else ()
        )

    def group(self, sentence: int, start: int, size: int) -> Mention | None:
        """The last group with that many members of whom the text has spoken."""
        return self._back(sentence, start, lambda t: len(t.mention.members) == size)

    def same(self, sentence: int, start: int, noun: str) -> Mention | None:
        """Whom the text told by the same noun last: "three suspects" for "the suspects"."""
        for turn in self._before(sentence, start):
            if sentence - turn.sentence > FAR:
                return None
            if _one(turn.noun) == _one(noun) and _known(turn.mention):
                return turn.mention
        return None

    def body(self, sentence: int, start: int) -> Mention | None:
        """The body, force or party of which the text has spoken last."""
        for turn in self._before(sentence, start):
            if sentence - turn.sentence > FAR:
                return None
            m = turn.mention
            if (
                turn.number == THING
                and m.country
                and (m.country in BODIES or (m.actor and m.actor != m.country))
            ):
                return m
        return None

    def _back(self, sentence: int, start: int, fits: Callable[[Turn], bool]) -> Mention | None:
        for back in range(sentence, max(-1, sentence - 1 - FAR), -1):
            for turn in self._turns.get(back, []):
                if (back < sentence or turn.start < start) and fits(turn):
                    return turn.mention
        return None

    def _before(self, sentence: int, start: int) -> Iterator[Turn]:
        """The turns before a place, the nearest first, some sentences back."""
        for back in range(sentence, max(-1, sentence - 1 - REACH), -1):
            for turn in reversed(self._turns.get(back, [])):
                if back < sentence or turn.start < start:
                    yield turn


def _is_same(one: Mention, other: Mention) -> bool:
    """Whether one of the two names holds the other: "Darwish" and "Mazen Darwish"."""
    if one.actor or other.actor:
        return one.actor == other.actor
    words, more = set((one.name or "").split()), set((other.name or "").split())
    return words <= more or more <= words


def _known(mention: Mention) -> bool:
    return bool(mention.country or mention.members or mention.name or mention.sector)


def _one(noun: str) -> str:
    """A noun without the ending of several, near enough to compare."""
    return noun[:-3] + "man" if noun.endswith("men") else noun.removesuffix("s")
