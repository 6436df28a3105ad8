"""Tags: how many a page has and how crowded they are, told without taking it apart.

The parser compares each attribute of a tag with all before it: a tag with 200,000 of them takes minutes.
"""

import re

ATTRIBUTES = 1_000  # in one tag; the fullest that editors and ad servers write have some dozens
_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
# Scripts and their like hold no tags up to their end, comments none at all. What never ends hides all the rest.
# Every part is possessive, and each search goes on where the last one ended: the time grows with the page only.
_TAG = re.compile(
    rf"""<!--(?:-?>|.*?(?:--!?>|\Z))
    |<(script|style|textarea|title|xmp|iframe)(?=[\s/>])((?:{_ATTRIBUTE})*+)(?:.*?</\1|.*)
    |<[a-z][^\s/>]*+((?:{_ATTRIBUTE})*+)""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_ONE = re.compile(_ATTRIBUTE)


def is_crowded(page: str) -> bool:
    """Whether a tag of the page has more attributes than any that was written to be read."""
    told = (found[2] or found[3] or "" for found in _TAG.finditer(page))
    return any(len(words) > 2 * ATTRIBUTES and _count(words) > ATTRIBUTES for words in told)


def _count(words: str) -> int:
    return sum(1 for _ in _ONE.finditer(words))
