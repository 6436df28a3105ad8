"""Resolve: words that the sentence marks as somebody, and who that is."""

from dataclasses import dataclass, replace
from datetime import date

from dragoman.things import Mention
from dragoman.who import people
from dragoman.who.group import Lands, head, owner, sector
from dragoman.who.heard import MANY, ONE, THING, Heard
from dragoman.who.registry import Body, Entry, Registry
from dragoman.who.spot import Line, Name
from dragoman.who.title import Title, office_in, title

SURE = 0.6  # the engine's score from which its sector goes before a noun's


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence as this room sees it, and what was heard before it."""

    text: str
    day: date | None
    line: Line
    names: tuple[Name, ...]
    lands: list[Lands]
    heard: Heard
    registry: Registry


@dataclass(frozen=True, slots=True)
class Asked:
    """Words to be resolved; `sector` and `score` are the engine's guess."""

    at: range
    sector: str = ""
    score: float = 0.0


def body_on(entry: Entry, day: date | None) -> Body | None:
    """The body of that name on the day; without a day the last one."""
    if day is None:
        return entry.bodies[-1] if entry.bodies else None
    for body in entry.bodies:
        if (body.first is None or body.first <= day) and (body.last is None or day <= body.last):
            return body
    return None


def named(scene: Scene, asked: Asked) -> tuple[Mention, str] | None:
    """Who it is if the words hold a name: the mention and the pronoun that may stand for it."""
    inside = [n for n in scene.names if n.at.start >= asked.at.start and n.at.stop <= asked.at.stop]
    for name in inside:
        if name.entry.kind == "person":
            return _person(scene, name.at, name.entry.persons), ONE
    whole = _bare(scene, asked.at)
    for name in inside:
        if name.at == whole:
            return _entry(scene, asked, name)
    return _surname(scene, whole)


def described(scene: Scene, asked: Asked) -> tuple[Mention, str] | None:
    """Who it is if the words are a group around a noun, or a name that nobody knows."""
    words = scene.line.words[asked.at.start : asked.at.stop]
    if not any(w[0].isalpha() for w in words):
        return None
    known = sector(scene.line, asked.at, scene.registry)
    if known is None and _is_name(scene, asked.at):
        return _stranger(scene, asked), ONE
    return _noun(scene, asked, known)


def _bare(scene: Scene, at: range) -> range:
    """Without an article before and a "'s" after."""
    start, stop = at.start, at.stop
    while stop - start > 1 and (scene.line.low[start] == "the" or _honours(scene, start)):
        start += 1
    if stop - start > 1 and scene.line.low[stop - 1] in ("'s", "'"):
        stop -= 1
    return range(start, stop)


def _honours(scene: Scene, at: int) -> bool:
    """ "Mr. [Salas]": the word or its full stop."""
    word = scene.line.low[at] if scene.line.low[at] != "." else scene.line.low[at - 1]
    return scene.line.words[at][0] != scene.line.low[at][0] and word in scene.registry.words["honours"] or scene.line.low[at] == "."


def _entry(scene: Scene, asked: Asked, name: Name) -> tuple[Mention, str] | None:
    span = scene.line.span(asked.at)
    text, entry = span.of(scene.text), name.entry
    if entry.kind in ("state", "seat"):
        return Mention(span, text, entry.country, scene.registry.states[entry.country or ""], entry.country, maker="registry"), THING
    if entry.kind == "people":
        guess = asked.sector if asked.score >= SURE else ""
        actor = None if guess else entry.country
        return (
            Mention(span, text, actor, scene.registry.states[entry.country or ""] if actor else None, entry.country, guess or None, maker="registry"),
            MANY if text.endswith("s") else THING,
        )
    body = body_on(entry, scene.day)
    if body is None:
        return None
    return (
        Mention(span, text, body.id, body.name, body.country, body.sector or None, None, body.members, "registry"),
        MANY if body.members else THING,
    )


def _near(scene: Scene) -> frozenset[str]:
    return frozenset(x.country for x in scene.lands)


def _person(scene: Scene, at: range, ids: tuple[str, ...]) -> Mention:
    """Somebody by his full name; from here on his surname means him."""
    said = title(scene.line, at, scene.lands, scene.registry)
    span = scene.line.span(at)
    found = people.choose(ids, scene.day, said, _near(scene), scene.registry)
    person = found[0]
    m = people.mention(person, scene.day, said, span, span.of(scene.text))
    if len(found) > 1:
        m = _unsure(m, found, said)
    for surname in person.surnames:
        scene.heard.introduce(tuple(surname.split()), m)
    scene.heard.introduce((scene.line.words[at.stop - 1],), m)
    return m


def _unsure(m: Mention, found: tuple[people.Person, ...], said: Title) -> Mention:
    """One of several: only what is true of all of them."""
    countries = frozenset(c for p in found for c in p.countries)
    sectors = {t.sector for p in found for t in p.tenures}
    return replace(
        m, actor=None, name=None, country=next(iter(countries)) if len(countries) == 1 else None,
        sector=next(iter(sectors)) or None if len(sectors) == 1 else None,
        office=said.office.name if said.office else None,
    )  # fmt: skip


def _surname(scene: Scene, at: range) -> tuple[Mention, str] | None:
    """A surname: of somebody spoken of, of somebody with that title, of somebody of the day."""
    words = scene.line.words[at.start : at.stop]
    if not words or not all(w[0].isupper() or w in ("-", "al", "bin", "de", "da", "von", ".") for w in words):
        return None
    span = scene.line.span(at)
    heard = scene.heard.person(words) or scene.heard.person(words[-1:])
    if heard:
        return replace(heard, span=span, text=span.of(scene.text)), ONE
    said = title(scene.line, at, scene.lands, scene.registry)
    ids = scene.registry.surnames.get(words, ())
    ids = tuple(i for i in ids if said.office or people.likely(scene.registry.persons[i], scene.day))
    if ids:
        found = people.choose(ids, scene.day, said, _near(scene), scene.registry)
        m = people.mention(found[0], scene.day, said, span, span.of(scene.text))
        m = m if len(found) == 1 else _unsure(m, found, said)
        if m.country:
            scene.heard.introduce(words, m)
            return m, ONE
    if len(words) == 1:
        like = people.alike(words[0], scene.heard.people())
        return (replace(like, span=span, text=words[0]), ONE) if like else None
    return None


def _is_name(scene: Scene, at: range) -> bool:
    """Whether every word of weight has a capital letter, and the words begin like no noun group."""
    words = scene.line.words[at.start : at.stop]
    if scene.line.low[at.start] in scene.registry.words["determiners"]:
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w in ("al", "bin", "ibn", "de", "da", "van", "von", "der", "el", "and", "of") for w in words)


def _stranger(scene: Scene, asked: Asked) -> Mention:
    """A person or body that the registry does not know: what the words around it tell."""
    said = title(scene.line, asked.at, scene.lands, scene.registry)
    span = scene.line.span(asked.at)
    land = said.land or owner(scene.line, asked.at, scene.lands, scene.registry)
    guess = asked.sector if asked.score >= SURE else ""
    office = said.office.name if said.office else None
    if said.former and office:
        office = f"former {office}"
    of = guess or (("ELI" if said.former else said.office.sector) if said.office else "") or (land.sector if land else "")
    only = said.office.country if said.office else None
    country = only or (land.country if land else scene.heard.land(scene.line.index, asked.at.start))
    m = Mention(span, span.of(scene.text), None, span.of(scene.text), country, of or None, office)
    words = scene.line.words[asked.at.start : asked.at.stop]
    scene.heard.introduce(words[-1:], m)
    return m


def _noun(scene: Scene, asked: Asked, known: str | None) -> tuple[Mention, str] | None:
    """ "Syrian rebels", "the ministry", "his troops"."""
    span = scene.line.span(asked.at)
    noun = scene.line.low[head(scene.line, asked.at, scene.registry)]
    guess = asked.sector if asked.score >= SURE or known is None else known
    land = owner(scene.line, asked.at, scene.lands, scene.registry)
    country = land.country if land else None
    of = guess or (land.sector if land and known is None else "")
    office = office_in(scene.line, asked.at, scene.registry)
    number = MANY if noun.endswith("s") or noun in ("police", "people", "men", "women") else ONE if office else THING
    if land is None:
        country = (office.country if office else None) or _pointed(scene, asked, noun)
    m = Mention(span, span.of(scene.text), None, None, country, of or None, office.name if office and number == ONE else None)
    return (_holder(scene, asked, m) if number == ONE else m), number


def _pointed(scene: Scene, asked: Asked, noun: str) -> str | None:
    """The country that "his", "its" or the noun alone points back to."""
    heard, start = scene.heard, asked.at.start
    for word in scene.line.low[max(0, start - 1) : asked.at.stop - 1]:
        for kind, numbers in (("he", (ONE,)), ("she", (ONE,)), ("it", (THING,)), ("they", (MANY, THING))):
            if word in scene.registry.words[kind]:
                whose = heard.back(scene.line.index, start, numbers)
                if whose and (whose.country or whose.members):
                    return whose.country
    if any(w in scene.registry.words["abroad"] for w in scene.line.low[start : asked.at.stop]):
        return None
    return heard.land(scene.line.index, start)


def _holder(scene: Scene, asked: Asked, m: Mention) -> Mention:
    """ "The Russian foreign minister": who that is, by the text or by the day."""
    if m.office is None or any(w in scene.registry.words["former"] for w in scene.line.low[asked.at.start : asked.at.stop]):
        return m if m.office is None else replace(m, office=f"former {m.office}", sector="ELI")
    if scene.line.low[asked.at.start] in ("a", "an", "another"):
        return m
    heard = scene.heard.office(scene.line.index, asked.at.start, m.country, m.office)
    if heard:
        return replace(heard, span=m.span, text=m.text)
    office = scene.registry.office(m.office)
    if scene.day and m.country and office:
        held = scene.registry.in_office(m.country, office.rank, scene.day)
        if len(held) == 1:
            return people.mention(held[0], scene.day, Title(), m.span, m.text or "") if m.span else m
    return m
