#!/usr/bin/env python3
"""Writes docs/validation.md, how well the engine that is here reads: validation.py [--speed] [--pairs FILE]

Everything is measured anew but two: the pairs of PLV, which need five trainings (training/folds.py writes the file
that --pairs names), and the speed, which is measured with --speed on a machine with nothing else to do. What is not
measured keeps the lines of the page as it is.
"""

import argparse
import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import alarms
import asides
import elsewhere
import quality
import table

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "validation.md"
ENGINE = HERE.parent / "src" / "dragoman" / "data" / "engine" / "engine.json"
CODERS = {"type": 0.91, "pair": 0.82, "event": 0.79, "mention": 0.91, "statement": 0.96}
VIEWS = ("type", "pair", "event", "exact", "mention", "statement")
DRAWS = 500


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--speed", action="store_true")
    asked.add_argument("--pairs", type=Path)
    got = asked.parse_args()
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    about = json.loads(ENGINE.read_text(encoding="utf-8"))
    texts, gold, predicted, records = quality.readings()
    parts = [
        _head(about),
        _whole(texts, gold, predicted),
        _by_type(texts, gold, predicted),
        _confusion(texts, gold, predicted),
        _lost(texts, gold, predicted),
        _calibration(about, texts, gold, records),
        _pairs(json.loads(got.pairs.read_text())) if got.pairs else _kept(before, "Given pairs"),
        _elsewhere(),
        *asides.parts(),
        _alarms(),
        _speed() if got.speed else _kept(before, "Speed"),
        _licences(),
    ]
    PAGE.write_text("\n".join(part.strip() + "\n" for part in parts if part.strip()), encoding="utf-8")


def _head(about: dict) -> str:
    return f"""# Validation

Written by `python bench/validation.py` for the engine whose sha256 begins `{about["sha256"][:12]}`. Its companion is
[the engine's card](engine-card.md). Intervals in brackets hold 95 % of {DRAWS} bootstrap draws of passages (for other
corpora, of events or rows). The development passages guided choices between training runs, so what they show is a
little flattered; nothing was trained on them."""


def _whole(texts: dict, gold: dict, predicted: dict) -> str:
    score = quality.score_module()
    whole = score.score(texts, gold, predicted)
    chance, drawn = random.Random(1), {view: [] for view in VIEWS}
    for _ in range(DRAWS):
        some = chance.choices(list(texts), k=len(texts))
        parts = [
            {f"{k}-{n}": part.get(k, {}) for n, k in enumerate(some)} for part in (texts, gold, predicted)
        ]
        for view, row in score.score(*parts).items():
            if view in drawn:
                drawn[view].append(row["f1"])
    lines = [
        f"| {view} | {row['gold']} | {row['precision']:.3f} | {row['recall']:.3f} | {row['f1']:.3f} "
        f"{_interval(drawn[view])} | {CODERS.get(view, '')} |"
        for view, row in whole.items()
        if view in VIEWS
    ]
    status = whole["status"]
    right, matched = quality.sectors(gold, predicted)
    says = (
        f"{len(texts)} passages, {sum(map(len, texts.values()))} sentences of VOA news, each read by one coder, from"
        " text to record. An event is right where type and the countries of both sides are; the last column is the F1"
        f" of two coders on 24 other passages. Status is right in {status['accuracy']:.3f} of the {status['matched']}"
        f" events that match, the sector in {right / matched:.3f} of the {matched} mentions that do."
    )
    columns = "what | in the annotation | precision | recall | F1 | two coders"
    return table.part("Development passages", says, columns, lines)


def _by_type(texts: dict, gold: dict, predicted: dict) -> str:
    rows: dict[str, Counter] = {}
    for ours, theirs in _sentences(texts, gold, predicted):
        for view in ("type", "event"):
            wanted, found = (Counter(k[view] for k in side) for side in (theirs, ours))
            for key, n in wanted.items():
                name = key if view == "type" else key[0]
                rows.setdefault(name, Counter())[f"{view} gold"] += n
            for key, n in found.items():
                name = key if view == "type" else key[0]
                rows.setdefault(name, Counter())[f"{view} found"] += n
            for key, n in (wanted & found).items():
                rows[key if view == "type" else key[0]][f"{view} right"] += n
    lines = []
    for name, c in sorted(rows.items(), key=lambda row: -row[1]["type gold"]):
        shares = [c["type right"] / max(1, c[part]) for part in ("type found", "type gold")]
        both = [2 * c[f"{v} right"] / max(1, c[f"{v} gold"] + c[f"{v} found"]) for v in ("type", "event")]
        cells = " | ".join(f"{x:.2f}" for x in (*shares, *both))
        lines.append(f"| {name} | {c['type gold']} | {c['type found']} | {cells} |")
    return table.part("By type", "", "type | n | found | precision | recall | type F1 | event F1", lines)


def _confusion(texts: dict, gold: dict, predicted: dict) -> str:
    """In sentences where each side has types that the other has not: which stand against which."""
    mixed: Counter = Counter()
    alone = Counter()
    for ours, theirs in _sentences(texts, gold, predicted):
        wanted, found = (Counter(k["type"] for k in side) for side in (theirs, ours))
        missed, extra = wanted - found, found - wanted
        if missed and extra:
            mixed.update((a, b) for a in missed for b in extra)
        else:
            alone.update({"missed": missed.total(), "made up": extra.total()})
    pairs = "; ".join(f"{a} for {b} ({n})" for (b, a), n in mixed.most_common(12))
    return f"""## Confusion

Where a sentence lacks one type and has another in its place, most often: {pairs}. Beside these,
{alone["missed"]} events are missed and {alone["made up"]} made up in sentences that have nothing in their place."""


def _lost(texts: dict, gold: dict, predicted: dict) -> str:
    lost: Counter = Counter()
    for ours, theirs in _sentences(texts, gold, predicted):
        left = Counter(k["event"] for k in ours)
        for event in theirs:
            if left[event["event"]] > 0:
                left[event["event"]] -= 1
                lost["right"] += 1
                continue
            like = [k["event"][1] for k in ours if k["type"] == event["type"]]
            lost[_why(event["event"][1], like)] += 1
    total = lost.total()
    lines = [f"| {why} | {n} | {n / total:.2f} |" for why, n in lost.most_common()]
    return "\n".join(
        [
            "## Where events are lost",
            "| of the events in the annotation | n | share |",
            "|---|---|---|",
            *lines,
        ]
    )


def _why(wanted: tuple, like: list[tuple]) -> str:
    """Of an event whose sentence has none left like it: what is wrong with the nearest of its type."""
    if not like:
        return "no event of the type in the sentence"
    if wanted in like:
        return "told twice, found once"
    if any(pair[0] == wanted[0] for pair in like):
        return "type and actors right, recipients wrong"
    if any(pair[1] == wanted[1] for pair in like):
        return "type and recipients right, actors wrong"
    return "type right, both sides wrong"


def _calibration(about: dict, texts: dict, gold: dict, records: dict) -> str:
    kept = about["reliability"]
    score = quality.score_module()
    sure: list[tuple[float, bool]] = []
    for key, sentences in texts.items():
        wanted = {i: Counter(k["event"] for k in score.keys(row[0])) for i, row in gold[key].items()}
        for report in records[key]["reports"]:
            ((i, (told, _)),) = score.from_record(
                records[key] | {"reports": [report], "statements": []}, sentences
            ).items()
            event = next(iter(score.keys(told)))["event"]
            right = wanted.get(i, Counter())[event] > 0
            sure.append((report["confidence"], right))
            if right:
                wanted[i][event] -= 1
    bins = [[row for row in sure if int(min(row[0], 0.999) * 10) == k] for k in range(10)]
    means = [(sum(r[0] for r in b) / len(b), sum(r[1] for r in b) / len(b), len(b)) for b in bins if b]
    error = sum(n * abs(a - b) for a, b, n in means) / len(sure)
    kept_lines = [f"| kept | {b['sure']:.2f} | {b['right']:.2f} | {b['n']} |" for b in kept["bins"]]
    lines = [f"| development | {a:.2f} | {b:.2f} | {n} |" for a, b, n in means]
    says = (
        "`confidence` is the chance that a coder records the row with this type and these countries. Its rule is fitted"
        " on passages kept from training. Expected calibration error (ten equal bins):"
        f" {kept['ece']:.3f} on {kept['n']} reports of the kept passages, each fifth judged by a rule fitted on the"
        f" others; {error:.3f} on {len(sure)} reports of the development passages."
    )
    return table.part("Confidence", says, "passages | says | is right | n", [*kept_lines, *lines])


def _pairs(found: dict) -> str:
    each = "; ".join(f"{name} {f1:.2f}" for name, f1 in sorted(found["f1"].items(), key=lambda x: -x[1]))
    low, high = found["interval_95"]
    return f"""## Given pairs

`dragoman pair` on {found["rows"]} rows of PLV's training file, each told by a network that had learned from the other
four fifths (`make pairs`): macro-F1 over its fifteen classes **{100 * found["macro_f1"]:.1f}** [{100 * low:.1f},
{100 * high:.1f}], accuracy {100 * found["accuracy"]:.1f}. By class: {each}.

Published on PLV's test file, which is not here: dictionary coder 46.3, GPT-4 61.5, best zero-shot 82.4, ConfliBERT
supervised 86.7. Theirs learned from the whole training file, ours from four fifths of it and from our annotation."""


def _elsewhere() -> str:
    rows = []
    for name, row in elsewhere.both().items():
        cells = " | ".join(
            f"{row[k][0]:.3f} [{row[k][1]:.3f}, {row[k][2]:.3f}]"
            for k in ("event_recall", "typed_recall", "participant_recall")
        )
        rows.append(f"| {name} | {row['events']} | {row['participants']} | {cells} |")
    says = (
        "Recall on corpora of others that nothing here was trained on, mapped by `bench/elsewhere.toml`. Many of their"
        " events are no politics (crimes, accidents, sport), so recall is not to reach 1."
    )
    columns = "corpus | events | participants | event noticed | with the type | participant among the parties"
    return table.part("Elsewhere", says, columns, rows)


def _alarms() -> str:
    found = alarms.measured()
    return f"""## False alarms

Of {found["sentences"]} sentences of ordinary news and of GUM's genres that are not political,
{found["coded"]} were coded: {found["coded_in_100"]} in a hundred."""


def _speed() -> str:
    done = subprocess.run(
        [sys.executable, HERE / "speed.py", "--json"], capture_output=True, text=True, check=True
    )
    parts = json.loads(done.stdout)
    lines = [
        f"| {name.replace('_', ' ')} | {value:,.{0 if value > 100 else 2}f} |"
        for part in ("start", "stream", "limit", "beside")
        for name, value in parts[part].items()
        if name != "skipped"
    ]
    says = (
        f"By `bench/speed.py` on {os.cpu_count()} cores with nothing else of ours to do: 400-word articles, raw text"
        " to record, in one process. spaCy and the matrix work alone are timed on one core. No trained pipeline of"
        " spaCy is on PyPI: the one here is the largest that its generator builds for a CPU, untrained, which costs"
        " the same. Published for orientation, on other machines: spaCy lg 10,014 words a second, Stanza 878, spaCy"
        " trf 684; none of them finds events."
    )
    return table.part("Speed", says, "what | figure", lines)


def _licences() -> str:
    card = (HERE.parent / "docs" / "engine-card.md").read_text(encoding="utf-8")
    table = card.partition("## What it learned from")[2].partition("## ")[0]
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return "\n".join(["## Trained on", "", *lines])


def _kept(page: str, heading: str) -> str:
    """A part of the page as it was."""
    _, mark, rest = page.partition(f"## {heading}\n")
    return mark + rest.partition("\n## ")[0] if mark else ""


def _sentences(texts: dict, gold: dict, predicted: dict):
    """What is read and what is annotated, sentence by sentence, as the scorer's keys."""
    score = quality.score_module()
    for key, sentences in texts.items():
        for i in range(len(sentences)):
            yield tuple(list(score.keys(side.get(key, {}).get(i, ([], []))[0])) for side in (predicted, gold))


def _interval(drawn: list[float]) -> str:
    drawn = sorted(drawn)
    return f"[{drawn[DRAWS // 40]:.3f}, {drawn[-DRAWS // 40]:.3f}]"


if __name__ == "__main__":
    main()
