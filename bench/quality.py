#!/usr/bin/env python3
"""How well the record is read: quality.py [--check] [--show]

Scores what `dragoman read` writes on ../shared/annotation/development (never trained on) with
../shared/annotation/score.py, on the seed article against ../shared/gold/seed.json, and where nothing is to be coded.
--check exits 1 where a figure is below bench/floors.toml; --show prints what the seed missed.
"""

import argparse
import importlib.util
import json
import re
import sys
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import alarms

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
    return {
        f"{name}_{view}": figures.get("f1", figures.get("accuracy", 0)) for view, figures in found.items()
    }


def seed(show: bool) -> dict[str, float]:
    """How much of the seed article's gold is in its record, with and without the day of publication."""
    gold = json.loads((SHARED / "gold" / "seed.json").read_text(encoding="utf-8"))
    raw = (SHARED / "seed" / gold["article"]).read_text(encoding="utf-8")
    with_day, without_day = _read(raw, gold["published"]), _read(raw, None)
    text = with_day["article"]["text"]
    required = [e for e in gold["events"] if not e.get("optional")]
    found = {e["n"]: r for e in gold["events"] if (r := _partner(e, with_day["reports"], text))}
    dated = [e for e in gold["events"] if e["n"] in found and e.get("date")]
    right = [e for e in dated if _same_day(e["date"], found[e["n"]]["happened"])]
    spoken = [s for s in gold["statements"] if _said(s, with_day["statements"], gold)]
    closing = text.find("Source: Aljazeera")
    figures = {
        "seed_events": sum(e["n"] in found for e in required),
        "seed_dates_wrong": len(dated) - len(right),
        "seed_statements": len(spoken),
        "seed_from_closing_lines": sum(r["trigger"]["span"][0] >= closing for r in with_day["reports"]),
        "seed_relative_dates_without_day": sum(
            bool(t["first"]) and not re.search(r"\b\d{4}\b", t["text"]) and t["granularity"] != "term"
            for t in without_day["times"]
        ),
    }
    print(
        f"seed: {figures['seed_events']} of {len(required)} required events, "
        f"{len(found)} of {len(gold['events'])} in all,"
    )
    print(f"      {len(right)} of {len(dated)} dates, {len(spoken)} of {len(gold['statements'])} statements,")
    print(f"      {len(with_day['reports'])} reports in the record")
    if show:
        for e in gold["events"]:
            if e["n"] not in found:
                print("missed", e["n"], e["type"], e["actor"], "->", e["recipient"], "|", e["evidence"])
                for r in _near(e, with_day["reports"], text):
                    print(
                        "    has",
                        r["trigger"]["text"],
                        r["type"],
                        _countries(r["actors"]),
                        "->",
                        _countries(r["recipients"]),
                    )
            elif e in dated and e not in right:
                print("wrong day", e["n"], e["date"], found[e["n"]]["happened"])
        for s in gold["statements"]:
            if s not in spoken:
                print("unheard", s["speaker"], "|", s["words"])
    return figures


def _read(raw: str, published: str | None) -> dict:
    from dragoman.read import Given, read_text
    from dragoman.river import read_article
    from dragoman.show.record_json import as_dict
    from dragoman.tools import open_tools

    given = Given(published=date.fromisoformat(published) if published else None)
    return as_dict(read_article(read_text(raw, given=given), open_tools()))


def _near(event: dict, reports: list[dict], text: str) -> list[dict]:
    start = text.rfind(event["evidence"])
    stop = start + len(event["evidence"])
    return [r for r in reports if start <= r["trigger"]["span"][0] < stop]


def _partner(event: dict, reports: list[dict], text: str) -> dict | None:
    """A report inside the evidence with its type and countries; as in score.py, who visits whom is left open."""
    types = {event["type"], *event.get("also_accepted", [])}
    ends = (set(event["actor"]), set(event["recipient"]))
    for r in _near(event, reports, text):
        has = (_countries(r["actors"]), _countries(r["recipients"]))
        if r["type"] in types and (
            has == ends or (r["type"] == "CONSULT" and has[0] | has[1] == ends[0] | ends[1])
        ):
            return r
    return None


def _countries(parties: Iterable[dict]) -> set[str]:
    return {c for p in parties for c in (p["members"] or [p["country"]]) if c}


def _same_day(gold: str, happened: dict | None) -> bool:
    first, _, last = gold.partition("/")
    last = last or first
    if happened is None or not happened["last"]:
        return False
    return (happened["first"] or "").startswith(first) and happened["last"].startswith(last)


def _said(gold: dict, statements: list[dict], all_gold: dict) -> bool:
    names = next((a["text"] for a in all_gold["actors"] if gold["speaker"] in a["text"]), [gold["speaker"]])
    overlap = score_module().overlap
    return any(
        (s["speaker"]["name"] or s["speaker"]["text"]) in names
        and overlap(gold["words"], s["words"]["text"]) >= 0.5
        for s in statements
    )


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
    figures = development() | seed(got.show) | {"false_alarms_in_100": quiet["coded_in_100"]}
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    low = [f"{k}: {figures[k]} is below {v}" for k, v in floors["at_least"].items() if figures[k] < v]
    low += [f"{k}: {figures[k]} is above {v}" for k, v in floors["at_most"].items() if figures[k] > v]
    print(*low, sep="\n")
    return 1 if got.check and low else 0


if __name__ == "__main__":
    sys.exit(main())
