#!/usr/bin/env python3
"""Writes docs/codebook.md from src/dragoman/data/codebook; with --check only says whether it still fits."""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from dragoman.what import open_codebook
from dragoman.what.codebook import Codebook, Kind, Rule

ROOT = Path(__file__).resolve().parent.parent
BOOK = ROOT / "src" / "dragoman" / "data" / "codebook"
PAGE = ROOT / "docs" / "codebook.md"
QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
HEAD = """# The codebook

<!-- Made by scripts/build_codebook_page.py from src/dragoman/data/codebook. Mend those files, not this page. -->

What Dragoman means by its event types, modes, contexts and statuses. The types, their quad classes, modes and
scores, and the contexts are those of PLOVER (2021 manual); the sentences that explain them and all examples are
ours. In an example the word that names the event is set in **bold**. Scores run from -10 (conflict) to +10
(cooperation).
"""


def main() -> int:
    page = "\n".join(_lines(open_codebook(BOOK)))
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/codebook.md does not fit the codebook: run scripts/build_codebook_page.py", file=sys.stderr)
    return 1


def _lines(book: Codebook) -> Iterator[str]:
    yield HEAD
    yield "| type | what was done | quad class | score |\n|---|---|---|---|"
    for kind in book.kinds.values():
        yield f"| [{kind.name}](#{kind.name.lower()}) | {kind.says} | {QUADS[kind.quad]} | {kind.intensity:g} |"
    yield "\n## Types\n"
    for kind in book.kinds.values():
        yield from _kind(kind)
    yield "## Contexts\n\nLooked for in the clause that tells the event; several may hold.\n"
    yield "| context | what it covers | words |\n|---|---|---|"
    rows = tomllib.loads((BOOK / "contexts.toml").read_text(encoding="utf-8"))
    for name, row in rows.items():
        yield f"| {name} | {row['says']} | {', '.join(row['words'])} |"
    yield from _statuses(book.rules.rules)


def _kind(kind: Kind) -> Iterator[str]:
    yield f"### {kind.name}\n\n{kind.says}\n"
    recipient = " A recipient is required." if kind.needs_recipient else ""
    yield f"Quad class {kind.quad}, {QUADS[kind.quad]}. Score {kind.intensity:g}.{recipient}\n"
    yield from (f"- yes: {_bold(example)}" for example in kind.yes)
    yield from (f"- no: {_bold(example)}" for example in kind.no)
    yield ""
    if kind.modes:
        yield "| mode | what it is | score | example |\n|---|---|---|---|"
    for mode in kind.modes.values():
        apart = f" Not in the manual, which writes {mode.written_as}." if mode.written_as != mode.name else ""
        yield f"| {mode.name} | {mode.says}{apart} | {mode.intensity:g} | {_bold(mode.yes[0])} |"
    if kind.modes:
        yield ""


def _statuses(rules: tuple[Rule, ...]) -> Iterator[str]:
    yield "\n## Status\n"
    yield "An event is asserted, negated, future or hypothetical. The engine decides, but for these words.\n"
    for rule in rules:
        yield f"- **{rule.status}**, {rule.name}: {rule.says}"
        yield from (f"    - yes: {_bold(example)}" for _, example in rule.yes)
        yield from (f"    - no: {_bold(example)}" for _, example in rule.no)
    yield ""


def _bold(example: str) -> str:
    return example.replace("[", "**").replace("]", "**")


if __name__ == "__main__":
    sys.exit(main())
