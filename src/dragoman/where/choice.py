"""Choice: which of several places of one name is meant."""

from dataclasses import dataclass, field
from math import log10

from dragoman.things import Article, Place
from dragoman.where.gazetteer import KNOWN, WIDE, Entry, Gazetteer
from dragoman.where.line import Fit, Line
from dragoman.where.tied import Tied
from dragoman.where.unlisted import Unlisted

Lands = frozenset[str]
# What speaks for one of several places, in powers of ten of those who live there. Set on the places of
# ../shared/data/news/raw_wikinews_geovirus; all may be moved by 0.3 with less than 1 in 100 of these changed.
TIED, HERE, BESIDE, ANYWHERE, IN_REGION = 20.0, 1.5, 1.0, 0.7, 1.0
BY_KIND = {"country": 1.2, "capital": 1.5, "city": 0.7, "region": 0.7, "area": 2.5, "seat": 0.2}
LEAST = 300  # thousands who live in a town that by itself speaks for its country
FAR = 4  # sentences back to which "the capital" may reach
MARGIN = 0.3  # by which the likeliest must be ahead of one in another country
NEARER = 0.15  # and of another one in its country, to have its coordinates


@dataclass(frozen=True, slots=True)
class Named:
    """Codes of countries and names of regions that words name, leaving aside names that may mean several."""

    countries: Lands = frozenset()
    regions: Lands = frozenset()


@dataclass(frozen=True, slots=True)
class Signs:
    """What is named with a place, in its sentence, in those beside it, in the article."""

    tied: Tied = field(default_factory=Tied)
    here: Named = field(default_factory=Named)
    beside: Named = field(default_factory=Named)
    anywhere: Named = field(default_factory=Named)


class Around:
    """What each sentence of an article names, asked by sentence."""

    def __init__(self, named: list[Named]) -> None:
        self._named = named
        self._all = _both(named)

    def signs(self, sentence: int, tied: Tied) -> Signs:
        beside = _both(self._named[max(0, sentence - 1) : sentence + 2])
        return Signs(tied, self._named[sentence], beside, self._all)

    def before(self, sentence: int) -> list[Lands]:
        """The countries named in a sentence and in those before it, the nearest first."""
        return [n.countries for n in reversed(self._named[max(0, sentence - FAR) : sentence + 1])]

    @property
    def anywhere(self) -> Signs:
        return Signs(anywhere=self._all)


def _both(named: list[Named]) -> Named:
    empty = frozenset[str]()
    return Named(empty.union(*(n.countries for n in named)), empty.union(*(n.regions for n in named)))


def lands_in(line: Line, known: list[Fit], book: Gazetteer) -> Named:
    """The countries that a line names by their names, their peoples or by places that no other country has."""
    countries: set[str] = set()
    regions: set[str] = set()
    for fit in known:
        codes = {e.country for e in fit.entries if e.country}
        if len(codes) == 1 and (fit.has(frozenset(KNOWN)) or any(e.size > LEAST for e in fit.entries)):
            countries |= codes
            regions |= {e.name for e in fit.entries if e.kind in WIDE}
    for word in line.words:
        if word in book.peoples:
            countries |= book.lands[word]
    return Named(frozenset(countries), frozenset(regions))


def chosen(line: Line, spot: Fit | Unlisted, signs: Signs) -> Place:
    """The place meant; where the book cannot tell, its name with no country."""
    span = line.span(spot.start, spot.stop)
    written = span.of(line.text)
    if isinstance(spot, Unlisted):
        only = signs.tied.countries if len(signs.tied.countries) == 1 else frozenset()
        return Place(span, written, written, next(iter(only), None))
    entry, sure = _meant(spot.entries, signs)
    if (
        signs.tied.closed
        and spot.entries[0].country
        and (entry is None or entry.country not in signs.tied.countries)
    ):
        return Place(
            span, written, written, next(iter(signs.tied.countries))
        )  # another one, which the book lacks
    if entry is None:
        return Place(span, written, spot.entries[0].name, None)
    lat, lon = (entry.lat, entry.lon) if sure else (None, None)
    return Place(span, written, entry.name, entry.country, lat, lon)


def _meant(entries: tuple[Entry, ...], signs: Signs) -> tuple[Entry | None, bool]:
    """The likeliest, if its country is sure; and whether it is sure which of those in that country."""
    if len(entries) == 1:
        return entries[0], True
    ranked = sorted(
        ((_weight(e, signs), k) for k, e in enumerate(entries)), key=lambda row: (-row[0], row[1])
    )
    best = entries[ranked[0][1]]
    others = [(ranked[0][0] - weight, entries[k]) for weight, k in ranked[1:]]
    if any(behind < MARGIN and e.country != best.country for behind, e in others):
        return None, False
    return best, not any(behind < NEARER and not _same_spot(e, best) for behind, e in others)


def _weight(entry: Entry, signs: Signs) -> float:
    least = LEAST if entry.kind in KNOWN else 10
    weight = log10(max(entry.size, least)) + BY_KIND.get(entry.kind, 0.0)
    if signs.tied.wide is not None:
        weight += TIED / 2 if (entry.kind in WIDE) == signs.tied.wide else 0.0
    if entry.region and entry.region in signs.tied.regions:
        weight += TIED
    if entry.country in signs.tied.countries:
        weight += TIED
    for named, worth in ((signs.here, HERE), (signs.beside, BESIDE), (signs.anywhere, ANYWHERE)):
        if entry.country in named.countries:
            weight += worth
            break
    return weight + (IN_REGION if entry.region in signs.anywhere.regions else 0.0)


def _same_spot(a: Entry, b: Entry) -> bool:
    """A region and its seat of the same name are near enough."""
    return a.country == b.country and (a.kind in WIDE) != (b.kind in WIDE)


def of_dateline(article: Article, around: Around, book: Gazetteer) -> tuple[Place, ...]:
    """The place at the article's head, mostly in capitals: "LONDON", "AUSTIN, Texas"."""
    if article.dateline is None:
        return ()
    span = article.dateline
    written = span.of(article.text)
    words, _, rest = written.replace("’", "'").partition(",")
    entries = book.entries(words.strip()) or book.entries(words.strip().title())
    if not entries:
        return ()
    wide = [e for e in book.entries(rest.strip()) or book.entries(rest.strip().title()) if e.kind in WIDE]
    tied = Tied(frozenset(e.country for e in wide if e.country), frozenset(e.name for e in wide))
    entry, sure = _meant(entries, Signs(tied=tied, anywhere=around.anywhere.anywhere))
    if entry is None:
        return (Place(span, written, entries[0].name, None),)
    return (
        Place(span, written, entry.name, entry.country, *((entry.lat, entry.lon) if sure else (None, None))),
    )
