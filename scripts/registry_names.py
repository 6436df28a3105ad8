"""From the Factbook's way of writing a person ("KIM Jong Un", "Bashar al-ASAD") to the way of news."""

import csv
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

PAGE = Path(__file__).with_name("registry_names.csv")
HEAD = ["country", "factbook", "name", "also", "surname"]
Record = dict[str, str]

# Where the name is written whole, however many words it has.
WHOLE = set(
    "CHN KOR PRK TWN VNM KHM MMR LAO THA MYS SGP ETH ERI SOM BRN IDN WSM TON MNG IND BGD IRQ YEM LBY".split()
)
SMALL = "al el bin bint ibn ben de da do dos du del la van von der den di e y".split()
NEAR = 45  # days by which two tables may differ on the first day of an office


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a name of the Factbook means."""

    id: str
    name: str
    also: tuple[str, ...]
    surnames: tuple[str, ...]


class Known:
    """Persons of our own rows and of registry_names.csv; asked by country and the Factbook's name."""

    def __init__(self, own: list[Record]) -> None:
        self._own: dict[str, dict[str, list[Record]]] = {}
        for row in own:
            self._own.setdefault(row["country"], {}).setdefault(row["id"], []).append(row)
        with PAGE.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader(lines)
            if rows.fieldnames != HEAD:
                raise SystemExit(f"{PAGE}: row 1: its columns must be {','.join(HEAD)}")
            self._named = list(rows)
        self._used: set[int] = set()

    def person(self, country: str, name: str, office: str, since: str) -> Person:
        """By registry_names.csv, else by our own rows, else by rule."""
        said = self._written(country, name)
        row = (
            self._named_alike(country, said, office, since)
            if said
            else self._ours(country, name, office, since)
        )
        if row:
            more = [n for n in (said.name, *said.also) if n != row["name"]] if said else _spelled(name)
            return Person(
                row["id"],
                row["name"],
                _other(row["name"], [*_cells(row["also"]), *more]),
                _cells(row["surname"]),
            )
        return said or by_rule(country, name)

    def envoy(self, country: str, name: str, since: str) -> Person:
        """By our own rows, else by rule: registry_names.csv writes those who lead, by parts of their names."""
        row = self._ours(country, name, "ambassador to the united states", since)
        if row is None:
            return by_rule(country, name)
        more = [n for n in _spelled(name) if n != row["name"]]
        return Person(
            row["id"], row["name"], _other(row["name"], [*_cells(row["also"]), *more]), _cells(row["surname"])
        )

    def unused(self) -> list[str]:
        """Rows of registry_names.csv that fit nobody."""
        return [f"{r['country']} {r['factbook']}" for i, r in enumerate(self._named) if i not in self._used]

    def _written(self, country: str, name: str) -> Person | None:
        flat = fold(name)
        for number, row in enumerate(self._named):
            if row["country"] == country and all(part in flat for part in row["factbook"].split()):
                self._used.add(number)
                also = [*_cells(row["also"]), *_spelled(row["name"])]
                return Person(
                    slug(row["name"]), row["name"], _other(row["name"], also), _cells(row["surname"])
                )
        return None

    def _named_alike(self, country: str, said: Person, office: str, since: str) -> Record | None:
        """The own row with one of the names, else the one of the same office from the same days."""
        forms = {fold(n) for n in (said.name, *said.also)}
        for rows in self._own.get(country, {}).values():
            row = rows[0]
            if forms & {fold(f) for f in (row["name"], *_cells(row["also"]))}:
                return row
        for rows in self._own.get(country, {}).values():
            alike = max(
                like(fold(a), fold(b)) for a in said.surnames for b in _cells(rows[0]["surname"]) or ("",)
            )
            if alike > 0.6 and any(r["office"] == office and _apart(r["first"], since) <= NEAR for r in rows):
                return rows[0]
        return None

    def days(self, id_: str, country: str, office: str) -> list[tuple[str, str]]:
        """First and last days that our own rows give this person in this office."""
        rows = self._own.get(country, {}).get(id_, [])
        return [(r["first"], r["last"]) for r in rows if r["office"] == office and len(r["first"]) >= 7]

    def _ours(self, country: str, name: str, office: str, since: str) -> Record | None:
        """The own row of the same person: same name; or like surname, and first name or first day alike."""
        best: tuple[float, Record] | None = None
        for rows in self._own.get(country, {}).values():
            row = rows[0]
            forms = [row["name"], *_cells(row["also"])]
            if fold(name) in {fold(f) for f in forms}:
                return row
            mine = {fold(s) for s in _surnames(name)}
            alike = max((like(a, fold(b)) for a in mine for b in _cells(row["surname"])), default=0.0)
            same_day = any(r["office"] == office and _apart(r["first"], since) <= NEAR for r in rows)
            first = like(fold(_given(name)), fold(row["name"].split()[0]))
            score = alike + first if (alike > 0.8 and first > 0.75) or (same_day and alike > 0.6) else 0.0
            if score and (best is None or score > best[0]):
                best = score, row
        return best[1] if best else None


def fold(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in letters.lower() if c.isascii() and c.isalnum())


def bare(name: str) -> str:
    """Without accents, as wires write it."""
    for one, other in (("ı", "i"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("Đ", "D"), ("ə", "a"), ("Ə", "A")):
        name = name.replace(one, other)
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def slug(name: str) -> str:
    return re.sub(
        r"[^a-z0-9]+", "-", bare(name).lower().replace("'", "").replace("’", "").replace(".", "")
    ).strip("-")


def by_rule(country: str, name: str) -> Person:
    """ "Nayib Armando BUKELE Ortez": Nayib Bukele; "XI Jinping": Xi Jinping."""
    words = re.sub(r'"[^"]*"?|,.*$', " ", name).split()
    caps = [k for k, w in enumerate(words) if _is_caps(w)] or [len(words) - 1]
    first, last = caps[0], caps[-1]
    while first > 0 and words[first - 1].lower() in SMALL:
        first -= 1
    low = set() if country in ("BEL", "NLD") else {"DE", "DA", "DO", "DOS", "DEL", "DI"}
    plain = [w.lower() if w in low else _small(w) for w in words]
    surname = " ".join(plain[first : last + 1])
    whole = " ".join(plain)
    in_full = first == 0 or country in WHOLE or not any(_is_caps(w) for w in words)
    news = whole if in_full else f"{plain[0]} {surname}"
    surnames = [surname]
    if re.match(r"(?:[Aa]l|[Ee]l)-", surname):
        surnames.append(re.split("-", surname, maxsplit=1)[1])
    also = [" ".join(plain[: last + 1]), whole]
    return Person(
        slug(news),
        bare(news),
        _other(bare(news), [*also, news]),
        tuple(dict.fromkeys(bare(s) for s in surnames)),
    )


def _small(word: str) -> str:
    """ "O'NEILL" O'Neill, "al-ASAD" al-Asad, "Nandi-NDAITWAH" Nandi-Ndaitwah, "XVI" as it is."""
    if re.fullmatch(r"[IVX]+", word):
        return word
    parts = re.split(r"([-'’.])", word)
    return "".join(p[0] + p[1:].lower() if len(p) > 1 and p.isupper() else p for p in parts)


def _is_caps(word: str) -> bool:
    parts = [p for p in re.split(r"[-'’]", word) if p not in ("al", "Al", "el", "d")]
    letters = "".join(parts)
    return len(letters) > 1 and letters.upper() == letters and not letters.endswith(".")


def _surnames(name: str) -> set[str]:
    caps = [w for w in name.split() if _is_caps(w)]
    tail = [*caps, " ".join(caps)] if caps else [name.split()[-1]]
    return {*tail, *(w.split("-", 1)[1] for w in tail if re.match(r"[ae]l-", w.lower()))}


def _given(name: str) -> str:
    plain = [w for w in name.split() if not _is_caps(w)]
    return plain[0] if plain else name.split()[-1]


def like(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _apart(first: str, since: str) -> int:
    if len(first) < 7 or len(since) < 7:
        return 9999
    a, b = (date.fromisoformat((d + "-15")[:10]) for d in (first, since))
    return abs((a - b).days)


def _spelled(name: str) -> list[str]:
    """The name in its words' own case, with and without accents."""
    plain = " ".join(_small(w) for w in re.sub(r'"[^"]*"?', " ", name).split())
    return [plain, bare(plain)]


def _other(name: str, more: list[str]) -> tuple[str, ...]:
    return tuple(
        n for n in dict.fromkeys(x for m in more for x in (m, bare(m))) if n and n != name and " " in n
    )


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(c for c in cell.split(";") if c)
