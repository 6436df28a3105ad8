"""The engine: sentences in, the same sentences with what it noticed in them.

The only module that runs a neural model. Each sentence is read alone and without padding, so that
its marks never depend on its neighbours, on the batch or on the number of hands (the int8 scales
are taken from whatever is read together).
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.parse.pieces import Cutter
from dragoman.things import Link, PartyMark, SayingMark, Sentence, Span, TriggerMark

LONGEST = 384  # word pieces of one sentence; the words after them are not read
TIED = 0.5  # chance of a tie from which a word is a party whatever else is said of it
NEAR = 0.1  # chance from which a word below the threshold is told as the nearest miss
MAYBE = 0.15  # least chance of being a party by itself, which keeps "and" out
Floats = NDArray[np.float32]


class EngineBroken(Exception):
    """The engine's file is not the one that was shipped."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on a mark counts; chosen on the passages kept from training."""

    trigger: float = 0.4
    party: float = 0.4
    role: float = 0.5
    cue: float = 0.5


class Engine:
    """The neural reader, opened once. `mark` may be called from several threads."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime

        about = json.loads((folder / "engine.json").read_text(encoding="utf-8"))
        weights = (folder / "engine.onnx").read_bytes()
        self.sha256 = hashlib.sha256(weights).hexdigest()
        if self.sha256 != about["sha256"]:
            raise EngineBroken(f"{folder / 'engine.onnx'}: sha256 is {self.sha256}, not {about['sha256']}")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._cutter = Cutter(folder / "tokenizer.json")
        self._types, self._modes, self._statuses = about["types"], about["modes"], about["statuses"]
        self._sectors, self._roles = about["sectors"], {name: i for i, name in enumerate(about["roles"])}
        self.thresholds = Thresholds(**about.get("thresholds", {}))
        self.confidence = tuple(
            about.get("confidence", ())
        )  # weights of compose's rule, fitted with the engine
        self._slices: dict[str, slice] = {}
        start = 0
        for name, size in about["choices"].items():
            self._slices[name] = slice(start, start + size)
            start += size

    def mark(self, text: str, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Each sentence with the parties, triggers and sayings seen in it."""
        return tuple(self._marked(text, sentence) for sentence in sentences)

    def answers(self, words: list[str]) -> tuple[dict[str, Floats], Floats]:
        """Scores of each word for each choice [W, size] and of each pair of words for each role [W, W, 6].

        Word 0 is the opening mark.
        """
        return self._run(words, ())

    def _run(self, words: list[str], marks: Sequence[int]) -> tuple[dict[str, Floats], Floats]:
        pieces, shapes, firsts = self._cutter.cut(words, LONGEST, marks)
        fed = {"pieces": pieces, "shapes": shapes, "firsts": firsts}
        choices, role = self._session.run(None, {k: np.asarray([v], np.int64) for k, v in fed.items()})
        return {name: choices[0][:, part] for name, part in self._slices.items()}, role[0]

    def pair(self, words: list[str], actor: range, recipient: range) -> dict[str, float]:
        """The probability of each type of what the actor did to the recipient, both given as word numbers from 1.

        The sentence is read with the two marked; the opening mark and both parties are asked, and their answers
        multiplied. Raises ValueError where a party stands beyond the last word that is read.
        """
        marks = [1 if k in actor else 2 if k in recipient else 0 for k in range(1, len(words) + 1)]
        choices, role = self._run(words, marks)
        if max(actor.stop, recipient.stop) > len(role):
            raise ValueError(f"the parties stand further apart than the {LONGEST} word pieces read at once")
        scores = choices["pair"]
        scores = scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True))
        total = sum(scores[rows].mean(axis=0) for rows in ([0], list(actor), list(recipient)))
        return dict(zip(self._types, _softmax(np.asarray(total)).tolist(), strict=True))

    def _marked(self, text: str, sentence: Sentence) -> Sentence:
        if len(sentence.words) < 2:
            return sentence
        choices, role = self.answers([w.of(text) for w in sentence.words])
        seen = _Seen(sentence.words[: len(role) - 1], choices, role, self.thresholds, self._roles)
        near = seen.nearest()
        nearest = self._trigger(seen, near, []) if near else None
        if not seen.triggers and not seen.cues:
            return replace(sentence, nearest=nearest)
        parties = seen.parties()
        marks = [self._party(seen, p) for p in parties]
        triggers = tuple(self._trigger(seen, at, parties) for at in seen.triggers)
        sayings = tuple(s for at in seen.cues if (s := seen.saying(at, parties)))
        return replace(sentence, parties=tuple(marks), triggers=triggers, sayings=sayings, nearest=nearest)

    def _party(self, seen: "_Seen", words: range) -> PartyMark:
        scores = _softmax(seen.choices["sector"][words.start : words.stop]).mean(axis=0)
        best = int(scores.argmax())
        return PartyMark(seen.span(words), self._sectors[best], round(float(scores[best]), 3))

    def _trigger(self, seen: "_Seen", at: int, parties: list[range]) -> TriggerMark:
        types = seen.type_scores[at]
        best = int(types[1:].argmax())
        mode = int(seen.choices["mode"][at].argmax())
        links = tuple(seen.links(at, parties))
        tied = any(link.role in ("actor", "recipient") for link in links)
        return TriggerMark(
            span=seen.span(range(at, at + 1)),
            type=self._types[best],
            mode=self._modes[mode - 1] if mode else None,
            status=self._statuses[int(seen.choices["status"][at].argmax())],
            score=round(float(types[1 + best]), 3),
            links=links,
            nearest=None if tied else seen.nearest_party(at, parties),
        )


class _Seen:
    """One sentence's scores, and what they say. Word numbers count from 1; 0 is the opening mark."""

    def __init__(
        self,
        words: tuple[Span, ...],
        choices: dict[str, Floats],
        role: Floats,
        least: Thresholds,
        roles: dict[str, int],
    ) -> None:
        self.words, self.choices, self._role, self._least, self._roles = words, choices, role, least, roles
        self.type_scores = _softmax(choices["trigger"])
        cue = _softmax(choices["cue"])
        self.triggers = [k for k in range(1, len(words) + 1) if self.type_scores[k, 1:].max() > least.trigger]
        self.cues = [
            k for k in range(1, len(words) + 1) if cue[k, 1] > cue[k, 2] and cue[k, 1] + cue[k, 2] > least.cue
        ]

    def span(self, words: range) -> Span:
        return Span(self.words[words.start - 1].start, self.words[words.stop - 2].stop)

    def nearest(self) -> int | None:
        """The likeliest trigger where none is likely enough."""
        chances = self.type_scores[1 : len(self.words) + 1, 1:].max(axis=1)
        return None if self.triggers or chances.max() < NEAR else int(chances.argmax()) + 1

    def nearest_party(self, at: int, parties: list[range]) -> Link | None:
        """The party that comes nearest to being tied to the trigger at word `at`."""
        ties = _sigmoid(self._role[at])
        scored = [
            (float(ties[party.start : party.stop, self._roles[role]].mean()), role, party)
            for role in ("actor", "recipient")
            for party in parties
        ]
        if not scored:
            return None
        score, role, party = max(scored, key=lambda row: row[0])
        return Link(role, self.span(party), round(score, 3))

    def parties(self) -> list[range]:
        """Stretches of words that are a party by themselves, or by what a trigger or a cue is tied to.

        Two parties side by side with nothing between are as good as unknown: 6 of 5,076 in the annotated passages.
        """
        chance = 1 - _softmax(self.choices["party"])[:, 0]
        is_party = chance > self._least.party
        for rows, roles in ((self.triggers, ("actor", "recipient", "said_by")), (self.cues, ("speaker",))):
            numbers = [self._roles[role] for role in roles]
            for at in rows:
                is_party |= (_sigmoid(self._role[at][:, numbers]) > TIED).any(axis=1) & (chance > MAYBE)
        found: list[range] = []
        for k in range(1, len(self.words) + 1):
            if not is_party[k]:
                continue
            if found and found[-1].stop == k:
                found[-1] = range(found[-1].start, k + 1)
            else:
                found.append(range(k, k + 1))
        return found

    def links(self, at: int, parties: list[range]) -> list[Link]:
        """Whom the trigger at word `at` is tied to, actor or recipient as is likelier, and the words that date it."""
        ties = _sigmoid(self._role[at])
        found: list[Link] = []
        for role, other in (("actor", "recipient"), ("recipient", "actor"), ("said_by", "said_by")):
            scores, rivals = ties[:, self._roles[role]], ties[:, self._roles[other]]
            for party in parties:
                score, rival = (float(s[party.start : party.stop].mean()) for s in (scores, rivals))
                if score > self._least.role and score >= rival:
                    found.append(Link(role, self.span(party), round(score, 3)))
            if scores[0] > self._least.role and not any(link.role == role for link in found):
                found.append(Link(role, None, round(float(scores[0]), 3)))
        if when := _best_run(self._role[at, 1:, self._roles["when"]]):
            score = float(ties[when.start, self._roles["when"]])
            found.append(Link("when", self.span(when), round(score, 3)))
        return found

    def saying(self, at: int, parties: list[range]) -> SayingMark | None:
        content = _best_run(self._role[at, 1:, self._roles["content"]])
        if content is None:
            return None
        scores = _sigmoid(self._role[at, :, self._roles["speaker"]])
        means = [(float(scores[p.start : p.stop].mean()), p) for p in parties if p.start not in content]
        best = max(means, key=lambda m: m[0], default=(0.0, range(0)))
        cue = range(at, at + 1)
        inside = _softmax(self.choices["cue"][at + 1 : at + 4])
        for row in inside:
            if row[2] <= 0.5:
                break
            cue = range(at, cue.stop + 1)
        return SayingMark(
            cue=self.span(cue),
            words=self.span(content),
            score=round(
                float(_sigmoid(self._role[at, content.start : content.stop, self._roles["content"]]).mean()),
                3,
            ),
            speaker=self.span(best[1]) if best[0] > self._least.role else None,
        )


def _best_run(scores: Floats) -> range | None:
    """The stretch of words whose scores add up to most, as word numbers; None where none is above zero."""
    best, best_run, total, start = 0.0, None, 0.0, 0
    for k, score in enumerate(scores.tolist()):
        if total <= 0:
            total, start = 0.0, k
        total += score
        if total > best:
            best, best_run = total, range(start + 1, k + 2)
    return best_run


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


def _sigmoid(scores: Any) -> Any:
    return 1 / (1 + np.exp(-scores))
