"""Shapes: patterns of words, as the book writes them, tried on a sentence's letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.when.letters import Alphabet, pieces

_CLASS = re.compile(r"(?P<kind>[A-Z]+)(?P<number>\d?)")

Groups = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One pattern over letters, and the name of what reads it. `pivot`: a letter of these must be there."""

    reads: str
    order: int
    pattern: str
    pivot: str


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a shape fits: from word `start` to before word `stop`, and the words of each class."""

    start: int
    stop: int
    order: int
    reads: str
    groups: Groups


@dataclass(frozen=True, slots=True)
class Script:
    """What a shape is written in: letters, the phrases of each class, and the classes worth asking for first."""

    letters: Alphabet
    means: dict[str, dict[str, str]]
    keys: frozenset[str]
    known: dict[str, str] = field(default_factory=dict)  # the patterns of classes already made


def shape(like: str, reads: str, order: int, script: Script) -> Shape:
    """The shape that a line of the book describes. Raises KeyError for a class that it does not have."""
    parts: list[str] = []
    named: set[str] = set()
    must: list[str] = []
    for item in like.split():
        names = item.removesuffix("?")
        parts.append(_part(names, script, named) + ("?" if item != names else ""))
        if item == names:
            must.append(names)
    keyed = [names for names in must if _kinds(names) and _kinds(names) <= script.keys]
    plain = sorted(
        (names for names in must if not _CLASS.search(names)), key=lambda n: min(map(len, n.split("|")))
    )
    # A class worth asking for, else the longest of the plain words: "quarter" rather than "the".
    return Shape(reads, order, "".join(parts), _pivot([*must[:1], *plain, *keyed][-1], script))


def _kinds(names: str) -> set[str]:
    """The classes of an item; none if a plain word would fill it as well."""
    kinds = [_CLASS.fullmatch(name) for name in names.split("|")]
    return {m["kind"] for m in kinds if m} if all(kinds) else set()


def _part(names: str, script: Script, named: set[str]) -> str:
    return "(?:" + "|".join(_named(name, _way(name, script), named) for name in names.split("|")) + ")"


def _named(name: str, way: str, named: set[str]) -> str:
    """The pattern of a class bears its name, but only the first time that it stands in a shape."""
    if not _CLASS.fullmatch(name) or name in named:
        return f"(?:{way})"
    named.add(name)
    return f"(?P<{name}>{way})"


def _way(name: str, script: Script) -> str:
    if name not in script.known:
        script.known[name] = _made(name, script)
    return script.known[name]


def _made(name: str, script: Script) -> str:
    kind = _CLASS.fullmatch(name)
    kinds = script.letters.kinds
    if not kind:
        return f"[{kinds[f'={name}']}]"
    phrases = sorted({pieces(p) for p in script.means.get(kind["kind"], {})}, key=lambda p: (-len(p), p))
    long = ["".join(f"[{kinds[f'={word}']}]" for word in p) for p in phrases if len(p) > 1]
    single = kinds.get(kind["kind"])
    if not single and not long:
        raise KeyError(kind["kind"])
    return "|".join([*long, f"[{single}]"] if single else long)


def _pivot(names: str, script: Script) -> str:
    """Letters of which each way to fill this item has at least one."""
    found = ""
    kinds = script.letters.kinds
    for name in names.split("|"):
        kind = _CLASS.fullmatch(name)
        if not kind:
            found += kinds[f"={name}"]
            continue
        found += kinds.get(kind["kind"], "")
        phrases = (pieces(p) for p in script.means.get(kind["kind"], {}))
        found += "".join(kinds[f"={max(p, key=len)}"] for p in phrases if len(p) > 1)
    return found


def fits(line: str, shapes: dict[str, tuple[Shape, ...]]) -> list[Fit]:
    """Everything that fits, leftmost first, the longest of what begins together first."""
    asked = {s.order: s for letter in set(line) for s in shapes.get(letter, ())}
    found = [fit for s in asked.values() for fit in _fits(line, s)]
    return sorted(found, key=lambda f: (f.start, -f.stop, f.order))


def _fits(line: str, asked: Shape) -> Iterator[Fit]:
    for m in _compiled(asked.pattern).finditer(line):
        groups = {name: m.span(name) for name in m.groupdict() if m.start(name) >= 0}
        yield Fit(m.start(), m.end(), asked.order, asked.reads, groups)


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    # Only when first asked for: few articles need more than half of the shapes.
    return re.compile(pattern)
