#!/usr/bin/env python3
"""How well given pairs are told, on rows that were not learned from: folds.py --after NETWORK --out DIR

PLV's training file is cut into five parts by sentence; for each a network learns from the others, beginning with one
that has seen no row of PLV, and answers the part left out. Macro-F1 is over the fifteen classes of PLV: CONCEDE and
RETREAT are one, YIELD. Folds that are done are not done again.
"""

import argparse
import json
import random
from collections import Counter
from pathlib import Path

import given
import torch
from corpora import Lesson, rows
from labels import TYPES
from network import Network
from pieces import batch
from train import FOLDS, TERMS, fold_of, learn, opened, sources, tokenizer

from dragoman.parse.pieces import Cutter

DRAWS = 1000  # of the bootstrap


def told(network: Network, shared: Path, fold: int) -> dict[str, str]:
    """The class that the network gives each row of one part."""
    cutter, found = Cutter(tokenizer()), {}
    for key, words, pair in given.plv(shared / "data" / "train" / "events_plv" / "train.jsonl"):
        if fold_of(words) == fold:
            b = batch([Lesson(words, given=pair)], cutter)
            with torch.no_grad():
                chances = network(b.pieces, b.shapes, b.firsts, ("pair",))["pair"][0].log_softmax(-1)
            actor, recipient, _ = pair
            whole = sum(chances[at].mean(0) for at in ([0], list(actor), list(recipient))).softmax(-1)
            sums: Counter[str] = Counter()
            for name, chance in zip(TYPES, whole.tolist(), strict=True):
                sums["YIELD" if name in given.YIELD else name] += chance
            found[key] = sums.most_common(1)[0][0]
    return found


def macro(right: list[tuple[str, str]]) -> float:
    """Mean F1 over the classes; `right` has (class told, class in the file)."""
    scores = []
    for name in {gold for _, gold in right}:
        hit = sum(a == b == name for a, b in right)
        scores.append(2 * hit / (sum(a == name for a, _ in right) + sum(b == name for _, b in right)))
    return sum(scores) / len(scores)


def report(answers: dict[str, str], shared: Path) -> dict[str, object]:
    gold = {r["id"]: r["root"] for r in rows(shared / "data" / "train" / "events_plv" / "train.jsonl")}
    pairs = [(answers[key], gold[key]) for key in answers]
    chance = random.Random(1)
    drawn = sorted(macro(chance.choices(pairs, k=len(pairs))) for _ in range(DRAWS))
    per_class = {
        name: round(
            2 * sum(a == b == name for a, b in pairs) / sum((a == name) + (b == name) for a, b in pairs), 3
        )
        for name in sorted(set(gold.values()))
    }
    return {
        "rows": len(pairs),
        "macro_f1": round(macro(pairs), 4),
        "interval_95": [round(drawn[25], 4), round(drawn[974], 4)],
        "accuracy": round(sum(a == b for a, b in pairs) / len(pairs), 4),
        "f1": per_class,
    }


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared"))
    asked.add_argument("--after", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--folds", type=int, nargs="+", default=list(range(FOLDS)))
    got = asked.parse_args()
    everything: dict[str, str] = {}
    for fold in got.folds:
        kept = got.out / f"fold-{fold}.json"
        if not kept.exists():
            run = opened(got.out / f"fold-{fold}", got.after, fold)
            learn(sources(got.data, fold), run, [TERMS["pairs"]], fold, 600)
            kept.write_text(json.dumps(told(run.network.eval(), got.data, fold)))
        everything |= json.loads(kept.read_text())
        print(json.dumps(report(everything, got.data)), flush=True)
    if len(got.folds) == FOLDS:
        (got.out / "pairs.json").write_text(json.dumps(report(everything, got.data)) + "\n")
