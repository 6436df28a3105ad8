#!/usr/bin/env python3
"""Writes the engine, one int8 ONNX file: export.py --network FILE --out src/dragoman/data/engine"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import labels
import onnx
import torch
from labels import ENGINE, SCHOOL
from network import HEADS, WIDTH, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn
from train import tokenizer

LARGEST = 25_000_000  # bytes


class Shipped(nn.Module):
    """The network with the heads that ship; choices side by side in one tensor."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, shapes: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        x = self.network.vectors(pieces, shapes, firsts)
        answers = {h.name: self.network.heads[h.name](x) for h in ENGINE}
        return (
            torch.cat([answers[h.name] for h in ENGINE if h.kind == "choice"], dim=-1),
            torch.cat([answers["role"], answers["land"]], dim=-1),
            x,
        )


def export(network: Network, out: Path) -> Path:
    out.mkdir(parents=True, exist_ok=True)
    shipped = Shipped(network).eval()
    example = (
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.long),
        torch.ones(2, 5, dtype=torch.long),
    )
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            shipped, example, str(plain), dynamo=False, opset_version=17,
            input_names=["pieces", "shapes", "firsts"], output_names=["choices", "role", "vectors"],
            dynamic_axes={n: {0: "b", 1: "s"} for n in ("pieces", "shapes")} | {"firsts": {0: "b", 1: "w"}}
            | {n: {0: "b", 1: "w"} for n in ("choices", "vectors")} | {"role": {0: "b", 1: "w", 2: "w"}},
        )  # fmt: skip
        # onnxruntime's joint add-and-normalise is slower on a CPU than the two apart: 3.6 ms for 3.0 a sentence.
        fusions = FusionOptions("bert")
        fusions.enable_skip_layer_norm = fusions.enable_bias_skip_layer_norm = False
        optimize_model(
            str(plain), "bert", num_heads=HEADS, hidden_size=WIDTH, opt_level=1, optimization_options=fusions
        ).save_model_to_file(str(fused))
        target = out / "engine.onnx"
        quantize_dynamic(str(fused), str(target), per_channel=True, weight_type=QuantType.QInt8,
                         op_types_to_quantize=["MatMul", "Gather", "Attention", "Gemm"],
                         extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})  # fmt: skip
    onnx.checker.check_model(str(target))
    size = target.stat().st_size
    if size > LARGEST:
        raise ValueError(f"{target} has {size} bytes, more than {LARGEST}")
    shutil.copy(tokenizer(), out / "tokenizer.json")
    described = {
        "sha256": hashlib.sha256(target.read_bytes()).hexdigest(),
        "bytes": size,
        "choices": {h.name: h.size for h in ENGINE if h.kind == "choice"},
        "types": labels.TYPES, "modes": labels.MODES, "statuses": labels.STATUSES,
        "sectors": labels.SECTORS, "roles": labels.ROLES, "lands": labels.LAND,
    }  # fmt: skip
    (out / "engine.json").write_text(json.dumps(described, indent=1) + "\n")
    return target


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--network", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    got = asked.parse_args()
    learned = Network((*ENGINE, *SCHOOL))
    learned.load_state_dict(torch.load(got.network))
    print(export(learned, got.out), "written")
