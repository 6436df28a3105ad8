"""Group: a group of words such as "top Syrian officials" or "police in Karachi", read for country and sector."""

from dataclasses import dataclass
from datetime import date

from dragoman.who.registry import Registry
from dragoman.who.spot import Line, Name

LED = (("-", "led"), ("-", "run"), ("-", "controlled"))
REACH = 5  # words after a noun in which "of" or "in" may bring its country


@dataclass(frozen=True, slots=True)
class Lands:
    """A country or body that a line names; `loose`: joined to another word; `place`: only by a town."""

    at: range
    country: str
    sector: str
    loose: bool
    place: bool = False


def head(line: Line, at: range, registry: Registry) -> int:
    """The number of the noun that a group is about: "officials" in "top officials of the ministry"."""
    for k in range(at.start + 1, at.stop):
        if line.low[k] in registry.words["after_head"] and line.low[k - 1] != "-":
            return k - 1
    return at.stop - 1


def sector(line: Line, at: range, registry: Registry) -> str | None:
    """What the head noun says of the sector, the longest phrase first; None where it says nothing."""
    last = head(line, at, registry) + 1
    for size in (3, 2, 1):
        first = max(at.start, last - size)
        found = registry.sectors.get(line.low[first:last])
        if found is not None:
            return found
    return None


def owner(line: Line, at: range, lands: list[Lands], registry: Registry) -> Lands | None:
    """The country (or body) that a group of words says it belongs to, inside it or right around it."""
    noun = head(line, at, registry)
    inside = [x for x in lands if x.at.start >= at.start and x.at.stop <= at.stop and not x.loose]
    before_noun = [x for x in inside if x.at.stop <= noun + 1 and not x.place]
    if before_noun:
        return before_noun[-1]
    joined = [x for x in lands if x.loose and at.start <= x.at.start and x.at.stop <= noun]
    if inside:
        return inside[0]
    return _before(line, at, lands) or _after(line, at, lands, registry) or _led(line, joined)


def pair(line: Line, at: range, lands: list[Lands], registry: Registry) -> tuple[str, ...]:
    """The two states of "Franco-German" or "Israeli-Palestinian", sorted; "Iranian-American" is one people's."""
    noun = head(line, at, registry)
    for second in lands:
        mark = second.at.start - 1
        if not at.start < mark < noun or line.low[mark] not in ("-", "–") or second.loose:
            continue
        first = registry.prefixes.get(line.low[mark - 1])
        if first is None and line.low[second.at.start] not in registry.words["mixed"]:
            first = next((x.country for x in lands if x.at.stop == mark and not x.loose), None)
        if first and first != second.country and {first, second.country} <= registry.states.keys():
            return tuple(sorted((first, second.country)))
    return ()


def _before(line: Line, at: range, lands: list[Lands]) -> Lands | None:
    """ "Iran's [parliament]", "Iranian [police]": the name that stands right before."""
    for x in lands:
        if x.loose or x.place:
            continue
        if x.at.stop == at.start or (x.at.stop == at.start - 1 and line.low[x.at.stop] == "'s"):
            return x
    return None


def _after(line: Line, at: range, lands: list[Lands], registry: Registry) -> Lands | None:
    """ "[police] in the southern city of Karachi", "[government] of Sudan"."""
    if at.stop >= len(line.low) or line.low[at.stop] not in ("of", "in", "from", "at"):
        return None
    for x in lands:
        if at.stop < x.at.start <= at.stop + REACH + 3 and not x.loose:
            between = line.low[at.stop + 1 : x.at.start]
            if not any(w in (",", "said", "and", "that", "who", "after", "have") for w in between):
                return x
            return None
    return None


def _led(line: Line, joined: list[Lands]) -> Lands | None:
    """ "U.S.-led forces", "Hamas-run ministry": theirs, where nothing nearer tells whose."""
    return next((x for x in joined if line.low[x.at.stop : x.at.stop + 2] in LED), None)


def lands_of(names: tuple[Name, ...], placed: list[tuple[range, str]], day: date | None) -> list[Lands]:
    """All countries and bodies that a line names, in order; towns where no name of the registry stands."""
    found = []
    for name in names:
        body = next((b for b in name.entry.bodies if b.country and (day is None or b.stands(day))), None)
        country = name.entry.country or (body.country if body else None)
        if country:
            found.append(Lands(name.at, country, body.sector if body else "", name.loose))
    taken = {k for x in found for k in x.at}
    found += [Lands(at, code, "", False, True) for at, code in placed if not taken & set(at)]
    return sorted(found, key=lambda x: x.at.start)
