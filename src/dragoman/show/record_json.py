"""A record as the JSON that `dragoman read --json` writes. Key by key the contract, schema 1."""

import json
from typing import Any

from dragoman.things import (
    Anchor,
    Article,
    Happened,
    Mention,
    Note,
    Place,
    Record,
    Report,
    Span,
    Statement,
    Time,
)

SCHEMA = 1
Json = dict[str, Any]


def as_line(record: Record) -> str:
    """One line of JSON."""
    return json.dumps(as_dict(record), ensure_ascii=False)


def as_dict(record: Record) -> Json:
    """The record as plain values; spans are [start, stop) in code points of the text."""
    text = record.article.text
    return {
        "schema": SCHEMA,
        "own_actors": record.own_actors,
        "article": _article(record.article),
        "sentences": [_span(s) for s in record.sentences],
        "mentions": [_party(m) for m in record.mentions],
        "times": [_time(t) for t in record.times],
        "places": [_place(p) for p in record.places],
        "reports": [_report(r, text) for r in record.reports],
        "statements": [_statement(s, text) for s in record.statements],
        "notes": [_note(n) for n in record.notes],
    }


def _article(a: Article) -> Json:
    return {
        "id": a.id,
        "key": a.key,
        "title": a.title,
        "published": _day(a.published),
        "published_how": a.published_how,
        "publisher": a.publisher,
        "wire": a.wire,
        "url": a.url,
        "language": None if a.language == "und" else a.language,
        "sha256": a.sha256,
        "text": a.text,
    }


def _report(r: Report, text: str) -> Json:
    return {
        "id": r.id,
        "sentence": r.sentence,
        "trigger": _quoted(r.trigger, text),
        "quote": r.span.of(text),
        "span": _span(r.span),
        "type": r.type,
        "mode": r.mode,
        "contexts": list(r.contexts),
        "quad": r.quad,
        "intensity": r.intensity,
        "actors": [_party(m) for m in r.actors],
        "recipients": [_party(m) for m in r.recipients],
        "status": r.status,
        "happened": _happened(r.happened),
        "place": _place(r.place),
        "said_by": [_party(m) for m in r.said_by],
        "word_of": r.word_of,
        "confidence": r.confidence,
    }


def _statement(s: Statement, text: str) -> Json:
    return {
        "id": s.id,
        "sentence": s.sentence,
        "speaker": _party(s.speaker),
        "addressee": _party(s.addressee) if s.addressee else None,
        "cue": _quoted(s.cue, text) if s.cue else None,
        "words": _quoted(s.words, text),
        "kind": s.kind,
        "does": s.does,
        "happened": _happened(s.happened),
        "place": _place(s.place),
        "said_by": [_party(m) for m in s.said_by],
        "cites": [_party(m) for m in s.cites],
    }


def _party(m: Mention) -> Json:
    return {
        "text": m.text,
        "span": _span(m.span) if m.span else None,
        "actor": m.actor,
        "name": m.name,
        "country": m.country,
        "sector": m.sector,
        "code": m.code,
        "office": m.office,
        "members": list(m.members) or None,
    }


def _time(t: Time) -> Json:
    return {
        "span": _span(t.span),
        "text": t.text,
        "first": _day(t.first),
        "last": _day(t.last),
        "granularity": t.granularity,
        "value": t.value,
        "how": t.how,
        "anchor": _anchor(t.anchor),
    }


def _anchor(a: Anchor | None) -> Json | None:
    return {"day": _day(a.day), "span": _span(a.span) if a.span else None} if a else None


def _happened(h: Happened | None) -> Json | None:
    if h is None:
        return None
    span = _span(h.span) if h.span else None
    return {"first": _day(h.first), "last": _day(h.last), "text": h.text, "span": span, "how": h.how}


def _place(p: Place | None) -> Json | None:
    if p is None:
        return None
    return {
        "text": p.text,
        "span": _span(p.span),
        "name": p.name,
        "country": p.country,
        "lat": p.lat,
        "lon": p.lon,
    }


def _note(n: Note) -> Json:
    return {"code": n.code, "span": _span(n.span) if n.span else None, "says": n.says}


def _quoted(span: Span, text: str) -> Json:
    return {"span": _span(span), "text": span.of(text)}


def _span(span: Span) -> list[int]:
    return [span.start, span.stop]


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
