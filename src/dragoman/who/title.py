"""Title: what stands around a person's name: "former US Secretary of State", "Al Jazeera's", ", a rebel leader,"."""

from dataclasses import dataclass, replace

from dragoman.who.group import Lands
from dragoman.who.registry import Office, Registry
from dragoman.who.spot import Line

REACH = 12  # words of an apposition that are read


@dataclass(frozen=True, slots=True)
class Title:
    """What the words around a name say of its bearer."""

    office: Office | None = None
    land: Lands | None = None
    former: bool = False
    elect: bool = False
    start: int = 0  # where the title begins


def title(line: Line, at: range, lands: list[Lands], registry: Registry) -> Title:
    """The title before the name at `at`, else the apposition after it."""
    found = _before(line, at.start, lands, registry)
    if not found.land and line.low[at.stop : at.stop + 1] == ("of",):  # "King Abdullah of Jordan"
        land = next((x for x in lands if x.at.start == at.stop + 1 and not x.loose), None)
        found = replace(found, land=land)
    if found.office or found.land:
        return found
    if line.low[at.start - 1 : at.start] == (",",) == line.low[at.stop : at.stop + 1]:
        found = _before(line, at.start - 1, lands, registry)  # "Peru's foreign minister, Ana Salas, left"
        if found.office:
            return found
    return _after(line, at, lands, registry)


def name_in(line: Line, at: range, lands: list[Lands], registry: Registry) -> range:
    """The name in words that begin with its title: "Hu" in "Chinese President Hu"; else all of them."""
    for k in range(at.stop - 1, at.start, -1):
        if not line.words[k][:1].isupper():
            continue
        said = _before(line, k, lands, registry)
        titled = said.office or (said.land and line.low[k - 1] == "'s")  # or "Zimbabwe's Mugabe"
        if titled and said.start <= at.start and not office_in(line, range(k, at.stop), registry):
            return range(k, at.stop)
    return at


def _before(line: Line, stop: int, lands: list[Lands], registry: Registry) -> Title:
    """Word by word back from the name, as long as each is an office, its country or an honour."""
    at, office, land, former = stop, None, None, False
    elect = line.low[max(0, stop - 2) : stop] == ("-", "elect")
    while at > 0:
        word = line.low[at - 1]
        owned = at - 1 if word in ("'s", "state") else at
        if office is None and (fit := _office_ending(line, at, registry)):
            at, office = fit
        elif land is None and (here := _land_ending(line, lands, owned)):
            at, land = here.at.start, here
        elif land and word == "-" and (first := _land_ending(line, lands, at - 1)):
            at = first.at.start  # "French-Swiss": the second tells whose
        elif word in registry.words["former"]:
            at, former = at - 1, True
        elif word in (".", "-") or word in registry.words["honours"]:
            at -= 1
        else:
            break
    return Title(office, land, former, elect, at)


def _after(line: Line, at: range, lands: list[Lands], registry: Registry) -> Title:
    """ "Ana Salas, the Peruvian foreign minister,": the noun group after the comma."""
    opens = line.low[at.stop : at.stop + 2]
    if opens[:1] not in ((",",), ("(",)) or opens[1:] == ("and",):
        return Title(start=at.start)
    stop = at.stop + 1
    while (
        stop < len(line.low)
        and stop - at.stop < REACH
        and line.low[stop] not in (",", ")", ".", "who", "said", "has")
    ):
        stop += 1
    for k in range(at.stop + 2, stop + 1):
        fit = _office_ending(line, k, registry)
        if fit and fit[0] > at.stop:
            land = next((x for x in lands if at.stop < x.at.start < stop and not x.loose), None)
            former = any(w in registry.words["former"] for w in line.low[at.stop + 1 : fit[0]])
            return Title(_widest(line, k, stop, registry) or fit[1], land, former, start=at.start)
    return Title(start=at.start)


def _widest(line: Line, stop: int, last: int, registry: Registry) -> Office | None:
    """ "secretary" may go on to be "secretary of state"."""
    longer = [_office_ending(line, k, registry) for k in range(stop, min(last, stop + 3) + 1)]
    fits = [f for f in longer if f is not None and f[0] < stop]
    return fits[-1][1] if fits else None


def _office_ending(line: Line, stop: int, registry: Registry) -> tuple[int, Office] | None:
    for size in range(min(registry.longest_office, stop), 0, -1):
        office = registry.offices.get(line.low[stop - size : stop])
        if office is None and line.low[stop - 1].endswith("s"):
            office = registry.offices.get((*line.low[stop - size : stop - 1], line.low[stop - 1][:-1]))
        if office:
            return stop - size, office
    return None


def office_in(line: Line, at: range, registry: Registry) -> Office | None:
    """The office that a noun group names: "the Russian foreign minister"."""
    for stop in range(at.stop, at.start, -1):
        fit = _office_ending(line, stop, registry)
        if fit and fit[0] >= at.start:
            return fit[1]
    return None


def _land_ending(line: Line, lands: list[Lands], stop: int) -> Lands | None:
    """The land right before a place; a town only where nothing happens in it: "Karachi police chief"."""
    found = next((x for x in lands if x.at.stop == stop and not x.loose), None)
    before = line.low[found.at.start - 1 : found.at.start] if found and found.place else ()
    return None if before in (("in",), ("at",), ("near",)) else found
