"""Opens the engine and the books once. After that they are only asked."""

import os
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dragoman import compose, says, what, when, where, who
from dragoman.parse.engine import Engine
from dragoman.parse.ontology import NoOntology, Ontology, opened

DATA = Path(__file__).parent / "data"
ACTORS = "DRAGOMAN_ACTORS"  # the variable that names the table of own actors; empty: none are used


class NoActors(Exception):
    """The user's table of own actors cannot be used: which one, and why."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where, self.why = where, why


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
    own_actors: str | None = None  # what stands for the user's own actors in the registry, if there are any


def open_tools(ontology: Path | None = None) -> Tools:
    """All tools, from the data that ships and the user's own actors; with an ontology, its types in place
    of the sixteen.

    Raises where a file is broken, naming it; NoOntology where the folder is none of this engine's; NoActors
    where the table of own actors cannot be used.
    """
    shipped = _shipped(ontology)
    registry, own = open_registry()
    return replace(shipped, registry=registry, own_actors=own) if own else shipped


def open_registry() -> tuple[who.Registry, str | None]:
    """The registry with the user's own actors, and what stands for these. Raises NoActors."""
    file = actors_there()
    if file is None:
        return shipped_registry(), None
    seen = file.stat()
    return _with_own(file, seen.st_mtime_ns, seen.st_size)


def open_directory() -> who.Registry:
    """The registry for questions, which knows more persons, with the user's own actors. Raises NoActors."""
    directory, file = who.open_directory(DATA), actors_there()
    # checked as when they were added: by the registry that texts are read with, not by the envoys' names too
    return who.with_own(directory, own_actors(file, shipped_registry())) if file else directory


def actors_file() -> Path | None:
    """Where the user's own actors are kept, there or not yet; None where the variable is empty."""
    if ACTORS in os.environ:
        return Path(os.environ[ACTORS]) if os.environ[ACTORS] else None
    from platformdirs import user_data_path

    return user_data_path("dragoman", appauthor=False) / "actors.csv"


def own_actors(file: Path, registry: who.Registry) -> tuple[who.Own, ...]:
    """The rows of a table that is kept. Raises NoActors, telling the first fault."""
    try:
        table = who.own_table(file.read_text(encoding="utf-8"), registry)
    except UnicodeDecodeError as wrong:
        raise NoActors(str(file), "it is not UTF-8") from wrong
    except OSError as wrong:
        raise NoActors(str(file), (wrong.strerror or str(wrong)).lower()) from wrong
    for fault in table.faults:
        column = f", column {fault.column}" if fault.column else ""
        raise NoActors(f"{file}, row {fault.row}{column}", fault.why)
    return table.rows


@lru_cache(maxsize=1)
def shipped_registry() -> who.Registry:
    """The registry as it ships, without anybody's own actors."""
    return who.open_registry(DATA)


def actors_there() -> Path | None:
    """The user's table of own actors, if there is one. A table that is named and is not there is a slip, and told."""
    file = actors_file()
    if file is None or file.is_file():
        return file
    if ACTORS in os.environ:
        raise NoActors(str(file), "there is no such file yet; dragoman actors add makes it")
    return None


@lru_cache(maxsize=2)
def _with_own(file: Path, _changed: int, _size: int) -> tuple[who.Registry, str | None]:
    shipped = shipped_registry()
    rows = own_actors(file, shipped)
    return (who.with_own(shipped, rows), who.fingerprint(rows)) if rows else (shipped, None)


@lru_cache(maxsize=2)
def _shipped(ontology: Path | None) -> Tools:
    own = opened(ontology) if ontology else None
    book = what.open_codebook(DATA / "codebook")
    if ontology and own:
        book = _own_book(ontology, own, book)
    engine = Engine(DATA / "engine", own)
    return Tools(
        engine=engine,
        registry=shipped_registry(),
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
