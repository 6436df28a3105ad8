#!/usr/bin/env python3
"""Chooses the engine's thresholds on the kept passages: report.py --data ../shared --engine DIR

The whole way from text to record is judged, by the views of ../shared/annotation/score.py. The thresholds and what
they reach are written into engine.json, and the weights of the confidence beside them.
"""

import argparse
import importlib.util
import json
from dataclasses import asdict, replace
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import news
from confidence import crossed, fit, judged
from train import KEPT, MARKS

from dragoman.parse.engine import Engine
from dragoman.parse.seen import Thresholds
from dragoman.read import Given, read_text
from dragoman.river import read_article
from dragoman.show.record_json import as_dict
from dragoman.tools import open_tools

GRID = {
    "trigger": (0.3, 0.35, 0.4, 0.45, 0.5),
    "role": (0.1, 0.15, 0.2, 0.3, 0.4, 0.5),
    "party": (0.2, 0.3, 0.4, 0.5),
    "cue": (0.3, 0.4, 0.5, 0.6),
}
JUDGES = ("type", "event", "statement")  # the sum of their F1 decides


class Judge:
    """The kept passages and what a coder records from them; `more`: with those of further news.

    These were annotated by other hands, who mark less: thresholds are chosen without them.
    """

    def __init__(self, shared: Path, more: bool = False) -> None:
        folder = shared / "annotation"
        self.score = _module(folder / "score.py")
        texts = {row["id"]: row["sentences"] for row in self.score.read(folder / "train" / "sentences.jsonl")}
        kept = sorted(KEPT & texts.keys())
        gold = {row["id"]: row for row in self.score.read(folder / "train" / "annotation.jsonl")}
        ours = {name: (own, note) for name, own, note in news.passages(MARKS, news.sentences(shared))}
        further = sorted(KEPT & ours.keys()) if more else []
        self.texts = {key: texts[key] for key in kept} | {key: ours[key][0] for key in further}
        told = {key: gold[key] for key in kept} | {key: ours[key][1] for key in further}
        self.gold = {key: self.score.from_annotation(note) for key, note in told.items()}

    def figures(self, engine: Engine, least: Thresholds) -> dict[str, float]:
        """F1 of each view, and the share of right statuses."""
        engine.thresholds = least
        tools = replace(open_tools(), engine=engine)
        records = {}
        for key, sentences in self.texts.items():
            record = read_article(read_text(" ".join(sentences), given=Given(key=key)), tools)
            records[key] = self.score.from_record(as_dict(record), sentences)
        found = self.score.score(self.texts, self.gold, records)
        return {view: row.get("f1", row.get("accuracy", 0)) for view, row in found.items()}

    def choose(self, engine: Engine) -> tuple[Thresholds, dict[str, float]]:
        """One threshold after the other, each at its best."""
        least = Thresholds()
        for name, values in GRID.items():
            tried = [(self._worth(engine, replace(least, **{name: v})), v) for v in values]
            least = replace(least, **{name: max(tried)[1]})
        return least, self.figures(engine, least)

    def _worth(self, engine: Engine, least: Thresholds) -> float:
        figures = self.figures(engine, least)
        return sum(figures[view] for view in JUDGES)


class Remembering(Engine):
    """An engine that reads each sentence once, however often it is asked with other thresholds."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._read_once = lru_cache(maxsize=None)(lambda words: super(Remembering, self).answers(list(words)))

    def answers(self, words):
        return self._read_once(tuple(words))


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared"))
    asked.add_argument("--engine", type=Path, required=True)
    got = asked.parse_args()
    judge, engine = Judge(got.data), Remembering(got.engine)
    least, reached = judge.choose(engine)
    about = json.loads((got.engine / "engine.json").read_text())
    engine.thresholds = least
    wide = Judge(got.data, more=True)
    rows = judged(wide.texts, wide.gold, wide.score, replace(open_tools(), engine=engine))
    about |= {"thresholds": asdict(least), "kept": reached}
    about |= {"confidence": [round(float(w), 4) for w in fit(rows)], "reliability": crossed(rows)}
    (got.engine / "engine.json").write_text(json.dumps(about, indent=1) + "\n")
    print(json.dumps({k: about[k] for k in ("thresholds", "kept", "confidence", "reliability")}))
