"""What `dragoman who --json` writes. docs/how-to/ask-who-someone-is.md explains each key."""

import json
from datetime import date
from typing import Any

from dragoman.who.asked import Answer, Known, State
from dragoman.who.offices import Held
from dragoman.who.registry import Body, Statehood

SCHEMA = 1
Json = dict[str, Any]


def as_line(answer: Answer) -> str:
    """One line of JSON."""
    return json.dumps(as_dict(answer), ensure_ascii=False)


def as_dict(answer: Answer) -> Json:
    return {
        "schema": SCHEMA,
        "asked": answer.asked,
        "on": _iso(answer.day),
        "office": answer.office,
        "held": [_held(h) for h in answer.held],
        "nearest": [_held(h) for h in answer.nearest],
        "states": [_state(s) for s in answer.states],
        "bodies": [_body(rows) for rows in answer.bodies],
        "people": [_person(p) for p in answer.people],
        "like": list(answer.like),
    }


def _person(known: Known) -> Json:
    rows = [_held(h) | {"holds": h in known.holding} for h in known.rows]
    return {"id": known.id, "name": known.name, "rows": rows}


def _held(h: Held) -> Json:
    return {
        "id": h.id,
        "name": h.name,
        "country": h.country,
        "sector": h.sector or None,
        "office": h.office,
        "first": _iso(h.first),
        "last": _iso(h.last),
        "origin": h.origin,
    }


def _body(rows: tuple[Body, ...]) -> Json:
    return {"id": rows[-1].id, "name": rows[-1].name, "rows": [_as_it_was(b) for b in rows]}


def _as_it_was(b: Body) -> Json:
    return {
        "name": b.name,
        "kind": b.kind,
        "country": b.country,
        "sector": b.sector or None,
        "members": list(b.members) or None,
        "first": _iso(b.first),
        "last": _iso(b.last),
    }


def _state(s: State) -> Json:
    return {
        "code": s.code,
        "name": s.name,
        "names": list(s.names),
        "people": list(s.people),
        "seats": list(s.seats),
        "rows": [_statehood(row) for row in s.rows],
        "chiefs": [_held(h) for h in s.chiefs],
    }


def _statehood(s: Statehood) -> Json:
    codes = {"iso": s.iso, "iso2": s.iso2, "fips": s.fips, "cow": s.cow, "gw": s.gw, "cameo": s.cameo}
    return {
        "code": s.code,
        "names": list(s.names),
        "standing": s.standing,
        "first": _iso(s.first),
        "last": _iso(s.last),
        **{name: code or None for name, code in codes.items()},
        "before": list(s.before),
        "after": list(s.after),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
