"""Files read for a command: articles out of bytes, records out of articles; what cannot be read is told."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from dragoman.show.source import source, trouble

if TYPE_CHECKING:
    from dragoman.read import Given
    from dragoman.show.errors import Tally
    from dragoman.show.progress import Progress
    from dragoman.things import Article, Record


def records(
    articles: Iterable["Article"], least: float = 0.0, ontology: Path | None = None
) -> Iterator["Record"]:
    """The records, in order. The books are opened once there is an article: a wrong name is told at once."""
    ahead = iter(articles)
    first = next(ahead, None)
    if first is None:
        return
    from dragoman.compose import surer
    from dragoman.farm import read_many
    from dragoman.show.training import tools_of

    for record in read_many(chain((first,), ahead), tools_of(ontology)):
        yield surer(record, least)


def articles(
    files: tuple[str, ...], given: "Given", tally: "Tally", progress: "Progress"
) -> Iterator["Article"]:
    """The articles of all files; what cannot be read is told and counted."""
    from dragoman.read import Rejected, Unreadable, read_bytes
    from dragoman.show.progress import Passed

    for name in files:
        try:
            with source(name) as stream:
                passed = cast(BinaryIO, Passed(stream, progress))
                for found in read_bytes(passed, "standard input" if name == "-" else name, given):
                    if isinstance(found, Rejected):
                        tally.tell(found)
                    else:
                        tally.read += 1
                        yield found
        except Unreadable as stop:
            tally.tell(stop.rejected)
        except OSError as wrong:
            tally.tell(Rejected("E100", "a file", name, *trouble(name, wrong)))
