"""How much of the first article's gold is in its record: what ../shared/gold/seed.json asks for."""

import json
import re
from collections.abc import Iterable
from datetime import date

import quality


def measured(show: bool) -> dict[str, float]:
    """How much of the seed article's gold is in its record, with and without the day of publication."""
    gold = json.loads((quality.SHARED / "gold" / "seed.json").read_text(encoding="utf-8"))
    raw = (quality.SHARED / "seed" / gold["article"]).read_text(encoding="utf-8")
    with_day, without_day = _read(raw, gold["published"]), _read(raw, None)
    text = with_day["article"]["text"]
    required = [e for e in gold["events"] if not e.get("optional")]
    found = {e["n"]: r for e in gold["events"] if (r := _partner(e, with_day["reports"], text))}
    dated = [e for e in gold["events"] if e["n"] in found and e.get("date")]
    right = [e for e in dated if _same_day(e["date"], found[e["n"]]["happened"])]
    spoken = [s for s in gold["statements"] if _said(s, with_day["statements"], gold)]
    credited = [e for e in required if e["n"] in found and e.get("reported_by")]
    voiced = [e for e in credited if _credits(e, found[e["n"]], gold)]
    placed = [e for e in required if e["n"] in found and e.get("place")]
    there = [e for e in placed if (found[e["n"]]["place"] or {}).get("name") == e["place"]]
    known = [
        a for a in gold["actors"] if all(_means(a, words, with_day["mentions"], text) for words in a["text"])
    ]
    closing = text.find("Source: Aljazeera")
    figures = {
        "seed_events": sum(e["n"] in found for e in required),
        "seed_dates_wrong": len(dated) - len(right),
        "seed_statements": len(spoken),
        "seed_actors": len(known),
        "seed_from_closing_lines": sum(r["trigger"]["span"][0] >= closing for r in with_day["reports"]),
        "seed_relative_dates_without_day": sum(
            bool(t["first"]) and not re.search(r"\b\d{4}\b", t["text"]) and t["granularity"] != "term"
            for t in without_day["times"]
        ),
    }
    print(
        f"seed: {figures['seed_events']} of {len(required)} required events, "
        f"{len(found)} of {len(gold['events'])} in all,"
    )
    print(f"      {len(right)} of {len(dated)} dates, {len(spoken)} of {len(gold['statements'])} statements,")
    print(
        f"      {len(known)} of {len(gold['actors'])} actors by all their names, {len(voiced)} of {len(credited)} "
        f"reports credited, {len(there)} of {len(placed)} placed, {len(with_day['reports'])} reports in the record"
    )
    if show:
        for e in gold["events"]:
            if e["n"] not in found:
                print("missed", e["n"], e["type"], e["actor"], "->", e["recipient"], "|", e["evidence"])
                for r in _near(e, with_day["reports"], text):
                    print(
                        "    has",
                        r["trigger"]["text"],
                        r["type"],
                        _countries(r["actors"]),
                        "->",
                        _countries(r["recipients"]),
                    )
            elif e in dated and e not in right:
                print("wrong day", e["n"], e["date"], found[e["n"]]["happened"])
            elif e in credited and e not in voiced:
                print("uncredited", e["n"], e["reported_by"], found[e["n"]]["said_by"])
        for a in gold["actors"]:
            for words in a["text"]:
                if not _means(a, words, with_day["mentions"], text):
                    print(
                        "not meant", words, [m["code"] for m in _covering(words, with_day["mentions"], text)]
                    )
        for s in gold["statements"]:
            if s not in spoken:
                print("unheard", s["speaker"], "|", s["words"])
    return figures


def _read(raw: str, published: str | None) -> dict:
    from dragoman.read import Given, read_text
    from dragoman.river import read_article
    from dragoman.show.record_json import as_dict
    from dragoman.tools import open_tools

    given = Given(published=date.fromisoformat(published) if published else None)
    return as_dict(read_article(read_text(raw, given=given), open_tools()))


def _near(event: dict, reports: list[dict], text: str) -> list[dict]:
    start = text.rfind(event["evidence"])
    stop = start + len(event["evidence"])
    return [r for r in reports if start <= r["trigger"]["span"][0] < stop]


def _partner(event: dict, reports: list[dict], text: str) -> dict | None:
    """A report inside the evidence with its type and countries; as in score.py, who visits whom is left open."""
    types = {event["type"], *event.get("also_accepted", [])}
    ends = (set(event["actor"]), set(event["recipient"]))
    for r in _near(event, reports, text):
        has = (_countries(r["actors"]), _countries(r["recipients"]))
        if r["type"] in types and (
            has == ends or (r["type"] == "CONSULT" and has[0] | has[1] == ends[0] | ends[1])
        ):
            return r
    return None


def _countries(parties: Iterable[dict]) -> set[str]:
    return {c for p in parties for c in (p["members"] or [p["country"]]) if c}


def _same_day(gold: str, happened: dict | None) -> bool:
    first, _, last = gold.partition("/")
    last = last or first
    if happened is None or not happened["last"]:
        return False
    return (happened["first"] or "").startswith(first) and happened["last"].startswith(last)


def _said(gold: dict, statements: list[dict], all_gold: dict) -> bool:
    names = next((a["text"] for a in all_gold["actors"] if gold["speaker"] in a["text"]), [gold["speaker"]])
    overlap = quality.score_module().overlap
    return any(
        (s["speaker"]["name"] or s["speaker"]["text"]) in names
        and overlap(gold["words"], s["words"]["text"]) >= 0.5
        for s in statements
    )


def _credits(event: dict, report: dict, gold: dict) -> bool:
    """Whether the report is credited to the voices of the gold, nearest the fact first."""
    told = [v["name"] or v["text"] for v in report["said_by"]]
    names = [next((a["text"] for a in gold["actors"] if x in a["text"]), [x]) for x in event["reported_by"]]
    return len(told) >= len(names) and all(t in n for t, n in zip(told, names, strict=False))


def _means(actor: dict, words: str, mentions: list[dict], text: str) -> bool:
    """Whether every mention in those words is that actor: his country, his sector, its members, as far as given.

    The gold's MED for media is the record's JRN: PLOVER keeps MED for the medical.
    """
    found = _covering(words, mentions, text)
    wanted = actor.get("members") or ([actor["country"]] if "country" in actor else None)
    sector = {"MED": "JRN"}.get(actor.get("sector"), actor.get("sector"))
    return bool(found) and all(
        (wanted is None or sorted(m["members"] or [m["country"]]) == sorted(wanted))
        and sector in (None, m["sector"])
        for m in found
    )


def _covering(words: str, mentions: list[dict], text: str) -> list[dict]:
    """The mentions that have these words; where none has just these, the one that shares most with the first."""
    same = [m for m in mentions if m["text"] == words]
    at = text.find(words)
    if same or at < 0:
        return same

    def shared(m: dict) -> int:
        return min(m["span"][1], at + len(words)) - max(m["span"][0], at)

    return sorted((m for m in mentions if shared(m) > 0), key=shared)[-1:]
