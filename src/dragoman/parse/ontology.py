"""A trigger head of a user's own types, which stands in the place of the shipped one."""

import json
from pathlib import Path
from typing import NamedTuple
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Weights(NamedTuple):
    """One hidden layer: [width, hidden], [hidden], [hidden, 1 + types], [1 + types]."""

    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats


class Ontology(NamedTuple):
    """Types in order, the head's weights, from which chance on a trigger counts, and the engine it was learned on."""

    types: list[str]
    weights: Weights
    threshold: float
    engine: str


class NoOntology(Exception):
    """A folder that dragoman train did not write, or wrote for another engine; says why."""


def ground(vectors: Floats, trigger: Floats) -> Floats:
    """What the head is told of each word: the encoder's vector beside the shipped head's scores."""
    return np.concatenate([vectors, trigger - trigger.mean(axis=-1, keepdims=True)], axis=-1)


def scores(words: Floats, weights: Weights) -> Floats:
    """Scores of each word for "no trigger" and each type."""
    hidden = np.maximum(words @ weights.inner + weights.inner_bias, 0)
    result: Floats = hidden @ weights.outer + weights.outer_bias
    return result


def opened(folder: Path) -> Ontology:
    """What `dragoman train` wrote. Raises NoOntology."""
    try:
        about = json.loads((folder / "ontology.json").read_text(encoding="utf-8"))
        with np.load(folder / "head.npz", allow_pickle=False) as held:
            weights = Weights(*(held[name] for name in Weights._fields))
        found = Ontology(list(about["types"]), weights, float(about["threshold"]), str(about["engine"]))
    except (OSError, ValueError, KeyError, TypeError, EOFError, BadZipFile) as wrong:
        raise NoOntology(f"{type(wrong).__name__}: {wrong}") from wrong
    if weights.outer.shape[1] != 1 + len(found.types):
        raise NoOntology("head.npz and ontology.json are not of one training")
    return found


def written(ontology: Ontology, folder: Path) -> None:
    """Writes ontology.json and head.npz into a folder that exists."""
    about = {"types": ontology.types, "threshold": ontology.threshold, "engine": ontology.engine}
    (folder / "ontology.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    np.savez(folder / "head.npz", **ontology.weights._asdict())
