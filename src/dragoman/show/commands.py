"""The commands beside `read`: pairs that are given, types of one's own."""

from pathlib import Path

import click

from dragoman.show.errors import DONE, UNREADABLE, Tally
from dragoman.show.source import source, trouble

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command()
@click.option("--corpus", "corpus", type=FILE, required=True, help="Annotated articles, JSONL.")
@click.option("--codebook", type=FILE, required=True, help="Your types, TOML.")
@click.option("--from", "start", type=FOLDER, help="An earlier training with the same types, to go on from.")
@click.option("--to", "out", type=click.Path(path_type=Path), required=True, help="The folder to write.")
def train(corpus: Path, codebook: Path, start: Path | None, out: Path) -> None:
    """Teach the engine types of your own from articles that you annotated, and show its report card.

    \b
    dragoman train --corpus my.jsonl --codebook my.toml --to my-types/
    dragoman read article.txt --ontology my-types/
    """
    from dragoman.show.training import train as learn

    click.echo(learn(corpus, codebook, start, out))


@click.command()
@click.argument("file", metavar="ROWS.jsonl or -")
@click.option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")
def pair(file: str, output: str | None) -> None:
    """Say what one given party did to another, of the sixteen types, row by row.

    A row is {"id", "text", "actor": [start, stop], "recipient": [start, stop]}, spans in characters; its answer is
    {"id", "type", "probabilities"}, always one of the sixteen. A row that cannot be read is told on stderr.
    """
    from dragoman.read import Rejected
    from dragoman.show.output import opened, refuse_overwriting
    from dragoman.show.pairs import answers
    from dragoman.tools import open_tools

    target = Path(output) if output and output != "-" else None
    refuse_overwriting(target, (file,))
    tally = Tally("pairs")
    try:
        with source(file) as rows, opened(target) as out:
            for found in answers(rows, "standard input" if file == "-" else file, open_tools()):
                if isinstance(found, Rejected):
                    tally.tell(found)
                else:
                    tally.read += 1
                    out.write(found + "\n")
    except OSError as wrong:
        tally.tell(Rejected("E100", "a file", file, *trouble(file, wrong)))
    if not tally.read and not tally.rejected:
        why = "it holds no rows"
        tally.tell(Rejected("E121", "pairs", file, why, "give a row a line; see dragoman pair --help"))
    tally.close()
    raise SystemExit(DONE if tally.read else UNREADABLE)
