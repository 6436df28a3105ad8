"""Credits: lines that say who wrote, reported or passed on a text."""

import re
from dataclasses import dataclass

from dragoman.read.book import book, known_wire, only_wires

LONGEST = 300  # characters of "(Reporting by ... in ..., ... in ...; Editing by ...)"
NAME = 40  # characters of an agency's name at the end of a paragraph
WIRES_ONLY = ("via ", "published by")  # these may open a sentence
NAMES = 8  # words that the name of a source has at most
_DAY = re.compile(r"\s+on\s+(?=\w+ \d|\d)")  # "Published by Reuters on March 3, 2025"
_BESIDE = re.compile(r"\s*[|/,•·]\s*")  # between a writer and his agency
_SIGNED = re.compile(r"(?<=[.!?”\"’'])\s*(?:[(\[]([A-Z][^()\[\]]+)[)\]]|(?:--|[-–—])\s?([A-Z][\w/ ]+))\.?$")


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that credits somebody; `wire` where that is an agency."""

    wire: str | None


def credit(line: str) -> Credit | None:
    """Who wrote or reported, where the line is a list of names and says no more."""
    low = line.lower()
    if len(line) <= 2 * NAME and (only := only_wires(line)):
        # "AA" or "App" alone in small letters may be anything; an agency writes itself with capitals.
        return Credit(only) if line.strip("([-–— ")[:1].isupper() else None
    if wire := _byline(line):
        return Credit(wire)
    if len(line) > LONGEST or not low.startswith(book().credit):
        return None
    names = line.split(" ", 1)[-1]
    return (
        Credit(known_wire(names) or known_wire(names.rsplit(" for ", 1)[-1])) if _only_names(line) else None
    )


def source(line: str, closing: bool) -> Credit | None:
    """From whom the text is taken ("Source: Aljazeera"). In the middle of a text only agencies are believed."""
    low = line.lower()
    if not low.startswith(book().source):
        return None
    opened = next(o for o in book().source if low.startswith(o))
    name = _DAY.split(line[len(opened) :])[0].strip(" .:()")
    if set(name.lower().split()) <= book().beside_wire:
        return Credit(None) if closing else None
    wire = known_wire(name)
    if len(name.split()) > NAMES or not (wire or (closing and opened not in WIRES_ONLY)):
        return None
    return Credit(wire or name)


def signed(line: str) -> tuple[str, int] | None:
    """The agency that signs the end of a paragraph, "(AFP)" or "— Reuters", and where its words stop."""
    found = _SIGNED.search(line, max(0, len(line) - NAME))
    wire = known_wire(found[1] or found[2]) if found else None
    return (wire, found.start()) if found and wire else None


def _byline(line: str) -> str | None:
    """The agency in "Amina Bello | AFP": a name or two of up to four words, and then the agency."""
    *names, last = _BESIDE.split(line.strip())
    if not names or len(line) > 2 * NAME or not last[:1].isupper():
        return None
    people = [name.split() for name in names]
    plain = all(0 < len(name) <= 4 and all(w[0].isupper() for w in name) for name in people)
    return known_wire(last) if plain else None


def _only_names(line: str) -> bool:
    words = line.replace("-", " ").replace("/", " ").split()
    plain = [w.strip("()[].,;:’'@&|") for w in words]
    return len(words) > 1 and all(not w or not w[0].islower() or w in book().credit_words for w in plain)
