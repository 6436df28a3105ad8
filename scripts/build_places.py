#!/usr/bin/env python3
"""Writes src/dragoman/data/registry/places.csv; with --check only says whether it still fits.

    build_places.py FACTS [--check]

FACTS is a folder with
    countries/world-cities.csv   GeoNames by way of datahub.io, CC BY 4.0: towns and their country
    countries/country-codes.csv  datahub.io, PDDL: names of countries and their codes
    factbook_intervals.jsonl     The World Factbook, public domain: what a country's people are called
and own_places.csv of the registry adds capitals and places in the news with their coordinates (our own, CC BY-SA 4.0).
"""

import csv
import io
import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

REGISTRY = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "data" / "registry"
PAGE = REGISTRY / "places.csv"
HEAD = ("words", "name", "country", "kind", "lat", "lon")
MOST = 1_500_000
Row = tuple[str, str, str, str, str, str]

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
    if len(args) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    page = _page(Path(args[0]))
    if len(page.encode()) > MOST:
        print(f"places.csv would have more than {MOST} bytes", file=sys.stderr)
        return 1
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("places.csv does not fit its sources: run scripts/build_places.py FACTS", file=sys.stderr)
    return 1


def _page(facts: Path) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    own = [*_own()]
    taken = {(row[0], row[2]) for row in own}
    countries = {row[0] for row in [*own, *_countries(facts)] if row[3] == "country"}
    made = {*_countries(facts), *_peoples(facts), *_towns(facts)}
    writer.writerows(own)
    # A name that a row of our own explains is not explained a second time.
    made = {r for r in made if (r[0], r[2]) not in taken and (r[3] != "people" or r[0] not in countries)}
    writer.writerows(sorted(made, key=lambda r: (r[3], r)))
    return out.getvalue()


def _own() -> Iterator[Row]:
    for row in _rows(REGISTRY / "own_places.csv"):
        for words in [row["name"], *filter(None, row["also"].split(";"))]:
            name = "" if words == row["name"] else row["name"]
            yield words, name, row["country"], row["kind"], row["lat"], row["lon"]


def _countries(facts: Path) -> Iterator[Row]:
    for row in _rows(facts / "countries" / "country-codes.csv"):
        code, name = row["ISO3166-1-Alpha-3"].strip(), row["CLDR display name"].strip()
        if len(code) == 3 and name and "(" not in name and " - " not in name and len(name) > 2:
            yield from _spellings(name.replace("’", "'"), code, "country")


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
                    yield word.strip(), "", code, "people", "", ""


def _towns(facts: Path) -> Iterator[Row]:
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
            kind = "seat" if _fold(row["name"]) == _fold(row["subcountry"]) else "town"
            yield from _spellings(row["name"].replace("’", "'"), code, kind)
    if unknown:
        raise SystemExit(f"world-cities.csv: no code for {sorted(unknown)}")


def _code(country: str, codes: dict[str, str]) -> str | None:
    """By the name, or by it turned round: "Iran, Islamic Republic of"."""
    first, _, rest = country.partition(", ")
    return codes.get(_fold(country)) or codes.get(_fold(f"{rest} {first}")) or codes.get(_fold(first))


def _spellings(name: str, code: str, kind: str) -> Iterator[Row]:
    yield name, "", code, kind, "", ""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    if bare != name and bare.isascii():
        yield bare, name, code, kind, "", ""


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
