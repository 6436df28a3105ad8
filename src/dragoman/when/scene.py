"""Scene: what a reading may look at: the words around an expression, and the times told before it."""

from dataclasses import dataclass, field
from datetime import date

from dragoman.things import Span
from dragoman.when.calendar import Calendar
from dragoman.when.shapes import Groups
from dragoman.when.stretch import FINENESS, Stretch

# They lead in or out and are no part of the expression.
_LEAD_IN = ("for", "in", ",", "-", "–", "—", "within", "after", "over", "of")
_LEAD_OUT = (",", "of")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as this room reads it: its words small, which had a capital, their letters."""

    index: int
    spans: tuple[Span, ...]
    low: tuple[str, ...]
    capitals: tuple[bool, ...]
    letters: str

    def word(self, i: int) -> str:
        """The word at a place, "" outside of the sentence."""
        return self.low[i] if 0 <= i < len(self.low) else ""


@dataclass(frozen=True, slots=True)
class Told:
    """A time that has been told, and in which sentence."""

    line: int
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Scene:
    """Where an expression stands. `hint`: the year that words beside it give. `counted`: the times told before that
    its reading counted from, as it goes."""

    line: Line
    before: Line | None
    told: tuple[Told, ...]
    published: date | None
    calendar: Calendar
    history: bool = False
    hint: int | None = None
    counted: list[Stretch] = field(default_factory=list)

    def anchor(self, unit: str, reach: int = 1) -> Stretch | None:
        """The last time told in this sentence or the one before that is exact enough to count such units from."""
        finest = FINENESS.index("week" if unit in ("weekend", "fortnight") else unit)
        for told in reversed(self.told):
            if told.line < self.line.index - (1000 if self.history else reach):
                return None
            if self._present(told):
                continue
            if told.stretch.first and FINENESS.index(told.stretch.granularity) <= finest:
                self.counted.append(told.stretch)
                return told.stretch
        return None

    def _present(self, told: Told) -> bool:
        """Whether a history has left its story for the day of print; it goes on from before that."""
        days = (told.stretch.first, self.published)
        return self.history and days[0] is not None and days[1] is not None and days[0].year == days[1].year

    def start(self, unit: str) -> date | None:
        """The day to count from: the time told before or, where the story begins, the day of print."""
        anchor = self.anchor(unit)
        if anchor:
            return anchor.first
        return self.published if self.line.index < self.calendar.lead else None


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one expression, by class."""

    start: int
    stop: int
    line: Line
    groups: Groups
    means: dict[str, dict[str, str]]

    def has(self, name: str) -> bool:
        return name in self.groups

    def phrase(self, name: str) -> str:
        """The words of a class; "" where it is missing."""
        start, stop = self.groups.get(name, (0, 0))
        return " ".join(self.line.low[start:stop])

    def meaning(self, name: str) -> str:
        """What the words of a class mean; "" where it is missing."""
        return self.means[name.rstrip("2")].get(self.phrase(name), "")

    def number(self, name: str) -> int:
        return int(self.phrase(name))

    def says(self, word: str) -> bool:
        return word in self.line.low[self.start : self.stop]

    @property
    def span(self) -> Span:
        """The expression in the text, without what only leads in or out."""
        start, stop, low = self.start, self.stop, self.line.low
        while start < stop - 1 and low[start] in _LEAD_IN:
            start += 1
        while start < stop - 1 and low[stop - 1] in _LEAD_OUT:
            stop -= 1
        return Span(self.line.spans[start].start, self.line.spans[stop - 1].stop)

    @property
    def last(self) -> str:
        return self.line.low[self.stop - 1]
