#!/usr/bin/env python3
"""Recall on corpora of others that nothing here was trained on: elsewhere.py

RAMS and WikiEvents (../shared/data/evaluate), mapped to our types by elsewhere.toml. An event is found where a report's
trigger stands on its trigger or within a word of it; "typed" where the type is one of those mapped. A
participant is found where a party of such a report shares a word with it.
"""

import argparse
import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
EVALUATE = HERE.parent.parent / "shared" / "data" / "evaluate"
MAP = tomllib.loads((HERE / "elsewhere.toml").read_text(encoding="utf-8"))
ROLES = tuple(MAP["participants"]["roles"].split())
DRAWS = 1000


@dataclass(frozen=True)
class Asked:
    """One event of another corpus: characters of its trigger and of those who take part."""

    types: tuple[str, ...]
    trigger: tuple[int, int]
    participants: tuple[tuple[int, int], ...]


def rams() -> Iterator[tuple[str, list[Asked]]]:
    """(Text, events) of each document."""
    for row in _rows(EVALUATE / "events_rams" / "dev.jsonlines"):
        text, places = _set([token for sentence in row["sentences"] for token in sentence])
        asked = []
        for first, last, ((name, _),) in row["evt_triggers"]:
            ties = [t for (a, _), t, role in row["gold_evt_links"] if a == first and role.endswith(ROLES)]
            parties = tuple((places[a][0], places[b][1]) for a, b in ties)
            asked.append(Asked(_mapped("rams", name), (places[first][0], places[last][1]), parties))
        yield text, [a for a in asked if a.types]


def wikievents() -> Iterator[tuple[str, list[Asked]]]:
    for row in _rows(EVALUATE / "events_wikievents" / "dev.jsonl"):
        text, places = _set(row["tokens"])
        spans = {e["id"]: (places[e["start"]][0], places[e["end"] - 1][1]) for e in row["entity_mentions"]}
        asked = []
        for event in row["event_mentions"]:
            at = event["trigger"]
            parties = tuple(
                spans[a["entity_id"]]
                for a in event["arguments"]
                if a["entity_id"] in spans and a["role"].endswith(ROLES)
            )
            place = (places[at["start"]][0], places[at["end"] - 1][1])
            asked.append(Asked(_mapped("wikievents", event["event_type"]), place, parties))
        yield text, [a for a in asked if a.types]


def measured(documents: Iterator[tuple[str, list[Asked]]]) -> dict[str, object]:
    """Recall of events, of their types and of their participants, with counts and 95 % intervals over events."""
    from dragoman import read

    found: list[tuple[bool, bool, int, int]] = []
    for text, asked in documents:
        record = read(text) if asked else None
        shift = text.find(record.article.text[:40]) if record else 0
        for event in asked:
            near = [
                r
                for r in record.reports
                if r.trigger.start + shift <= event.trigger[1] + 1
                and event.trigger[0] <= r.trigger.stop + shift + 1
            ]
            parties = [m.span for r in near for m in (*r.actors, *r.recipients) if m.span]
            hit = sum(
                any(p.start + shift < stop and start < p.stop + shift for p in parties)
                for start, stop in event.participants
            )
            found.append((bool(near), any(r.type in event.types for r in near), hit, len(event.participants)))
    return {
        "events": len(found),
        "event_recall": _share([(int(f[0]), 1) for f in found]),
        "typed_recall": _share([(int(f[1]), 1) for f in found]),
        "participants": sum(f[3] for f in found),
        "participant_recall": _share([(f[2], f[3]) for f in found]),
    }


def _share(rows: list[tuple[int, int]]) -> list[float]:
    """The share, and the ends of its 95 % bootstrap interval."""
    chance = random.Random(1)

    def one(drawn: list[tuple[int, int]]) -> float:
        return sum(a for a, _ in drawn) / max(1, sum(b for _, b in drawn))

    drawn = sorted(one(chance.choices(rows, k=len(rows))) for _ in range(DRAWS))
    return [round(x, 3) for x in (one(rows), drawn[DRAWS // 40], drawn[-DRAWS // 40])]


def _set(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """The tokens with a space between, and where each stands."""
    places, start = [], 0
    for token in tokens:
        places.append((start, start + len(token)))
        start += len(token) + 1
    return " ".join(tokens), places


def _mapped(corpus: str, name: str) -> tuple[str, ...]:
    fitting = [key for key in MAP[corpus] if name == key or name.startswith(key + ".")]
    return tuple(MAP[corpus][max(fitting, key=len)]) if fitting else ()


def _rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def both() -> dict[str, dict[str, object]]:
    return {"rams": measured(rams()), "wikievents": measured(wikievents())}


if __name__ == "__main__":
    argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    ).parse_args()
    if EVALUATE.exists():
        print(json.dumps(both(), indent=1))
    else:
        print("skipped: ../shared is not here")
