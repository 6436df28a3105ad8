"""Texts with their names, from sets of several forms: what bench/names.py measures on."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
WORLDWIDE = DATA / "evaluate" / "ner_worldwide" / "dev.jsonl"
VOA_ROWS = 3000
CALLED = {  # what each set calls them
    "person": "Person PER per politician person",
    "body": "Organization ORG org organisation politicalparty Organisation",
    "place": "Location LOC geo location country Location",
    "people": "NORP gpe Nationality",
    "facility": "Facility",
}
KIND_OF = {word: kind for kind, words in CALLED.items() for word in words.split()}
NO_NAMES = frozenset(
    "Date Money tim Quantity Temporal Weapon MilitaryPlatform Vehicle DocumentReference Coordinate "
    "CommsIdentifier".split()
)


@dataclass(frozen=True, slots=True)
class Name:
    start: int
    stop: int
    kind: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its names. `group` is where it is from."""

    text: str
    names: tuple[Name, ...]
    group: str = ""


def worldwide() -> list[Text]:
    rows = [json.loads(line) for line in WORLDWIDE.read_text(encoding="utf-8").splitlines()]
    return [_of_sentences(zip(row["sents"], row["tags"], strict=True), row["region"]) for row in rows]


def _of_sentences(sentences: Any, group: str = "") -> Text:
    """A text with a line for each sentence."""
    text, names = "", []
    for tokens, tags in sentences:
        line, here = _line(tokens, tags, len(text))
        text, names = f"{text}{line}\n", [*names, *here]
    return Text(text, tuple(names), group)


def _line(tokens: list[str], tags: list[str], offset: int) -> tuple[str, list[Name]]:
    """The tokens with spaces as in print, and the names as B- and I- mark them."""
    line, names, before, opened = "", [], "O", False
    for token, tag in zip(tokens, tags, strict=True):
        close = token in {",", ".", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "”", "’"}
        quote = token in {'"', "``", "''"}
        opened = not opened if quote else opened
        space = not (close or (quote and not opened) or line.endswith(("(", "[", "$", "“")))
        space = space and not (line.endswith('"') and opened and not quote)
        line += " " if space and line else ""
        start = offset + len(line)
        line += {"``": '"', "''": '"'}.get(token, token)
        kind = KIND_OF.get(tag[2:], "other")
        if tag != "O" and tag[2:] not in NO_NAMES:
            goes_on = tag[0] == "I" and before[2:] == tag[2:] and names
            first = names.pop().start if goes_on else start
            names.append(Name(first, offset + len(line), kind))
        before = tag
    return line, names


def _columns(path: Path, word: int, tag: int, parting: str | None) -> Iterator[tuple[list[str], list[str]]]:
    tokens: list[str] = []
    tags: list[str] = []
    for row in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = row.split(parting)
        if not row.strip():
            if tokens:
                yield tokens, tags
            tokens, tags = [], []
        elif not row.startswith("# ") and len(cells) > max(word, tag):
            tokens.append(cells[word])
            tags.append(cells[tag])


def _in_tens(sentences: Iterator[tuple[list[str], list[str]]]) -> list[Text]:
    found = []
    while ten := list(islice(sentences, 10)):
        found.append(_of_sentences(ten))
    return found


def voa() -> list[Text]:
    rows = []
    with (DATA / "news" / "voa" / "sentences.jsonl").open(encoding="utf-8") as lines:
        for line in islice(lines, 20_000, 20_000 + VOA_ROWS):
            row = json.loads(line)
            rows.append((row["tokens"], row["ner"]))
    return _in_tens(iter(rows))


def re3d() -> list[Text]:
    texts = []
    for line in (DATA / "train" / "re3d" / "re3d.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["source"] == "BBC Online":
            continue
        names = [
            Name(e["begin"], e["end"], KIND_OF.get(e["type"], "other"))
            for e in row["entities"]
            if e["type"] not in NO_NAMES and any(word[0].isupper() for word in e["value"].split())
        ]
        texts.append(Text(row["doc"]["text"], tuple(names)))
    return texts


TRAIN: dict[str, Callable[[], list[Text]]] = {
    "voa": voa,
    "re3d": re3d,
    "wikigold": lambda: _in_tens(_columns(DATA / "train/ner_wikigold/wikigold.conll.txt", 0, 1, " ")),
    "politics": lambda: _in_tens(_columns(DATA / "train/ner_crossner_politics/dev.txt", 0, 1, "\t")),
    "ewt": lambda: _in_tens(islice(_columns(DATA / "train/uner_ewt/train.iob2", 1, 2, "\t"), 3000)),
}
