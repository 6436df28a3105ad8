"""Directory: the registry for questions, with what no text needs: envoys, lineages, memberships, origins."""

import tomllib
from dataclasses import replace
from pathlib import Path

from dragoman.who.cells import first_day, last_day, rows, several
from dragoman.who.registry import Membership, Questions, Registry, Statehood
from dragoman.who.tables import SPOKEN_OF, open_registry

ASKED_FOR = (*SPOKEN_OF, "envoys.csv")
MEMBERS = ["body", "country", "first", "last"]
CODES = [
    *("code", "names", "first", "last", "record", "standing", "iso", "iso2", "fips", "cow", "gw", "cameo"),
    *("before", "after"),
]


def open_directory(folder: Path) -> Registry:
    """The registry for questions. It knows thousands of envoys more, whose names in a text would be others'."""
    return replace(open_registry(folder, ASKED_FOR), questions=_questions(folder / "registry"))


def _questions(tables: Path) -> Questions:
    book = tomllib.loads((tables / "offices.toml").read_text(encoding="utf-8"))
    origins = tomllib.loads((tables / "origins.toml").read_text(encoding="utf-8"))
    return Questions(
        asked={words: tuple(offices) for words, offices in book["asked"].items()},
        instead=book["instead"],
        origins={k: f"{o['says']} ({o['licence']})" for k, o in origins.items()},
        states=tuple(_statehood(where, row) for where, row in rows(tables / "codes.csv", CODES)),
        members=tuple(
            Membership(r["body"], r["country"], first_day(r["first"], where), last_day(r["last"], where))
            for where, r in rows(tables / "own_members.csv", MEMBERS)
        ),
    )


def _statehood(where: str, row: dict[str, str]) -> Statehood:
    return Statehood(
        row["code"], tuple(several(row["names"])),
        first_day(row["first"], where), last_day(row["last"], where), row["record"], row["standing"],
        row["iso"], row["iso2"], row["fips"], row["cow"], row["gw"], row["cameo"],
        tuple(several(row["before"])), tuple(several(row["after"])),
    )  # fmt: skip
