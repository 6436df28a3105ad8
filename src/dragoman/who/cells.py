"""Cells: the rows of a table, their lists and their days, read and checked."""

import csv
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from pathlib import Path


class RegistryBroken(Exception):
    """A table of the registry holds something that it must not."""


def rows(path: Path, head: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    if not path.exists():
        raise RegistryBroken(f"{path} is missing")
    with path.open(encoding="utf-8", newline="") as lines:
        read = csv.DictReader(lines)
        if read.fieldnames != head:
            raise RegistryBroken(f"{path}: row 1: its columns must be {','.join(head)}")
        for number, row in enumerate(read, 2):
            if None in row or None in row.values() or not row[head[0]]:
                raise RegistryBroken(f"{path}: row {number}: not {len(head)} cells, or the first is empty")
            yield f"{path}: row {number}", row


def several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def first_day(cell: str, where: str) -> date | None:
    return _day(cell, where, last=False)


def last_day(cell: str, where: str) -> date | None:
    return _day(cell, where, last=True)


def _day(cell: str, where: str, last: bool) -> date | None:
    if not cell:
        return None
    try:
        parts = [int(p) for p in cell.split("-")]
        year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
        return date(year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1] if last else 1)
    except (ValueError, IndexError) as wrong:
        raise RegistryBroken(f"{where}: {cell!r} is no day") from wrong
