#!/usr/bin/env python3
"""How fast the record is read: speed.py [--articles N] [--json] [--check]

Joins sentences of ../shared/data/news/voa to articles of 400 words, has `dragoman read --json` read them
in one process of its own, and says how many words a second it read, how soon the first record came, how
much memory it took, and in which room the time went.
"""

import argparse
import ast
import inspect
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import Any

import beside

NEWS = Path(__file__).parents[2] / "shared" / "data" / "news" / "voa" / "sentences.jsonl"
PROGRAM = Path(sys.executable).parent / "dragoman"
FLOORS = Path(__file__).parent / "floors.toml"
WORDS = 400  # of one article
SHARED_AMONG = 60  # articles by which the rooms are timed, one after the other
_TIGHT = re.compile(r" (?=[.,;:!?%)\]]|'s\b|n't\b|'(?:re|ve|ll|d|m)\b)|(?<=[(\[$]) ")


def articles() -> Iterator[dict[str, Any]]:
    """Articles of about 400 words, in the order of the news."""
    text: list[str] = []
    count = number = 0
    with NEWS.open(encoding="utf-8") as lines:
        for line in lines:
            tokens = json.loads(line)["tokens"]
            text.append(_TIGHT.sub("", " ".join(tokens)))
            count += sum(any(c.isalnum() for c in token) for token in tokens)
            if count >= WORDS:
                number += 1
                yield {
                    "id": f"voa-{number}",
                    "text": " ".join(text),
                    "published": "2009-06-15",
                    "words": count,
                }
                text, count = [], 0


def start_up() -> dict[str, float]:
    """Seconds until the program answers, and until a script has the package."""
    empty, package = ([sys.executable, "-c", script] for script in ("pass", "import dragoman"))
    return {
        "help_seconds": _best([str(PROGRAM), "--help"]),
        "import_seconds": _best(package),
        "python_alone_seconds": _best(empty),
    }


def stream(rows: list[dict[str, Any]]) -> dict[str, float]:
    """How one process reads all rows; first, how soon the record of one comes from a cold start."""
    cold = _read(rows[:1])
    whole = _read(rows)
    if whole["records"] != len(rows):
        raise RuntimeError(f"{len(rows)} articles went in, {whole['records']:.0f} records came out")
    words = sum(row["words"] for row in rows)
    return {
        "articles": len(rows),
        "words": words,
        "seconds": whole["seconds"],
        "articles_per_second": len(rows) / whole["seconds"],
        "words_per_second": words / whole["seconds"],
        "words_per_second_once_open": words / max(whole["seconds"] - cold["seconds"], 1e-6),
        "cpu_seconds": whole["cpu"],
        "first_record_seconds": cold["first"],
        "peak_megabytes": whole["megabytes"],
    }


def shares(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Seconds in each room for 10,000 words, one article after the other."""
    import dragoman.river as river
    from dragoman.read import read_bytes
    from dragoman.show.record_json import as_line
    from dragoman.things import Article
    from dragoman.tools import open_tools

    tools = open_tools()
    spent: dict[str, float] = defaultdict(float)
    read, write = _timed(list, "read", spent), _timed(as_line, "show", spent)
    data = "\n".join(json.dumps(row) for row in rows).encode()
    found = [a for a in read(read_bytes(io.BytesIO(data), "rows.jsonl")) if isinstance(a, Article)]
    river.read_article(found[0], tools)  # the first pays for what is opened late
    engine = type(tools.engine)
    engine.mark = _timed(engine.mark, "parse.engine", spent)  # type: ignore[method-assign]
    for module, verb in _verbs(river):
        setattr(module, verb, _timed(getattr(module, verb), module.__name__.split(".")[1], spent))
    started = time.perf_counter()
    for article in found:
        write(river.read_article(article, tools))
    took = time.perf_counter() - started + spent["read"]
    spent["elsewhere"] = took - sum(spent.values())
    words = sum(row["words"] for row in rows)
    return {room: seconds * 10_000 / words for room, seconds in sorted(spent.items(), key=lambda of: -of[1])}


def _best(command: list[str], times: int = 3) -> float:
    def once() -> float:
        started = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - started

    return min(once() for _ in range(times))


def _read(rows: list[dict[str, Any]]) -> dict[str, float]:
    """What one run of the program costs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        with (Path(folder) / "trouble").open("w+b") as trouble:
            started = time.perf_counter()
            run = subprocess.Popen([PROGRAM, "read", "--json", path], stdout=subprocess.PIPE, stderr=trouble)
            assert run.stdout is not None
            records = int(bool(run.stdout.readline()))
            first = time.perf_counter() - started
            records += sum(1 for _ in run.stdout)
            # wait4 tells of this child alone; getrusage of the dearest of all.
            _, status, used = os.wait4(run.pid, 0)
            seconds = time.perf_counter() - started
            run.returncode = os.waitstatus_to_exitcode(status)
            run.stdout.close()
            if run.returncode:
                trouble.seek(0)
                raise RuntimeError(
                    f"exit {run.returncode}: {trouble.read(500).decode(errors='replace').strip()}"
                )
    kilo = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {
        "records": records,
        "first": first,
        "seconds": seconds,
        "cpu": used.ru_utime + used.ru_stime,
        "megabytes": used.ru_maxrss / kilo,
    }


def _verbs(river: Any) -> Iterator[tuple[Any, str]]:
    """The rooms' functions that the river calls: module and name."""
    seen = set()
    for node in ast.walk(ast.parse(inspect.getsource(river))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            room = node.func.value
            module = getattr(river, room.id, None) if isinstance(room, ast.Name) else None
            verb = getattr(module, node.func.attr, None)
            if inspect.ismodule(module) and inspect.isfunction(verb) and verb not in seen:
                seen.add(verb)
                yield module, node.func.attr


def _timed(verb: Callable[..., Any], room: str, spent: dict[str, float]) -> Callable[..., Any]:
    @wraps(verb)
    def timed(*given: Any, **named: Any) -> Any:
        started = time.perf_counter()
        try:
            return verb(*given, **named)
        finally:
            spent[room] += time.perf_counter() - started

    return timed


def measured(count: int) -> dict[str, Any]:
    """All figures; a part that cannot be measured says why."""
    rows = list(islice(articles(), count))
    parts: dict[str, Callable[[], dict[str, float]]] = {
        "start": start_up,
        "stream": lambda: stream(rows),
        "rooms": lambda: shares(rows[:SHARED_AMONG]),
        "limit": lambda: beside.matrix_work(rows[:SHARED_AMONG]),
        "beside": lambda: beside.spacy(rows[:SHARED_AMONG]),
    }
    found: dict[str, Any] = {}
    for name, part in parts.items():
        try:
            found[name] = part()
        except (ImportError, AttributeError, OSError, RuntimeError, subprocess.CalledProcessError) as wrong:
            found[name] = {"skipped": f"{type(wrong).__name__}: {wrong}"}
    return found


def show(found: dict[str, Any]) -> None:
    for part, figures in found.items():
        print(f"{part}{', seconds for 10,000 words' if part == 'rooms' and 'skipped' not in figures else ''}")
        whole = sum(figures.values()) if part == "rooms" and "skipped" not in figures else 0
        for name, figure in figures.items():
            if name == "skipped":
                print(f"  skipped: {figure}")
                continue
            share = f"  {100 * figure / whole:5.1f} %" if whole else ""
            print(f"  {name.replace('_', ' '):28} {figure:12,.3f}{share}")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, default=300, metavar="N", help="default 300")
    asked.add_argument("--json", action="store_true", help="the figures as one JSON object")
    asked.add_argument("--check", action="store_true", help="exit 1 where a figure is past its floor")
    got = asked.parse_args()
    if not NEWS.exists():
        print("skipped: ../shared is not here", file=sys.stderr)
        return 0
    found = measured(max(got.articles, 1))
    if got.json:
        print(json.dumps(found))
    else:
        show(found)
    past = list(_past(found))
    print(*past, sep="\n", file=sys.stderr)
    return 1 if got.check and past else 0


def _past(found: dict[str, Any]) -> Iterator[str]:
    """What is slower, later or larger than bench/floors.toml allows, or was not measured."""
    figures = {name: figure for part in found.values() for name, figure in part.items()}
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["speed"]
    for name, floor in floors["at_least"].items():
        if not figures.get(name, 0) >= floor:
            yield f"{name}: {figures.get(name)} is below {floor}"
    for name, floor in floors["at_most"].items():
        if not figures.get(name, floor + 1) <= floor:
            yield f"{name}: {figures.get(name)} is above {floor}"


if __name__ == "__main__":
    sys.exit(main())
