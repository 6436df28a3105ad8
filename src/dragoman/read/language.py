"""Language: the tongue of a text, by its script and its commonest words; "und" where neither tells."""

import tomllib
from functools import lru_cache
from pathlib import Path

LOOKED_AT = 20_000  # characters
FEW = 8  # words: fewer say nothing
DIFFERENT = 3  # of its words by which another language shows itself: "met" is Dutch, too
LEAST = 0.08  # share of the commonest words in a text of that language


def language(text: str) -> str:
    """`en`, another ISO 639-1 code, or `und`."""
    head = text[:LOOKED_AT]
    letters = [c for c in head if c.isalpha()]
    foreign = [c for c in letters if ord(c) > 0x24F]
    if letters and 2 * len(foreign) > len(letters):
        return _by_script(foreign)
    return _by_words(head.lower().replace("’", "'").split())


def _by_words(words: list[str]) -> str:
    if len(words) < FEW:
        return "en"
    has = set(words)
    found = {code: sum(w in common for w in words) for code, common in _common().items()}
    shares = {
        c: n / len(words) for c, n in found.items() if c == "en" or len(has & _common()[c]) >= DIFFERENT
    }
    best = max(shares, key=lambda code: (shares[code], code == "en"))
    if shares[best] < LEAST:
        # A list of names in Latin letters has none of these words and may well be English.
        return "und" if len(words) > 5 * FEW else "en"
    return best


def _by_script(letters: list[str]) -> str:
    for code, only in _book()["letters"].items():
        if any(c in only for c in letters):
            return code
    for code, ends in _book()["scripts"].items():
        if 2 * sum(ends[0] <= c <= ends[-1] for c in letters) > len(letters):
            return code
    return "und"


@lru_cache(maxsize=1)
def _book() -> dict[str, dict[str, str]]:
    path = Path(__file__).parent.parent / "data" / "words" / "read_languages.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _common() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _book()["words"].items()}
