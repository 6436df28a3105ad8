"""Opens the engine and the books once. After that they are only asked."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman import compose, says, what, when, where, who
from dragoman.parse.engine import Engine
from dragoman.parse.ontology import NoOntology, Ontology, opened

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

    Raises where a file is broken, naming it; NoOntology where the folder is none of this engine's.
    """
    own = opened(ontology) if ontology else None
    book = what.open_codebook(DATA / "codebook")
    if ontology and own:
        book = _own_book(ontology, own, book)
    engine = Engine(DATA / "engine", own)
    return Tools(
        engine=engine,
        registry=who.open_registry(DATA),
        calendar=when.open_calendar(DATA / "words"),
        gazetteer=where.open_gazetteer(DATA / "registry"),
        codebook=book,
        cues=says.open_cues(DATA / "words"),
        confidence=compose.Confidence(engine.confidence) if engine.confidence else compose.Confidence(),
    )


def _own_book(folder: Path, own: Ontology, shipped: what.Codebook) -> what.Codebook:
    try:
        book = what.open_types(folder / "codebook.toml", shipped)
    except (what.CodebookBroken, OSError) as wrong:
        raise NoOntology(str(wrong)) from wrong
    if list(book.kinds) != own.types:
        raise NoOntology(f"codebook.toml has the types {', '.join(book.kinds)}, not {', '.join(own.types)}")
    return book
