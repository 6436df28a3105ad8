"""Regions: states, provinces and the like, made of the towns in them."""

from collections import defaultdict
from collections.abc import Iterator

from places_towns import PLAIN, Row, Town, spellings

# What a region's name may do without: "Dosso Region" is mostly "Dosso".
ENDINGS = (
    "Autonomous Region|Autonomous Republic|Capital City|Capital Region|Province|Region|Governorate|County|Department|"
    "Oblast|oblast|Oblisi|Krai|Kray|Republic|State|District|Parish|Voivodeship|Prefecture|Territory|Municipality|City"
).split("|")
OPENINGS = ("Urban Municipality of", "Municipality of", "Republic of", "Autonomous Republic of", "State of")


def regions(towns: list[Town]) -> Iterator[Row]:
    """States, provinces and the like: those that have towns, at the mean of these."""
    members: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns:
        if len(town.region) > 2 and town.region[0].isupper() and not set(",(") & set(town.region):
            members[town.region.replace("’", "'"), town.country].append(town)
    for (name, country), within in members.items():
        lat, lon = _mean(within)
        row = Row("", "", country, "province", lat, lon, str(sum(t.size for t in within) or ""))
        yield from spellings(name, row)
        if (bare := short(name)) != name:
            yield from spellings(bare, row)


def short(name: str) -> str:
    """Without "Province" or "Municipality of", where a name is left."""
    for opening in OPENINGS:
        name = name.removeprefix(f"{opening} ")
    for ending in ENDINGS:
        bare = name.removesuffix(f" {ending}")
        if bare != name:
            return name if bare in PLAIN or len(bare) < 3 else bare
    return name


def _mean(towns: list[Town]) -> tuple[str, str]:
    placed = [t for t in towns if t.lat]
    whole = sum(t.size or 1 for t in placed)
    if not placed:
        return "", ""
    lat, lon = (
        sum(float(value) * (t.size or 1) for t, value in zip(placed, values, strict=True)) / whole
        for values in ([t.lat for t in placed], [t.lon for t in placed])
    )
    return f"{lat:.2f}", f"{lon:.2f}"
