#!/usr/bin/env python3
"""How well times are read: times.py [--train] [--show]

The measure is TempEval-3's, task A. A time that is found matches one in the annotation where the two share at least
one character, each with one other at most, in the order of the text; relaxed precision, recall and F1 count these
matches, strict ones only those of the very same characters. Type and value are right where they are the same as in
the annotation, and their F1 is the share that is right of the matches, times relaxed F1. The times that an annotation
gives for the document itself (its day of print) are left out, and that day is handed over as `article.published`; of
ours, terms of office and named wars and summits, which TIMEX3 does not count as times.

Without --train: ../shared/data/evaluate/timex, 183 newspaper texts (TimeBank). No rule was made from its texts or its
single errors, at which nobody looked; its totals, also by reading, were seen while the rules were made.
With --train: ../shared/data/train/timex, 16 histories of wars (WikiWars; all its types are DATE, so type says nothing
there), and the dates marked in ../shared/data/train/ud_gum_open, whose days are compared. --show, only with --train,
prints what is missed and what is wrong. No engine is needed.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "shared" / "data"
NEWS = DATA / "evaluate" / "timex" / "timebank.jsonl"
WARS = DATA / "train" / "timex" / "wikiwars.jsonl"
_DATE = re.compile(r'<date when:::"([^"]+)"')
GUM = DATA / "train" / "ud_gum_open" / "train.conllu"
WORDS = HERE.parent / "src" / "dragoman" / "data" / "words"


@dataclass(frozen=True, slots=True)
class Named:
    """An expression with its TIMEX3 type and value."""

    start: int
    stop: int
    type: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the times that its annotation has."""

    id: str
    text: str
    published: date | None
    times: tuple[Named, ...]


def figures(path: Path = NEWS) -> dict[str, float]:
    """Spans, strict and relaxed, types and values: precision, recall and F1, from 0 to 1."""
    return _figures([(t.times, read(t.text, t.published)) for t in annotated(path)])


def annotated(path: Path) -> list[Text]:
    """The texts of a file in the form of timebank.jsonl."""
    return [_text(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _text(row: dict) -> Text:
    times = [
        Named(t["start"], t["end"], t["type"], t["value"] or "", t["text"])
        for t in row["timex3"]
        if t.get("functionInDocument") != "CREATION_TIME" and t["start"] is not None and t["start"] >= 0
    ]
    published = date.fromisoformat(row["dct"][:10]) if row["dct"] else None
    return Text(row["id"], row["text"], published, tuple(sorted(times, key=lambda t: t.start)))


def read(text: str, published: date | None) -> tuple[Named, ...]:
    """The times that the room `when` finds in a text, with their TIMEX3 types."""
    from dragoman import parse, when
    from dragoman.things import Article, Span

    article = Article(id="", text=text, sha256="", story=(Span(0, len(text)),), published=published)
    found = when.times(article, parse.sentences(text, article.story), _calendar())
    return tuple(
        Named(t.span.start, t.span.stop, kind(t.granularity, t.value or ""), t.value or "", t.text)
        for t in found
        if t.granularity != "term"
    )


def _calendar(opened: list = []) -> object:  # noqa: B006
    from dragoman import when

    if not opened:
        opened.append(when.open_calendar(WORDS))
    return opened[0]


def kind(granularity: str, value: str) -> str:
    """The TIMEX3 type of a time of ours, which has none."""
    if granularity == "set":
        return "SET"
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value and not value.endswith("_REF") else "DATE"


def _figures(pairs: Iterable[tuple[tuple[Named, ...], tuple[Named, ...]]]) -> dict[str, float]:
    seen: Counter[str] = Counter()
    for wanted, found in pairs:
        seen.update(gold=len(wanted), found=len(found))
        seen.update(t.type for t in wanted)
        seen.update(f"{t.type} found" for t in found)
        seen["strict"] += len({(t.start, t.stop) for t in wanted} & {(t.start, t.stop) for t in found})
        for a, b in matches(wanted, found):
            seen.update(relaxed=1, type=a.type == b.type, value=a.value == b.value)
            seen[f"{a.type} right"] += a.value == b.value
    out: dict[str, float] = {}
    for view in ("strict", "relaxed"):
        precision, recall = (seen[view] / max(1, seen[side]) for side in ("found", "gold"))
        f1 = 2 * seen[view] / max(1, seen["found"] + seen["gold"])
        out |= {f"{view}_precision": precision, f"{view}_recall": recall, f"{view}_f1": f1}
    for view in ("type", "value"):
        share = seen[view] / max(1, seen["relaxed"])
        out |= {f"{view}_accuracy": share, f"{view}_f1": share * out["relaxed_f1"]}
    for name in ("DATE", "TIME", "DURATION", "SET"):
        out[f"{name.lower()}_value"] = seen[f"{name} right"] / max(1, seen[name])
        out |= {name.lower(): seen[name], f"{name.lower()}_found": seen[f"{name} found"]}
    return out | {"gold": seen["gold"], "found": seen["found"]}


def matches(wanted: tuple[Named, ...], found: tuple[Named, ...]) -> Iterator[tuple[Named, Named]]:
    """Each time of the annotation with the first one found that shares a character with it and is still free."""
    free = list(found)
    for a in wanted:
        b = next((b for b in free if a.start < b.stop and b.start < a.stop), None)
        if b:
            free.remove(b)
            yield a, b


def gum() -> tuple[int, int, int]:
    """Of the dates that GUM marks: how many, how many found, and of how many the days are right."""
    days = {row["doc"]: row["date"] for row in map(json.loads, (GUM.parent / "docs.jsonl").open())}
    seen: Counter[str] = Counter()
    for doc, text, marks in _gum_texts(GUM):
        published = date.fromisoformat(days[doc]) if len(days.get(doc) or "") == 10 else None
        found = read(text, published)
        for start, stop, value in marks:
            seen["marked"] += 1
            seen.update(_gum_found(found, start, stop, value))
    return seen["marked"], seen["found"], seen["right"]


def _gum_texts(path: Path) -> Iterator[tuple[str, str, list[tuple[int, int, str]]]]:
    """Each document's name, its text, and where its dates stand with what they are marked as."""
    name, text, marks, opened = "", "", [], None
    for line in [*path.read_text(encoding="utf-8").splitlines(), "# newdoc id = "]:
        if line.startswith("# newdoc id"):
            if name:
                yield name, text, marks
            name, text, marks, opened = line.rpartition(" ")[2], "", [], None
        elif line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        cells = line.split("\t")
        if len(cells) != 10 or not cells[0].isdigit():
            continue
        start, text = len(text), text + cells[1]
        if begun := _DATE.search(cells[9]):
            opened = (start, begun[1])
        if opened and "</date>" in cells[9]:
            marks, opened = [*marks, (opened[0], len(text), opened[1])], None
        text += "" if "SpaceAfter=No" in cells[9] else " "


def _gum_found(found: tuple[Named, ...], start: int, stop: int, value: str) -> list[str]:
    here = next((t for t in found if t.start < stop and start < t.stop), None)
    if here is None:
        return []
    return ["found", *(["right"] if here.value[:10] == value else [])]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--train", action="store_true")
    asked.add_argument("--show", action="store_true")
    got = asked.parse_args()
    if got.show and not got.train:
        asked.error("single errors are shown on --train only")
    for name, value in figures(WARS if got.train else NEWS).items():
        print(f"{name:18} {value:.3f}" if isinstance(value, float) else f"{name:18} {value}")
    if got.train:
        print("dates of ud_gum_open: {} marked, {} found, {} with the same days".format(*gum()))
    if got.show:
        show(WARS)


def show(path: Path) -> None:
    """What is missed, what is found and not wanted, and what has another value."""
    for text in annotated(path):
        found = read(text.text, text.published)
        pairs = list(matches(text.times, found))
        for t in sorted({*text.times, *found} - {t for pair in pairs for t in pair}, key=lambda t: t.start):
            print("MISSED" if t in text.times else "EXTRA ", _around(text.text, t), t.value, sep=" | ")
        for a, b in pairs:
            if a.value != b.value:
                print("VALUE ", _around(text.text, a), b.text, a.value, b.value, sep=" | ")


def _around(text: str, t: Named) -> str:
    before, after = text[max(0, t.start - 60) : t.start], text[t.stop : t.stop + 30]
    return re.sub(r"\s+", " ", f"{before}[{text[t.start : t.stop]}]{after}")


if __name__ == "__main__":
    main()
