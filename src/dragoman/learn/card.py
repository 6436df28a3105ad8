"""The report card of an ontology: how its types are found in articles that it did not learn from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FEW = 20  # events below which a figure says little


@dataclass(frozen=True, slots=True)
class Row:
    """One type: events in the annotation, found, found rightly."""

    name: str
    annotated: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.annotated)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, self.found + self.annotated)


@dataclass(frozen=True, slots=True)
class Card:
    """A row for each type, and one for all, over so many articles."""

    articles: int
    rows: tuple[Row, ...]
    all: Row

    def page(self) -> str:
        """As Markdown."""
        lines = [
            "# Report card",
            "",
            f"Triggers with their type, word by word, in {self.articles} articles kept from learning and choosing.",
            "",
            "| type | events | found | precision | recall | F1 |",
            "|---|---|---|---|---|---|",
            *(_line(row) for row in (*self.rows, self.all)),
        ]
        if any(row.annotated < FEW for row in self.rows):
            lines += ["", f"A type with fewer than {FEW} events here: its figures say little. Annotate more."]
        return "\n".join(lines) + "\n"


def card(types: list[str], found: NDArray[np.int64], gold: NDArray[np.int64], articles: int) -> Card:
    rows = tuple(
        Row(name, int((gold == k).sum()), int((found == k).sum()), int(((gold == k) & (found == k)).sum()))
        for k, name in enumerate(types, 1)
    )
    whole = Row("all", *(sum(getattr(r, part) for r in rows) for part in ("annotated", "found", "right")))
    return Card(articles, rows, whole)


def _line(row: Row) -> str:
    if not row.annotated and not row.found:
        return f"| {row.name} | 0 | 0 | – | – | – |"
    shares = " | ".join(f"{share:.2f}" for share in (row.precision, row.recall, row.f1))
    return f"| {row.name} | {row.annotated} | {row.found} | {shares} |"
