"""The unlabelled VOA news as text, and our annotation of it.

`marks/*.jsonl` hold annotation of passages of fourteen sentences without their text: a passage begins at sentence
`first` of ../shared/data/news/voa/sentences.jsonl, and words are [start, stop) in characters of a sentence as
`set_plain` sets it.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PASSAGE = 14  # sentences
_TIGHT = re.compile(r" (?=[.,;:!?%)\]]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b|' )|(?<=[(\[$]) ")


def set_plain(tokens: list[str]) -> str:
    """A sentence as it is printed: no space before a comma, none inside quotation marks."""
    parts = _TIGHT.sub("", " ".join(tokens)).split('"')
    return '"'.join(part.strip() if k % 2 else part for k, part in enumerate(parts))


def sentences(shared: Path) -> list[str]:
    """All sentences of the news, in its order."""
    with (shared / "data" / "news" / "voa" / "sentences.jsonl").open(encoding="utf-8") as lines:
        return [set_plain(json.loads(line)["tokens"]) for line in lines]


def passages(folder: Path, texts: list[str]) -> Iterator[tuple[str, list[str], dict[str, Any]]]:
    """(Name, sentences, annotation in the form of the guidelines) of each passage in `marks/`."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            own = texts[row["first"] : row["first"] + PASSAGE]
            told = [_quoted(own[s["i"]], s) for s in row["sentences"]]
            name = f"news-{row['first']}"
            yield name, own, {"id": name, "sentences": told}


def _quoted(text: str, row: dict[str, Any]) -> dict[str, Any]:
    """The annotation of a sentence with its words in place of their offsets."""

    def quote(span: list[int] | None) -> str | None:
        return None if span is None else text[span[0] : span[1]]

    def party(cell: list[Any]) -> dict[str, Any]:
        return {"text": quote(cell[0]), "code": cell[1]}

    events = [
        {
            "trigger": quote(e["trigger"]), "type": e["type"], "mode": e.get("mode"), "status": e["status"],
            "when": quote(e.get("when")),
            **{role: [party(p) for p in e.get(role, [])] for role in ("actor", "recipient", "said_by")},
        }
        for e in row.get("events", [])
    ]  # fmt: skip
    statements = [
        {
            "speaker": party(q["speaker"]),
            "cue": quote(q.get("cue")),
            "words": quote(q["words"]),
            "kind": q["kind"],
        }
        for q in row.get("statements", [])
    ]
    return {"i": row["i"], "events": events, "statements": statements}
