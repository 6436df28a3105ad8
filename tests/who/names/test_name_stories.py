"""Every story on the pages of this folder: who is meant by the words of a text on its day. The form is in README.md."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.things import Mention, Span
from dragoman.who import Registry, members, open_directory

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Story:
    title: str
    day: date | None
    marked: str
    asks: tuple[tuple[str, ...], ...]
    known: tuple[tuple[str, ...], ...] = ()  # of the asks, what is wrong today

    @property
    def text(self) -> str:
        return re.sub(r"[\[\]]", "", self.marked)


def stories(written: str) -> Iterator[Story]:
    for block in re.split(r"^## ", written, flags=re.M)[1:]:
        title, day, *rows = [row.strip() for row in block.splitlines() if row.strip()]
        marked = " ".join(row[1:].strip() for row in rows if row.startswith(">"))
        told = [tuple(re.split(r"\s{2,}", row)) for row in rows if not row.startswith(">")]
        asks = tuple(row for row in told if not row[0].startswith("known:"))
        known = tuple(row for row, after in pairwise(told) if after[0].startswith("known:"))
        if not marked or not asks:
            raise ValueError(f"{title}: no text, or nothing is asked")
        yield Story(title, None if day == "no day" else date.fromisoformat(day), marked, asks, known)


STORIES = [
    pytest.param(story, id=f"{page.stem}: {story.title}")
    for page in sorted(HERE.glob("*.md"))
    if page.stem != "README"
    for story in stories(page.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def directory() -> Registry:
    """The registry that also knows which states are in which body."""
    return open_directory(Path(__file__).parents[3] / "src" / "dragoman" / "data")


@pytest.mark.parametrize("story", STORIES)
def test_name_story(story: Story, everybody: Callable[..., list[Mention]], directory: Registry) -> None:
    found = everybody(story.marked, story.day)
    wrong = [row for row in story.asks if _right(row, story, found, directory) == (row in story.known)]
    if wrong:
        asked = "".join(f"\n    asked  {'  '.join(row)}" for row in wrong)
        told = "".join(f"\n    told   {_shown(m)}" for m in found)
        pytest.fail(f"{story.title}\n    {story.day}  {story.marked}{asked}{told}", pytrace=False)


def test_there_are_enough_of_them() -> None:
    titles = [param.id for param in STORIES]
    right = [param.values[0] for param in STORIES if not param.values[0].known]
    assert len(right) >= 200
    assert len(titles) == len(set(titles))


def _shown(m: Mention) -> str:
    parts = (
        m.text,
        "+".join(m.members) or m.code,
        m.name,
        m.office,
        f"({m.actor}, {m.maker})",
        *m.candidates,
    )
    return "  ".join(str(part) for part in parts)


def _right(row: tuple[str, ...], story: Story, found: list[Mention], registry: Registry) -> bool:
    if row[0] == "nobody":
        start = story.text.lower().index(row[1].lower())
        there = [m for m in found if m.span and m.span.meets(Span(start, start + len(row[1])))]
        return not any(m.actor or m.country for m in there)
    meant = _at(row[0], story.text, found)
    return bool(meant) and all(_is_meant(row, m, story, registry) for m in meant)


def _is_meant(row: tuple[str, ...], m: Mention, story: Story, registry: Registry) -> bool:
    code, name, office, *more = (*row[1:], *("*",) * 4)[: max(3, len(row) - 1)]
    return (
        _is_code(code, m)
        and _is_name(name, m)
        and office in ("*", m.office or "-")
        and all(_holds(ask, m, story, registry) for ask in more)
    )


def _at(words: str, text: str, found: list[Mention]) -> list[Mention]:
    """The mentions at these words, or at the second of them; rarely more than one.
    Names of strangers that nobody took for a party are none of them."""
    fit = re.fullmatch(r"(.+) \((\d)\)", words)
    bare, number = (fit[1], int(fit[2])) if fit else (words, 1)
    starts = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text)]
    if len(starts) < number:
        raise ValueError(f"{words!r} is not in the text")
    start, stop = starts[number - 1], starts[number - 1] + len(bare)
    return [m for m in found if m.span and m.span.meets(Span(start, stop)) and m.maker != "name"]


def _is_code(code: str, m: Mention) -> bool:
    if code == "*" or "+" in code:
        return code == "*" or sorted(code.split("+")) == sorted(m.members)
    return code == m.code or (code.endswith(":*") and code[:-2] == (m.country or "---"))


def _is_name(name: str, m: Mention) -> bool:
    if name == "stranger":
        return m.actor is None and bool(m.name) and (m.name in str(m.text) or str(m.text) in m.name)
    if name == "-":
        return m.actor is None and m.name is None
    return name == "*" or name == m.name


def _holds(ask: str, m: Mention, story: Story, registry: Registry) -> bool:
    word, _, rest = ask.partition(" ")
    if word == "among":
        return sorted(rest.split("; ")) == sorted(m.candidates) and m.actor is None
    codes = set(rest.split(", "))
    if word in ("with", "without"):
        members = _members(m, story, registry)
        return codes <= members if word == "with" else bool(members) and not codes & members
    return ask == "*"


def _members(m: Mention, story: Story, registry: Registry) -> set[str]:
    """Of the body that is meant, on the day, by the registry."""
    return {member.country for member in members(registry, m.actor or "", story.day)}
