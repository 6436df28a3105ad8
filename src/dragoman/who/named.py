"""Named: words that hold a name of the registry, or a surname, and who that is."""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.things import Mention
from dragoman.who import people, spelling
from dragoman.who.group import head, sector
from dragoman.who.heard import MANY, ONE, THING
from dragoman.who.holder import held
from dragoman.who.registry import BODIES, Body, Entry, Person
from dragoman.who.scene import Asked, Scene
from dragoman.who.spot import SURNAME, Name, cut
from dragoman.who.title import Title, name_in, title

PARTICLES = ("-", ".", "al", "bin", "ibn", "de", "da", "van", "von", "der", "el")


def named(scene: Scene, asked: Asked) -> tuple[Mention, str] | None:
    """Who it is if the words hold a name: the mention, and which pronoun may stand for it."""
    within = [n for n in scene.names if n.at.start >= asked.at.start and n.at.stop <= asked.at.stop]
    inside = [n for n in within if n.entry.kind != SURNAME]
    for name in inside:
        if name.entry.kind == "person" and not _is_younger(scene, name.at):
            return _person(scene, name.at, name.entry.persons), ONE
    whole = bare(scene, asked.at)
    if scene.is_of(scene.line.low[whole.start], "borne") and scene.heard.namesakes(_words(scene, whole)):
        return _surname(scene, whole)
    for name in inside:
        if name.at in (whole, asked.at) and name.entry.kind != "person":
            return _entry(scene, asked, name)
    if office := held(scene, asked, lambda: owning(scene, asked.at)):
        return office, ONE
    return _half(scene, asked) or _seated(scene, asked, whole) or _surname(scene, person_in(scene, whole))


def person_in(scene: Scene, at: range) -> range:
    """The name after a title that the words begin with; else all of them: "General Staff" is none."""
    ends_in_noun = head(scene.line, at, scene.registry) == at.stop - 1
    if ends_in_noun and sector(scene.line, at, scene.registry) is not None:
        return at
    return name_in(scene.line, at, scene.lands, scene.registry)


def _is_younger(scene: Scene, at: range) -> bool:
    """ "Jr." after a name: not its bearer, but a son."""
    return any(scene.is_of(w, "younger") for w in scene.line.low[at.stop : at.stop + 1])


def _half(scene: Scene, asked: Asked) -> tuple[Mention, str] | None:
    """ "The North", where one of two halves has been spoken of."""
    words = " ".join(scene.line.low[asked.at.start : asked.at.stop])
    if not scene.line.words[asked.at.stop - 1].istitle():
        return None
    spoken = scene.heard.lands(scene.line.index + 1)
    for half in scene.registry.hints.halves:
        if words in half and spoken & set(half.values()):
            code = half[words]
            state = scene.registry.states[code]
            return Mention(
                scene.span(asked.at), scene.says(asked.at), code, state, code, maker="registry"
            ), THING
    return None


def _seated(scene: Scene, asked: Asked, whole: range) -> tuple[Mention, str] | None:
    """ "Brussels warned": the body that has its seat there, unless the words are the place of something."""
    body = scene.registry.hints.seats.get(" ".join(scene.line.low[whole.start : whole.stop]))
    if body is None or any(x.place and x.at == whole for x in scene.lands):
        return None
    entry = next((e for name, e in scene.registry.names.get(body[0], ()) if name == body), Entry("body"))
    return _body(scene, asked, Name(whole, entry))


def owning(scene: Scene, at: range) -> Mention | None:
    """The person whose noun it is: "Assad's forces", "the Assad government"."""
    low = scene.line.low
    marks = (k for k in range(max(at.start - 1, 0), at.stop - 1) if low[k] in ("'s", "'"))
    stop = next(marks, None)
    if stop is None:
        stop = head(scene.line, at, scene.registry)
        if not scene.is_of(low[stop], "of_person") or not at.start <= stop - 1:
            return None
    start = stop
    while (
        start > 0
        and _fits_name(scene.line.words[start - 1])
        and not scene.is_of(low[start - 1], "determiners")
    ):
        start -= 1
    found = named(scene, Asked(range(start, stop))) if start < stop else None
    return found[0] if found and found[0].office else None


def _words(scene: Scene, at: range) -> tuple[str, ...]:
    """As names are written, also where the line is in capitals."""
    words = scene.line.words[at.start : at.stop]
    return tuple(w.title() for w in words) if scene.line.shouted else words


def _fits_name(word: str) -> bool:
    return word[:1].isupper() or word in PARTICLES


def bare(scene: Scene, at: range) -> range:
    """Without "the" or "Mr." before and "'s" after."""
    start, stop = at.start, at.stop
    while stop - start > 1 and (scene.line.low[start] in ("the", ".") or _is_honour(scene, start)):
        start += 1
    if stop - start > 1 and scene.line.low[stop - 1] in ("'s", "'"):
        stop -= 1
    return range(start, stop)


def _is_honour(scene: Scene, at: int) -> bool:
    return scene.line.words[at][:1].isupper() and scene.is_of(scene.line.low[at], "honours")


def _entry(scene: Scene, asked: Asked, name: Name) -> tuple[Mention, str] | None:
    entry, span, text = name.entry, scene.span(asked.at), scene.says(asked.at)
    if entry.kind == "body":
        return _body(scene, asked, name)
    state = scene.registry.states[entry.country or ""]
    if entry.kind == "people" and asked.guess:
        return Mention(span, text, country=entry.country, sector=asked.guess, maker="registry"), MANY
    number = MANY if entry.kind == "people" and text.endswith("s") else THING
    return Mention(span, text, entry.country, state, entry.country, maker="registry"), number


def _body(scene: Scene, asked: Asked, name: Name) -> tuple[Mention, str] | None:
    """A body as it is on the day, rather one of a country named here; without a day what is true of it on all."""
    known = [b for b in name.entry.bodies if scene.day is None or b.stands(scene.day)]
    if not known:
        return None
    known = [b for b in known if b.country in _near(scene)] or known
    body, span, text = known[0], scene.span(asked.at), scene.says(asked.at)
    if len({b.id for b in known}) > 1:
        body = Body("", "", "", _same(b.country for b in known), asked.guess, (), None, None)
    number = MANY if body.members else THING
    sector = body.sector or None
    return Mention(
        span, text, body.id or None, body.name or None, body.country, sector, None, body.members, "registry"
    ), number


def _same(values: Iterable[str | None]) -> str | None:
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _person(scene: Scene, at: range, ids: tuple[str, ...]) -> Mention:
    """Somebody by his full name; from here on his surname means him."""
    said = title(scene.line, at, scene.lands, scene.registry)
    return _introduced(scene, at, said, _chosen(scene, ids, said))


def _introduced(scene: Scene, at: range, said: Title, found: tuple[Person, ...]) -> Mention:
    m = _told(scene, at, said, found)
    for surname in {cut(s) for p in found for s in p.surnames} | {_words(scene, at)[-1:]}:
        scene.heard.introduce(surname, m)
    return m


def _chosen(scene: Scene, ids: tuple[str, ...], said: Title) -> tuple[Person, ...]:
    """Who is meant; where that stays open, by the lands of which the text has spoken."""
    found = people.choose(ids, scene.day, said, _near(scene), scene.registry)
    if len(found) == 1:
        return found
    spoken = scene.heard.lands(scene.line.index)
    return tuple(p for p in found if p.countries & spoken) or found


def _surname(scene: Scene, at: range) -> tuple[Mention, str] | None:
    """A surname: of somebody spoken of, of somebody with that title, of somebody of the day; or a misspelling."""
    words = _words(scene, at)
    if not all(_fits_name(w) for w in words) or _is_month(scene, at):
        return None
    said = title(scene.line, at, scene.lands, scene.registry)
    if heard := _heard(scene, at, words, said):
        return heard, ONE
    if scene.is_of(words[-1].lower(), "faiths") and not said.office:
        return None
    ids = scene.registry.surnames.get(words, ())
    ids = tuple(i for i in ids if people.fits(scene.registry.persons[i], scene.day, said, scene.registry))
    if ids:
        m = _told(scene, at, said, _chosen(scene, ids, said))
        if m.country:
            scene.heard.introduce(words, m)
            return m, ONE
    found = _misspelt(scene, words, said)
    if isinstance(found, Person):
        return _introduced(scene, at, said, (found,)), ONE
    return (replace(found, span=scene.span(at), text=words[0]), ONE) if found else None


def _heard(scene: Scene, at: range, words: tuple[str, ...], said: Title) -> Mention | None:
    """Somebody of that surname of whom the text has spoken, unless the title is another's."""
    last = scene.heard.namesakes(words[-1:])
    known = scene.heard.namesakes(words) or tuple(m for m in last if _may_bear(scene, words, m))
    if not known:
        return None
    holders = _holders(scene, words, said)
    fits = [m for m in known if m.actor in holders]
    if holders and not fits and all(said.office and m.office != said.office.name for m in known):
        return None
    found = fits or _settled(scene, known, said)
    if len(found) == 1:
        return replace(found[0], span=scene.span(at), text=scene.says(at))
    return _open(scene, at, said, found)


def _may_bear(scene: Scene, words: tuple[str, ...], m: Mention) -> bool:
    """Whether a full name may be that of somebody of its surname: "Vladimir V. Putin", but not "Igor Putin"."""
    given = _given(scene, words[:-1])
    ways = (entry.persons for word in given for _, entry in scene.registry.names.get(word, ()))
    if m.actor and any(m.actor in persons for persons in ways):
        return True
    names = [cut(name) for name in (m.name, *m.candidates) if name]
    others = [_given(scene, tuple(w for w in name if w != words[-1])) for name in names]
    return not names or any(spelling.same_bearer(given, other) for other in others)


def _given(scene: Scene, words: tuple[str, ...]) -> list[str]:
    """The first names among words: neither particles nor titles."""
    return [w for w in words if w not in PARTICLES and w.isalpha() and not _is_title(scene, w.lower())]


def _is_title(scene: Scene, word: str) -> bool:
    return scene.is_of(word, "honours", "former", "name_titles", "name_openers") or (
        (word,) in scene.registry.offices or (word,) in scene.registry.sectors
    )


def _holders(scene: Scene, words: tuple[str, ...], said: Title) -> frozenset[str]:
    """Those of that surname who hold on the day the office that the title names."""
    if said.office is None or said.former or scene.day is None:
        return frozenset()
    persons = (scene.registry.persons[i] for i in scene.registry.surnames.get(words[-1:], ()))
    return frozenset(
        p.id for p in persons if any(t.office == said.office.name and t.runs(scene.day) for t in p.tenures)
    )


def _settled(scene: Scene, known: tuple[Mention, ...], said: Title) -> list[Mention]:
    """Of several of one surname those most likely meant: who is in office goes before who was or nobody knows."""
    ids = tuple(m.actor for m in known if m.actor)
    if len(known) == 1 or not ids:
        return list(known)
    chosen = {p.id for p in people.choose(ids, scene.day, said, frozenset(), scene.registry)}
    found = [m for m in known if m.actor in chosen]
    in_office = all(m.office and not m.office.startswith("former") for m in found)
    return found if in_office or len(ids) == len(known) else list(known)


def _open(scene: Scene, at: range, said: Title, known: list[Mention]) -> Mention:
    """One of several who have been named: what is true of all of them."""
    return Mention(
        scene.span(at), scene.says(at), None, None, _same(m.country for m in known),
        _same(m.sector for m in known), said.office.name if said.office else None,
        maker="registry", candidates=tuple(sorted(m.name or "" for m in known)),
    )  # fmt: skip


def _misspelt(scene: Scene, words: tuple[str, ...], said: Title) -> Person | Mention | None:
    """Who is meant by a name with a letter wrong: by the office and land, by the full name, of those spoken of."""
    if said.office and said.land and scene.day:
        held = scene.registry.in_office(said.land.country, said.office, scene.day)
        if meant := spelling.spelled_like(words[-1], held):
            return meant
    like = spelling.misspelt(words, scene.day, scene.registry)
    if like and (said.land is None or said.land.country in like.countries):
        return like
    return spelling.alike(words[0], scene.heard.people()) if len(words) == 1 else None


def _is_month(scene: Scene, at: range) -> bool:
    """ "In May" is no Mrs May."""
    low = scene.line.low
    before, after = low[max(0, at.start - 1) : at.start], low[at.stop : at.stop + 1]
    dated = any(scene.is_of(w, "dating") for w in before) or any(w.isdigit() for w in (*before, *after))
    return low[at.start : at.stop] == ("may",) and dated


def _told(scene: Scene, at: range, said: Title, found: tuple[Person, ...]) -> Mention:
    """The one found; of several only what is true of all of them, and their names."""
    m = people.mention(found[0], scene.day, said, scene.span(at), scene.says(at))
    if len(found) == 1:
        served = found[0].countries & _near(scene)
        return replace(m, country=_same(served)) if m.country is None and served else m
    return replace(
        m, actor=None, name=None, country=_same(c for p in found for c in (p.countries - BODIES or p.countries)),
        sector=_same(t.sector for p in found for t in p.tenures) or None,
        office=said.office.name if said.office else None, candidates=tuple(sorted(p.name for p in found)),
    )  # fmt: skip


def _near(scene: Scene) -> frozenset[str]:
    return frozenset(x.country for x in scene.lands)
