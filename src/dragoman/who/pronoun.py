"""Pronoun: "he", "they", "we", "the two countries", "his counterpart", and whom they stand for."""

from dataclasses import replace

from dragoman.things import Mention
from dragoman.who import people
from dragoman.who.group import owner
from dragoman.who.heard import MANY, ONE, THING
from dragoman.who.scene import Asked, Scene
from dragoman.who.title import Title

POINTS = (
    ("he", (ONE,), ONE),
    ("she", (ONE,), ONE),
    ("it", (THING,), THING),
    ("they", (MANY, THING, ONE), MANY),
)


def is_pointing(scene: Scene, asked: Asked) -> bool:
    """Whether the words only point back: they have no name and no noun of their own."""
    words = " ".join(scene.line.low[asked.at.start : asked.at.stop])
    lists = scene.registry.words
    if scene.line.words[asked.at.start] in ("US", "IT"):
        return False
    return any(
        words in lists[name] for name in ("he", "she", "it", "they", "i", "both", "trio", "body")
    ) or _counterpart(scene, asked)


def pointed(scene: Scene, asked: Asked, speaker: Mention | None) -> tuple[Mention, str]:
    """Whom the words point to; a mention of the words alone where that cannot be told."""
    span = scene.line.span(asked.at)
    words = " ".join(scene.line.low[asked.at.start : asked.at.stop])
    found, number = _found(scene, asked, words, speaker)
    if found is None:
        return Mention(span, span.of(scene.text), maker="pronoun"), number
    return replace(found, span=span, text=span.of(scene.text), maker="pronoun"), number


def _found(scene: Scene, asked: Asked, words: str, speaker: Mention | None) -> tuple[Mention | None, str]:
    lists, heard, here, start = scene.registry.words, scene.heard, scene.line.index, asked.at.start
    if _counterpart(scene, asked):
        return _opposite(scene, asked), ONE
    if words in lists["i"]:
        return speaker and (_side(scene, speaker) if words[0] in "wou" else speaker), ONE
    if words in lists["body"]:
        return heard.group(here, start, 3) or _named_next(scene, asked) or heard.body(here, start), THING
    if words in lists["trio"]:
        return heard.group(here, start, 3) or _named_next(scene, asked) or _several(scene, start, 3), MANY
    if words in lists["both"]:
        return _several(scene, start, 2), MANY
    for name, numbers, number in POINTS:
        if words in lists[name]:
            return heard.back(here, start, numbers), number
    return None, THING


def _named_next(scene: Scene, asked: Asked) -> Mention | None:
    """ "The trio known as the E3": the group of three whose name follows."""
    for name in scene.names:
        if 0 < name.at.start - asked.at.stop <= 4:
            for body in name.entry.bodies:
                if len(body.members) == 3 and (scene.day is None or body.stands(scene.day)):
                    return Mention(None, None, body.id, body.name, members=body.members)
    return None


def _side(scene: Scene, speaker: Mention) -> Mention:
    """ "We" in the mouth of an official is his state."""
    if speaker.sector == "GOV" and speaker.country in scene.registry.states:
        return Mention(None, None, speaker.country, scene.registry.states[speaker.country], speaker.country)
    return speaker


def _several(scene: Scene, start: int, count: int) -> Mention | None:
    codes = scene.heard.codes(scene.line.index, start, count)
    return Mention(None, None, members=codes) if codes else None


def _counterpart(scene: Scene, asked: Asked) -> bool:
    last = scene.line.low[max(asked.at.start, asked.at.stop - 2) : asked.at.stop]
    return scene.is_of(last[-1], "counterpart") or scene.is_of(" ".join(last), "counterpart")


def _opposite(scene: Scene, asked: Asked) -> Mention | None:
    """ "His Russian counterpart": who holds in Russia the office that he holds at home."""
    land = owner(scene.line, asked.at, scene.lands, scene.registry)
    first = scene.heard.back(scene.line.index, asked.at.start, (ONE,))
    if land is None:
        return None
    unknown = Mention(None, None, country=land.country, sector=first.sector if first else "GOV")
    office = first.office if first else None
    if not office:
        return unknown
    known = scene.registry.office(office)
    if known and (said := scene.heard.office(scene.line.index, asked.at.start, land.country, office)):
        return said
    held = scene.registry.in_office(land.country, known, scene.day) if known and scene.day else ()
    if len(held) == 1 and asked.at:
        return people.mention(held[0], scene.day, Title(), scene.line.span(asked.at), "")
    return replace(unknown, office=office)
