"""The engine: sentences in, the same sentences with what it noticed in them.

The only module that runs a neural model. Each sentence is read alone and without padding, so that
its marks never depend on its neighbours, on the batch or on the number of hands (the int8 scales
are taken from whatever is read together).
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.parse.ontology import NoOntology, Ontology, ground, scores
from dragoman.parse.pieces import Cutter
from dragoman.parse.seen import Floats, Lands, Seen, Thresholds, softmax
from dragoman.things import PartyMark, Sentence, TriggerMark

TOGETHER = ("AGREE", "CONSULT", "SUPPORT", "COOPERATE")  # several parties are usual, each with a weaker tie
LONGEST = 384  # word pieces of one sentence; the words after them are not read


class EngineBroken(Exception):
    """The engine's file is not the one that was shipped."""


class Engine:
    """The neural reader, opened once. `mark` may be called from several threads."""

    def __init__(self, folder: Path, ontology: Ontology | None = None) -> None:
        import onnxruntime

        about = json.loads((folder / "engine.json").read_text(encoding="utf-8"))
        weights = (folder / "engine.onnx").read_bytes()
        self.sha256 = hashlib.sha256(weights).hexdigest()
        if self.sha256 != about["sha256"]:
            raise EngineBroken(f"{folder / 'engine.onnx'}: sha256 is {self.sha256}, not {about['sha256']}")
        if ontology and ontology.engine != self.sha256:
            raise NoOntology(
                f"it was learned on the engine {ontology.engine[:12]}, this is {self.sha256[:12]}"
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._cutter = Cutter(folder / "tokenizer.json")
        self._own_types, self._modes, self._statuses = about["types"], about["modes"], about["statuses"]
        self._types = ontology.types if ontology else self._own_types
        self._together = frozenset(self._types.index(x) for x in TOGETHER if x in self._types)
        self._ontology = ontology
        self._sectors, self._roles = about["sectors"], {name: i for i, name in enumerate(about["roles"])}
        self._asked = {name: i for i, name in enumerate(about["lands"])}
        self.thresholds = Thresholds(**about.get("thresholds", {}))
        if ontology:
            self.thresholds = replace(self.thresholds, trigger=ontology.threshold)
        # The weights of compose's rule, which were fitted with the engine and hold for its own types.
        self.confidence: tuple[float, ...] = () if ontology else tuple(about.get("confidence", ()))
        self._slices: dict[str, slice] = {}
        start = 0
        for name, size in about["choices"].items():
            self._slices[name] = slice(start, start + size)
            start += size

    def mark(self, text: str, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
        """Each sentence with the parties, triggers and sayings seen in it."""
        return tuple(self._marked(text, sentence) for sentence in sentences)

    def answers(self, words: list[str]) -> tuple[dict[str, Floats], Floats]:
        """Scores of each word for each choice [W, size] and of each pair of words for each role and land [W, W, 9].

        Word 0 is the opening mark.
        """
        if self._ontology is None:
            return self._run(words, ())
        choices, role, vectors = self._session.run(["choices", "role", "vectors"], self._fed(words, ()))
        told = {name: choices[0][:, part] for name, part in self._slices.items()}
        told["trigger"] = scores(ground(vectors[0], told["trigger"]), self._ontology.weights)
        return told, role[0]

    def vectors(self, words: list[str]) -> tuple[Floats, Floats]:
        """What the encoder makes of each word [W, 384], and the shipped scores of its being a trigger [W, 17].

        Word 0 is the opening mark.
        """
        choices, vectors = self._session.run(["choices", "vectors"], self._fed(words, ()))
        return vectors[0], choices[0][:, self._slices["trigger"]]

    def pair(self, words: list[str], actor: range, recipient: range) -> dict[str, float]:
        """The probability of each type of what the actor did to the recipient, both given as word numbers from 1.

        The sentence is read with the two marked; the opening mark and both parties are asked, and their answers
        multiplied. Raises ValueError where a party stands beyond the last word that is read.
        """
        marks = [1 if k in actor else 2 if k in recipient else 0 for k in range(1, len(words) + 1)]
        choices, role = self._run(words, marks)
        if max(actor.stop, recipient.stop) > len(role):
            raise ValueError(f"the parties stand further apart than the {LONGEST} word pieces read at once")
        chances = np.log(softmax(choices["pair"]))
        total = sum(chances[rows].mean(axis=0) for rows in ([0], list(actor), list(recipient)))
        return dict(zip(self._own_types, softmax(np.asarray(total)).tolist(), strict=True))

    def _run(self, words: list[str], marks: Sequence[int]) -> tuple[dict[str, Floats], Floats]:
        choices, role = self._session.run(["choices", "role"], self._fed(words, marks))
        return {name: choices[0][:, part] for name, part in self._slices.items()}, role[0]

    def _fed(self, words: list[str], marks: Sequence[int]) -> dict[str, Any]:
        pieces, shapes, firsts = self._cutter.cut(words, LONGEST, marks)
        fed = {"pieces": pieces, "shapes": shapes, "firsts": firsts}
        return {name: np.asarray([row], np.int64) for name, row in fed.items()}

    def _marked(self, text: str, sentence: Sentence) -> Sentence:
        if len(sentence.words) < 2:
            return sentence
        choices, pairs = self.answers([w.of(text) for w in sentence.words])
        role, lands = pairs[:, :, : len(self._roles)], pairs[:, :, len(self._roles) :]
        words = sentence.words[: len(role) - 1]
        seen = Seen(
            words, choices, role, self.thresholds, self._roles, Lands(lands, self._asked), self._together
        )
        near = seen.nearest()
        nearest = self._trigger(seen, near, []) if near else None
        if not seen.triggers and not seen.cues:
            return replace(sentence, nearest=nearest)
        parties = seen.parties()
        marks = [self._party(seen, p) for p in parties]
        triggers = tuple(self._trigger(seen, at, parties) for at in seen.triggers)
        sayings = tuple(s for at in seen.cues if (s := seen.saying(at, parties)))
        return replace(sentence, parties=tuple(marks), triggers=triggers, sayings=sayings, nearest=nearest)

    def _party(self, seen: Seen, words: range) -> PartyMark:
        chances = softmax(seen.choices["sector"][words.start : words.stop]).mean(axis=0)
        best = int(chances.argmax())
        score = round(float(chances[best]), 3)
        return PartyMark(seen.span(words), self._sectors[best], score, seen.lands(words))

    def _trigger(self, seen: Seen, at: int, parties: list[range]) -> TriggerMark:
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
