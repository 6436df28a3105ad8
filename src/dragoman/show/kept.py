"""The user's own actors as they are kept: read, and written again so that the file is whole at any time."""

import os
from pathlib import Path

from dragoman.show.errors import UNREADABLE, USAGE, Stop
from dragoman.tools import (
    ACTORS,
    NoActors,
    actors_file,
    actors_there,
    open_directory,
    open_registry,
    own_actors,
    shipped_registry,
)
from dragoman.who import Own, Registry, written

MEND = f"mend the file, or set {ACTORS} to another one, or to nothing to do without own actors"


def place() -> Path:
    """The file that keeps them, there or not yet. Raises Stop where the variable says that there is none."""
    file = actors_file()
    if file is None:
        why = f"{ACTORS} is empty, so that no own actors are used"
        raise Stop("E142", "cannot keep own actors", ACTORS, why, "unset it, or let it name a file", USAGE)
    return file


def kept(file: Path) -> tuple[Own, ...]:
    """All rows of the file; none where it is not there. Raises Stop."""
    try:
        return own_actors(file, shipped_registry()) if os.path.lexists(file) else ()
    except NoActors as wrong:
        raise unusable(wrong) from wrong


def keep(file: Path, rows: tuple[Own, ...]) -> None:
    """Writes the rows in place of those of before. Raises Stop."""
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(written(rows), encoding="utf-8")
        part.replace(file)
    except OSError as wrong:
        why = (wrong.strerror or str(wrong)).lower()
        remedy = f"let {ACTORS} name a file that you may write"
        raise Stop("E201", "cannot write", str(file), why, remedy, USAGE) from wrong


def registry() -> Registry:
    """The registry with the user's own actors. Raises Stop."""
    try:
        return open_registry()[0]
    except NoActors as wrong:
        raise unusable(wrong) from wrong


def in_use() -> str | None:
    """What stands for the user's own actors. Where he has none nothing is opened. Raises Stop."""
    try:
        return open_registry()[1] if actors_there() else None
    except NoActors as wrong:
        raise unusable(wrong) from wrong


def directory() -> Registry:
    """The registry for questions, with the user's own actors. Raises Stop."""
    try:
        return open_directory()
    except NoActors as wrong:
        raise unusable(wrong) from wrong


def unusable(wrong: NoActors) -> Stop:
    return Stop("E142", "cannot use your own actors", wrong.where, wrong.why, MEND, UNREADABLE)
