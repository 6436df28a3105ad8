"""Told: which country the words that the engine ties to a party name."""

from dragoman.things import LandMark
from dragoman.who.scene import Scene


def told(scene: Scene, marks: tuple[LandMark, ...]) -> tuple[tuple[str | None, float], ...]:
    """Each country with the chance of all words that name it, likeliest first; None: no word of the sentence does."""
    named = {scene.line.spans[k]: land.country for land in scene.lands for k in land.at}
    chances: dict[str | None, float] = {}
    for mark in marks:
        if mark.span is None or mark.span in named:
            code = named[mark.span] if mark.span else None
            chances[code] = chances.get(code, 0.0) + mark.score
    return tuple(sorted(chances.items(), key=lambda row: -row[1]))
