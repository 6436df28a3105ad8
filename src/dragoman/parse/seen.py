"""One sentence's scores, and what they say: triggers, parties, ties, sayings."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.things import LandMark, Link, SayingMark, Span

ALSO = 0.5  # chance from which a further party stands beside the likeliest: event 0.404 for 0.391 on the kept passages
TIED = 0.5  # chance of a tie from which a word is a party whatever else is said of it
NEAR = 0.1  # chance from which a word below the threshold is told as the nearest miss
LAND = 0.05  # chance from which a word is told as one that may tell a party's country
MAYBE = 0.15  # least chance of being a party by itself, which keeps "and" out
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on a mark counts; chosen on the passages kept from training."""

    trigger: float = 0.4
    party: float = 0.4
    role: float = 0.5
    cue: float = 0.5


@dataclass(frozen=True, slots=True)
class Lands:
    """Which word names the country asked for: scores [W, W, 3]."""

    scores: Floats
    asked: dict[str, int]  # land, of a party; actor and recipient, of a trigger


class Seen:
    """One sentence's scores, and what they say. Word numbers count from 1; 0 is the opening mark.

    `together`: the types, by number, of what several do with each other.
    """

    def __init__(
        self,
        words: tuple[Span, ...],
        choices: dict[str, Floats],
        role: Floats,
        least: Thresholds,
        roles: dict[str, int],
        lands: Lands | None = None,
        together: frozenset[int] = frozenset(),
    ) -> None:
        self.words, self.choices, self._role, self._least, self._roles = words, choices, role, least, roles
        self._lands, self._together = lands, together
        self.type_scores = softmax(choices["trigger"])
        cue = softmax(choices["cue"])
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

    def lands(self, words: range, asked: str = "land") -> tuple[LandMark, ...]:
        """The words that may tell the country of a party, the likeliest first."""
        if self._lands is None:
            return ()
        scores = self._lands.scores[words.start : words.stop, :, self._lands.asked[asked]].mean(axis=0)
        chances = softmax(scores)
        likely = [int(k) for k in np.flatnonzero(chances > LAND)]
        likely.sort(key=lambda k: -float(chances[k]))
        return tuple(LandMark(self.words[k - 1] if k else None, round(float(chances[k]), 3)) for k in likely)

    def nearest_party(self, at: int, parties: list[range]) -> Link | None:
        """The party that comes nearest to being tied to the trigger at word `at`."""
        scored = [
            (row[self._roles[role]], role, party)
            for party, row in zip(parties, self._tied(at, parties), strict=True)
            for role in ("actor", "recipient")
        ]
        if not scored:
            return None
        score, role, party = max(scored, key=lambda row: row[0])
        return Link(role, self.span(party), round(score, 3))

    def _tied(self, at: int, parties: list[range]) -> list[list[float]]:
        """For each party the mean chance over its words of each role at the trigger at word `at`."""
        if not parties:
            return []
        sums = np.cumsum(sigmoid(self._role[at]), axis=0, dtype=np.float64)
        firsts, stops = [p.start - 1 for p in parties], [p.stop - 1 for p in parties]
        lengths = np.array([[len(p)] for p in parties])
        means: list[list[float]] = ((sums[stops] - sums[firsts]) / lengths).tolist()
        return means

    def parties(self) -> list[range]:
        """Stretches of words that are a party by themselves, or by what a trigger or a cue is tied to.

        Two parties side by side with nothing between are as good as unknown: 6 of 5,076 in the annotated passages.
        """
        chance = 1 - softmax(self.choices["party"])[:, 0]
        is_party = chance > self._least.party
        for rows, roles in ((self.triggers, ("actor", "recipient", "said_by")), (self.cues, ("speaker",))):
            numbers = [self._roles[role] for role in roles]
            for at in rows:
                is_party |= (sigmoid(self._role[at][:, numbers]) > TIED).any(axis=1) & (chance > MAYBE)
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
        ties, tied = sigmoid(self._role[at]), self._tied(at, parties)
        found: list[Link] = []
        for role, other in (("actor", "recipient"), ("recipient", "actor"), ("said_by", "said_by")):
            scored = [
                (row[self._roles[role]], party)
                for party, row in zip(parties, tied, strict=True)
                if row[self._roles[role]] >= row[self._roles[other]]
            ]
            best = max((score for score, _ in scored), default=0.0)
            also = self._least.role if int(self.type_scores[at, 1:].argmax()) in self._together else ALSO
            found += [
                Link(role, self.span(party), round(score, 3))
                for score, party in scored
                if score > self._least.role and (score == best or score > also)
            ]
            nobody = float(ties[0, self._roles[role]])
            if nobody > self._least.role and best <= self._least.role:
                found.append(Link(role, None, round(nobody, 3), self._unsaid(at, role)))
        if when := _best_run(self._role[at, 1:, self._roles["when"]]):
            score = float(ties[when.start, self._roles["when"]])
            found.append(Link("when", self.span(when), round(score, 3)))
        return found

    def _unsaid(self, at: int, role: str) -> tuple[LandMark, ...]:
        """The words that may tell the country of an actor or recipient whom the sentence does not name."""
        return self.lands(range(at, at + 1), role) if role != "said_by" else ()

    def saying(self, at: int, parties: list[range]) -> SayingMark | None:
        content = _best_run(self._role[at, 1:, self._roles["content"]])
        if content is None:
            return None
        scores = sigmoid(self._role[at, :, self._roles["speaker"]])
        means = [(float(scores[p.start : p.stop].mean()), p) for p in parties if p.start not in content]
        best = max(means, key=lambda m: m[0], default=(0.0, range(0)))
        cue = range(at, at + 1)
        inside = softmax(self.choices["cue"][at + 1 : at + 4])
        for row in inside:
            if row[2] <= 0.5:
                break
            cue = range(at, cue.stop + 1)
        return SayingMark(
            cue=self.span(cue),
            words=self.span(content),
            score=round(
                float(sigmoid(self._role[at, content.start : content.stop, self._roles["content"]]).mean()),
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


def softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return result


def sigmoid(scores: Any) -> Any:
    return 1 / (1 + np.exp(-scores))
