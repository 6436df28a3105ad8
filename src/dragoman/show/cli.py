"""The command line. Third-party code is imported inside the commands, so that --help stays quick."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from dragoman.show.actors import actors
from dragoman.show.commands import FOLDER, pair, train
from dragoman.show.errors import DONE, FOUND, INTERRUPTED, UNREADABLE, Stop, Tally, broken
from dragoman.show.reading import articles, records
from dragoman.show.who import who

if TYPE_CHECKING:
    from datetime import date

    from dragoman.things import Record

FORMATS = click.Choice(["table", "json", "html"])
FORMAT_HELP = "Default: by the ending of -o; else table on a terminal, json in a pipe."
JSON_HELP = "Short for --format json: one object an article, a line each."


def _version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    """Program, engine and the user's own actors: together they decide what a record says."""
    if asked and not context.resilient_parsing:
        from dragoman.show.doctor import engine_print, program_version
        from dragoman.show.kept import in_use

        own = in_use()
        told = f", own actors {own}" if own else ""
        click.echo(f"dragoman {program_version()} (engine {engine_print()}{told})")
        context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the versions of program and engine, and exit.",
)
@click.option("--debug", is_flag=True, help="Show the whole trace when something breaks.")
def dragoman(debug: bool) -> None:
    """Reads news and writes the record of world politics: who did or said what to whom, when, where,
    and on whose word, each entry tied to the words that prove it.

    \b
    dragoman demo                         a first record, no file needed
    dragoman read article.txt             a table on a terminal, JSONL in a pipe
    dragoman read page.html -o record.html
    dragoman read rows.jsonl > records.jsonl
    """


@dragoman.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE… or -")
@click.option("--published", metavar="YYYY-MM-DD", help="Day of publication, where the file does not say.")
@click.option("--publisher", metavar="NAME", help="Who published it, where the file does not say.")
@click.option("--format", "shape", type=FORMATS, help=FORMAT_HELP)
@click.option("--json", "shape", flag_value="json", help=JSON_HELP)
@click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    help="Leave out reports less sure than this; 0.5 means right in every second case.",
)
@click.option("--ontology", type=FOLDER, help="Types of your own, from dragoman train.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write here, not to stdout. It appears only when it is whole.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 where a row or a file could not be read.")
def read(
    files: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    shape: str | None,
    least: float,
    ontology: Path | None,
    output: str | None,
    strict: bool,
) -> None:
    """Read articles and write their records.

    FILE is a plain text, an HTML page or JSONL rows {"id", "text", "title", "published", "publisher", "url"};
    - is standard input. What cannot be read is told on stderr, and the rest goes on.

    \b
    dragoman read article.txt --published 2026-03-12 --publisher "The Invented Courier"
    cat article.txt | dragoman read - --json
    """
    from dragoman.read import Given
    from dragoman.show.output import opened, refuse_overwriting, shape_of
    from dragoman.show.progress import Progress

    given = Given(published=_day(published), publisher=publisher)
    target = Path(output) if output and output != "-" else None
    refuse_overwriting(target, files)
    tally = Tally()
    with opened(target) as out:
        progress = Progress(files, tally, out)
        found = records(articles(files, given, tally, progress), least, ontology)
        _write(progress.watch(found), shape_of(shape, target), out)
    tally.close()
    if not tally.read:
        raise SystemExit(UNREADABLE)
    raise SystemExit(FOUND if strict and tally.rejected else DONE)


@dragoman.command()
@click.option("--format", "shape", type=FORMATS, help="Default: table on a terminal, json in a pipe.")
@click.option("--json", "shape", flag_value="json", help=JSON_HELP)
def demo(shape: str | None) -> None:
    """Read an invented example article and show its record. No file, no network."""
    from dragoman.show.doctor import example
    from dragoman.show.output import opened, shape_of

    article = example()
    shape = shape_of(shape, None)
    with opened(None) as out:
        if shape == "table":
            out.write(f"An invented article, not news:\n\n{article.text}\n\nIts record:\n\n")
        _write(records([article]), shape, out)


@dragoman.command()
def doctor() -> None:
    """Check the installation: versions, the engine's fingerprint, the books, and that no network is used."""
    from dragoman.show.doctor import findings

    sound = True
    for good, words in findings():
        sound &= good
        click.echo(f"{'ok  ' if good else 'FAIL'}  {words}")
    raise SystemExit(DONE if sound else FOUND)


dragoman.add_command(actors)
dragoman.add_command(pair)
dragoman.add_command(train)
dragoman.add_command(who)


def _write(found: Iterable["Record"], shape: str, out: TextIO) -> None:
    if shape == "json":
        from dragoman.show.record_json import as_line

        for record in found:
            out.write(as_line(record) + "\n")
            out.flush()  # whoever reads the pipe has each record as soon as it is made
    elif shape == "html":
        from dragoman.show.page import page

        if whole := list(found):
            out.write(page(whole))
    else:
        from rich.console import Console

        from dragoman.show.table import write

        console = Console(file=out, highlight=False, soft_wrap=False)
        for record in found:
            write(record, console)


def _day(words: str | None) -> "date | None":
    from dragoman.read.given import as_day

    try:
        return as_day(words) if words else None
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--published") from wrong


def main() -> None:
    """Runs the command line; tells trouble in words unless --debug is given."""
    _in_utf8(sys.stdout)
    try:
        sys.exit(dragoman.main(standalone_mode=False))
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        sys.exit(INTERRUPTED)
    except Exception as wrong:
        if "--debug" in sys.argv:
            raise
        stop = wrong if isinstance(wrong, Stop) else broken(wrong)
        stop.show()
        sys.exit(stop.exit_code)


def _in_utf8(stream: Any) -> None:
    """Records are UTF-8 whatever the terminal's language."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8")


if __name__ == "__main__":
    main()
