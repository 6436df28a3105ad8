"""Described: groups of words around a noun ("Syrian rebels", "his troops"), and names that nobody knows."""

from dataclasses import replace
from itertools import pairwise

from dragoman.things import Mention
from dragoman.who import people
from dragoman.who.group import Lands, head, owner, pair, sector
from dragoman.who.heard import FOUGHT, MANY, ONE, PLACED, THING
from dragoman.who.named import PARTICLES, bare, owning, person_in
from dragoman.who.registry import Office
from dragoman.who.scene import Asked, Scene
from dragoman.who.title import Title, office_in, title

CROWDS = ("police", "people", "men", "women", "media", "troops", "children")
PERSONAL = ("CVL", "JRN", "BUS", "EDU", "CRM", "REB", "REL", "ELI")  # of whom one may be of two peoples
POINTERS = (("he", (ONE,)), ("she", (ONE,)), ("it", (THING,)), ("they", (MANY, THING)))


def described(scene: Scene, asked: Asked) -> tuple[Mention, str] | None:
    """What the words alone tell, and which pronoun may stand for them; None where they name nobody."""
    if not any(w[0].isalpha() for w in scene.line.words[asked.at.start : asked.at.stop]):
        return None
    known = sector(scene.line, asked.at, scene.registry)
    whole = bare(scene, asked.at)
    if town := next((x for x in scene.lands if x.place and x.at == whole), None):
        return replace(_plain(scene, asked), name=scene.says(asked.at), country=town.country), THING
    name = person_in(scene, whole)
    at = name if len(name) < len(whole) else asked.at
    if known is None and _is_name(scene, at):
        return _stranger(scene, replace(asked, at=_without_noun(scene, at))), ONE
    return _noun(scene, asked, known)


def _is_name(scene: Scene, at: range) -> bool:
    """Whether every word of weight has a capital letter, and the words begin like no noun group."""
    words = scene.line.words[at.start : at.stop]
    if scene.is_of(scene.line.low[at.start], "determiners", "nobodys"):
        return False
    return all(w[0].isupper() or not w[0].isalpha() or w in (*PARTICLES, "and", "of") for w in words)


def _without_noun(scene: Scene, at: range) -> range:
    """ "Rebel Ada Quill", where the noun has its capital from the sentence that it opens."""
    noun = at.start == 0 and len(at) > 2 and (scene.line.low[0],) in scene.registry.sectors
    return range(1, at.stop) if noun else at


def _stranger(scene: Scene, asked: Asked) -> Mention:
    """A person or body that the registry does not know: what the words around the name tell."""
    said = title(scene.line, asked.at, scene.lands, scene.registry)
    land = said.land or owner(scene.line, asked.at, scene.lands, scene.registry)
    only = said.office.country if said.office else None
    country = only or (land.country if land else _home(scene, asked, said))
    of = _sector_of(said) or asked.guess or (land.sector if land else "")
    text = scene.says(asked.at)
    m = Mention(scene.span(asked.at), text, None, text, country, of or None, _office_of(said))
    if not any(x.at.stop == asked.at.stop for x in scene.lands):  # "Voice of Jordan" is no Mr Jordan
        scene.heard.introduce(scene.line.words[asked.at.stop - 1 : asked.at.stop], m)
    return m


def _home(scene: Scene, asked: Asked, said: Title) -> str | None:
    """Whose the stranger is: an official's, whose state opened the sentence before."""
    here = scene.line.index
    if asked.land:
        return asked.land
    opened = scene.heard.opened(here - 1) if said.office else None
    return scene.heard.before(here, asked.at.start) or opened or scene.heard.land(here, asked.at.start)


def _office_of(said: Title) -> str | None:
    if said.office is None:
        return None
    return f"former {said.office.name}" if said.former else said.office.name


def _sector_of(said: Title) -> str:
    if said.office is None:
        return ""
    return "ELI" if said.former else said.office.sector


def _noun(scene: Scene, asked: Asked, known: str | None) -> tuple[Mention, str]:
    """ "Syrian rebels", "the ministry", "his troops"."""
    if known not in PERSONAL and (both := pair(scene.line, asked.at, scene.lands, scene.registry)):
        return replace(_plain(scene, asked), sector=known or None, members=both), MANY
    noun = scene.line.low[head(scene.line, asked.at, scene.registry)]
    land = owner(scene.line, asked.at, scene.lands, scene.registry)
    office = office_in(scene.line, asked.at, scene.registry)
    number = MANY if noun.endswith("s") or noun in CROWDS else ONE if office else THING
    of = asked.guess or known or (land.sector if land and known is None else "")
    only = land.country if land else office.country if office else None
    country = only or _kind_of_body(scene, asked.at) or _pointed(scene, asked, noun)
    m = replace(_plain(scene, asked), country=country, sector=of or None)
    return (_holder(scene, asked, m, office, land) if office and number == ONE else m), number


def _plain(scene: Scene, asked: Asked) -> Mention:
    return Mention(scene.span(asked.at), scene.says(asked.at))


def _pointed(scene: Scene, asked: Asked, noun: str) -> str | None:
    """The country of the person whose it is, that "his" or "its" points back to, or that the text speaks of."""
    if whose := owning(scene, asked.at):
        return whose.country
    if asked.land:
        return asked.land
    if scene.is_of(noun, "nobodys"):
        return None
    heard, start, here = scene.heard, asked.at.start, scene.line.index
    for word in scene.line.low[max(0, start - 1) : asked.at.stop - 1]:
        for kind, numbers in POINTERS:
            if not scene.is_of(word, kind):
                continue
            whose = heard.here(here, start, numbers)
            if whose is None and (code := heard.before(here, start)):
                return code
            whose = whose or heard.back(here, start, numbers)
            if whose and (whose.country or whose.members):
                return whose.country
    if told := _told_before(scene, asked, noun):
        return told
    if _is_abroad(scene, asked.at):
        return None
    placed = FOUGHT if scene.registry.sectors.get((noun,)) in ("REB", "UAF") else PLACED
    return heard.land(here, start, not asked.elsewhere, placed)


def _told_before(scene: Scene, asked: Asked, noun: str) -> str | None:
    """Whose the same noun was a few sentences ago ("Swiss police say", then "police said"), or the body meant."""
    heard, start, here = scene.heard, asked.at.start, scene.line.index
    low = scene.line.low[start : asked.at.stop]
    if low[0] == "the" and any(scene.is_of(w, "bodies") for w in low) and (body := heard.body(here, start)):
        return body.country
    if same := heard.same(here, start, noun):
        return same.country
    return None


def _kind_of_body(scene: Scene, at: range) -> str | None:
    """What a noun is that belongs to no one state: "aid groups", "foreign fighters"."""
    stop = head(scene.line, at, scene.registry) + 1
    two = " ".join(scene.line.low[max(at.start, stop - 2) : stop])
    return next((name.upper() for name in ("ngo", "img") if two in scene.registry.words[name]), None)


def _is_abroad(scene: Scene, at: range) -> bool:
    """ "Western powers", "foreign fighters", but not "the foreign ministry" nor "the west African country"."""
    low = (*scene.line.low[at.start : at.stop], "")
    if low[0] == "the" and scene.is_of(low[-2], "one_state"):
        return False
    return any(
        scene.is_of(word, "abroad") and not scene.is_of(after, "at_home") for word, after in pairwise(low)
    )


def _holder(scene: Scene, asked: Asked, m: Mention, office: Office, land: Lands | None) -> Mention:
    """ "The Russian foreign minister": who that is, by the text or by the day."""
    low = scene.line.low[asked.at.start : asked.at.stop]
    former = any(scene.is_of(w, "former") for w in low)
    name = f"former {office.name}" if former else office.name
    m = replace(m, office=name, sector="ELI" if former else m.sector)
    if low[0] in ("a", "an", "another") or (land is None and low[0] in ("some", "local", "one", "senior")):
        return m
    heard = scene.heard.office(scene.line.index, asked.at.start, land.country if land else None, name)
    if heard:
        return replace(heard, span=m.span, text=m.text)
    if former:
        return m
    held = scene.registry.in_office(m.country, office, scene.day) if scene.day and m.country else ()
    if len(held) != 1:
        return m
    return people.mention(held[0], scene.day, Title(), scene.span(asked.at), scene.says(asked.at))
