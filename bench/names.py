#!/usr/bin/env python3
"""How many of the names in a text its record holds: names.py [--train [SET]] [--show KIND]

A name of the annotation is found where a party or a place of the record, named by a word with a capital letter (so no
pronoun and no "the ministry"), shares at least one character with it; it is whole where their words hold all of it;
and it is known where what is found is in the registry or the gazetteer, as what it is: a person, a body or state, a
place or state. A state counts for all but people, as annotations call it a place also where it acts. "right" is the
share of the record's names that meet any name of the annotation, whatever its kind.

Without --train: ../shared/data/evaluate/ner_worldwide, 116 articles of outlets in Africa, Asia and the Middle East
(Worldwide newswire NER), by which no rule was made. With it: sets that rules were made on, or the one named; and the
places of ../shared/data/news/raw_wikinews_geovirus with their coordinates. --show, only with --train, prints names of
that kind that are missed, or with "wrong" what is named and is none.
"""

import argparse
import json
import math
import random
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from named_texts import DATA, TRAIN, Name, Text, worldwide

KINDS = ("person", "body", "place")
NEAR = 161  # kilometres, as in other evaluations of places; of a large country, where its middle is said to be differs
NOUNLIKE = frozenset(
    "he she it they we i you his her its their our my this that these those the a an both some all several many "
    "officials police parliament".split()
)


@dataclass(frozen=True, slots=True)
class Held:
    """What a record names at some words, and as what the books know it."""

    start: int
    stop: int
    known: frozenset[str] = field(default_factory=frozenset)


def figures(texts: list[Text] | None = None) -> dict[str, dict[str, float]]:
    """Rows (asked, found, whole, known: shares of the asked) by kind, and by where the outlet is; then "right"."""
    seen: dict[str, Counter[str]] = {}
    right = told = 0
    for text in worldwide() if texts is None else texts:
        held = read(text.text)
        for name in text.names:
            marks = _marks(name, held)
            rows = [name.kind] if name.kind not in KINDS else [name.kind, f"{name.kind}, {text.group}", "all"]
            for row in rows:
                if not row.endswith(", "):
                    seen.setdefault(row, Counter()).update(marks)
        told += len(held)
        right += sum(any(_meets(h, n) for n in text.names) for h in held)
    rows = {row: _shares(seen[row]) for row in sorted(seen)}
    return rows | {"right": {"told": told, "share": right / max(1, told)}}


def _marks(name: Name, held: list[Held]) -> list[str]:
    near = [h for h in held if _meets(h, name)]
    whole = any(h.start <= name.start and name.stop <= h.stop for h in near)
    known = any(name.kind in h.known for h in near)
    return ["asked", *["found"] * bool(near), *["whole"] * whole, *["known"] * known]


def _meets(held: Held, name: Name) -> bool:
    return held.start < name.stop and name.start < held.stop


def _shares(seen: Counter[str]) -> dict[str, float]:
    return {"asked": seen["asked"]} | {k: seen[k] / seen["asked"] for k in ("found", "whole", "known")}


def read(text: str) -> list[Held]:
    """The parties and places that the record of a text names."""
    record = _record(text)
    starts = {s.start for s in record.sentences}
    found = [
        Held(m.span.start, m.span.stop, _known(m)) for m in record.mentions if m.span and _is_named(m, starts)
    ]
    where = frozenset({"place", "facility"})
    known = ((p, where if p.country or p.lat else frozenset[str]()) for p in record.places)
    return found + [Held(p.span.start, p.span.stop, kinds) for p, kinds in known]


def _is_named(mention: Any, starts: set[int]) -> bool:
    """Whether a word has a capital letter for another reason than that it opens the sentence."""
    first, *rest = (mention.text or "").split()
    opens = mention.span.start in starts and (
        first.lower() in NOUNLIKE or not (mention.actor or mention.name)
    )
    return any(word[0].isupper() for word in ([] if opens else [first]) + rest)


def _known(mention: Any) -> frozenset[str]:
    """As what the registry knows it: as a state it is a people and a place too."""
    if mention.actor is None:
        return frozenset()
    if mention.actor == mention.country:
        return frozenset({"body", "place", "people"})
    return frozenset({"person"} if mention.actor in _tools().registry.persons else {"body"})


def _record(text: str) -> Any:
    from dragoman.river import read_article
    from dragoman.things import Article, Span

    return read_article(Article(id="", text=text, sha256="", story=(Span(0, len(text)),)), _tools())


@cache
def _tools() -> Any:
    from dragoman.tools import open_tools

    return open_tools()


def geovirus() -> dict[str, float]:
    """Of the places of 229 articles on diseases: the share found, placed near, in which case how far; and right."""
    seen: Counter[str] = Counter()
    rows = (DATA / "news" / "raw_wikinews_geovirus" / "articles.jsonl").read_text(encoding="utf-8")
    for row in map(json.loads, rows.splitlines()):
        record = _record(row["text"])
        gold = [_located(where) for where in row["locations"]]
        names = [Name(start, stop, "place") for start, stop, _, _ in gold]
        held = read(row["text"])
        seen["places"] += len(record.places)
        seen["right"] += sum(
            any(p.span.start < n.stop and n.start < p.span.stop for n in names) for p in record.places
        )
        for name, (_, _, lat, lon) in zip(names, gold, strict=True):
            places = [p for p in record.places if p.span.start < name.stop and name.start < p.span.stop]
            seen.update(asked=1, found=any(_meets(h, name) for h in held), as_place=bool(places))
            if spots := [(p.lat, p.lon) for p in places if p.lat is not None]:
                seen["placed"] += 1
                seen["near"] += min(apart(lat, lon, *spot) for spot in spots) <= NEAR
    n = seen["asked"]
    shares = {k: seen[k] / n for k in ("found", "as_place", "placed", "near")}
    return {"asked": n} | shares | {"right": seen["right"] / max(1, seen["places"])}


def _located(where: dict[str, str]) -> tuple[int, int, float, float]:
    start = int(where["start"]) - 1  # the file counts from 1
    return start, start + len(where["name"]), float(where["lat"]), float(where["lon"])


def apart(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two places of the globe."""
    a, b = math.radians(lat), math.radians(other_lat)
    east = math.radians(other_lon - lon)
    part = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(east / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(min(1.0, part)))


def show(texts: list[Text], kind: str) -> None:
    """Names that are missed, or what is named and is none, some at random."""
    rows = []
    for text in texts:
        held = read(text.text)
        spans = (
            [(h.start, h.stop) for h in held if not any(_meets(h, n) for n in text.names)]
            if kind == "wrong"
            else [
                (n.start, n.stop)
                for n in text.names
                if n.kind == kind and not any(_meets(h, n) for h in held)
            ]
        )
        rows += [
            f"{text.text[max(0, a - 50) : a]}[{text.text[a:b]}]{text.text[b : b + 40]}".replace("\n", " / ")
            for a, b in spans
        ]
    print(*random.Random(1).sample(rows, min(60, len(rows))), sep="\n")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--train", nargs="?", const="all", choices=["all", "geovirus", *TRAIN])
    asked.add_argument("--show", choices=[*KINDS, "people", "facility", "other", "wrong"])
    got = asked.parse_args()
    if not DATA.exists():
        print("skipped: ../shared is not here")
        return
    if got.show and got.train not in TRAIN:
        asked.error("single errors are shown on one of the train sets only")
    if got.show:
        show(TRAIN[got.train](), got.show)
    elif got.train == "geovirus":
        _print({"geovirus": geovirus()})
    elif got.train:
        for name in TRAIN if got.train == "all" else [got.train]:
            print(f"-- {name}")
            _print(figures(TRAIN[name]()))
    else:
        _print(figures())


def _print(rows: dict[str, dict[str, float]]) -> None:
    for name, row in rows.items():
        cells = (f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items())
        print(f"{name:24}", "  ".join(cells))


if __name__ == "__main__":
    main()
