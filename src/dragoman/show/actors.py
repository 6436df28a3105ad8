"""The commands `actors`: a user's own actors added, listed and removed; the unknown names of a corpus."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.show.errors import DONE, IN_FULL, UNREADABLE, USAGE, Stop, Tally, in_full

if TYPE_CHECKING:
    from dragoman.who import Own
    from dragoman.who.own_table import Fault, Table

TEMPLATE = """\
id,name,also,surname,kind,country,sector,office,members,first,last
,Tarek Benali,Tariq Benali;Abu Rashid,Benali,person,MLI,REB,rebel commander,,2024-03,
,Front of the Three Rivers,FTR,,armed,MLI,REB,,,2024,
,Coastal Five,,,group,,,,GHA;TGO;BEN;NGA;CIV,2025-01-15,
"""
LISTED = click.Choice(["table", "csv"])


@click.group()
def actors() -> None:
    """Actors of your own: read, who and the Python API know them from the moment they are added.

    A record says with which own actors it was read: `own_actors` are figures that stand for them, as do doctor
    and --version. They are kept in your data folder, or in the file that DRAGOMAN_ACTORS names; with
    DRAGOMAN_ACTORS= (empty) none are used.

    \b
    dragoman actors unknown records.jsonl -o unknown.csv     who is named and not known, how often
    dragoman actors add unknown.csv                          once kind, country, office are filled in
    """


@actors.command()
@click.argument("file", metavar="FILE.csv or -")
def add(file: str) -> None:
    """Check a table of actors and add it. Where a cell is wrong, nothing is added.

    \b
    Columns, in any order; only name and kind must be there:
    name      as news write it
    also      other spellings and names, separated by ;
    surname   by what the person is called later; the name's last word where empty
    kind      person, body, group, armed, party, firm, media
    country   code or name of the state; of a person needed
    sector    PLOVER's: GOV, MIL, REB, OPP, PTY, JRN, BUS …
    office    of a person: foreign minister, rebel commander, journalist
    members   of a group: states, separated by ;
    first     the first day: YYYY-MM-DD, YYYY-MM, YYYY; empty where not known
    last      the last day; empty where it still runs
    id        your own, if you have one

    A row with the name, kind, country, office and first day of one added before takes its place.
    """
    from dragoman.show.kept import keep, kept, place

    target = place()
    table = _checked(file)
    before = {row.key: row for row in kept(target)}
    after = before | {row.key: row for row in table.rows}
    if after != before:
        keep(target, tuple(after.values()))
    _told(before, table)
    click.echo(_sum(tuple(after.values()), target))


@actors.command("list")
@click.option("--format", "shape", type=LISTED, help="Default: table on a terminal, csv elsewhere.")
def list_(shape: str | None) -> None:
    """Show your own actors; as csv, in the form in which they can be added elsewhere."""
    from dragoman.show.kept import kept, place
    from dragoman.show.rows import own_rows
    from dragoman.who import written

    target = place()
    rows = kept(target)
    if (shape or ("table" if sys.stdout.isatty() else "csv")) == "csv":
        click.echo(written(rows), nl=False)
        return
    if rows:
        own_rows(rows)
    click.echo(_sum(rows, target))


@actors.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME…")
def remove(names: tuple[str, ...]) -> None:
    """Remove your own actors of these names or ids, with all their rows."""
    from dragoman.show.kept import keep, kept, place

    target = place()
    rows = kept(target)
    gone = {row.key for name in names for row in _of_name(name, rows)}
    left = tuple(row for row in rows if row.key not in gone)
    keep(target, left)
    click.echo(f"{len(rows) - len(left)} removed")
    click.echo(_sum(left, target))


@actors.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE… or -")
@click.option(
    "--at-least", "least", type=click.IntRange(1), default=1, help="Leave out names said less often."
)
@click.option(
    "--format", "shape", type=LISTED, help="Default: by the ending of -o; else table on a terminal."
)
@click.option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")
def unknown(files: tuple[str, ...], least: int, shape: str | None, output: str | None) -> None:
    """List the names of a corpus that nobody knows, the most frequent first, with what the words tell of them.

    FILE is anything that dragoman read takes, or records that it wrote. As csv the list has the columns of
    actors add: fill in kind and what else you know of those that matter to you, and add it; rows without a
    kind are left out.
    """
    from dragoman.show.output import opened, refuse_overwriting
    from dragoman.show.unknown import names, write_csv, write_table

    target = Path(output) if output and output != "-" else None
    refuse_overwriting(target, files)
    tally = Tally()
    with opened(target) as out:
        found = [name for name in names(files, tally) if name.count >= least]
        if shape == "table" or (shape is None and target is None and sys.stdout.isatty()):
            write_table(found, out)
        elif tally.read:
            write_csv(found, out)
    tally.close()
    raise SystemExit(DONE if tally.read else UNREADABLE)


@actors.command()
def template() -> None:
    """Print a table to begin with: the columns and three invented rows."""
    click.echo(TEMPLATE, nl=False)


def _checked(file: str) -> "Table":
    """The table in a file; leaves with 3 where anything in it is wrong, after telling all of it."""
    from dragoman.tools import shipped_registry
    from dragoman.who import own_table

    name = "standard input" if file == "-" else file
    table = own_table(_text(file, name), shipped_registry())
    for number, fault in enumerate(table.faults):
        _tell(fault, name, number < IN_FULL)
    if table.faults:
        count = len(table.faults)
        click.echo(f"nothing was added: {count:,} fault{'' if count == 1 else 's'}", err=True)
        raise SystemExit(UNREADABLE)
    if not table.rows:
        why = "no row has a kind yet" if table.undecided else "it holds no rows"
        raise Stop("E141", "cannot read actors", name, why, "fill in at least one row", UNREADABLE)
    return table


def _text(file: str, name: str) -> str:
    from dragoman.show.source import source, trouble

    try:
        with source(file) as stream:
            return stream.read().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        remedy = "save it as CSV in UTF-8 (in Excel: CSV UTF-8)"
        raise Stop("E141", "cannot read actors", name, "it is not UTF-8", remedy, UNREADABLE) from wrong
    except OSError as wrong:
        raise Stop("E100", "cannot read a file", name, *trouble(name, wrong), UNREADABLE) from wrong


def _tell(fault: "Fault", name: str, whole: bool) -> None:
    """A fault on stderr: the first ones in full, the others in a line; what to do is always said."""
    where = f"{name}, row {fault.row}" + (f", column {fault.column}" if fault.column else "")
    if whole:
        click.echo(in_full("E140", "cannot add an actor", where, fault.why, fault.remedy), err=True)
    else:
        click.echo(f"E140 {where}: {fault.why} → {fault.remedy}", err=True)


def _told(before: dict[tuple[str, ...], "Own"], table: "Table") -> None:
    new = sum(row.key not in before for row in table.rows)
    same = sum(before.get(row.key) == row for row in table.rows)
    parts = ((new, "added"), (len(table.rows) - new - same, "changed"), (same, "there already"))
    click.echo(", ".join(f"{count} {what}" for count, what in parts if count))
    if table.undecided:
        rows = "1 row has" if table.undecided == 1 else f"{table.undecided:,} rows have"
        click.echo(f"{rows} no kind yet: left out", err=True)


def _sum(rows: tuple["Own", ...], file: Path) -> str:
    """ "3 rows (own actors 0a1b2c3d4e5f) in /home/…/actors.csv" """
    from dragoman.show.words import count
    from dragoman.who import fingerprint

    stands = f" (own actors {fingerprint(rows)})" if rows else ""
    return f"{count(len(rows), 'row')}{stands} in {file}"


def _of_name(name: str, rows: tuple["Own", ...]) -> list["Own"]:
    """The rows of an actor by name or id. Raises Stop, naming those that are nearly so called."""
    asked = name.casefold()
    found = [row for row in rows if asked in (row.id.casefold(), *(n.casefold() for n in row.names))]
    if found:
        return found
    from rapidfuzz import process

    names = {n: n.casefold() for row in rows for n in row.names}
    near = [n for _, _, n in process.extract(asked, names, limit=3, score_cutoff=70)]
    remedy = f"did you mean {', '.join(near)}?" if near else "see dragoman actors list"
    raise Stop("E143", "cannot remove an actor", name, "no own actor is called so", remedy, USAGE)
