"""The corpora to learn from, as words and targets. Origins and licences: README.md in this folder.

An example is a `Lesson`: its words, and for each head a target. Choices are one label a word
(-100: not asked); pairs are a list of (row, column, label), word 0 being the opening mark.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import lands
import news
from labels import DEPRELS, MODES, NAMES, ROLES, SECTORS, STATUSES, SYNTAX_ROLES, TYPES, UPOS

from dragoman.parse.words import words as split
from dragoman.things import Span

SILENT = -100
FURTHER = "further"  # origin of what was annotated by other hands, who mark less
Dyad = tuple[range, range, tuple[int, ...]]  # words of actor and recipient, types that are right


@dataclass
class Lesson:
    words: list[str]
    choices: dict[str, list[float]] = field(default_factory=dict)
    pairs: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)
    rows: dict[str, list[int]] = field(default_factory=dict)  # pairs are asked of these rows only
    dyad: Dyad | None = None  # the trigger is hidden
    given: Dyad | None = None  # the pair is marked in what is read
    origin: str = ""


def annotated(folder: Path) -> Iterator[tuple[str, Lesson]]:
    """Passages annotated by the guidelines: (passage id, lesson), one a sentence."""
    texts = {row["id"]: row["sentences"] for row in rows(folder / "sentences.jsonl")}
    for row in rows(folder / "annotation.jsonl"):
        told = {s["i"]: s for s in row["sentences"]}
        for i, text in enumerate(texts[row["id"]]):
            yield row["id"], _annotated_sentence(text, told.get(i, {}))


def further(folder: Path, texts: list[str]) -> Iterator[tuple[str, Lesson]]:
    """Passages of the news that we annotated without their text (news.py): (passage name, lesson), one a sentence."""
    for name, own, note in news.passages(folder, texts):
        told = {s["i"]: s for s in note["sentences"]}
        for i, text in enumerate(own):
            yield name, replace(_annotated_sentence(text, told.get(i, {})), origin=FURTHER)


def own_passages(folder: Path) -> Iterator[tuple[str, Lesson]]:
    """Passages in our own words (passages/README.md): (passage name, lesson), one a sentence."""
    for path in sorted(folder.glob("*.txt")):
        name, sentence, told = path.stem, "", {}
        for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
            kind, _, rest = line.partition(":")
            if line.startswith("#"):
                name = f"{path.stem}: {line[1:].strip()}"
            elif kind == "S":
                sentence, told = rest.strip(), {"events": [], "statements": []}
            elif kind == "E":
                told["events"].append(_event([cell.strip() for cell in rest.split("|")]))
            elif kind == "Q":
                told["statements"].append(_statement([cell.strip() for cell in rest.split("|")]))
            elif sentence:
                yield name, _annotated_sentence(sentence, told)
                sentence = ""


def _event(cells: list[str]) -> dict:
    trigger, kind, actors, recipients, status, when, said_by = (cells + [""] * 7)[:7]
    type_, _, mode = kind.partition(" ")
    return {
        "trigger": trigger, "type": type_, "mode": mode or None, "status": status or "asserted", "when": when or None,
        "actor": _parties(actors), "recipient": _parties(recipients), "said_by": _parties(said_by),
    }  # fmt: skip


def _statement(cells: list[str]) -> dict:
    speaker, cue, words = cells[:3]
    return {"speaker": (_parties(speaker) or [{"text": None, "code": "---"}])[0], "cue": cue, "words": words}


def _parties(cell: str) -> list[dict]:
    found = []
    for item in filter(None, (x.strip() for x in cell.split(";"))):
        text, _, code = item.rpartition("=")
        found.append({"text": None if text.strip() in ("*", "") else text.strip(), "code": code.strip()})
    return found


def _annotated_sentence(text: str, told: dict) -> Lesson:
    spans = split(text, Span(0, len(text)))
    n = len(spans) + 1
    lesson = Lesson([s.of(text) for s in spans], origin="annotation")
    trigger, mode, status = [SILENT] + [0] * (n - 1), [SILENT] * n, [SILENT] * n
    party, sector, cue = [SILENT] + [0] * (n - 1), [SILENT] * n, [SILENT] + [0] * (n - 1)
    roles: set[tuple[int, int, int]] = set()
    rows: list[int] = []
    used: set[int] = set()

    def mark(found: range, labels: list[float]) -> None:
        for k in found:
            labels[k] = 1 if k == found.start else 2

    placed: set[tuple[range, str]] = set()
    unsaid: list[tuple[int, str, str]] = []

    def tie(row: int, party_text: str | None, code: str, role: str, prefer: int) -> None:
        if party_text is None:
            if role in ("actor", "recipient"):
                roles.add((row, 0, ROLES.index(role)))
                unsaid.append((row, role, code))
            return
        found = _nearest(text, spans, party_text, row, prefer)
        if not found:
            return
        if all(party[k] == 0 for k in found):
            mark(found, party)
        placed.add((found, code))
        for k in found:
            sector[k] = SECTORS.index(code.partition(":")[2])
            roles.add((row, k, ROLES.index(role)))

    for event in told.get("events") or []:
        found = _first(text, spans, event["trigger"], used)
        if not found:
            continue
        at = found[0]
        used.add(at)
        rows.append(at)
        trigger[at] = 1 + TYPES.index(event["type"])
        mode[at] = 1 + MODES.index(event["mode"]) if event.get("mode") else 0
        status[at] = STATUSES.index(event["status"])
        for role, prefer in (("actor", -1), ("recipient", 1), ("said_by", 0)):
            for p in event.get(role) or []:
                tie(at, p["text"], p["code"], role, prefer)
        if event.get("when"):
            for k in _nearest(text, spans, event["when"], at, 0) or ():
                roles.add((at, k, ROLES.index("when")))
    for saying in told.get("statements") or []:
        content = _first(text, spans, saying["words"], set())
        if not saying.get("cue") or not content:
            continue
        found = _nearest(text, spans, saying["cue"], content.start, -1, outside=content)
        if not found:
            continue
        at = found[0]
        if cue[at] == 0:
            mark(found, cue)
        rows.append(at)
        roles |= {(at, k, ROLES.index("content")) for k in content}
        tie(at, saying["speaker"].get("text"), saying["speaker"].get("code") or "", "speaker", 0)
    lesson.choices = {
        "trigger": trigger,
        "mode": mode,
        "status": status,
        "party": party,
        "sector": sector,
        "cue": cue,
    }
    lesson.pairs = {"role": sorted(roles), "land": lands.ties(text, spans, placed, unsaid)}
    lesson.rows = {"role": sorted(set(rows))}
    return lesson


def _places(text: str, spans: tuple[Span, ...], quote: str) -> list[range]:
    """Where `quote` stands, as ranges of word numbers (word 0 is the opening mark)."""
    found = []
    for m in re.finditer(re.escape(quote), text):
        inside = [k for k, s in enumerate(spans, 1) if s.start < m.end() and m.start() < s.stop]
        whole = (m.start() == 0 or not text[m.start() - 1].isalnum()) and not text[
            m.end() : m.end() + 1
        ].isalnum()
        if inside and whole:
            found.append(range(inside[0], inside[-1] + 1))
    return found


def _first(text: str, spans: tuple[Span, ...], quote: str, used: set[int]) -> range | None:
    return next((r for r in _places(text, spans, quote) if r.start not in used), None)


def _nearest(
    text: str, spans: tuple[Span, ...], quote: str, at: int, prefer: int, outside: range | None = None
) -> range | None:
    """The occurrence nearest to word `at`; `prefer` -1 before it, 1 after it."""
    places = [r for r in _places(text, spans, quote) if outside is None or r.start not in outside]
    if not places:
        return None
    return min(
        places, key=lambda r: abs(r.start - at) + (1000 if prefer and (r.start - at) * prefer < 0 else 0)
    )


def syntax(path: Path, origin: str) -> Iterator[tuple[str, Lesson]]:
    """CoNLL-U trees: (sentence id, lesson). Multiword tokens are read as their words."""
    name, rows = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id = "):
            name = line[12:]
        elif line.strip() and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        elif not line.strip() and rows:
            lesson = Lesson([r[1] for r in rows], origin=origin)
            lesson.choices["upos"] = [SILENT] + [UPOS.index(r[3]) for r in rows]
            relations = [r[7].split(":")[0] for r in rows]
            lesson.choices["deprel"] = [SILENT] + [
                DEPRELS.index(d) if d in DEPRELS else SILENT for d in relations
            ]
            lesson.pairs["arc"] = [(int(r[0]), int(r[6]), 0) for r in rows]
            lesson.rows["arc"] = [int(r[0]) for r in rows]
            yield name, lesson
            rows = []


def propositions(path: Path) -> Iterator[tuple[str, Lesson]]:
    """PropBank roles on EWT words: (sentence id, lesson)."""
    for row in rows(path):
        lesson = Lesson(row["tokens"], origin="srl")
        n = len(row["tokens"]) + 1
        predicate, pairs = [SILENT] + [0] * (n - 1), []
        for p in row["preds"]:
            at = p["v"][0] + 1
            predicate[at] = 1
            for start, stop, label in p["args"]:
                if label in SYNTAX_ROLES:
                    pairs += [(at, k + 1, SYNTAX_ROLES.index(label)) for k in range(start, stop)]
        lesson.choices["predicate"] = predicate
        lesson.pairs["proposition"] = pairs
        lesson.rows["proposition"] = [k for k, on in enumerate(predicate) if on == 1]
        yield row["id"], lesson


def names(path: Path, origin: str, column: int) -> Iterator[tuple[str, Lesson]]:
    """Column files of names (IOB1, IOB2 or plain): (sentence id, lesson)."""
    name, rows = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id = "):
            name = line[12:]
        elif line.strip() and not line.startswith("#"):
            cells = line.split()
            word = cells[column - 1]
            rows.append((word, cells[column]))
        elif not line.strip() and rows:
            labels, before = [float(SILENT)], "O"
            for _, tag in rows:
                labels.append(_name_label(tag, before))
                before = tag
            yield name, Lesson([w for w, _ in rows], {"name": labels}, origin=origin)
            rows = []


_KINDS = {
    "PER": "PER", "LOC": "LOC", "ORG": "ORG", "OTH": "OTH", "MISC": "OTH", "person": "PER", "politician": "PER",
    "politicalparty": "ORG", "organisation": "ORG", "country": "LOC", "location": "LOC",
}  # fmt: skip


def _name_label(tag: str, before: str) -> float:
    if tag == "O":
        return 0
    begin, _, kind = tag.partition("-")
    known = _KINDS.get(kind, "OTH")
    opens = begin == "B" or before == "O" or before.partition("-")[2] != kind
    return 1 + 2 * NAMES.index(known) + (0 if opens else 1)


def factuality(path: Path, origin: str) -> Iterator[tuple[str, Lesson]]:
    """How far a predicate happened, -3 to 3 (UDS-IH2, MEANTIME)."""
    for row in rows(path):
        tokens = row["text"].split(" ")
        labels: list[float] = [SILENT] * (len(tokens) + 1)
        for t in row["targets"]:
            labels[t["span1"][0] + 1] = t["label"]
        yield str(row["idx"]), Lesson(tokens, {"factuality": labels}, origin=origin)


def rows(path: Path) -> list:
    """The values of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
