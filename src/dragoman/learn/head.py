"""A small network that tells the type of a word from what the engine makes of it (Adam: Kingma and Ba 2015)."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dragoman.parse.ontology import Weights

HIDDEN, RATE, BATCH, DECAY, DROPPED = 128, 2e-3, 256, 1e-4, 0.2
FIRST, SECOND, TINY = 0.9, 0.999, 1e-8
Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


def started(width: int, classes: int, chance: np.random.Generator) -> Weights:
    """Small random weights."""

    def drawn(rows: int, columns: int) -> Floats:
        values: Floats = (chance.standard_normal((rows, columns)) * rows**-0.5).astype(np.float32)
        return values

    nothing = np.zeros(HIDDEN, np.float32), np.zeros(classes, np.float32)
    return Weights(drawn(width, HIDDEN), nothing[0], drawn(HIDDEN, classes), nothing[1])


def rounds(
    words: Floats, types: Numbers, weights: Weights, weigh: float, chance: np.random.Generator
) -> Iterator[Weights]:
    """The weights after each pass over the words; a trigger counts `weigh` times a word that is none."""
    now = [np.array(w) for w in weights]
    means, squares = [np.zeros_like(w) for w in now], [np.zeros_like(w) for w in now]
    step = 0
    while True:
        order = chance.permutation(len(words))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            kept = (chance.random((len(some), HIDDEN)) > DROPPED).astype(np.float32) / (1 - DROPPED)
            step += 1
            for k, slope in enumerate(_slopes(words[some], types[some], Weights(*now), weigh, kept)):
                means[k] = FIRST * means[k] + (1 - FIRST) * slope
                squares[k] = SECOND * squares[k] + (1 - SECOND) * slope**2
                pace = RATE * (1 - SECOND**step) ** 0.5 / (1 - FIRST**step)
                now[k] -= pace * means[k] / (np.sqrt(squares[k]) + TINY) + RATE * DECAY * now[k]
        yield Weights(*(np.array(w) for w in now))


def _slopes(
    x: Floats, y: Numbers, w: Weights, weigh: float, kept: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    """How the loss grows with each weight: cross-entropy behind one hidden layer of rectified sums."""
    hidden = np.maximum(x @ w.inner + w.inner_bias, 0) * kept
    answer = hidden @ w.outer + w.outer_bias
    chance = np.exp(answer - answer.max(axis=1, keepdims=True))
    chance /= chance.sum(axis=1, keepdims=True)
    chance[np.arange(len(y)), y] -= 1
    wrong = chance * (np.where(y > 0, weigh, 1.0) / len(y))[:, None].astype(np.float32)
    back = (wrong @ w.outer.T) * kept * (hidden > 0)
    return x.T @ back, back.sum(axis=0), hidden.T @ wrong, wrong.sum(axis=0)
