"""The way from annotated articles to an ontology and its report card."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.learn.card import Card, card
from dragoman.learn.corpus import Told
from dragoman.learn.head import rounds, started
from dragoman.parse.engine import Engine
from dragoman.parse.ontology import Ontology, Weights, ground, scores

LEAST = 8  # articles
PARTS = 6  # of six articles one chooses when to stop and from which chance on, one judges, four teach
MOST, PATIENCE = 60, 10  # passes; passes without a gain
TRIGGER_WEIGHS = 3.0
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)
SEED = 1
Tell = Callable[[str], None]


class TooLittle(Exception):
    """The corpus cannot teach: says why."""


@dataclass(frozen=True)
class _Words:
    """Words of some articles: what the head is told of each [n, width], and its type [n]."""

    told: NDArray[np.float32]
    types: NDArray[np.int64]


def learn(
    articles: list[list[Told]], types: list[str], engine: Engine, start: Ontology | None, tell: Tell
) -> tuple[Ontology, Card]:
    """An ontology of `types`, and how it does on the articles kept to judge it.

    `start`, of the same types, gives the weights to begin with. Raises TooLittle.
    """
    if len(articles) < LEAST:
        raise TooLittle(
            f"{len(articles)} articles; at least {LEAST} are needed, to learn, to choose and to judge"
        )
    shared_out = _parts(articles)
    parts = [_words(part, engine, tell, f"part {k} of {PARTS}") for k, part in enumerate(shared_out, 1)]
    judging, choosing = parts[0], parts[1]
    teaching = _Words(*(np.concatenate([getattr(p, name) for p in parts[2:]]) for name in ("told", "types")))
    if not (teaching.types > 0).any() or not (choosing.types > 0).any():
        raise TooLittle("too few events: the articles that teach, or those that choose, have none")
    for name in (name for k, name in enumerate(types, 1) if not (teaching.types == k).any()):
        tell(f"{name}: no event in the articles that teach; it will not be found")
    fresh = started(teaching.told.shape[1], 1 + len(types), np.random.default_rng(SEED))
    weights, threshold = _chosen(teaching, choosing, start.weights if start else fresh, tell)
    found = Ontology(types, weights, threshold, engine.sha256)
    return found, card(types, _answers(judging, weights, threshold), judging.types, len(shared_out[0]))


def _parts(articles: list[list[Told]]) -> list[list[list[Told]]]:
    """The articles in six parts, by their words alone: an article stays in its part when others come to the corpus.

    A corpus so small that a part would be empty is dealt out in turn.
    """
    known = [
        (zlib.crc32(" ".join(w for s in article for w in s.words).encode()), article) for article in articles
    ]
    parts = [[article for key, article in known if key % PARTS == k] for k in range(PARTS)]
    if all(parts):
        return parts
    dealt = [article for _, article in sorted(known, key=lambda row: row[0])]
    return [dealt[k::PARTS] for k in range(PARTS)]


def _words(articles: list[list[Told]], engine: Engine, tell: Tell, name: str) -> _Words:
    told: list[NDArray[np.float32]] = []
    types: list[int] = []
    for sentence in (s for article in articles for s in article if s.words):
        vectors, trigger = engine.vectors(list(sentence.words))
        told.append(ground(vectors, trigger)[1:])
        types += sentence.labels[: len(vectors) - 1]
    tell(f"read {name}: {len(told):,} sentences, {sum(t > 0 for t in types):,} events")
    if not told:
        raise TooLittle(f"{name} has no words")
    return _Words(np.concatenate(told), np.array(types))


def _chosen(teaching: _Words, choosing: _Words, begin: Weights, tell: Tell) -> tuple[Weights, float]:
    """The weights and the threshold that do best on the choosing articles."""
    best, best_f1, threshold, since = begin, -1.0, THRESHOLDS[0], 0
    chance = np.random.default_rng(SEED)
    passes = rounds(teaching.told, teaching.types, begin, TRIGGER_WEIGHS, chance)
    for number, weights in zip(range(1, MOST + 1), passes, strict=False):
        tried = [(_f1(_answers(choosing, weights, t), choosing.types), t) for t in THRESHOLDS]
        f1, least = max(tried, key=lambda row: (row[0], -abs(row[1] - 0.5)))
        since = 0 if f1 > best_f1 else since + 1
        if f1 >= best_f1:
            best, best_f1, threshold = weights, f1, least
        if number % 5 == 0 or since == PATIENCE:
            tell(f"pass {number}: F1 {f1:.3f} on the articles that choose (best {best_f1:.3f})")
        if since == PATIENCE:
            break
    return best, threshold


def _answers(words: _Words, weights: Weights, least: float) -> NDArray[np.int64]:
    """The type of each word, 0 where none is likely enough."""
    answer = scores(words.told, weights)
    chance = np.exp(answer - answer.max(axis=1, keepdims=True))
    chance /= chance.sum(axis=1, keepdims=True)
    best = chance[:, 1:].argmax(axis=1) + 1
    return np.where(chance[np.arange(len(best)), best] > least, best, 0)


def _f1(found: NDArray[np.int64], gold: NDArray[np.int64]) -> float:
    hit = int(((found == gold) & (gold > 0)).sum())
    return 2 * hit / max(1, int((found > 0).sum() + (gold > 0).sum()))
