"""Our own passages keep their format, and quote only what stands in their sentences.

The passages are parsed here and not by `training/corpora.py`, which needs the labels, the network and so torch:
the labels are read off the page of `labels.py` instead.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

TRAINING = Path(__file__).parents[2] / "training"
PAGE = (TRAINING / "labels.py").read_text(encoding="utf-8")


def listed(name: str) -> frozenset[str]:
    """The words of one list in labels.py, whichever of its two spellings it has."""
    found = re.search(rf'^{name} = .*?"+([^"]+)"+\.split\(\)', PAGE, re.MULTILINE | re.DOTALL)
    assert found, name
    return frozenset(found[1].split())


TYPES, MODES, STATUSES, SECTORS = (listed(n) for n in ("TYPES", "MODES", "STATUSES", "SECTORS"))
KINDS = frozenset(("direct", "indirect", "mixed"))
CODE = re.compile(r"(---|[A-Z]{3}(?:\+[A-Z]{3})*)(?::([A-Z]{3}))?")
TWO_WORDS = re.compile(r"(stop\w* short|call\w* off|rul\w+ out)")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with its lines of annotation, and where it stands."""

    place: str
    sentence: str
    events: tuple[str, ...]
    statements: tuple[str, ...]


def read(page: str, name: str) -> tuple[tuple[Told, ...], tuple[str, ...]]:
    """The sentences of a page, and what is wrong with its build."""
    told, wrong = [], []
    for block in re.split(r"\n\s*\n", page.strip()):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        place = f"{name}: {lines[0][:60]}"
        if not lines[0].startswith("S: "):
            wrong.append(f"{place}: begins with no sentence")
            continue
        wrong += [
            f"{place}: strange line {line!r}" for line in lines[1:] if not line.startswith(("E: ", "Q: "))
        ]
        events = tuple(line[3:] for line in lines[1:] if line.startswith("E: "))
        statements = tuple(line[3:] for line in lines[1:] if line.startswith("Q: "))
        told.append(Told(place, lines[0][3:].strip(), events, statements))
    return tuple(told), tuple(wrong)


def stands(quote: str, sentence: str) -> bool:
    """The quote is there and cuts no word: what the reader of passages demands."""
    return bool(quote) and bool(re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", sentence))


def missing(quotes: list[str], told: Told) -> list[str]:
    return [f"{told.place}: {q!r} does not stand in it" for q in quotes if not stands(q, told.sentence)]


def party_trouble(cell: str, told: Told) -> list[str]:
    wrong = []
    for item in filter(None, (x.strip() for x in cell.split(";"))):
        text, tied, code = item.rpartition("=")
        form = CODE.fullmatch(code)
        if not tied or not form or (form[2] and form[2] not in SECTORS):
            wrong.append(f"{told.place}: strange party {item!r}")
        if text != "*":
            wrong += missing([text], told)
    return wrong


def event_trouble(line: str, told: Told) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != 7:
        return [f"{told.place}: {len(cells)} cells in {line!r}"]
    trigger, act, actors, recipients, status, dated, said_by = cells
    kind, _, mode = act.partition(" ")
    wrong = missing([trigger, *filter(None, [dated])], told)
    if len(trigger.split()) > 1 and not TWO_WORDS.fullmatch(trigger):
        wrong.append(f"{told.place}: trigger {trigger!r} is no single word")
    if kind not in TYPES or (mode and mode not in MODES):
        wrong.append(f"{told.place}: no such act {act!r}")
    if status not in STATUSES:
        wrong.append(f"{told.place}: no such status {status!r}")
    return wrong + [w for cell in (actors, recipients, said_by) for w in party_trouble(cell, told)]


def statement_trouble(line: str, told: Told) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) != 4:
        return [f"{told.place}: {len(cells)} cells in {line!r}"]
    speaker, cue, words, kind = cells
    wrong = party_trouble(speaker, told) + missing([cue, words], told)
    if kind not in KINDS:
        wrong.append(f"{told.place}: no such kind {kind!r}")
    if cue in words and told.sentence.count(cue) == words.count(cue):
        wrong.append(f"{told.place}: cue {cue!r} stands only inside the words")
    return wrong


def trouble(page: str, name: str) -> list[str]:
    told, wrong = read(page, name)
    found = list(wrong)
    for t in told:
        triggers = [line.partition("|")[0].strip() for line in t.events]
        for trigger in dict.fromkeys(triggers):
            if triggers.count(trigger) > len(re.findall(rf"(?<!\w){re.escape(trigger)}(?!\w)", t.sentence)):
                found.append(f"{t.place}: trigger {trigger!r} is used more often than it stands")
        found += [w for line in t.events for w in event_trouble(line, t)]
        found += [w for line in t.statements for w in statement_trouble(line, t)]
    return found


PAGES = sorted((TRAINING / "passages").glob("*.txt"))


def test_there_are_passages() -> None:
    assert PAGES


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_every_passage_fits_its_sentences(path: Path) -> None:
    assert trouble(path.read_text(encoding="utf-8"), path.stem) == []


def test_no_sentence_stands_twice() -> None:
    told = [t.sentence for path in PAGES for t in read(path.read_text(encoding="utf-8"), path.stem)[0]]
    assert [s for s in told if told.count(s) > 1] == []


GOOD = """# visit
S: Peru's envoy visited Chile on Monday, officials said.
E: visited | CONSULT visit | Peru's envoy=PER:GOV | Chile=CHL | asserted | on Monday | officials=PER:GOV
Q: officials=PER:GOV | said | Peru's envoy visited Chile on Monday | indirect
"""


def test_a_good_passage_passes() -> None:
    assert trouble(GOOD, "page") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("E: visited", "E: visit"),  # not a whole word of the sentence
        ("E: visited", "E: visited Chile"),
        ("CONSULT visit", "CONSULTS visit"),
        ("CONSULT visit", "CONSULT call"),
        ("| asserted", "| certain"),
        ("Chile=CHL", "Bolivia=BOL"),
        ("Chile=CHL", "Chile=Chile"),
        ("PER:GOV | Chile", "PER:KING | Chile"),
        ("PER:GOV | Chile", "PER:XYZ | Chile"),
        ("| on Monday |", "| on Tuesday |"),
        ("| on Monday |", "|"),
        ("| said |", "| told |"),
        ("on Monday | indirect", "on Friday | indirect"),
        ("| indirect", "| reported"),
        ("E: visited", "X: visited"),
        ("S: Peru", "Peru"),
    ],
)
def test_a_bad_passage_is_refused(old: str, new: str) -> None:
    assert old in GOOD
    assert trouble(GOOD.replace(old, new, 1), "page") != []
