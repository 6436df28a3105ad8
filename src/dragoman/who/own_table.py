"""Own table: a user's actors as CSV, checked cell by cell, and written again in one form."""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dragoman.who.own import Own
from dragoman.who.own_cells import Cells, Wrong, own_row
from dragoman.who.registry import Registry

COLUMNS = ("id", "name", "also", "surname", "kind", "country", "sector", "office", "members", "first", "last")
SEEN = ("count", "articles", "example")  # what a list of unknown names adds; passed over here
NEEDED = ("name", "kind")
LONGEST = 2000  # characters of a cell
OTHER_ID = "give one of them an id of its own; or, if both are one, a name under also"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a table, where, and what to do. Row 1 holds the columns' names; `column` may be empty."""

    row: int
    column: str
    why: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table as read: its rows, its faults, and how many rows of a list of unknown names have no kind yet."""

    rows: tuple[Own, ...]
    faults: tuple[Fault, ...]
    undecided: int = 0


def own_table(text: str, registry: Registry) -> Table:
    """All rows of a CSV text, and everything that is wrong with it. Rows are good only where there is no fault."""
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        numbered = [(n, cells) for n, cells in enumerate(lines, 1) if any(c.strip() for c in cells)]
    except csv.Error as wrong:
        why = f"it is no CSV ({wrong})"
        return _nothing(lines.line_num, why, "put cells with a comma or a quotation mark in double quotes")
    if not numbered:
        return _nothing(1, "it is empty", "begin with dragoman actors template")
    head = [name.strip().lower() for name in numbered[0][1]]
    if faults := tuple(_of_head(head)):
        return Table((), faults)
    return _rows(head, numbered[1:], registry)


def written(rows: tuple[Own, ...]) -> str:
    """The rows as CSV: the same rows in any order give the same text."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(sorted(_cells(row) for row in rows))
    return out.getvalue()


def fingerprint(rows: tuple[Own, ...]) -> str:
    """Twelve figures that stand for these rows."""
    return hashlib.sha256(written(rows).encode()).hexdigest()[:12]


def _nothing(row: int, why: str, remedy: str) -> Table:
    return Table((), (Fault(row, "", why, remedy),))


def _of_head(head: list[str]) -> Iterator[Fault]:
    """What is wrong with the names of the columns."""
    if len(head) == 1 and any(mark in head[0] for mark in ";\t"):
        yield Fault(1, "", "its cells are not separated by commas", "save it as CSV with commas, in UTF-8")
        return
    for name in NEEDED:
        if name not in head:
            yield Fault(1, name, "there is no such column", f"the columns are {','.join(COLUMNS)}")
    for name in dict.fromkeys(head):
        if name not in COLUMNS and name not in SEEN:
            yield Fault(1, name, "it is none of the columns", f"the columns are {','.join(COLUMNS)}")
        elif head.count(name) > 1:
            yield Fault(1, name, "there are two such columns", "leave one out")


def _rows(head: list[str], numbered: list[tuple[int, list[str]]], registry: Registry) -> Table:
    rows: dict[tuple[str, ...], tuple[int, Own]] = {}
    faults: list[Fault] = []
    undecided = 0
    for number, cells in numbered:
        if len(cells) != len(head):
            remedy = "give each column a cell, if an empty one; put a cell with a comma in double quotes"
            faults.append(Fault(number, "", f"it has {len(cells)} cells, not {len(head)}", remedy))
            continue
        whole = {name: " ".join(cell.split()) for name, cell in zip(head, cells, strict=True)}
        row: Cells = {name: cell for name, cell in whole.items() if name in COLUMNS}
        if whole.get("count") and not row["kind"]:
            undecided += 1
            continue
        found, wrong = own_row(row, registry)
        faults += [Fault(number, w.column, w.why, w.remedy) for w in (*_too_long(row), *wrong)]
        if found:
            faults += _twice(number, found, rows)
            rows.setdefault(found.key, (number, found))
    return Table(tuple(row for _, row in rows.values()), tuple(faults), undecided)


def _too_long(row: Cells) -> Iterator[Wrong]:
    for name, cell in row.items():
        if len(cell) > LONGEST:
            yield Wrong(name, f"it has {len(cell):,} characters", f"{LONGEST:,} are the most")


def _twice(number: int, row: Own, rows: dict[tuple[str, ...], tuple[int, Own]]) -> Iterator[Fault]:
    """A row that differs from an earlier one in nothing that tells them apart. The same row twice is no fault."""
    earlier = rows.get(row.key)
    if earlier and earlier[1] != row:
        what = "name" if earlier[1].name == row.name else "id"
        same = f"the same {what}, kind, country, office and first day as row {earlier[0]}"
        remedy = "leave one of them out, or give days" if what == "name" else OTHER_ID
        yield Fault(number, "", f"it has {same}", remedy)


def _cells(row: Own) -> tuple[str, ...]:
    several = (";".join(part) for part in (row.also, row.surname, row.members))
    also, surname, members = several
    first, last = (_iso(day) for day in (row.first, row.last))
    return (
        row.id, row.name, also, surname, row.kind, row.country or "", row.sector, row.office, members, first, last,
    )  # fmt: skip


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
