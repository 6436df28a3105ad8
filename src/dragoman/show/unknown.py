"""Names of a corpus that nobody knows: how often, in how many articles, and what the words tell of them."""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TextIO

from dragoman.read import Given, Rejected
from dragoman.show.errors import Tally
from dragoman.show.kept import registry
from dragoman.show.progress import Progress
from dragoman.show.reading import articles, records
from dragoman.show.record_json import as_dict
from dragoman.show.rows import cells
from dragoman.show.source import source
from dragoman.show.words import printable
from dragoman.who.own_cells import known, no_name
from dragoman.who.own_table import COLUMNS, SEEN
from dragoman.who.spot import cut, small

LONGEST = 160  # characters of an example
LIKE_A_RECORD = b'{"schema"'
TOLD = ("country", "sector", "office")  # what the words may tell of somebody
OF_MENTION = ("name", "actor", "span", "members", *TOLD)  # what is needed of a mention

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name, how often it was said and in how many articles, and what was told most often."""

    name: str
    count: int
    articles: int
    told: dict[str, str]
    example: str


@dataclass(slots=True)
class _Heard:
    """All that was heard of one name so far."""

    example: str
    spelled: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    told: dict[str, Counter[str]] = field(default_factory=lambda: {key: Counter() for key in TOLD})


def names(files: tuple[str, ...], tally: Tally) -> list[Unknown]:
    """The unknown names of articles or records, the most frequent first."""
    from dragoman.tools import DATA
    from dragoman.where import open_gazetteer

    book = registry()
    places = open_gazetteer(DATA / "registry")
    heard: dict[tuple[str, ...], _Heard] = {}
    for row in _rows(files, tally):
        for mention in row["mentions"]:
            name = mention["name"]
            if mention["actor"] or not name or not mention["span"] or mention["members"]:
                continue
            if no_name(name, book) or known(name, book) or places.entries(name):
                continue
            _hear(heard, name, mention, row)
    found = (_sum(one) for one in heard.values())
    return sorted(found, key=lambda one: (-one.count, -one.articles, one.name))


def write_csv(found: list[Unknown], out: TextIO) -> None:
    """In the columns of `actors add`, with a column each for count, articles and example."""
    table = csv.DictWriter(out, (*COLUMNS, *SEEN), restval="", lineterminator="\n")
    table.writeheader()
    for one in found:
        seen = {"count": one.count, "articles": one.articles, "example": f"“{one.example}”"}
        table.writerow({"name": one.name, **one.told, **seen})


def write_table(found: list[Unknown], out: TextIO) -> None:
    heads = ("name", "times", "articles", *TOLD, "for example")
    cells(
        heads,
        [
            (
                one.name,
                str(one.count),
                str(one.articles),
                *(one.told.get(key, "") for key in TOLD),
                one.example,
            )
            for one in found
        ],
        out,
    )


def _hear(heard: dict[tuple[str, ...], _Heard], name: str, mention: Json, row: Json) -> None:
    key = small(cut(name))
    one = heard.get(key)
    if one is None:
        one = heard[key] = _Heard(_example(mention["span"], row))
    one.spelled[name] += 1
    one.articles.add(row["article"]["id"])
    for what in TOLD:
        if mention[what]:
            one.told[what][mention[what]] += 1


def _sum(one: _Heard) -> Unknown:
    told = {key: values.most_common(1)[0][0] for key, values in one.told.items() if values}
    return Unknown(
        one.spelled.most_common(1)[0][0], one.spelled.total(), len(one.articles), told, one.example
    )


def _example(span: list[int], row: Json) -> str:
    """The sentence of the span, cut where it is long."""
    text = row["article"]["text"]
    start, stop = next((s for s in row["sentences"] if s[0] <= span[0] < s[1]), span)
    words = printable(text[start:stop])
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"


def _rows(files: tuple[str, ...], tally: Tally) -> Iterator[Json]:
    """Records as JSON has them, whether they were read before or are read now."""
    for name in files:
        if _holds_records(name):
            yield from _records_in(name, tally)
        else:
            progress = Progress((name,), tally, sys.stdout)
            found = progress.watch(records(articles((name,), Given(), tally, progress)))
            yield from map(as_dict, found)


def _holds_records(name: str) -> bool:
    if name == "-":
        peek = getattr(sys.stdin.buffer, "peek", None)
        return bool(peek and not sys.stdin.isatty() and peek(len(LIKE_A_RECORD)).startswith(LIKE_A_RECORD))
    try:
        with source(name) as stream:
            return stream.read(len(LIKE_A_RECORD)) == LIKE_A_RECORD
    except OSError:
        return False  # told when it is read


def _records_in(name: str, tally: Tally) -> Iterator[Json]:
    with source(name) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = _needed(json.loads(line))
            except (ValueError, KeyError, TypeError) as wrong:
                where = f"{'standard input' if name == '-' else name}, line {number}"
                why = f"it is no record ({type(wrong).__name__}: {wrong})"
                tally.tell(
                    Rejected("E112", "a row", where, why, "give records as dragoman read --json writes")
                )
                continue
            tally.read += 1
            yield row


def _needed(row: Json) -> Json:
    """What is needed of a record. Raises where a part of it is missing."""
    article = {key: row["article"][key] for key in ("id", "text")}
    mentions = [{key: mention[key] for key in OF_MENTION} for mention in row["mentions"]]
    return {"article": article, "sentences": row["sentences"], "mentions": mentions}
