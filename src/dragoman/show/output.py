"""Where records are written: a stream, or a file that appears only when it is whole."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from dragoman.show.errors import DONE, REFUSED, USAGE, Stop

ENDINGS = {
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
    ".html": "html",
    ".htm": "html",
    ".txt": "table",
}


def shape_of(asked: str | None, output: Path | None) -> str:
    """The format asked for; else by the ending of the output file, else a table on a terminal, JSON elsewhere."""
    if asked:
        return asked
    if output is not None:
        return ENDINGS.get(output.suffix.lower(), "json")
    return "table" if sys.stdout.isatty() else "json"


def refuse_overwriting(output: Path | None, files: tuple[str, ...]) -> None:
    """Stops where the output is one of the inputs: what was to be read would be lost."""
    if output is None or not output.exists():
        return
    for name in files:
        if name != "-" and os.path.exists(name) and output.samefile(name):
            why = "it is also read, and would be lost"
            raise Stop("E202", "will not write", str(output), why, "give -o another name", REFUSED)


@contextmanager
def opened(output: Path | None) -> Iterator[TextIO]:
    """The stream to write to. A file has its name only when all is written; until then it ends in .part."""
    if output is None:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read our output has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(DONE) from None
    elif output.exists() and not output.is_file():  # a pipe or a device has no name to take over
        with _create(output, output) as stream:
            yield stream
    else:
        part = output.with_name(output.name + ".part")
        with _create(part, output) as stream, _kept(part, stream):
            yield stream
        _name(part, output)


def _create(path: Path, output: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8")
    except OSError as wrong:
        raise _cannot_write(output, wrong) from wrong


@contextmanager
def _kept(part: Path, stream: TextIO) -> Iterator[None]:
    """Where the writing breaks off, what is there stays beside the output and is named; nothing at all goes."""
    try:
        yield
    except BaseException:
        stream.flush()
        if part.stat().st_size:
            click.echo(f"broken off: what was written is in {part}", err=True)
        else:
            part.unlink()
        raise


def _name(part: Path, output: Path) -> None:
    if not part.stat().st_size:
        part.unlink()  # nothing was read: whatever bore the name before stays
        return
    try:
        part.replace(output)
    except OSError as wrong:
        raise _cannot_write(output, wrong) from wrong


def _cannot_write(output: Path, wrong: OSError) -> Stop:
    why = (wrong.strerror or str(wrong)).lower()
    return Stop(
        "E201", "cannot write", str(output), why, "give -o a name in a folder that you may write to", USAGE
    )
