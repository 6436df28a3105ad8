"""Fits the weights of compose's confidence on the kept passages, and says how well it keeps its word.

A report is right where a coder records the same type and the same countries on both sides in that sentence: the
"event" of ../shared/annotation/score.py.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.compose.confidence import features
from dragoman.read import Given, read_text
from dragoman.river import read_article
from dragoman.show.record_json import as_dict
from dragoman.things import Span
from dragoman.tools import Tools

PARTS, BINS, PENALTY, ROUNDS = 5, 10, 1.0, 50
Floats = NDArray[np.float64]


class Noting:
    """Stands in the place of the rule and notes what it would weigh, by trigger."""

    def __init__(self) -> None:
        self.seen: dict[Span, tuple[float, ...]] = {}

    def of(self, act: Any, actors: Any, recipients: Any) -> float:
        self.seen[act.trigger] = features(act, actors, recipients)
        return act.score


@dataclass(frozen=True)
class Judged:
    """The reports of some passages: what the rule weighs [n, 6], whether each is right [n], its passage [n]."""

    signs: Floats
    right: Floats
    passage: Floats


def judged(texts: dict[str, list[str]], gold: dict[str, Any], score: Any, tools: Tools) -> Judged:
    """Reads the passages and judges each report by the annotation. `score` is the module of the scorer."""
    signs, right, passage = [], [], []
    for number, (key, sentences) in enumerate(texts.items()):
        noting = Noting()
        given = read_text(" ".join(sentences), given=Given(key=key))
        record = as_dict(read_article(given, replace(tools, confidence=noting)))  # type: ignore[arg-type]
        told = score.from_record(record, sentences)
        by_sentence: dict[int, list[dict]] = {}
        for report in record["reports"]:
            alone = score.from_record(record | {"reports": [report], "statements": []}, sentences)
            by_sentence.setdefault(next(iter(alone)), []).append(report)
        for i, reports in by_sentence.items():
            wanted = Counter(k["event"] for k in score.keys(gold[key].get(i, ([], []))[0]))
            for report, found in zip(reports, score.keys(told[i][0]), strict=True):
                right.append(float(wanted[found["event"]] > 0))
                wanted[found["event"]] -= 1
                signs.append(noting.seen[Span(*report["trigger"]["span"])])
                passage.append(number)
    return Judged(np.array(signs), np.array(right), np.array(passage))


def fit(rows: Judged) -> Floats:
    """Logistic regression with a small penalty, by Newton's method."""
    weights = np.zeros(rows.signs.shape[1])
    ridge = np.diag([0.0, *[PENALTY] * (len(weights) - 1)])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-rows.signs @ weights))
        slope = rows.signs.T @ (rows.right - chance) - ridge @ weights
        bend = (rows.signs * (chance * (1 - chance))[:, None]).T @ rows.signs + ridge
        weights += np.linalg.solve(bend, slope)
    return weights


def reliability(chance: Iterable[float], right: Iterable[float]) -> dict[str, Any]:
    """Ten equal bins: how sure, how often right, how many; and the expected calibration error (Guo et al. 2017)."""
    chances, rights = np.array(list(chance)), np.array(list(right))
    at = np.minimum((chances * BINS).astype(int), BINS - 1)
    bins = [
        {
            "sure": round(float(chances[at == k].mean()), 3),
            "right": round(float(rights[at == k].mean()), 3),
            "n": n,
        }
        for k in range(BINS)
        if (n := int((at == k).sum()))
    ]
    error = sum(b["n"] * abs(b["sure"] - b["right"]) for b in bins) / max(1, len(chances))
    return {"n": len(chances), "ece": round(error, 3), "bins": bins}


def crossed(rows: Judged) -> dict[str, Any]:
    """Reliability where each fifth of the passages is judged by weights fitted on the others."""
    chance = np.zeros(len(rows.right))
    for part in range(PARTS):
        out = rows.passage % PARTS == part
        weights = fit(Judged(rows.signs[~out], rows.right[~out], rows.passage[~out]))
        chance[out] = 1 / (1 + np.exp(-rows.signs[out] @ weights))
    return reliability(chance, rows.right)
