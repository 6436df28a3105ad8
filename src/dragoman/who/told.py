"""Told: which country the words that the engine ties to a party name."""

from collections.abc import Iterable

from dragoman.things import LandMark, Span
from dragoman.who.scene import Scene


class Told:
    """The countries that an article's words name, asked by their spans."""

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self._at = {
            scene.line.spans[k]: land.country for scene in scenes for land in scene.lands for k in land.at
        }

    def of(self, marks: tuple[LandMark, ...], sentence: Span) -> tuple[tuple[str | None, float], ...]:
        """Each country with the chance of all words that name it, likeliest first; None: no word of the sentence."""
        chances: dict[str | None, float] = {}
        for mark in marks:
            here = mark.span is not None and sentence.covers(mark.span)
            if not here:
                chances[None] = chances.get(None, 0.0) + mark.score
            if mark.span in self._at:
                code = self._at[mark.span]
                chances[code] = chances.get(code, 0.0) + mark.score
        return tuple(sorted(chances.items(), key=lambda row: -row[1]))
