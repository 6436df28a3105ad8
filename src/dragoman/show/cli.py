"""The command line. Third-party code is imported inside the commands, so that --help stays quick."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TextIO

import click

if TYPE_CHECKING:
    from dragoman.read import Given
    from dragoman.things import Article, Record

FORMATS = click.Choice(["table", "json", "html"])


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the whole trace when something breaks.")
@click.pass_context
def dragoman(context: click.Context, debug: bool) -> None:
    """Reads news and writes the record of world politics: who did or said what to whom, when, where,
    and on whose word, each entry tied to the words that prove it.

    \b
    dragoman demo                         a first record, no file needed
    dragoman read article.txt             a table on a terminal, JSONL in a pipe
    dragoman read page.html --format html -o record.html
    dragoman read rows.jsonl > records.jsonl
    """
    context.obj = {"debug": debug}


@dragoman.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE… or -")
@click.option("--published", metavar="YYYY-MM-DD", help="Day of publication, where the file does not say.")
@click.option("--publisher", metavar="NAME", help="Who published it, where the file does not say.")
@click.option("--format", "shape", type=FORMATS, help="Default: table on a terminal, json in a pipe.")
@click.option(
    "--json", "shape", flag_value="json", help="Short for --format json: one object an article, a line each."
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here, not to stdout."
)
@click.option("--strict", is_flag=True, help="Exit with 1 where a row or a file could not be read.")
def read(
    files: tuple[str, ...],
    published: str | None,
    publisher: str | None,
    shape: str | None,
    output: Path | None,
    strict: bool,
) -> None:
    """Read articles and write their records.

    FILE is a plain text, an HTML page or JSONL rows {"id", "text", "title", "published", "publisher", "url"};
    - is standard input. What cannot be read is told on stderr, and the rest goes on.
    """
    from dragoman.read import Given

    given = Given(published=_day(published), publisher=publisher)
    with _opened(output) as out:
        count = _Count()
        _write(_records(files, given, count), shape or ("table" if out.isatty() else "json"), out)
    if count.rejected and (count.read or count.rejected > 1):
        click.echo(f"{count.read} articles read, {count.rejected} rejected", err=True)
    if not count.read:
        raise SystemExit(3)
    raise SystemExit(1 if strict and count.rejected else 0)


@dragoman.command()
@click.option("--format", "shape", type=FORMATS, help="Default: table on a terminal, json in a pipe.")
@click.option("--json", "shape", flag_value="json", help="Short for --format json.")
def demo(shape: str | None) -> None:
    """Read an example article, invented for this purpose, and show its record. No file, no network."""
    from datetime import date

    from dragoman.read import Given, read_text
    from dragoman.tools import DATA

    text = (DATA / "demo" / "article.txt").read_text(encoding="utf-8")
    given = Given(key="demo", published=date(2026, 3, 12), publisher="The Invented Courier")
    if shape == "table" or (shape is None and sys.stdout.isatty()):
        click.echo(f"An invented article, not news:\n\n{text}", err=False)
    _write(
        _read([read_text(text, given=given)]),
        shape or ("table" if sys.stdout.isatty() else "json"),
        sys.stdout,
    )


@dragoman.command()
def doctor() -> None:
    """Check the installation: versions, the engine's fingerprint, the books."""
    import platform
    from importlib.metadata import version

    from dragoman.tools import DATA, open_tools

    click.echo(f"dragoman {version('dragoman')}, Python {platform.python_version()}, {platform.platform()}")
    for name in ("onnxruntime", "tokenizers", "trafilatura", "numpy"):
        click.echo(f"  {name} {version(name)}")
    tools = open_tools()
    click.echo(f"  engine {tools.engine.sha256[:16]}, as shipped, in {DATA / 'engine'}")
    click.echo("  codebook, registry, calendar, gazetteer and cues open; nothing here needs a network")


class _Count:
    """How many articles were read and how many rows or files were not."""

    def __init__(self) -> None:
        self.read = self.rejected = 0


def _records(files: tuple[str, ...], given: "Given", count: _Count) -> Iterator["Record"]:
    return _read(_articles(files, given, count))


def _read(articles: Any) -> Iterator["Record"]:
    from dragoman.farm import read_many
    from dragoman.tools import open_tools

    return read_many(articles, open_tools())


def _articles(files: tuple[str, ...], given: "Given", count: _Count) -> Iterator["Article"]:
    """The articles of all files; what cannot be read is told and counted."""
    from dragoman.read import Rejected, Unreadable, read_bytes
    from dragoman.show.errors import tell

    for name in files:
        try:
            with _source(name) as stream:
                for found in read_bytes(stream, "standard input" if name == "-" else name, given):
                    if isinstance(found, Rejected):
                        count.rejected += 1
                        tell(found)
                    else:
                        count.read += 1
                        yield found
        except Unreadable as stop:
            count.rejected += 1
            tell(stop.rejected)
        except OSError as wrong:
            count.rejected += 1
            why = (wrong.strerror or str(wrong)).lower()
            tell(Rejected("E100", "a file", name, why, "check the name, or give - to read standard input"))


@contextmanager
def _source(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as stream:
            yield stream


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
    else:
        with output.open("w", encoding="utf-8") as stream:
            yield stream


def _write(records: Iterator["Record"], shape: str, out: TextIO) -> None:
    if shape == "json":
        from dragoman.show.record_json import as_line

        for record in records:
            out.write(as_line(record) + "\n")
    elif shape == "html":
        from dragoman.show.page import page

        out.write(page(list(records)))
    else:
        from rich.console import Console

        from dragoman.show.table import write

        console = Console(file=out, highlight=False, soft_wrap=False)
        for record in records:
            write(record, console)


def _day(words: str | None) -> Any:
    from dragoman.read.given import as_day

    try:
        return as_day(words) if words else None
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--published") from wrong


def main() -> None:
    """Runs the command line; tells trouble in words unless --debug is given."""
    try:
        dragoman.main(standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as wrong:
        if "--debug" in sys.argv:
            raise
        click.echo(f"E900 {type(wrong).__name__}: {wrong}\n  → dragoman --debug … shows where", err=True)
        sys.exit(3)


if __name__ == "__main__":
    main()
