"""What the registry answers and what is read of times stays above bench/floors.toml."""

import importlib
import sys
import tomllib
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "bench"
LEAST = tomllib.loads((BENCH / "floors.toml").read_text(encoding="utf-8"))["rooms"]["at_least"]

pytestmark = pytest.mark.skipif(
    not (BENCH.parents[1] / "shared" / "data").exists(), reason="../shared is not here"
)


def figures(name: str, monkeypatch: pytest.MonkeyPatch) -> dict:
    monkeypatch.syspath_prepend(str(BENCH))
    try:
        return importlib.import_module(name).figures()
    finally:
        sys.modules.pop(name, None)


def test_who_held_an_office_on_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    assert figures("offices", monkeypatch)["all"]["right"] >= LEAST["offices_right"]


def test_times_have_the_value_that_an_annotator_gives_them(monkeypatch: pytest.MonkeyPatch) -> None:
    assert figures("times", monkeypatch)["value_f1"] >= LEAST["times_value_f1"]
