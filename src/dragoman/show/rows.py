"""Rows of a table on a terminal: names of actors with what is known of them."""

import sys
from typing import TYPE_CHECKING, TextIO

from dragoman.show.words import printable
from dragoman.who import Own

if TYPE_CHECKING:
    from rich.text import Text


def cells(heads: tuple[str, ...], rows: list[tuple[str, ...]], out: TextIO) -> None:
    """Columns as wide as the terminal lets them be; those that no row fills are left out."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    shown = [k for k in range(len(heads)) if any(row[k] for row in rows)]
    for k in shown:
        table.add_column(heads[k], overflow="fold")
    for row in rows:
        table.add_row(*(_text(row[k]) for k in shown))
    if rows:
        Console(file=out, highlight=False, soft_wrap=False).print(table)


def own_rows(rows: tuple[Own, ...]) -> None:
    heads = ("name", "also", "kind", "country", "sector", "office", "members", "first", "last", "id")
    cells(heads, [_own(row) for row in sorted(rows, key=lambda row: row.key)], sys.stdout)


def _own(row: Own) -> tuple[str, ...]:
    several = ("; ".join(part) for part in (row.also, row.members))
    also, members = several
    first, last = (day.isoformat() if day else "" for day in (row.first, row.last))
    return (
        row.name, also, row.kind, row.country or "", row.sector, row.office, members, first, last, row.id,
    )  # fmt: skip


def _text(words: str) -> "Text":
    from rich.text import Text

    return Text(printable(words))
