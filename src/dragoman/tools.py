"""Opens the engine and the books once. After that they are only asked."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman import compose, says, what, when, where, who
from dragoman.parse.engine import Engine
from dragoman.parse.ontology import opened

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


@lru_cache(maxsize=2)
def open_tools(ontology: Path | None = None) -> Tools:
    """All tools, from the data that ships; with an ontology, its types in place of the sixteen.

    Raises where a file is broken, naming it; OSError, ValueError, KeyError where the folder is no ontology.
    """
    own = opened(ontology) if ontology else None
    book = what.open_codebook(DATA / "codebook")
    engine = Engine(DATA / "engine", own)
    return Tools(
        engine=engine,
        registry=who.open_registry(DATA),
        calendar=when.open_calendar(DATA / "words"),
        gazetteer=where.open_gazetteer(DATA / "registry"),
        codebook=what.open_types(ontology / "codebook.toml", book) if ontology else book,
        cues=says.open_cues(DATA / "words"),
        confidence=compose.Confidence(engine.confidence) if engine.confidence else compose.Confidence(),
    )
