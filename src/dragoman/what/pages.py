"""Opens the codebook's pages: types.toml, contexts.toml and status.toml."""

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from dragoman.what.codebook import Codebook, Kind, Mode, Rule, Rules
from dragoman.what.phrases import Phrases, cut, phrases

TYPES, CONTEXTS = 16, 37  # as many as the manual has
STATUSES = ("negated", "future", "hypothetical")
_SETS = ("only_for", "not_for", "triggers", "not_behind", "not_before", "later")
_MARKED = re.compile(r"^[^\[\]]*\[[^\[\]]*\w[^\[\]]*\][^\[\]]*$")
_Made = TypeVar("_Made")


class CodebookBroken(Exception):
    """A page of the codebook that cannot be used; says which file and entry."""


def open_codebook(folder: Path) -> Codebook:
    """Types, contexts and status. Raises CodebookBroken, naming file and entry."""
    types, contexts, status = (_page(folder / f"{name}.toml") for name in ("types", "contexts", "status"))
    if (len(types), len(contexts)) != (TYPES, CONTEXTS):
        raise CodebookBroken(
            f"{folder}: {len(types)} types and {len(contexts)} contexts, not {TYPES} and {CONTEXTS}"
        )
    kinds = _rows("types.toml", types, _kind)
    listed = [row for rows in _rows("contexts.toml", contexts, _context).values() for row in rows]
    return Codebook(
        kinds=kinds,
        contexts={name: row["says"] for name, row in contexts.items()},
        context_words=phrases(row for row in listed if _is_low(row[0])),
        context_names=phrases(row for row in listed if not _is_low(row[0])),
        rules=Rules(
            rules=tuple(_rows("status.toml", status["rule"], _rule).values()),
            fillers=frozenset(status["fillers"]),
            walls=frozenset(status["walls"]),
            names=frozenset(status["names"]),
        ),
    )


def open_types(path: Path, shipped: Codebook) -> Codebook:
    """The types of a user's page in place of the shipped ones; contexts and statuses stay.

    `says`, `quad` and `intensity` are asked of each; the rest may be left out. Raises CodebookBroken and OSError.
    """
    kinds = _rows(path.name, _page(path), _own_kind)
    if not kinds:
        raise CodebookBroken(f"{path.name}: has no types")
    return replace(shipped, kinds=kinds)


def _own_kind(name: str, row: Any) -> Kind:
    if not isinstance(row, dict) or not isinstance(row.get("modes", {}), dict):
        raise ValueError("it is no table: a type is written [NAME] with its lines below")
    if not isinstance(row.get("says"), str) or not row["says"].strip():
        raise ValueError("says is no sentence that tells what the type is")
    if type(row.get("quad", 0)) is not int:
        raise ValueError(f"quad is {row['quad']!r}, not 1 to 4")
    strength = row.get("intensity", 0)
    if type(strength) not in (int, float) or not -10 <= strength <= 10:
        raise ValueError(f"intensity is {strength!r}, not -10 to 10")
    return _kind(name, {"needs_recipient": False, "yes": [], "no": []} | row, least=(0, 0))


def _page(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise CodebookBroken(f"{path.name}: {wrong}") from wrong


def _rows(file: str, rows: dict[str, Any], made: Callable[[str, dict[str, Any]], _Made]) -> dict[str, _Made]:
    found: dict[str, _Made] = {}
    for name, row in rows.items():
        try:
            found[name] = made(name, row)
        except KeyError as missing:
            raise CodebookBroken(f"{file} [{name}]: has no {missing}") from missing
        except ValueError as wrong:
            raise CodebookBroken(f"{file} [{name}]: {wrong}") from wrong
    return found


def _kind(name: str, row: dict[str, Any], least: tuple[int, int] = (3, 2)) -> Kind:
    if row["quad"] not in (1, 2, 3, 4):
        raise ValueError(f"quad is {row['quad']!r}, not 1 to 4")
    modes = {mode: _mode(mode, told) for mode, told in row.get("modes", {}).items()}
    otherwise = row.get("otherwise")
    if otherwise is not None and otherwise not in modes:
        raise ValueError(f"otherwise is {otherwise!r}, no mode of it")
    before, after = row.get("reach", (0, 0))
    return Kind(
        name=name,
        says=row["says"],
        quad=row["quad"],
        intensity=float(row["intensity"]),
        needs_recipient=row["needs_recipient"],
        yes=_examples(row["yes"], least[0]),
        no=_examples(row["no"], least[1]),
        modes=modes,
        reach=(before, after),
        otherwise=otherwise,
        first=_cues(row, "first"),
        own=_cues(row, "trigger"),
        near=_cues(row, "words"),
        negated_by_words=row.get("negated_by_words", False),
        equals=frozenset(row.get("equals", ())),
        one_way=frozenset(row.get("one_way", ())),
    )


def _mode(name: str, row: dict[str, Any]) -> Mode:
    if not any(row.get(key) for key in ("first", "trigger", "words")):
        raise ValueError(f"mode {name} has no words")
    return Mode(
        name=name,
        says=row["says"],
        intensity=float(row["intensity"]),
        yes=_examples(row["yes"], 1),
        written_as=row.get("written_as", name),
        context=row.get("context"),
    )


def _examples(rows: list[str], least: int) -> tuple[str, ...]:
    if len(rows) < least:
        raise ValueError(f"has {len(rows)} examples where {least} are wanted: {rows}")
    for example in rows:
        if not _MARKED.match(example):
            raise ValueError(f"marks no one [trigger] in {example!r}")
    return tuple(rows)


def _cues(row: dict[str, Any], key: str) -> Phrases:
    modes = row.get("modes", {}).items()
    return phrases((_low(cut(words)), mode) for mode, told in modes for words in told.get(key, ()))


def _context(name: str, row: dict[str, Any]) -> list[tuple[tuple[str, ...], str]]:
    if not row["says"] or not row["words"]:
        raise ValueError("wants a sentence and words")
    other = [(cut(words), "") for words in row.get("not", ())]
    return [*((cut(words), name) for words in row["words"]), *other]


def _rule(name: str, row: dict[str, Any]) -> Rule:
    if row["status"] not in STATUSES:
        raise ValueError(f"status is {row['status']!r}")
    return Rule(
        name=name,
        says=row["says"],
        status=row["status"],
        cues=phrases((cut(words), row["status"]) for words in row["cues"]),
        after=row.get("after", False),
        reach=row.get("reach", 0),
        yes=_typed(row["yes"]),
        no=_typed(row["no"]),
        **{key: frozenset(row.get(key, ())) for key in _SETS},
    )


def _typed(rows: list[str]) -> tuple[tuple[str, str], ...]:
    """Examples of a rule, with the type that their trigger has: "ASSAULT: Rebels could [attack]."."""
    pairs = [tuple(row.split(": ", 1)) for row in rows]
    _examples([pair[-1] for pair in pairs], 1)
    return tuple((pair[0], pair[1]) for pair in pairs)


def _low(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _is_low(words: tuple[str, ...]) -> bool:
    return words == _low(words)
