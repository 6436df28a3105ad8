"""What a line of the Factbook says: who held which office since when.

"President XI Jinping (since 14 March 2013); Vice President HAN Zheng (since 10 March 2023); note - ..."
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Words of titles, peeled off the front of a name. Nobody's given name is among them.
TITLE = set(
    "president presidents vice co-vice prime minister ministers premier premiers chancellor king queen "
    "emperor sultan amir emir sheikh shaykh prince princess grand duke pope taoiseach head of government "
    "the and or council state republic chairman chairperson chair presidential leadership presidency "
    "cabinet supreme overall taliban leader islamic afghanistan swiss confederation sovereign commander- "
    "in-chief commander in chief sudanese armed forces acting interim caretaker transition transitional "
    "executive first second third deputy affairs commission people's assembly national for safeguarding "
    "safeguard homeland spain government. foreign interior secretary political captain captains regent "
    "co-chiefs co-prince coprince french archbishop cardinal mr ms mrs dr sir dame gen general lt col maj "
    "brig sr capt marshal field air ret retired tuanku tan sri tun dato datuk ratu mullah h.e amir-ul "
    "adviser advisor crown administration sac elect president-elect minister-designate designate "
    "minister-equivalent is heir apparent former formerly governor governor-general lieutenant privy "
    "speaker house representatives cap govern ceo central african represented territorial china permanent "
    "gnu cnsp".split()
)
# Titles that are no office of a head, or not held yet or any more.
NOT_HEAD = re.compile(
    r"\b(deputy|heir|former|formerly|governor|represented|elect|president-elect|designate|privy|speaker|secretary|"
    r"vice chancellor|regent|co-?prince|archbishop|ceo|lieutenant|minister-designate|territorial|china)\b"
)
# The office by words of the title; the first that fits.
OFFICES = (
    ("supreme leader", r"supreme leader|taliban leader"),
    ("supreme people's assembly president", r"people's assembly president"),
    ("supreme leader", r"state affairs commission"),
    ("member of the presidential council", r"vice chairpersons?\b"),
    (
        "head of the presidential council",
        r"(chairman|chairperson|president).*presidential|presidential.*chairperson",
    ),
    ("head of the sovereign council", r"sovereign council chair"),
    ("chairman of the presidency", r"of the presidency"),
    ("chairman of the council of ministers", r"chair(man|person) of the council of ministers"),
    ("chairman of the cabinet of ministers", r"chair(man|person) of the cabinet of ministers"),
    ("first vice president", r"first vice president"),
    ("president", r"president of the council of state"),
    (
        "prime minister",
        r"president of (the )?government|head of government|president of (the )?council of ministers",
    ),
    ("crown prince", r"crown prince"),
    ("vice president", r"vice presidents?\b"),
    ("prime minister", r"prime minister|taoiseach|minister of state|^prime$|sultan and prime"),
    ("premier", r"^(acting |interim )?premier"),
    ("chancellor", r"chancellor"),
    ("president", r"presidents?\b"),
    ("king", r"\bking\b"),
    ("queen", r"\bqueen\b"),
    ("emperor", r"\bemperor\b"),
    ("sultan", r"\bsultan\b"),
    ("emir", r"\b[ae]mir\b"),
    ("grand duke", r"grand duke"),
    ("prince", r"\bprince\b"),
    ("pope", r"\bpope\b"),
)
FOR_A_WHILE = re.compile(r"\b(acting|interim|caretaker)\b")
MONTHS = "January February March April May June July August September October November December".split()
SINCE = re.compile(
    r"(?:since|assumed office on|sworn in on|took office on)\s+"
    r"(?:(?P<d>\d{1,2})\s+)?(?:(?P<m>[A-Z][a-z]+)\s+)?(?:(?P<d2>\d{1,2}),\s+)?(?P<y>\d{4})"
)
# Small words that may stand within a name.
SMALL = set(
    "del della ter zu und le al el bin bint ibn ibni ben de da do dos la van von der den y e of the di du ould".split()
)
NOTE = re.compile(
    r"[;,.]?\s*\+*\s*\(?(?:\b|(?<=[A-Z]))note(?:\(?s\)?)?\s*\d?\s*[-–:].*|note - .*| ?resigned on .*"
    r"|Notification.*?Venezuela\s*\+*(?=\s*Pres)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Held:
    """One person in one office, as one line says it. `name` is the Factbook's, surname in capitals."""

    country: str
    office: str
    name: str
    since: str  # YYYY-MM-DD, or less, or nothing
    seen: str
    left: str


def held(country: str, value: str, seen: str, left: str, usual: str) -> Iterator[Held]:
    """Everybody whom the line names with an office of a head. `usual`: the office where it gives none."""
    value = re.sub(r"\[[^]]*\]", "", NOTE.sub("", value))
    for place, part in enumerate(apart(value, ";")):
        offices: tuple[str, ...] | None = None
        default = usual if place == 0 else "member of the presidency" if "presidency member" in part else ""
        pieces = [p for x in apart(part, ",") for p in re.split(r"(?<=\)) and (?=[A-Z])", x)]
        for number, piece in enumerate(_joined(pieces)):
            title, rest = _peel(piece)
            if title or number == 0:
                offices = (
                    _offices(title) if title else ((default,) if default and SINCE.search(rest) else None)
                )
            name = name_at(rest)
            if not offices or not name:
                continue
            since = SINCE.search(rest) or SINCE.search(part[part.find(rest[:20]) :])
            for office in offices:
                yield Held(country, office, name, day_of(since), seen, left)


def apart(text: str, mark: str) -> list[str]:
    """The text cut at `mark` outside brackets."""
    parts, depth, here = [], 0, ""
    for letter in text:
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if letter == mark and depth == 0:
            parts.append(here)
            here = ""
        else:
            here += letter
    return [p.strip() for p in (*parts, here) if p.strip()]


def _joined(pieces: list[str]) -> list[str]:
    """A comma within a title or before "Jr." is no end of a person."""
    whole: list[str] = []
    for piece in pieces:
        if whole and ("(" not in whole[-1] or re.match(r"Jr\b|Dr\b", piece)):
            whole[-1] = f"{whole[-1]}, {piece}"
        else:
            whole.append(piece)
    return whole


def _peel(piece: str) -> tuple[str, str]:
    """Title and the rest."""
    piece = re.sub(r"\((?=[^()]*\)\s*[A-Z])(?![^()]*\d)[^()]*\)", "", piece)
    title, rest = [], piece.split()
    while rest and _word(rest[0]) in TITLE and not (rest[0].isupper() and len(rest[0]) > 3):
        title.append(_word(rest.pop(0)))
    return " ".join(title), " ".join(rest)


def _word(token: str) -> str:
    return token.strip(".,()").replace("’", "'").lower().replace("maj.gen", "maj")


def _offices(title: str) -> tuple[str, ...] | None:
    if re.search(r"crown prince", title) and not re.search(r"heir|deputy", title):
        return ("crown prince", "prime minister") if "prime minister" in title else ("crown prince",)
    if re.search(r"crown prince and", title):
        return ("crown prince",)
    if NOT_HEAD.search(title):
        return None
    found = [office for office, words in OFFICES if re.search(words, title)][:1]
    if re.search(r"(king|sultan) and prime|prime minister (and )?(co-)?vice president", title):
        found = [
            o
            for o, w in OFFICES
            if o in ("king", "sultan", "vice president", "prime minister") and re.search(w, title)
        ]
    while_ = FOR_A_WHILE.search(title)
    # A caretaker is a prime minister; an acting president is none yet.
    if while_ and not (found == ["prime minister"] and while_[0] != "acting"):
        found = [f"{while_[0]} {o}" for o in found]
    return tuple(dict.fromkeys(found)) or None


def name_at(rest: str) -> str:
    """The name at the head of `rest`, "" where the words there are none."""
    name = re.split(r"[(,;]| - |\bis the\b|\bserving\b|\bserves\b|\(", rest)[0].strip(" .'\"")
    words = name.split()
    if not 0 < len(words) < 9 or "vacant" in name.lower() or not name[0].isupper():
        return ""
    if any(w.islower() and w not in SMALL for w in words):
        return ""
    return name


def day_of(since: re.Match[str] | None) -> str:
    if since is None:
        return ""
    day, month = since["d"] or since["d2"], since["m"]
    if month not in MONTHS:
        return since["y"]
    parts = f"{since['y']}-{MONTHS.index(month) + 1:02d}"
    return f"{parts}-{int(day):02d}" if day else parts
