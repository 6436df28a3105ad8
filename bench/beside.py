"""What the speed is to be seen against: the engine's matrix work alone, and spaCy on the same words.

No trained pipeline of spaCy is on PyPI. The one that is timed here is the largest that its own generator builds for a
CPU (`spacy init config --optimize accuracy`: tagger, parser, names), with weights as they begin: what it costs does not
depend on what they have learned. Run as a program it reads rows of JSONL on stdin and prints words a second.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

SPACY = "spacy==3.8.7"
PIPELINE = ["tagger", "parser", "ner"]
MATRIX = ("MatMul", "Gemm", "Attention")  # parts of the names of what multiplies matrices


def matrix_work(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Share of the engine's time that goes into products of matrices, and words a second if that were all."""
    import numpy as np
    import onnxruntime

    from dragoman.parse import sentences
    from dragoman.parse.engine import LONGEST
    from dragoman.parse.pieces import Cutter
    from dragoman.things import Span
    from dragoman.tools import DATA

    folder = DATA / "engine"
    cutter, words = Cutter(folder / "tokenizer.json"), 0
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_profiling = True
    with tempfile.TemporaryDirectory() as place:
        options.profile_file_prefix = str(Path(place) / "engine")
        session = onnxruntime.InferenceSession(
            folder / "engine.onnx", options, providers=["CPUExecutionProvider"]
        )
        for row in rows:
            words += row["words"]
            for sentence in sentences(row["text"], (Span(0, len(row["text"])),)):
                cut = cutter.cut([w.of(row["text"]) for w in sentence.words], LONGEST)
                fed = {
                    k: np.asarray([v], np.int64)
                    for k, v in zip(("pieces", "shapes", "firsts"), cut, strict=True)
                }
                session.run(["choices", "role"], fed)
        events = json.loads(Path(session.end_profiling()).read_text(encoding="utf-8"))
    spent: Counter[bool] = Counter()
    for event in events:
        if event.get("cat") == "Node" and event["name"].endswith("kernel_time"):
            spent[any(part in event["args"]["op_name"] for part in MATRIX)] += event["dur"]
    return {
        "matrix_share_of_engine": spent[True] / spent.total(),
        "words_per_second_of_matrix_work_one_core": words / (spent[True] / 1e6),
    }


def spacy(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Words a second of spaCy on one core, in an environment of its own that uv makes."""
    command = [
        "uv",
        "run",
        "--no-project",
        "--quiet",
        "--python",
        sys.executable,
        "--with",
        SPACY,
        "python",
        __file__,
    ]
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _time_spacy() -> None:
    from spacy import blank
    from spacy.cli.init_config import init_config
    from spacy.training import Example
    from spacy.util import load_model_from_config

    config = init_config(lang="en", pipeline=PIPELINE, optimize="accuracy", gpu=False)
    config["paths"]["vectors"] = None
    for part in config["components"].values():
        embed = part.get("model", {}).get("embed", {})
        if "include_static_vectors" in embed:
            embed["include_static_vectors"] = False
    nlp = load_model_from_config(config, auto_fill=True)
    words, tags, heads = (
        ["Peru", "expelled", "two", "men", "."],
        ["NNP", "VBD", "CD", "NNS", "."],
        [1, 1, 3, 1, 1],
    )
    doc = nlp.make_doc("Peru expelled two men .")
    told = {"words": words, "tags": tags, "heads": heads, "deps": ["nsubj", "ROOT", "nummod", "obj", "punct"]}
    told["entities"] = ["U-GPE", "O", "O", "O", "O"]
    nlp.initialize(lambda: [Example.from_dict(doc, told)])
    rows = [json.loads(line) for line in sys.stdin]
    count = sum(row["words"] for row in rows)
    texts = [row["text"] for row in rows]
    tokenizer = blank("en")
    figures = {}
    for name, pipe in (("tokenizer", tokenizer), ("pipeline", nlp)):
        list(pipe.pipe(texts[:2]))
        started = time.perf_counter()
        for _ in pipe.pipe(texts):
            pass
        figures[f"spacy_{name}_words_per_second_one_process"] = count / (time.perf_counter() - started)
    print(json.dumps(figures))


if __name__ == "__main__":
    _time_spacy()
