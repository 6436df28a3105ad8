"""How far a long run is, on stderr, where that is a terminal and the records go elsewhere."""

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

if TYPE_CHECKING:
    from dragoman.show.errors import Tally
    from dragoman.things import Record

EVERY = 0.5  # seconds between two looks
QUIET = 2.0  # seconds in which a run may end without a word
_CLEAR = "\r\x1b[K"


class Passed:
    """A file whose bytes are counted as they are read."""

    def __init__(self, stream: BinaryIO, progress: "Progress") -> None:
        self._stream, self._progress = stream, progress

    def read(self, size: int = -1) -> bytes:
        return self._counted(self._stream.read(size))

    def read1(self, size: int = -1) -> bytes:
        return self._counted(getattr(self._stream, "read1", self._stream.read)(size))

    def _counted(self, data: bytes) -> bytes:
        self._progress.passed += len(data)
        return data


class Progress:
    """Counts bytes and records; says nothing where nobody is watching."""

    def __init__(self, files: tuple[str, ...], tally: "Tally", out: TextIO) -> None:
        self.passed = 0
        self._tally = tally
        self._size = _size(files)
        self._shown = False
        self._watched = sys.stderr.isatty() and not out.isatty()
        self._started = self._looked = time.monotonic()

    def watch(self, records: Iterable["Record"]) -> Iterator["Record"]:
        """The same records, with a line on the terminal that is cleared at the end."""
        if not self._watched:
            yield from records
            return
        try:
            for done, record in enumerate(records, 1):
                yield record
                self._look(done)
        finally:
            if self._shown:
                sys.stderr.write(_CLEAR)
                sys.stderr.flush()

    def _look(self, done: int) -> None:
        now = time.monotonic()
        if now - self._looked < EVERY or now - self._started < QUIET:
            return
        self._looked, self._shown = now, True
        sys.stderr.write(_CLEAR + line(done, self._tally.rejected, now - self._started, self._share()))
        sys.stderr.flush()

    def _share(self) -> float | None:
        return min(self.passed / self._size, 1.0) if self._size else None


def line(done: int, rejected: int, seconds: float, share: float | None) -> str:
    """ "1,200 articles · 3 rejected · 58 a second · 40 % · about 31 s left" """
    parts = [f"{done:,} articles"]
    parts += [f"{rejected:,} rejected"] if rejected else []
    rate = done / seconds
    parts += [f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"]
    if share:
        parts += [f"{share:.0%}".replace("%", " %"), f"about {_length(seconds * (1 - share) / share)} left"]
    return " · ".join(parts)


def _length(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _size(files: tuple[str, ...]) -> int | None:
    """Bytes of all files; None where one of them is a pipe or not there."""
    try:
        return None if "-" in files else sum(Path(name).stat().st_size for name in files)
    except OSError:
        return None
