"""The rows of states.csv: what news call each state, its people and the seat of its government."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

HEAD = ("code", "names", "adjectives", "seats")
Record = dict[str, str]

# Codes of the Factbook that the code list lacks or gives otherwise.
FIPS = {"kv": "XKX", "ri": "SRB", "we": "PSE", "gz": "PSE"}
# Recognised by some, and so not "Yes" in the code list.
PARTLY = {"PSE": "State of Palestine", "TWN": "Taiwan", "XKX": "Kosovo"}
# Territories that news name as such. The rest (Bouvet Island and the like) have no government of their own.
TERRITORIES = set(
    "ABW AIA ASM BMU COK CUW CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG IMN JEY MAC MNP MSR MTQ MYT NCL NIU PRI "
    "PYF REU SHN SXM TCA VGB VIR".split()
)
# Names that news use and that neither source has.
MORE_NAMES = {
    "ARE": "United Arab Emirates;UAE;U.A.E.",
    "ATG": "Antigua",
    "BIH": "Bosnia",
    "BRN": "Brunei Darussalam",
    "CAF": "Central African Republic",
    "COD": "DRC;DR Congo;D.R. Congo",
    "FSM": "Micronesia;Federated States of Micronesia",
    "GNB": "Guinea Bissau",
    "HKG": "Hong Kong",
    "LAO": "Lao PDR",
    "KNA": "Saint Kitts;St. Kitts;St Kitts",
    "MAC": "Macau;Macao",
    "MKD": "Former Yugoslav Republic of Macedonia;FYROM",
    "PNG": "PNG",
    "PRI": "Puerto Rico",
    "STP": "Sao Tome;São Tomé",
    "TTO": "Trinidad",
    "TUR": "Republic of Türkiye;Republic of Turkiye",
    "VCT": "Saint Vincent;St. Vincent;St Vincent",
    "VIR": "U.S. Virgin Islands;US Virgin Islands",
}
# What news call the people, beside the Factbook's words.
MORE_PEOPLE = {
    "ARE": "Emirati;Emiratis",
    "BFA": "Burkinabe;Burkinabè;Burkinabes",
    "BWA": "Botswanan;Botswanans",
    "CPV": "Cape Verdean;Cape Verdeans",
    "DOM": "Dominican;Dominicans",
    "FJI": "Fijian;Fijians",
    "HKG": "Hong Konger;Hong Kongers;Hongkonger;Hongkongers",
    "LSO": "Lesothan;Basotho",
    "LUX": "Luxembourgish",
    "MCO": "Monegasque",
    "MDG": "Madagascan;Madagascans",
    "MUS": "Mauritian;Mauritians",
    "NPL": "Nepalese",
    "PRI": "Puerto Rican;Puerto Ricans",
    "SLV": "Salvadorean;Salvadoreans",
    "SVK": "Slovakian;Slovakians",
    "SVN": "Slovene;Slovenes;Slovenian;Slovenians",
    "TJK": "Tajik;Tajiks",
    "TKM": "Turkmen;Turkmens",
    "TTO": "Trinidadian;Trinidadians",
    "TWN": "Taiwanese",
    "XKX": "Kosovar;Kosovars",
}
# Seats where the Factbook's line says more, or less, than news do.
SEATS = {
    "BDI": "Gitega;Bujumbura",
    "BEN": "Porto-Novo;Cotonou",
    "BOL": "La Paz",
    "CMR": "Yaounde;Yaoundé",
    "KAZ": "Astana;Nur-Sultan",
    "ISR": "Jerusalem",
    "LKA": "Colombo",
    "MDA": "Chisinau;Chișinău",
    "MDV": "Malé",
    "MMR": "Naypyidaw;Nay Pyi Taw;Rangoon;Yangon",
    "MNG": "Ulaanbaatar;Ulan Bator",
    "MYS": "Kuala Lumpur;Putrajaya",
    "NLD": "The Hague;Amsterdam",
    "PLW": "Ngerulmud",
    "PRY": "Asuncion;Asunción",
    "SWZ": "Mbabane",
    "TGO": "Lome;Lomé",
    "TZA": "Dodoma;Dar es Salaam",
    "USA": "Washington",
    "VUT": "Port Vila;Port-Vila",
    "ZAF": "Pretoria",
}
# Capitals that mean something else oftener: the EU, persons, other towns, a common word.
NO_SEAT = set("BEL ATG CRI GRD GUY PSE SMR SYC VAT JAM NRU".split())
# Words of the Factbook that are not used of these, or mean others.
NOT_THEIRS = {
    "DMA": {"Dominican", "Dominicans"},
    "DOM": {"The Dominican"},
    "HKG": {"Chinese/Hong Kong", "Chinese/Hong Konger", "Chinese"},
    "COG": {"Congo"},
    "COD": {"Congo", "DRC"},
    "JEY": {"Jersey"},
    "KOR": {"Korean", "Koreans"},
    "PRK": {"Korean", "Koreans"},
    "REU": {"Reunion"},
}


@dataclass(frozen=True, slots=True)
class State:
    """One row of the table, its cells still apart."""

    code: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    seats: tuple[str, ...]


def codes(listed: list[Record]) -> dict[str, str]:
    """ISO's code for each code of the Factbook."""
    return {r["FIPS"].strip().lower(): r["ISO3166-1-Alpha-3"] for r in listed if r["FIPS"].strip()} | FIPS


def sovereign(listed: list[Record]) -> set[str]:
    """Codes of all states that are sovereign or recognised by some."""
    return {r["ISO3166-1-Alpha-3"] for r in listed if r["is_independent"] == "Yes"} | set(PARTLY)


def rows(facts: list[Record], listed: list[Record], own: list[Record]) -> list[tuple[str, ...]]:
    """The table; a name is given to one state only: our own rows first, then states, then territories."""
    known, full = codes(listed), sovereign(listed)
    said: dict[tuple[str, str], dict[str, None]] = {}
    for fact in facts:
        if code := known.get(fact["code"]):
            said.setdefault((code, fact["field"]), {})[fact["value"]] = None
    lists = {r["ISO3166-1-Alpha-3"]: r for r in listed}
    order = sorted(full) + sorted(TERRITORIES)
    drafts = [_state(code, said, lists.get(code, {}), code in full) for code in order]
    return sorted(_apart(drafts, own))


def _apart(drafts: list[State], own: list[Record]) -> Iterator[tuple[str, ...]]:
    """Rows in which no name belongs to another state: first come all names, then peoples, then seats."""
    taken: dict[str, str] = {}
    for cell in HEAD[1:]:
        for row in own:
            for name in row[cell].split(";"):
                taken.setdefault(name, row["code"])
    for state in drafts:
        for name in state.names:
            taken.setdefault(name, state.code)
    for state in drafts:
        for name in (*state.people, *state.seats):
            taken.setdefault(name, state.code)
    for state in drafts:
        names = [n for n in state.names if taken[n] == state.code]
        people = [n for n in state.people if taken[n] == state.code and n not in state.names]
        seats = [n for n in state.seats if taken[n] == state.code and n not in (*state.names, *state.people)]
        if names:
            yield state.code, ";".join(names), ";".join(people), ";".join(seats)


def _state(code: str, said: dict[tuple[str, str], dict[str, None]], listed: Record, full: bool) -> State:
    def facts(field: str) -> list[str]:
        return [] if code == "PSE" else list(said.get((code, field), {}))

    names: dict[str, None] = {}
    listed_names = [listed.get("CLDR display name", ""), _unled(listed.get("UNTERM English Short", ""))]
    formal = [listed.get("official_name_en", ""), _unled(listed.get("UNTERM English Formal", ""))]
    for name in [*facts("country short"), *listed_names, *facts("country long"), *formal]:
        names |= dict.fromkeys(_names(name))
    names |= dict.fromkeys(MORE_NAMES.get(code, PARTLY.get(code, "")).split(";"))
    people = dict.fromkeys(
        p for f in ("demonym adjective", "demonym noun") for v in facts(f) for p in _people(v)
    ) | dict.fromkeys(MORE_PEOPLE.get(code, "").split(";"))
    seats = [s for v in facts("capital") for s in _seats(v)] if code not in SEATS else SEATS[code].split(";")
    barred = NOT_THEIRS.get(code, set()) | {""}
    return State(
        code,
        tuple(n for n in names if n not in barred),
        tuple(p for p in people if p not in barred),
        tuple(dict.fromkeys(seats)) if full and code not in NO_SEAT else (),
    )


def _names(name: str) -> Iterator[str]:
    """The name as news write it: without notes, brackets and stars, with "St." beside "Saint"."""
    name = re.split(r";|\(|\bnote\b|\bformerly\b| or |, the$", name.replace("’", "'").replace("&", "and"))[0]
    name = name.strip(" *,").replace("SAR China", "").replace("Special Administrative Region", "").strip()
    if len(name) < 3 or name.lower() == "none" or " - " in name or name.endswith(" The") or "," in name:
        return
    for spelled in _spellings(name):
        yield spelled
        if spelled.startswith("The ") and spelled != "The Dominican":
            yield spelled.removeprefix("The ")
        if spelled.startswith("Saint "):
            yield spelled.replace("Saint ", "St. ", 1)
            yield spelled.replace("Saint ", "St ", 1)


def _unled(name: str) -> str:
    return name.removeprefix("the ").replace("(the)", "").strip()


def _people(line: str) -> Iterator[str]:
    """ "Irishman(men), Irish (collective plural)": Irishman, Irishmen, Irish."""
    line = re.split(r"\bnote\b", line)[0]
    for word in re.split(r",|;|\bor\b(?! Taiwanese)", line.replace("(or Taiwanese)", "or Taiwanese")):
        word = word.replace("or Taiwanese", "").strip()
        many = re.fullmatch(r"(.*?)\((s|men|women|n|es)\)", re.sub(r"\s+\(.*\)$", "", word))
        one = (many.group(1) if many else re.sub(r"\s*\(.*\)?$", "", word)).strip()
        if len(one) < 3 or not one[0].isupper() or "/" in one or one == "NA":
            continue
        yield one
        if many and many.group(2) in ("men", "women"):
            yield one.removesuffix("man").removesuffix("wo") + many.group(2)
        elif many:
            yield one + many.group(2)


def _seats(line: str) -> Iterator[str]:
    for part in re.split(r";|,|\baka\b", re.sub(r"\([^)]*\)?", "", re.split(r"\bnote\b", line)[0])):
        place = part.strip()
        if place and place[0].isupper() and len(place.split()) < 4 and place != "D.C.":
            yield from _spellings(place)


def _spellings(name: str) -> Iterator[str]:
    yield name
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    if bare != name and bare.isascii():
        yield bare
