#!/usr/bin/env python3
"""How well the record is read: quality.py [--check] [--show]

Scores what `dragoman read` writes on ../shared/annotation/development (never trained on) with
../shared/annotation/score.py, on the seed article against ../shared/gold/seed.json, and where nothing is to be coded.
--check exits 1 where a figure is below bench/floors.toml; --show prints what the seed missed.
"""

import argparse
import importlib.util
import sys
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path

import alarms
import seed

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"


def readings(name: str = "development") -> tuple[dict, dict, dict, dict]:
    """The passages' sentences, what the coder records of them, what is read, and the records, by passage."""
    from dragoman.read import Given, read_text
    from dragoman.river import read_article
    from dragoman.show.record_json import as_dict
    from dragoman.tools import open_tools

    folder = SHARED / "annotation" / name
    score = score_module()
    texts = {row["id"]: row["sentences"] for row in score.read(folder / "sentences.jsonl")}
    gold = {row["id"]: score.from_annotation(row) for row in score.read(folder / "annotation.jsonl")}
    predicted, records = {}, {}
    for key, sentences in texts.items():
        record = read_article(read_text(" ".join(sentences), given=Given(key=key)), open_tools())
        records[key] = as_dict(record)
        predicted[key] = score.from_record(records[key], sentences)
    return texts, gold, predicted, records


def development(name: str = "development") -> dict[str, float]:
    """Figures of score.py on annotated passages."""
    texts, gold, predicted, _ = readings(name)
    found = score_module().score(texts, gold, predicted)
    for view, figures in found.items():
        print(f"{view:10}", "  ".join(f"{k} {v}" for k, v in figures.items()))
    right, matched = sectors(gold, predicted)
    print(f"sector     accuracy {right / max(1, matched):.3f}  matched {matched}")
    return {
        f"{name}_{view}": figures.get("f1", figures.get("accuracy", 0)) for view, figures in found.items()
    } | {f"{name}_sector": right / max(1, matched)}


def sectors(gold: dict, predicted: dict) -> tuple[int, int]:
    """Of the parties that score.py matches in "mention", how many have the coder's sector, and how many there are."""
    right = matched = 0
    for key, sentences in gold.items():
        for i, (events, _) in sentences.items():
            ours = _parties(predicted[key].get(i, ([], []))[0])
            for party, sector in _parties(events).items():
                if party in ours:
                    matched += 1
                    right += ours[party] == sector
    return right, matched


def _parties(events: list[dict]) -> dict[tuple[str, frozenset], str]:
    """The sector of each mention, by its head word and countries; of two that are alike the one coded more often."""
    told: dict[tuple[str, frozenset], Counter] = {}
    for party in (p for e in events for p in (*e["actor"], *e["recipient"]) if p["text"]):
        key = (score_module().head(party["text"]), party["country"])
        told.setdefault(key, Counter())[party["sector"]] += 1
    return {key: found.most_common(1)[0][0] for key, found in told.items()}


@lru_cache(maxsize=1)
def score_module():
    spec = importlib.util.spec_from_file_location("score", SHARED / "annotation" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--check", action="store_true")
    asked.add_argument("--show", action="store_true")
    got = asked.parse_args()
    if not SHARED.exists():
        print("skipped: ../shared is not here")
        return 0
    quiet = alarms.measured()
    print(f"quiet: {quiet['coded']} of {quiet['sentences']} sentences coded where nothing is to be coded")
    figures = development() | seed.measured(got.show) | {"false_alarms_in_100": quiet["coded_in_100"]}
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    low = [f"{k}: {figures[k]} is below {v}" for k, v in floors["at_least"].items() if figures[k] < v]
    low += [f"{k}: {figures[k]} is above {v}" for k, v in floors["at_most"].items() if figures[k] > v]
    print(*low, sep="\n")
    return 1 if got.check and low else 0


if __name__ == "__main__":
    sys.exit(main())
