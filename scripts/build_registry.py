#!/usr/bin/env python3
"""Writes states.csv and leaders.csv of src/dragoman/data/registry/; with --check only says whether they still fit.

    build_registry.py FACTS [--check]

FACTS is a folder with
    factbook_intervals.jsonl     The World Factbook, public domain: names of states and peoples, capitals, who leads
    countries/country-codes.csv  datahub.io, PDDL: names of countries and their codes
Beside this script stand registry_names.csv (how news write a person whom the Factbook writes otherwise) and
registry_tenures.csv (what the Factbook lacks or gives wrongly, each with its reason); both are our own. Persons who
are in own_officers.csv of the registry get its id, so that one person has one.
"""

import csv
import io
import json
import sys
from pathlib import Path

import registry_envoys
import registry_leaders
import registry_lineage
import registry_states

REGISTRY = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "data" / "registry"
Record = dict[str, str]


def main() -> int:
    args = [a for a in sys.argv[1:] if a != "--check"]
    if len(args) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    pages = _pages(Path(args[0]))
    if "--check" not in sys.argv[1:]:
        for name, page in pages.items():
            (REGISTRY / name).write_text(page, encoding="utf-8")
        return 0
    wrong = [n for n, page in pages.items() if not _fits(REGISTRY / n, page)]
    for name in wrong:
        print(f"{name} does not fit its sources: run scripts/build_registry.py FACTS", file=sys.stderr)
    return 1 if wrong else 0


def _pages(facts: Path) -> dict[str, str]:
    with (facts / "factbook_intervals.jsonl").open(encoding="utf-8") as lines:
        book: list[Record] = [json.loads(line) for line in lines]
    listed = _rows(facts / "countries" / "country-codes.csv")
    states = registry_states.rows(book, listed, _rows(REGISTRY / "own_states.csv"))
    codes, full = registry_states.codes(listed), registry_states.sovereign(listed)
    own = _rows(REGISTRY / "own_officers.csv")
    leaders = registry_leaders.rows(book, codes, full, own)
    led = [dict(zip(registry_leaders.HEAD, row, strict=True)) for row in leaders]
    called = [(r["code"], r["names"]) for r in _rows(REGISTRY / "own_states.csv")] + [s[:2] for s in states]
    envoys = registry_envoys.rows(book, _missions(facts), codes, called, (own, led))
    lineage = registry_lineage.rows(_rows(registry_lineage.own_rows()), listed, codes)
    return {
        "states.csv": _page(registry_states.HEAD, states),
        "leaders.csv": _page(registry_leaders.HEAD, leaders),
        "envoys.csv": _page(registry_envoys.HEAD, envoys),
        "codes.csv": _page(registry_lineage.HEAD, lineage),
    }


def _missions(facts: Path) -> list[Record]:
    with (facts / "us_diplomacy" / "us_chiefs_of_mission.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _page(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return out.getvalue()


def _fits(path: Path, page: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == page


def _rows(path: Path) -> list[Record]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


if __name__ == "__main__":
    sys.exit(main())
