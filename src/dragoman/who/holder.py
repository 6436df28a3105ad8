"""Holder: who held an office before or after somebody, is elected to it, or held it once: "his predecessor"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from dragoman.things import Mention
from dragoman.who import people
from dragoman.who.group import owner
from dragoman.who.heard import ONE
from dragoman.who.registry import Office, Registry, Tenure
from dragoman.who.scene import Asked, Scene
from dragoman.who.title import Title, office_in

GAP = 400  # days between two holders of an office within which one still follows the other


def held(scene: Scene, asked: Asked, whose: Callable[[], Mention | None]) -> Mention | None:
    """Who is meant by an office without a name, None where the words are none; `whose` finds the name before it."""
    low = scene.line.low[asked.at.start : asked.at.stop]
    for name, step in (("predecessor", -1), ("successor", 1)):
        if scene.is_of(low[-1], name):
            return _beside(scene, asked, whose(), step)
    elect = low[-2:] == ("-", "elect")
    former = low[0] == "the" and any(scene.is_of(w, "former") for w in low)
    office = office_in(scene.line, asked.at, scene.registry) if elect or former else None
    if office is None:
        return None
    return _elect(scene, asked, office) if elect else _former(scene, asked, office)


def _beside(scene: Scene, asked: Asked, whose: Mention | None, step: int) -> Mention | None:
    """Who held the office of the one spoken of before him, or after him."""
    person = whose or scene.heard.back(scene.line.index, asked.at.start, (ONE,))
    if person is None or person.actor is None or person.office is None or scene.day is None:
        return None
    known = scene.registry.office(person.office.removeprefix("former "))
    if known is None or person.country is None:
        return None
    found = _next(scene.registry, person.actor, known, person.country, scene.day, step)
    return _at(scene, asked, found, scene.day) if found else None


def _next(registry: Registry, id_: str, office: Office, country: str, day: date, step: int) -> str | None:
    """The id of who held the office right before or after somebody's last time in it."""
    rows = [(p, t) for p, t in registry.holders.get((country, office.rank), ()) if t.office == office.name]
    own = [t for p, t in rows if p == id_ and t.first and t.first <= day]
    if not own:
        return None
    mine = max(own, key=lambda t: t.first or day)
    others = [(_days(mine, t, step), p) for p, t in rows if p != id_]
    near = [(days, p) for days, p in others if days is not None and -31 <= days <= GAP]
    return min(near)[1] if near else None


def _days(mine: Tenure, other: Tenure, step: int) -> int | None:
    """How many days lie between two times in an office, if they follow each other that way."""
    first, second = (other, mine) if step < 0 else (mine, other)
    return (second.first - first.last).days if first.last and second.first else None


def _elect(scene: Scene, asked: Asked, office: Office) -> Mention | None:
    """ "The president-elect": named before, or the only one who comes into that office in the land spoken of."""
    heard, here, start = scene.heard, scene.line.index, asked.at.start
    land = owner(scene.line, asked.at, scene.lands, scene.registry)
    country = land.country if land else None
    if said := heard.office(here, start, country, f"{office.name}-elect"):
        return replace(said, span=scene.span(asked.at), text=scene.says(asked.at))
    country = country or heard.land(here, start)
    if country is None or scene.day is None:
        return None
    rows = scene.registry.holders.get((country, office.rank), ())
    title = Title(office, elect=True)
    ids = {p for p, t in rows if t.office == office.name and people.is_ahead(t, scene.day)}
    if len(ids) != 1:
        return None
    person = scene.registry.persons[ids.pop()]
    return people.mention(person, scene.day, title, scene.span(asked.at), scene.says(asked.at))


def _former(scene: Scene, asked: Asked, office: Office) -> Mention | None:
    """ "The former president": named before, or somebody of the land of which the sentence before speaks first."""
    if owner(scene.line, asked.at, scene.lands, scene.registry):
        return None
    heard, here = scene.heard, scene.line.index
    name = f"former {office.name}"
    span, text = scene.span(asked.at), scene.says(asked.at)
    if said := heard.office(here, asked.at.start, None, name):
        return replace(said, span=span, text=text)
    land = heard.before(here, asked.at.start) or heard.opened(here - 1)
    if land is None:
        return None
    return Mention(span, text, country=land, sector="ELI", office=name)


def _at(scene: Scene, asked: Asked, id_: str, day: date) -> Mention:
    person = scene.registry.persons[id_]
    return people.mention(person, day, Title(), scene.span(asked.at), scene.says(asked.at))
