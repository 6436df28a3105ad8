#!/usr/bin/env python3
"""Lessons from news that nobody annotated: unlabelled.py --teachers RUN/craft.pt … --out lessons.jsonl

Several networks that have learned mark sentences of VOA news together; what they are sure of becomes a
lesson, the rest is not asked (self-training: Scudder 1965; Xie et al. 2020). No sentence of an annotated
passage, of training or of development, is among them.
"""

import argparse
import json
import random
import re
from pathlib import Path

import news
import torch
from corpora import SILENT, Lesson
from labels import ENGINE, ROLES, SCHOOL
from network import Network
from pieces import Batch, batch
from torch import Tensor
from train import MARKS, tokenizer

from dragoman.parse.pieces import Cutter
from dragoman.parse.words import words as split
from dragoman.things import Span

SENTENCES, SEED = 9000, 6
LENGTHS = range(6, 46)  # words of a sentence
SURE = 0.6  # mean chance from which a mark is taught
UNSURE = (0.35, 0.65)  # a trigger or cue with a tie between these is not asked for its ties
QUIET = 0.35  # share of the sentences without a trigger that are taught


def sentences(shared: Path) -> list[str]:
    """Sentences of the news that stand in no annotated passage."""
    known = {
        _plain(sentence)
        for part in ("train", "development")
        for row in _rows(shared / "annotation" / part / "sentences.jsonl")
        for sentence in row["sentences"]
    }
    texts = news.sentences(shared)
    known |= {_plain(text) for _, own, _ in news.passages(MARKS, texts) for text in own}
    pool = [text for text in texts if len(text.split()) in LENGTHS and _plain(text) not in known]
    random.Random(SEED).shuffle(pool)
    return pool[:SENTENCES]


def taught(texts: list[str], teachers: list[Network], cutter: Cutter) -> list[Lesson]:
    """A lesson for each sentence of which the teachers are sure enough."""
    plain = [Lesson([s.of(t) for s in split(t, Span(0, len(t)))], origin="unlabelled") for t in texts]
    plain.sort(key=lambda lesson: len(lesson.words))
    chance, found = random.Random(SEED), []
    for k in range(0, len(plain), 32):
        b = batch(plain[k : k + 32], cutter)
        answers = _answers(b, teachers)
        for i, lesson in enumerate(b.lessons):
            if len(lesson.words) < b.firsts.shape[1]:
                _teach(lesson, {name: answer[i] for name, answer in answers.items()})
                if any(label > 0 for label in lesson.choices["trigger"]) or chance.random() < QUIET:
                    found.append(lesson)
    return found


def _answers(b: Batch, teachers: list[Network]) -> dict[str, Tensor]:
    """The mean of the teachers' chances, by head."""
    total: dict[str, Tensor] = {}
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for teacher in teachers:
            marks = teacher(b.pieces, b.shapes, b.firsts, tuple(h.name for h in ENGINE))
            for head in ENGINE:
                mark = marks[head.name].float()
                chances = mark.sigmoid() if head.kind == "pair" else mark.softmax(-1)
                total[head.name] = total.get(head.name, torch.zeros(())) + chances / len(teachers)
    return total


def _teach(lesson: Lesson, answer: dict[str, Tensor]) -> None:
    """Fills in what is sure; word 0 is the opening mark."""
    count = len(lesson.words) + 1
    best = {name: answer[name][:count].max(-1) for name in answer if name != "role"}
    for name in ("trigger", "party", "cue"):
        chances, labels = best[name]
        lesson.choices[name] = [SILENT] + [
            int(labels[j]) if chances[j] > SURE else SILENT for j in range(1, count)
        ]
    triggers = [j for j in range(1, count) if lesson.choices["trigger"][j] > 0]
    cues = [j for j in range(1, count) if lesson.choices["cue"][j] == 1]
    asked = {"mode": triggers, "status": triggers}
    asked["sector"] = [j for j in range(1, count) if lesson.choices["party"][j] > 0]
    for name, words in asked.items():
        chances, labels = best[name]
        lesson.choices[name] = [
            int(labels[j]) if j in words and chances[j] > 0.5 else SILENT for j in range(count)
        ]
    ties = answer["role"][:count, :count]
    rows = [j for j in triggers if _is_clear(ties[j], "actor", "recipient")]
    rows += [j for j in cues if _is_clear(ties[j], "speaker") and j not in rows]
    lesson.rows["role"] = sorted(rows)
    lesson.pairs["role"] = [(j, c, r) for j in rows for c, r in (ties[j] > 0.5).nonzero().tolist()]


def _is_clear(ties: Tensor, *roles: str) -> bool:
    chances = ties[:, [ROLES.index(role) for role in roles]]
    return not bool(((chances > UNSURE[0]) & (chances < UNSURE[1])).any())


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text.lower())


def _rows(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def opened(path: Path) -> Network:
    network = Network((*ENGINE, *SCHOOL))
    network.load_state_dict(torch.load(path))
    return network.eval()


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared"))
    asked.add_argument("--teachers", type=Path, nargs="+", required=True)
    asked.add_argument("--out", type=Path, required=True)
    got = asked.parse_args()
    torch.set_num_threads(1)
    lessons = taught(sentences(got.data), [opened(p) for p in got.teachers], Cutter(tokenizer()))
    lines = (json.dumps([x.words, x.choices, x.pairs, x.rows]) + "\n" for x in lessons)
    got.out.write_text("".join(lines), encoding="utf-8")
    print(len(lessons), "lessons")
