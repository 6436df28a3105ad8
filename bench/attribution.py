#!/usr/bin/env python3
"""Who is credited with what, on newspaper articles of others that nothing here was trained on: attribution.py

PolNeAR (../shared/data/evaluate/attribution_polnear/dev.jsonl: Newell, Margolin and Ruths 2018), read for its total
figures alone. Its attributions are wider than our statements: wishes, plans, knowledge and judgements of things
("criticized the plan") count too. One is found where a saying has a source with the same head word and a content that
shares at least half of its words (of the longer side), one to one; of one without a source the content is enough.
"content" leaves the source aside. Statements of one cue are one saying, as the split quotation is there, with the
quotations by which the speaker goes on in the same paragraph.
"""

import importlib.util
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

SHARED = Path(__file__).parent.parent.parent / "shared"
FILE = SHARED / "data" / "evaluate" / "attribution_polnear" / "dev.jsonl"
_QUOTED = re.compile(r"[“”\"]")
_BREAKS = frozenset(", ( – who that which whose".split())  # a description follows
_ENDS = frozenset("of in for from at on with by to near into over under about against".split())
_ARTICLES = frozenset("the a an his her its their our my and".split())
_THOUGHTS = frozenset(
    "think thinks thought thinking believe believes believed believing hope hopes hoped hoping fear fears feared "
    "fearing want wants wanted wanting expect expects expected expecting know knows knew known feel feels felt "
    "see sees saw seen plan plans planned planning decide decides decided consider considers considered".split()
)
_TOKEN = re.compile(r"[\w’'.&]*\w|[,(\-–]")


@dataclass(frozen=True)
class Credit:
    """One attribution of theirs or saying of ours."""

    source: str | None
    content: str
    kind: str
    cue: str | None
    start: int


def head(words: str | None) -> str:
    """The last word of the noun group that a source begins with: of "the mayor, a lawyer" it is "mayor", of
    "a spokesman for Amina Bello" "spokesman", of "University of Lagos lawyer Amina Bello" "bello"."""
    tokens = _TOKEN.findall(words or "")
    segment = list(takewhile(lambda token: token not in _BREAKS, tokens)) or tokens
    group = list(takewhile(lambda token: token.lower() not in _ENDS, segment)) or segment
    named = list(takewhile(lambda token: token[0].isupper(), reversed(segment)))
    before = segment[: len(segment) - len(named)]
    if named and before and before[-1].islower() and before[-1] not in _ENDS | _ARTICLES:
        group = segment
    last = [t for t in group if t not in ("'s", "’s")]
    return re.sub(r"['’]s?$", "", last[-1].lower()) if last else ""


def asked(annotator: dict, text: str) -> list[Credit]:
    """The attributions of one annotator. Those without a content or a cue are mistakes of the file."""
    found = []
    for row in annotator["attributions"]:
        if not (row.get("content") and row.get("cue")):
            continue
        spans = sorted(tuple(s) for s in row["content"][0]["spans"])
        pieces = [text[a:b] for a, b in spans]
        source = row["source"][0]["text"] if row.get("source") else None
        content = " ".join(pieces)
        found.append(Credit(source, content, _kind(text, spans), row["cue"][0]["text"], spans[0][0]))
    return found


def _kind(text: str, spans: list[tuple[int, int]]) -> str:
    """direct where quotation marks hold all of it, indirect where there are none."""
    content = " ".join(text[a:b] for a, b in spans).strip()
    if not _QUOTED.search(content):
        return "indirect"
    left = re.sub(r"[“\"][^“”\"]*[”\"]?", "", content)
    return "mixed" if re.search(r"\w", left) else "direct"


def read(text: str, key: str) -> tuple[list[Credit], float]:
    """The sayings of the record, and the seconds that it took."""
    from dragoman.read import Given, read_text
    from dragoman.river import read_article
    from dragoman.tools import open_tools

    tools = open_tools()
    began = time.perf_counter()
    record = read_article(read_text(text, given=Given(key=key)), tools)
    took = time.perf_counter() - began
    text = record.article.text
    by_cue: dict[object, list] = {}
    cue, source = None, None
    for s in record.statements:
        if s.cue is None and source and "\n" not in text[cue.stop : s.words.start]:
            by_cue[cue].append(s)  # he goes on in the same paragraph
        else:
            by_cue.setdefault(s.cue or s.words, []).append(s)
        cue, source = (s.cue, s) if s.cue else (cue, source)
    found = []
    for told in by_cue.values():
        first = told[0]
        content = " ".join(s.words.of(text) for s in told)
        who = first.speaker.text if first.speaker.span else None
        cue_words = first.cue.of(text) if first.cue else None
        found.append(Credit(who or first.speaker.name, content, first.kind, cue_words, first.words.start))
    return found, took


def matched(gold: list[Credit], told: list[Credit], with_source: bool) -> list[tuple[int, int]]:
    """Pairs, each of both sides once, the most alike first."""
    overlap = _overlap()
    pairs = sorted(
        (
            (overlap(g.content, t.content), i, j)
            for i, g in enumerate(gold)
            for j, t in enumerate(told)
            if not with_source or g.source is None or head(g.source) == head(t.source)
        ),
        reverse=True,
    )
    left, right, done = set(), set(), []
    for alike, i, j in pairs:
        if alike >= 0.5 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            done.append((i, j))
    return done


def figures() -> dict[str, dict[str, float]]:
    """Rows of (asked, found, recall), by name; "all" and "content" have told and precision too."""
    gold_by, found_by = Counter(), Counter()
    told_all = content_found = right = 0
    for row in _rows():
        gold = asked(row["annotations"][0], row["text"])
        told, _ = read(row["text"], row["id"])
        pairs = matched(gold, told, with_source=True)
        found = {i for i, _ in pairs}
        for i, credit in enumerate(gold):
            for name in classes(credit):
                gold_by[name] += 1
                found_by[name] += i in found
        told_all += len(told)
        right += len(pairs)
        content_found += len(matched(gold, told, with_source=False))
    rows = {name: _row(gold_by[name], found_by[name]) for name in sorted(gold_by)}
    whole = gold_by["all"]
    rows["all"] = _row(whole, right, told_all)
    rows["content"] = _row(whole, content_found, told_all)
    return rows


def classes(credit: Credit) -> Iterator[str]:
    """The rows that an attribution is counted in."""
    yield "all"
    yield f"kind: {credit.kind}"
    yield f"cue: {_of_cue(credit.cue)}"
    yield f"form: {_form(credit.content)}"
    yield "source: " + ("none" if credit.source is None else "pronoun" if _is_pronoun(credit) else "named")


def _of_cue(cue: str | None) -> str:
    words = set(re.findall(r"\w+", (cue or "").lower()))
    if "according" in words:
        return "according to"
    if words & {"say", "says", "said", "saying", "tell", "tells", "told", "telling"}:
        return "say, tell"
    return "think, want, know" if words & _THOUGHTS else "other"


def _form(content: str) -> str:
    """How the content is put; things ("criticized the plan") and infinitives are no statements of ours."""
    words = re.findall(r"[\w’']+", content.lower())
    if words[:1] == ["to"]:
        return "an infinitive"
    if words[:1] == ["that"]:
        return "that and a clause"
    return "fewer than eight words" if len(words) < 8 else "eight words or more"


def _is_pronoun(credit: Credit) -> bool:
    return (credit.source or "").lower() in ("he", "she", "they", "it", "i", "we", "you", "who")


def agreement() -> dict[str, float]:
    """How well one annotator finds what another does, on the articles that several have read."""
    found = asked_for = 0
    for row in _rows():
        for first in row["annotations"]:
            for second in row["annotations"]:
                if first is not second:
                    gold, told = asked(first, row["text"]), asked(second, row["text"])
                    found += len(matched(gold, told, with_source=True))
                    asked_for += len(gold)
    return _row(asked_for, found)


def _row(gold: int, found: int, told: int | None = None) -> dict[str, float]:
    row = {"asked": gold, "found": found, "recall": round(found / max(1, gold), 3)}
    if told is not None:
        row |= {"told": told, "precision": round(found / max(1, told), 3)}
    return row


def _rows() -> Iterable[dict]:
    with FILE.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _overlap():
    spec = importlib.util.spec_from_file_location("score", SHARED / "annotation" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.overlap


def main() -> None:
    if not FILE.exists():
        print("skipped: ../shared is not here")
        return
    for name, row in figures().items():
        print(f"{name:32}", "  ".join(f"{k} {v}" for k, v in row.items()))
    print(f"{'two annotators':32}", "  ".join(f"{k} {v}" for k, v in agreement().items()))


if __name__ == "__main__":
    main()
