"""Mentions: one way through the room, sentence by sentence, so that words can point back."""

from collections.abc import Iterator

from dragoman.things import Article, Mention, Place, Saying, Sentence, Span
from dragoman.who.described import described
from dragoman.who.group import Lands, head, lands_of
from dragoman.who.heard import Heard, Turn
from dragoman.who.named import named
from dragoman.who.pronoun import is_pointing, pointed
from dragoman.who.registry import Registry
from dragoman.who.scene import Asked, Scene
from dragoman.who.spot import line, names


def mentions(
    article: Article,
    sentences: tuple[Sentence, ...],
    places: tuple[Place, ...],
    sayings: tuple[Saying, ...],
    registry: Registry,
) -> tuple[Mention, ...]:
    """Everybody of whom the article speaks by a known name, and every party and speaker seen in it, in order."""
    heard = Heard()
    if article.dateline and (home := _home(article.dateline, places)):
        heard.see_lands(-1, [(0, home, True)])
    found: list[Mention] = []
    for sentence in sentences:
        found += _of_sentence(article, sentence, places, sayings, heard, registry)
    return tuple(found)


def _home(dateline: Span, places: tuple[Place, ...]) -> str | None:
    return next((p.country for p in places if p.span.meets(dateline)), None)


def _of_sentence(
    article: Article,
    sentence: Sentence,
    places: tuple[Place, ...],
    sayings: tuple[Saying, ...],
    heard: Heard,
    registry: Registry,
) -> list[Mention]:
    words = line(article.text, sentence)
    spotted = names(words, registry)
    placed = [(words.within(p.span), p.country) for p in places if p.country and sentence.span.covers(p.span)]
    lands = lands_of(spotted, placed, article.published)
    heard.see_lands(sentence.index, _votes(lands, placed, registry))
    scene = Scene(article.text, article.published, words, spotted, lands, heard, registry)
    here = [s for s in sayings if s.sentence == sentence.index]
    asked = _asked(scene, sentence, here)
    done: dict[int, Mention] = {}
    later: list[Asked] = []
    for one in asked:
        if is_pointing(scene, one):
            later.append(one)
        elif found := named(scene, one) or described(scene, one):
            _keep(scene, one, found, done)
    for one in sorted(later, key=lambda a: _quoted(scene, a, sayings) is not None):
        saying = _quoted(scene, one, sayings)
        _keep(scene, one, pointed(scene, one, _speaker(saying, sayings, done, heard, scene)), done)
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


def _asked(scene: Scene, sentence: Sentence, sayings: list[Saying]) -> list[Asked]:
    """The words to resolve, in order: the engine's parties, speakers, and names of the registry; none overlap."""
    taken: list[Asked] = []

    def take(asked: Asked) -> None:
        if asked.at and not any(a.at.start < asked.at.stop and asked.at.start < a.at.stop for a in taken):
            taken.append(asked)

    for party in sentence.parties:
        take(Asked(_whole(scene, scene.line.within(party.span)), party.sector, party.score))
    for span in _spoken(sayings):
        take(Asked(scene.line.within(span)))
    for name in scene.names:
        if not name.loose and name.entry.kind != "people":
            take(Asked(name.at))
    return sorted(taken, key=lambda a: a.at.start)


def _whole(scene: Scene, at: range) -> range:
    """The engine's words, with the rest of a name that they begin or cut: "six" of "six world powers"."""
    if all(scene.is_of(w, "determiners") for w in scene.line.low[at.start : at.stop]):
        following = next((n.at for n in scene.names if n.at.start == at.stop), range(at.stop, at.stop))
        at = range(at.start, following.stop)
    for name in scene.names:
        if name.at.start < at.stop and at.start < name.at.stop:
            at = range(min(at.start, name.at.start), max(at.stop, name.at.stop))
    return at


def _spoken(sayings: list[Saying]) -> Iterator[Span]:
    for saying in sayings:
        if saying.speaker:
            yield saying.speaker
        if saying.addressee:
            yield saying.addressee
        yield from saying.voices


def _quoted(scene: Scene, asked: Asked, sayings: tuple[Saying, ...]) -> Saying | None:
    """The direct words that the words stand in, if they stand in any."""
    span = scene.line.span(asked.at)
    return next((s for s in sayings if s.kind != "indirect" and s.words.covers(span)), None)


def _speaker(
    saying: Saying | None, sayings: tuple[Saying, ...], done: dict[int, Mention], heard: Heard, scene: Scene
) -> Mention | None:
    while saying and saying.speaker is None and saying.follows is not None:
        saying = sayings[saying.follows]
    if saying is None or saying.speaker is None:
        return None
    span = saying.speaker
    here = next((m for m in done.values() if m.span and m.span.meets(span)), None)
    return here or heard.at(span)
