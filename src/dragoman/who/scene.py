"""Scene: one sentence as this room sees it, and the words in it that are to be resolved."""

from dataclasses import dataclass
from datetime import date

from dragoman.things import Span
from dragoman.who.group import Lands
from dragoman.who.heard import Heard
from dragoman.who.registry import Registry
from dragoman.who.spot import Line, Name

SURE = 0.6  # the engine's score from which its sector goes before a noun's
TOLD = 0.7  # chance from which the words tied to a party tell its country
ELSEWHERE = 0.8  # and from which no word of the sentence does


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, the names and countries in it, and what was heard before it."""

    text: str
    day: date | None
    line: Line
    names: tuple[Name, ...]
    lands: list[Lands]
    heard: Heard
    registry: Registry

    def span(self, at: range) -> Span:
        return self.line.span(at)

    def says(self, at: range) -> str:
        return self.line.span(at).of(self.text)

    def is_of(self, word: str, *lists: str) -> bool:
        """Whether a small word stands in one of the lists of who.toml."""
        return any(word in self.registry.words[name] for name in lists)


@dataclass(frozen=True, slots=True)
class Asked:
    """Words to be resolved; `sector` and `score` are the engine's guess.

    `told`: the countries that the words it ties to them name, each with its chance; None: no word here does.
    """

    at: range
    sector: str = ""
    score: float = 0.0
    told: tuple[tuple[str | None, float], ...] = ()

    @property
    def guess(self) -> str:
        """The engine's sector where it is sure of it."""
        return self.sector if self.score >= SURE else ""

    @property
    def land(self) -> str | None:
        """The country that the engine is sure of."""
        return next((code for code, chance in self.told if code and chance >= TOLD), None)

    @property
    def elsewhere(self) -> bool:
        """Whether surely no word of the sentence tells the country."""
        return any(code is None and chance >= ELSEWHERE for code, chance in self.told)
