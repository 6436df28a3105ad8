"""Opens the engine and the books once. After that they are only asked."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman import compose, says, what, when, where, who
from dragoman.parse.engine import Engine

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Tools:
    """What the rooms consult."""

    engine: Engine
    registry: who.Registry
    calendar: when.Calendar
    gazetteer: where.Gazetteer
    codebook: what.Codebook
    cues: says.Cues
    confidence: compose.Confidence


@lru_cache(maxsize=1)
def open_tools() -> Tools:
    """All tools, from the data that ships. Raises where a file is broken, naming it."""
    engine = Engine(DATA / "engine")
    return Tools(
        engine=engine,
        registry=who.open_registry(DATA),
        calendar=when.open_calendar(DATA / "words"),
        gazetteer=where.open_gazetteer(DATA / "registry"),
        codebook=what.open_codebook(DATA / "codebook"),
        cues=says.open_cues(DATA / "words"),
        confidence=compose.Confidence(engine.confidence) if engine.confidence else compose.Confidence(),
    )
