"""Mentions: one way through the room, sentence by sentence, so that words can point back."""

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise

from dragoman.things import Article, Mention, Place, Saying, Sentence, Span
from dragoman.who.described import described
from dragoman.who.group import Lands, head, lands_of
from dragoman.who.heard import Heard, Turn
from dragoman.who.named import named
from dragoman.who.names import Strangers
from dragoman.who.pronoun import is_pointing, pointed
from dragoman.who.registry import Registry
from dragoman.who.scene import Asked, Scene
from dragoman.who.spoken import Spoken
from dragoman.who.spot import line, names
from dragoman.who.told import told

TIES = (",", "and", "or", "&")


def mentions(
    article: Article,
    sentences: tuple[Sentence, ...],
    places: tuple[Place, ...],
    sayings: tuple[Saying, ...],
    registry: Registry,
) -> tuple[Mention, ...]:
    """Everybody of whom the article speaks by a known name, and every party and speaker seen in it, in order."""
    heard, spoken, placed = Heard(), Spoken(sayings), _placed(sentences, places)
    if article.dateline and (home := _home(article.dateline, places)):
        heard.see_lands(-1, [(0, home, True)])
    found: list[Mention] = []
    strangers = Strangers()
    for sentence in sentences:
        scene = _scene(article, sentence, placed[sentence.index], heard, registry)
        here = _of_sentence(scene, sentence, spoken)
        spans = [*(m.span for m in here if m.span), *(p.span for p in placed[sentence.index])]
        taken = [scene.line.within(span) for span in spans]
        found += sorted([*here, *strangers.named(scene, taken)], key=_start)
    return tuple(found)


def _start(mention: Mention) -> int:
    return mention.span.start if mention.span else 0


def _home(dateline: Span, places: tuple[Place, ...]) -> str | None:
    return next((p.country for p in places if p.span.meets(dateline)), None)


def _placed(sentences: tuple[Sentence, ...], places: tuple[Place, ...]) -> list[list[Place]]:
    """The places of each sentence."""
    starts = [s.span.start for s in sentences]
    rows: list[list[Place]] = [[] for _ in sentences]
    for place in places:
        at = bisect_right(starts, place.span.start) - 1
        if at >= 0:
            rows[at].append(place)
    return rows


def _scene(
    article: Article, sentence: Sentence, places: list[Place], heard: Heard, registry: Registry
) -> Scene:
    words = line(article.text, sentence)
    spotted = names(words, registry)
    placed = [(words.within(p.span), p.country) for p in places if p.country]
    lands = lands_of(spotted, placed, article.published)
    heard.see_lands(sentence.index, _votes(lands, placed, registry))
    return Scene(article.text, article.published, words, spotted, lands, heard, registry)


def _of_sentence(scene: Scene, sentence: Sentence, spoken: Spoken) -> list[Mention]:
    """Names and nouns first, then the words that point back to them; those within quotations last."""
    done: dict[int, Mention] = {}
    later: list[tuple[bool, Asked, Saying | None]] = []
    for asked in _asked(scene, sentence, spoken):
        if is_pointing(scene, asked):
            saying = spoken.quoted(scene.span(asked.at))
            later.append((saying is not None, asked, saying))
        elif found := named(scene, asked) or described(scene, asked):
            _keep(scene, asked, found, done)
    for _, asked, saying in sorted(later, key=lambda row: row[0]):
        speaker = spoken.speaker(saying) if saying else None
        _keep(scene, asked, pointed(scene, asked, scene.heard.at(*speaker) if speaker else None), done)
    return [done[k] for k in sorted(done)]


def _votes(
    lands: list[Lands], placed: list[tuple[range, str]], registry: Registry
) -> list[tuple[int, str, bool]]:
    """The states named: at which word, which, and whether as the place of what happens."""
    where = {k for at, _ in placed for k in at}
    return [
        (x.at.start, x.country, x.at.start in where)
        for x in lands
        if x.country in registry.states and not x.loose
    ]


def _keep(scene: Scene, asked: Asked, found: tuple[Mention, str], done: dict[int, Mention]) -> None:
    done[asked.at.start] = found[0]
    noun = scene.line.low[head(scene.line, asked.at, scene.registry)]
    scene.heard.add(Turn(scene.line.index, asked.at.start, *found, noun))


def _asked(scene: Scene, sentence: Sentence, spoken: Spoken) -> list[Asked]:
    """The words to resolve, in order: the engine's parties, speakers, and names of the registry; none overlap."""
    taken: list[Asked] = []

    def take(asked: Asked) -> None:
        if asked.at and not any(a.at.start < asked.at.stop and asked.at.start < a.at.stop for a in taken):
            taken.append(asked)

    for party in sentence.parties:
        for at in _parts(scene, _whole(scene, scene.line.within(party.span))):
            take(Asked(at, party.sector, party.score, told(scene, party.lands)))
    for span in spoken.named(sentence.index):
        take(Asked(scene.line.within(span)))
        _lengthen(scene, taken, scene.line.within(span))
    for name in scene.names:
        if not name.loose and name.entry.kind != "people" and not _opens_as_word(scene, name.at):
            take(Asked(name.at))
    return sorted(taken, key=lambda a: a.at.start)


def _opens_as_word(scene: Scene, at: range) -> bool:
    """Whether a capital may be only that of a sentence's beginning: "Shell fire", "Amnesty for rebels"."""
    return at == range(1) and scene.is_of(scene.line.low[0], "common")


def _lengthen(scene: Scene, taken: list[Asked], at: range) -> None:
    """ "Peruvian state radio", of which the engine saw the first two words."""
    for k, asked in enumerate(taken):
        more = scene.line.low[asked.at.stop : at.stop]
        if asked.at.start == at.start and 0 < len(more) <= 2 and "'s" not in more:
            taken[k] = replace(asked, at=at)


def _parts(scene: Scene, at: range) -> list[range]:
    """ "Cuba and Uruguay" are two where each part has a name; else the words as they are."""
    ties = [k for k in at if scene.line.low[k] in TIES]
    inside = [range(a + 1, b) for a, b in pairwise([at.start - 1, *ties, at.stop]) if a + 1 < b]
    named = [any(n.at.start in part and n.at.stop <= part.stop for n in scene.names) for part in inside]
    return inside if len(inside) > 1 and all(named) else [at]


def _whole(scene: Scene, at: range) -> range:
    """The engine's words, with the rest of a name that they begin or cut: "six" of "six world powers"."""
    if called := _called(scene, at):
        return called
    if all(scene.is_of(w, "determiners") for w in scene.line.low[at.start : at.stop]):
        following = next((n.at for n in scene.names if n.at.start == at.stop), range(at.stop, at.stop))
        at = range(at.start, following.stop)
    for name in scene.names:
        if name.at.start < at.stop and at.start < name.at.stop:
            at = range(min(at.start, name.at.start), max(at.stop, name.at.stop))
    return at


def _called(scene: Scene, at: range) -> range | None:
    """The name that ends the words, where they say that it is one: "the trio known as the E3"."""
    for name in scene.names:
        before = scene.line.low[at.start : name.at.start]
        if name.at.stop == at.stop and not name.loose and "known as" in " ".join(before):
            return name.at
    return None
