"""Names: of people and bodies whom neither the registry knows nor the engine takes for a party.

Mentions like others, though nothing is coded of them: they hold their words, and the office and land of a title.
"""

from collections.abc import Iterable, Iterator

from dragoman.things import Mention
from dragoman.who.scene import Scene
from dragoman.who.spot import Line
from dragoman.who.title import title

SHORTEST, SINGLE, LONGEST = 2, 4, 8  # letters of an abbreviation, and of a name of one word; words of a name
MAKER = "name"
ENDS = (".", "?", "!", "”", '"', "’", "'")


class Strangers:
    """Grows sentence by sentence: the names so far, each by its last word and a body's also by its abbreviation."""

    def __init__(self) -> None:
        self._names: dict[str, Mention] = {}

    def named(self, scene: Scene, taken: Iterable[range]) -> list[Mention]:
        """The names in a sentence, but for words that somebody or some place has already."""
        held = {k for at in taken for k in at} | {k for name in scene.names for k in name.at}
        return [m for at in _runs(scene, held) if (m := self._mention(scene, at))]

    def _mention(self, scene: Scene, at: range) -> Mention | None:
        last = scene.line.words[at.stop - 1]
        heard = self._names.get(last)
        if len(at) == 1 and heard:
            return _again(scene, at, heard)
        if not _is_name(scene, at):
            return None
        m = _stranger(scene, at)
        if not _is_body(scene, at):
            self._names[last] = m
        elif short := _abbreviation(scene.line, at):
            self._names[short] = m
        return m


def _again(scene: Scene, at: range, heard: Mention) -> Mention:
    return Mention(
        scene.span(at),
        scene.says(at),
        None,
        heard.name,
        heard.country,
        heard.sector,
        heard.office,
        maker=MAKER,
    )


def _stranger(scene: Scene, at: range) -> Mention:
    """With the office and the land that its title tells; of a body only its name."""
    name = scene.says(at)
    if _is_body(scene, at):
        return Mention(scene.span(at), name, name=name, maker=MAKER)
    said = title(scene.line, at, scene.lands, scene.registry)
    office = said.office.name if said.office else None
    sector = said.office.sector if said.office and not said.former else None
    return Mention(
        scene.span(at), name, None, name, said.land.country if said.land else None, sector,
        f"former {office}" if office and said.former else office, maker=MAKER,
    )  # fmt: skip


def _abbreviation(line: Line, at: range) -> str | None:
    """ "ABC" of "Alliance of Bold Cooks (ABC)"."""
    after = line.words[at.stop : at.stop + 3]
    return (
        after[1] if len(after) == 3 and after[0] == "(" and after[2] == ")" and _is_short(after[1]) else None
    )


def _is_short(word: str) -> bool:
    return word.isalpha() and word.isupper() and SHORTEST <= len(word) <= 6


def _runs(scene: Scene, held: set[int]) -> Iterator[range]:
    """Words with capital letters that stand together, without title and opening words, where capitals tell anything."""
    line = scene.line
    if line.shouted or (line.titled and line.words[-1] not in ENDS):  # a headline has no full stop
        return
    at = 0
    while at < len(line.words):
        stop = _stop(scene, at, held)
        if stop > at:
            start = _start(scene, at, stop)
            if start < stop <= start + LONGEST:
                yield range(start, stop)
        at = max(stop, at + 1)


def _stop(scene: Scene, at: int, held: set[int]) -> int:
    """Where the name that begins at a word ends."""
    line, words = scene.line, scene.registry.words
    if at in held or not _is_capital(line.words[at]):
        return at
    stop, of_body = at + 1, line.low[at] in words["name_bodies"]
    while stop < len(line.words):
        step = _step(line, stop, words["name_particles"])
        if not step and of_body and line.low[stop] in words["name_joints"]:
            step = _over(line, stop, words["name_joints"])
        inside = range(stop, stop + step)
        if not step or (held & set(inside) and not of_body):
            break
        of_body = of_body or any(line.low[k] in words["name_bodies"] for k in inside)
        stop += step
    return stop


def _step(line: Line, at: int, particles: frozenset[str]) -> int:
    """How many words the name goes on by: a capital, or what joins it to the next: "-", "al-", the dot of "J."."""
    if _is_capital(line.words[at]):
        return 1
    words = line.words[at : at + 4]
    if words[0] == "." and len(line.words[at - 1]) == 1 and len(words) > 1 and _is_capital(words[1]):
        return 2
    if words[0] in ("-", "–") and len(words) > 1 and line.spans[at - 1].stop == line.spans[at].start:
        return 2 if _is_capital(words[1]) else 0
    if words[0] in particles and len(words) > 1:
        if _is_capital(words[1]):
            return 2
        if words[1] in ("-", *particles) and len(words) > 2 and _is_capital(words[2]):
            return 3
    return 0


def _over(line: Line, at: int, joints: frozenset[str]) -> int:
    """Over "of the" to the next capital."""
    for size in (1, 2):
        if at + size < len(line.words) and _is_capital(line.words[at + size]):
            return size + 1
        if at + size >= len(line.words) or line.low[at + size] not in joints:
            return 0
    return 0


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word.replace("'", "").replace(".", "").isalpha()


def _start(scene: Scene, at: int, stop: int) -> int:
    """Without what opens a sentence or is a title: "But General Ahmed Khan"."""
    low, openers = scene.line.low, scene.registry.words["name_openers"]
    while at < stop:
        office = next((k for k in range(stop, at, -1) if low[at:k] in scene.registry.offices), at)
        if office == at and low[at] not in openers and low[at] not in (".", "-"):
            break
        at = max(office, at + 1)
    return at


def _is_name(scene: Scene, at: range) -> bool:
    line, words = scene.line, scene.registry.words
    low = line.low[at.start : at.stop]
    if _is_body(scene, at):
        return len(at) > 1
    if any(word in words["name_things"] for word in low) or low[-1] in words["name_titles"]:
        return False
    if len(at) > 1:
        return True
    word = line.words[at.start]
    if _is_short(word):
        return len(word) > SHORTEST and not _opens(line, at.start)
    titled = (
        at.start > 0
        and line.low[at.start - 1] in (*words["name_openers"], ".")
        and _is_title(scene, at.start)
    )
    return titled or (low[0] not in words["name_bodies"] and _is_single(scene, at))


def _is_single(scene: Scene, at: range) -> bool:
    """One word inside a sentence whose capital nothing else explains: "clients of Madoff", but not "the Lion" of a
    fable, "Farsi-language" nor "the Duke of Alba"."""
    line = scene.line
    before, after = line.low[at.start - 1] if at.start else "", (*line.low[at.stop : at.stop + 1], "")[0]
    word = line.words[at.start]
    if _opens(line, at.start) or len(word) < SINGLE or word.isupper():
        return False
    return (
        not scene.is_of(before, "determiners") and before not in ("-", "–") and after not in ("-", "–", "of")
    )


def _is_title(scene: Scene, at: int) -> bool:
    """Whether the word before has a capital letter and is no mere opening word: "Mr.", "General"."""
    k = at - 2 if scene.line.words[at - 1] == "." else at - 1
    return (
        k >= 0
        and scene.line.words[k][:1].isupper()
        and scene.line.low[k] in scene.registry.words["name_titles"]
    )


def _opens(line: Line, at: int) -> bool:
    """Whether it is the first word, so that its capital tells nothing."""
    return not any(w[:1].isalnum() for w in line.words[:at]) or line.words[at - 1] in ("“", '"', ":", "‘")


def _is_body(scene: Scene, at: range) -> bool:
    low = scene.line.low[at.start : at.stop]
    return any(word in scene.registry.words["name_bodies"] for word in low)
