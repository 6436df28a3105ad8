"""The installation looked at: versions, fingerprints of what ships, and a reading with the network cut off."""

import hashlib
import json
import platform
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.things import Article

DATA = Path(__file__).parents[1] / "data"
LIBRARIES = ("onnxruntime", "tokenizers", "trafilatura", "numpy")
_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")

Finding = tuple[bool, str]


def findings() -> Iterator[Finding]:
    """What was looked at, whether it is sound, and in which words to say so."""
    yield True, f"dragoman {program_version()}, Python {platform.python_version()}, {platform.platform()}"
    yield True, ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    yield from _tried(_engine)
    for book in ("codebook", "registry", "words"):
        yield True, f"{book} {_folder_print(DATA / book)}"
    yield from _tried(_books)
    yield from _tried(_own_actors)
    yield from _tried(_reading)


@lru_cache(maxsize=1)
def program_version() -> str:
    return version("dragoman")


def engine_print() -> str:
    """The first twelve figures of the engine's sha256, as its description says it."""
    told = json.loads((DATA / "engine" / "engine.json").read_text(encoding="utf-8"))
    return str(told["sha256"])[:12]


def example() -> "Article":
    """The invented article that ships."""
    from datetime import date

    from dragoman.read import Given, read_text

    text = (DATA / "demo" / "article.txt").read_text(encoding="utf-8")
    return read_text(
        text, given=Given(key="demo", published=date(2026, 3, 12), publisher="The Invented Courier")
    )


def _tried(look: Callable[[], str]) -> Iterator[Finding]:
    """A look that may fail: then its words are what went wrong."""
    try:
        yield True, look()
    except Exception as wrong:  # whatever is broken is what doctor is asked for
        yield False, f"{look.__name__.strip('_')}: {type(wrong).__name__}: {wrong}"


def _engine() -> str:
    file = DATA / "engine" / "engine.onnx"
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if not found.startswith(engine_print()):
        raise ValueError(f"{file} is not the engine that was shipped: its sha256 is {found[:12]}…")
    return f"engine {engine_print()}, as shipped"


def _books() -> str:
    from dragoman.tools import open_tools

    open_tools()
    return "codebook, registry, calendar, gazetteer and cues open"


def _own_actors() -> str:
    from dragoman.tools import actors_file, open_registry

    _, own = open_registry()
    return f"own actors {own}, from {actors_file()}" if own else "no own actors are in use"


def _reading() -> str:
    from dragoman.river import read_article
    from dragoman.tools import open_tools

    sys.addaudithook(_refuse_network)  # stays for the rest of the process, which ends here
    record = read_article(example(), open_tools())
    told = f"{len(record.reports)} reports, {len(record.statements)} statements"
    return f"the example is read without any network: {told}"


def _refuse_network(event: str, _: tuple[Any, ...]) -> None:
    if event in _NETWORK:
        raise PermissionError(f"the program asked for the network ({event})")


def _folder_print(folder: Path) -> str:
    """Names and bytes of a folder's files as twelve figures: the same data, the same figures."""
    seen = hashlib.sha256()
    for path in sorted(p for p in folder.iterdir() if p.is_file()):
        seen.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return seen.hexdigest()[:12]
