"""The command `who`: who or what a name or an office means, on a day or ever, with the rows behind it."""

import sys
from datetime import date
from typing import TYPE_CHECKING, TextIO

import click

from dragoman.show.errors import DONE, FOUND, Stop

if TYPE_CHECKING:
    from dragoman.who.asked import Answer, Known, State
    from dragoman.who.offices import Held
    from dragoman.who.registry import Body, Statehood

MOST = 12  # people of one name that a terminal is shown
HEADS = ("office", "country", "sector", "first", "last", "origin")
HOLDS = "●"  # before the rows that hold on the day
TODAY = "today"


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="NAME")
@click.option("--on", "on", metavar="YYYY-MM-DD", help="As of this day, or of today; else all that is known.")
@click.option(
    "--format", "shape", type=click.Choice(["table", "json"]), help="Default: table; json in a pipe."
)
@click.option("--json", "shape", flag_value="json", help="Short for --format json.")
def who(words: tuple[str, ...], on: str | None, shape: str | None) -> None:
    """Say who or what a name means, or who held an office, with the rows of the registry behind it.

    \b
    dragoman who Lavrov --on 2025-02-25
    dragoman who "President Bush" --on 1991-01-01
    dragoman who "the foreign minister of Iran" --on 2009-06-01
    dragoman who BRICS --on today                  a group and its members
    dragoman who Kremlin                           what stands for a state
    """
    from dragoman.show.kept import directory
    from dragoman.who.asked import asked

    question = " ".join(words)
    if not any(c.isalnum() for c in question):
        raise click.BadParameter(
            "it holds no letter and no figure: ask for a name or an office", param_hint="NAME"
        )
    answer = asked(directory(), question, _day(on))
    if (shape or ("table" if sys.stdout.isatty() else "json")) == "json":
        from dragoman.show.who_json import as_line

        click.echo(as_line(answer))
    elif answer.empty:
        raise _nobody(answer)
    else:
        show(answer, sys.stdout)
    raise SystemExit(FOUND if answer.empty else DONE)


def show(answer: "Answer", out: TextIO) -> None:
    """The answer for a terminal; where the rows come from stands beneath, by numbers."""
    origins: dict[str, str] = {}
    if answer.office:
        _office(answer, origins, out)
    for state in answer.states:
        _state(state, answer.day, origins, out)
    for rows in answer.bodies:
        _body(rows, answer.day, out)
    for known in answer.people[:MOST]:
        _person(known, answer.day, origins, out)
    if len(answer.people) > MOST:
        out.write(f"and {len(answer.people) - MOST} more of the name; --json has them all\n\n")
    for origin, number in origins.items():
        out.write(f"{number} {origin}\n")


def _office(answer: "Answer", origins: dict[str, str], out: TextIO) -> None:
    if answer.nearest:
        out.write(f"Nobody is known to have held it on {answer.day}; before and after:\n")
    _named(answer.held or answer.nearest, origins, out)


def _person(known: "Known", day: date | None, origins: dict[str, str], out: TextIO) -> None:
    from dragoman.show.rows import cells

    now = ", ".join(f"{h.office} ({h.country})" for h in known.holding)
    told = f": {now or 'no office known'} on {day}" if day else ""
    out.write(f"{known.name} [{known.id}]{told}\n")
    cells(("", *HEADS), [(HOLDS if h in known.holding else " ", *_row(h, origins)) for h in known.rows], out)
    out.write("\n")


def _named(rows: tuple["Held", ...], origins: dict[str, str], out: TextIO) -> None:
    """Rows of an office with the names of those who held it."""
    from dragoman.show.rows import cells

    cells(("name", *HEADS), [(h.name, *_row(h, origins)) for h in rows], out)
    out.write("\n")


def _row(h: "Held", origins: dict[str, str]) -> tuple[str, ...]:
    number = origins.setdefault(h.origin, f"[{len(origins) + 1}]")
    return (h.office, h.country, h.sector, _iso(h.first), _iso(h.last), number)


def _body(rows: tuple["Body", ...], day: date | None, out: TextIO) -> None:
    from dragoman.show.rows import cells

    gone = day is not None and not any(b.stands(day) for b in rows)
    told = f": not known on {day}" if gone else f" on {day}" if day else ""
    out.write(f"{rows[-1].name} [{rows[-1].id}]{told}\n")
    heads = ("name", "kind", "country", "sector", "first", "last", "members")
    cells(
        heads,
        [
            (b.name, b.kind, b.country or "", b.sector, _iso(b.first), _iso(b.last), " ".join(b.members))
            for b in rows
        ],
        out,
    )
    out.write("\n")


def _state(state: "State", day: date | None, origins: dict[str, str], out: TextIO) -> None:
    out.write(f"{state.name} [{state.code}]\n")
    for told, values in (("names", state.names), ("people", state.people), ("stand for it", state.seats)):
        if values:
            out.write(f"{told}: {'; '.join(values)}\n")
    out.write("\n")
    _statehoods(state.rows, out)
    if state.chiefs:
        out.write(f"on {day}\n")
        _named(state.chiefs, origins, out)


def _statehoods(rows: tuple["Statehood", ...], out: TextIO) -> None:
    """Under which codes a state was known from when to when, and what it came from and became."""
    from dragoman.show.rows import cells

    heads = ("name", "first", "last", "standing", "iso", "fips", "cow", "gw", "cameo", "before", "after")
    cells(
        heads,
        [
            (
                s.names[0], _iso(s.first), _iso(s.last), s.standing, s.iso, s.fips, s.cow, s.gw, s.cameo,
                " ".join(s.before), " ".join(s.after),
            )
            for s in rows
        ],
        out,
    )  # fmt: skip
    out.write("\n")


def _nobody(answer: "Answer") -> Stop:
    near = f"did you mean {', or '.join(answer.like)}?" if answer.like else ""
    remedy = near or "check the spelling; dragoman actors add takes actors of your own"
    return Stop(
        "E144", "nobody known", answer.asked, "no name and no office of the registry fits", remedy, FOUND
    )


def _day(words: str | None) -> date | None:
    from dragoman.read.given import as_day

    if words == TODAY:
        return date.today()
    try:
        return as_day(words) if words else None
    except ValueError as wrong:
        raise click.BadParameter(str(wrong), param_hint="--on") from wrong


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
