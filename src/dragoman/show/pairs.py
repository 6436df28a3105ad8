"""Rows of given pairs in, rows with their types out."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.read import Rejected
from dragoman.read.given import writable
from dragoman.river import read_pair
from dragoman.things import Span
from dragoman.tools import Tools

FORM = '{"id": …, "text": "…", "actor": [start, stop], "recipient": [start, stop]}'


def answers(lines: Iterable[bytes], name: str, tools: Tools) -> Iterator[str | Rejected]:
    """For each row a line of JSON, or why there is none; empty lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            where = f"{name}, row {number}"
            try:
                yield _answer(json.loads(line, parse_constant=_no_number), tools)
            except UnicodeDecodeError:
                yield Rejected("E111", "a row", where, "it is not UTF-8", "save the file as UTF-8")
            except (json.JSONDecodeError, RecursionError) as wrong:
                why = f"it is no JSON ({wrong})"
                yield Rejected("E112", "a row", where, why, "write one JSON object a line")
            except ValueError as wrong:
                yield Rejected("E120", "a pair", where, str(wrong), f"a row has the form {FORM}")


def _answer(row: Any, tools: Tools) -> str:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError("it has no text")
    found = read_pair(row["text"], _span(row, "actor"), _span(row, "recipient"), tools)
    chances = {name: round(chance, 4) for name, chance in found.probabilities.items()}
    key = row.get("id")
    if isinstance(key, str) and key != writable(key):
        raise ValueError("its id has characters that no file can hold")
    return json.dumps({"id": key, "type": found.type, "probabilities": chances}, ensure_ascii=False)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no JSON")


def _span(row: dict[str, Any], name: str) -> Span:
    value = row.get(name)
    if not isinstance(value, list) or len(value) != 2 or not all(type(x) is int for x in value):
        raise ValueError(f"{name} is not [start, stop] in characters of the text")
    return Span(*value)
