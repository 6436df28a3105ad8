"""The rows of codes.csv: every state since 1945 with its days, standing, codes, and what was before and after it."""

from pathlib import Path

from registry_missions import Record

HEAD = (
    *("code", "names", "first", "last", "record", "standing", "iso", "iso2", "fips", "cow", "gw", "cameo"),
    *("before", "after"),
)


def rows(own: list[Record], listed: list[Record], fips: dict[str, str]) -> list[tuple[str, ...]]:
    """Our own rows, with the two-letter codes of the code list for states that stand."""
    two = {r["ISO3166-1-Alpha-3"]: r["ISO3166-1-Alpha-2"] for r in listed} | {"XKX": "XK"}
    by_iso = {iso: code.upper() for code, iso in fips.items() if len(code) == 2 and iso != "PSE"}
    return [
        tuple(
            two.get(r["code"], "") if key == "iso2" and not r["last"]
            else by_iso.get(r["code"], "") if key == "fips" and not r["last"]
            else r.get(key, "")
            for key in HEAD
        )
        for r in own
    ]  # fmt: skip


def own_rows() -> Path:
    return Path(__file__).with_name("registry_codes.csv")
