"""Where bytes come from: a file by its name, or standard input."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click


def trouble(name: str, wrong: OSError) -> tuple[str, str]:
    """Why a file could not be opened, and what to do."""
    if isinstance(wrong, IsADirectoryError):
        return "it is a folder", f"give the files in it: dragoman read {name.rstrip('/')}/*"
    why = (wrong.strerror or str(wrong)).lower()
    return why, "check the name, or give - to read standard input"


@contextmanager
def source(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        if sys.stdin.isatty():
            click.echo(
                "reading standard input: paste a text, then press Ctrl-D on a line of its own", err=True
            )
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as stream:
            yield stream
