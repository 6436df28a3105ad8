"""Pronoun: "he", "they", "we", "the two countries", "his counterpart", and whom they stand for."""

from dataclasses import replace

from dragoman.things import Mention, Span
from dragoman.who import people
from dragoman.who.group import owner
from dragoman.who.heard import MANY, ONE, THING, Turn
from dragoman.who.scene import Asked, Scene
from dragoman.who.title import Title

TIES = ("and", ",", ", and", "&", "with")
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
    pointing = next((row for row in POINTS if words in lists[row[0]]), None)
    if pointing is None:
        return None, THING
    name, numbers, number = pointing
    return heard.back(here, start, numbers, lambda m: _may_be(scene, name, m)), number


def _may_be(scene: Scene, pronoun: str, m: Mention) -> bool:
    """Whether "he" or "she" fits somebody's first name."""
    other = {"he": "women", "she": "men"}.get(pronoun)
    name = (m.name or "").lower()
    return other is None or not any(scene.is_of(words, other) for words in (name, name.split(" ")[0]))


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
    codes = _tied(scene, start, count) or scene.heard.codes(scene.line.index, start, count)
    return Mention(None, None, members=codes) if codes else None


def _tied(scene: Scene, start: int, count: int) -> tuple[str, ...]:
    """The countries of just so many named side by side, here or in the sentence before: "Israel and Hamas";
    a group of states is one side."""
    here = scene.line.index
    for back in (here, here - 1):
        turns = [t for t in scene.heard.turns(back) if t.mention.span and (back < here or t.start < start)]
        for row in reversed(_rows(scene.text, turns)):
            if codes := _sides(row, count):
                return codes
    return ()


def _sides(row: list[Mention], count: int) -> tuple[str, ...]:
    """The codes of just so many sides, sorted: a body with one of its own, like NATO, is no sum of its members.

    None where a side has no code, or two have the same.
    """
    sides = {(m.country,) if m.country else m.members for m in row}
    fits = len(row) == count == len(sides) and () not in sides
    return tuple(sorted({code for side in sides for code in side})) if fits else ()


def _rows(text: str, turns: list[Turn]) -> list[list[Mention]]:
    """The mentions of a sentence, those together between which only a tie stands; places are none."""
    rows: list[list[Mention]] = []
    last: Span | None = None
    for turn in turns:
        span = turn.mention.span
        if span and text[max(0, span.start - 4) : span.start] == " in ":
            span = None
        elif span and last and last.stop <= span.start and text[last.stop : span.start].strip() in TIES:
            rows[-1].append(turn.mention)
        else:
            rows.append([turn.mention])
        last = span
    return rows


def _counterpart(scene: Scene, asked: Asked) -> bool:
    last = scene.line.low[max(asked.at.start, asked.at.stop - 2) : asked.at.stop]
    return scene.is_of(last[-1], "counterpart") or scene.is_of(" ".join(last), "counterpart")


def _opposite(scene: Scene, asked: Asked) -> Mention | None:
    """ "His Russian counterpart": who holds in Russia the office that he holds at home."""
    land = owner(scene.line, asked.at, scene.lands, scene.registry)
    if land is None:
        return None
    whose = {"his": "he", "her": "she"}.get(scene.line.low[asked.at.start], "")
    first = scene.heard.back(scene.line.index, asked.at.start, (ONE,), lambda m: _may_be(scene, whose, m))
    unknown = Mention(None, None, country=land.country, sector=first.sector if first else "GOV")
    office = first.office if first else None
    if not office:
        return unknown
    known = scene.registry.office(office)
    if known is None or not scene.registry.holders.get((land.country, known.rank)):
        return scene.heard.of_land(scene.line.index, asked.at.start, land.country) or replace(
            unknown, office=office
        )
    if said := scene.heard.office(scene.line.index, asked.at.start, land.country, office):
        return said
    held = scene.registry.in_office(land.country, known, scene.day) if scene.day else ()
    if len(held) == 1 and asked.at:
        return people.mention(held[0], scene.day, Title(), scene.line.span(asked.at), "")
    return replace(unknown, office=office)
