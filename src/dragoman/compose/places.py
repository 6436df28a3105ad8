"""Which place belongs to which event: where it was done, not where somebody is at home or writes."""

import re
from collections.abc import Iterator

from dragoman.compose.around import Around
from dragoman.things import Act, Mention, Place, Span

# Between two places these make one of them: "Aleppo, northern Syria", "Kogelo in Nyanza", "Sudan's Darfur".
_JOINT = re.compile(
    r"(?:[’']s\s|\s*,\s+|\s+in\s+|\s+(?:city|town|village|province|region|district|state)\s*(?:,|in)\s+)"
    r"(?:in\s+)?(?:the\s+)?(?:(?:far|upper|lower|central|(?:north|south)?-?(?:east|west)(?:ern)?|northern|southern|north|south)\s+)?"
    r"(?:(?:city|town|village|port|province|region|district|state|capital)(?:\s+of|,)?\s+)?"
)
_OPENS = re.compile(r"[“\"'‘]?(?:In|At|Near|Outside|Inside|Across|Around|Off|On)\s(?:[\w-]+\s){0,4}$")
# "The government in Tehran", "the people of Gaza", "a man from Texas": there somebody is at home.
_RULES = re.compile(
    r"\b(?:government|regime|administration|leadership|rulers|junta|leaders|theocracy)\s+in\s+$"
)
_OF = re.compile(
    r"\b(?:mayor|governor|people|residents|citizens|president|king|queen|emir|ruler|leader|bishop|archbishop|patriarch|"
    r"imam|government|parliament|university|bank|republic|kingdom|state|mufti|chief|head|premier|minister|natives?)\s+of\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:man|men|woman|women|people|residents?|natives?|citizens?|refugees?|migrants?|immigrants?|students?|workers?|"
    r"officials?|envoys?|delegates?|delegation|representatives?|ministers?|fighters?|troops|soldiers|journalists?|"
    r"lawmakers?|senator|congressman|experts?|reporting|originally|hails?|comes?|came)\s+from\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"-(?:based|born|bound)\b|[’']s\b")
# "A day after the summit in Geneva": there the summit was, and not what came after it.
_COUNTED_FROM = re.compile(
    r"\b(?:hour|day|week|fortnight|month|year|decade)s?\s+(?:after|before|following)\s+(?:an?|the|its|his|her|their)\s[^,;:.]*",
    re.IGNORECASE,
)
FAR_BEHIND = 4  # a place before the trigger counts as so much farther than one after it
# What is said of another deed does not take place where that one did: "condemned the arrests in Bahrain".
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN", "CONCEDE", "AGREE"})


def place(act: Act, row: Around, named: tuple[Mention, ...], text: str) -> Place | None:
    """The nearest place in its clause, or else that which opens the sentence; the finest of those said together."""
    every = [g for g in _groups(row.places, text) if not _dates_only(act, g, row, text)]
    groups = [g for g in every if not _is_party(g, named, text) and not _is_anothers(act, g, row)]
    inside = [g for g in groups if act.clause.covers(g[0].span)]
    near = [g for g in inside if not _is_home(act, g, named, row, text)]
    opening = [g for g in groups if _opens(g, row, text)]
    owning = [g for g in inside if _is_where_they_are(g, text)]
    hosting = [g for g in every if act.type == "CONSULT" and any(m.span == g[0].span for m in named)]
    for some in (near, opening, owning, hosting):
        if some:
            return _finest(min(some, key=lambda g: _distance(act, g)), text)
    return None


def _groups(places: tuple[Place, ...], text: str) -> Iterator[list[Place]]:
    """Places said together, one in the other: "in Aleppo, northern Syria"."""
    group: list[Place] = []
    for at in places:
        if group and not _goes_on(group[-1], at, text):
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _goes_on(before: Place, at: Place, text: str) -> bool:
    same = before.country == at.country or None in (before.country, at.country)
    return same and bool(_JOINT.fullmatch(text, before.span.stop, at.span.start))


def _finest(group: list[Place], text: str) -> Place:
    """The first, as news goes from near to far; "Sudan's Darfur" goes the other way."""
    at = 0
    while at + 1 < len(group) and text[group[at].span.stop : group[at].span.stop + 2] in ("'s", "’s"):
        at += 1
    return group[at]


def _is_party(group: list[Place], named: tuple[Mention, ...], text: str) -> bool:
    """Whether it is one that acts, or to whom it is done: but "police in Karachi" are not Karachi."""
    spans = [m.span for m in named if m.span]
    return any(span.meets(p.span) and not _within(p.span, span, text) for p in group for span in spans)


def _within(place: Span, party: Span, text: str) -> bool:
    before = text[party.start : place.start] if party.covers(place) else ""
    return bool(re.search(r"\b(?:in|at|near|outside)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", before))


def _is_anothers(act: Act, group: list[Place], row: Around) -> bool:
    """Whether another deed of which this one only speaks stands between it and the place."""
    between = (act.trigger.stop, group[0].span.start)
    return act.type in _SAID and any(
        between[0] <= t.span.start and t.span.stop <= between[1] for t in row.sentence.triggers
    )


def _dates_only(act: Act, group: list[Place], row: Around, text: str) -> bool:
    """Whether it belongs to another happening, from which the day of this one is counted."""
    phrases = (
        Span(*m.span()) for m in _COUNTED_FROM.finditer(text, row.sentence.span.start, row.sentence.span.stop)
    )
    return any(p.covers(group[0].span) and not p.covers(act.trigger) for p in phrases)


def _is_home(act: Act, group: list[Place], named: tuple[Mention, ...], row: Around, text: str) -> bool:
    at = group[0].span
    before = text[row.sentence.span.start : at.start]
    if any(rule.search(before) for rule in (_RULES, _OF)) or (act.type != "RETREAT" and _FROM.search(before)):
        return True
    if re.search(r"\bfrom\s+(?:the\s+)?$", before):
        gap = re.compile(r"\s+from\s+(?:the\s+)?")
        return any(
            m.span and m.span.stop <= at.start and gap.fullmatch(text, m.span.stop, at.start) for m in named
        )
    return bool(_AFTER.match(text, group[-1].span.stop))


def _is_where_they_are(group: list[Place], text: str) -> bool:
    """ "In Iran's parliament": for want of a better."""
    return text[group[-1].span.stop : group[-1].span.stop + 2] in ("'s", "’s")


def _opens(group: list[Place], row: Around, text: str) -> bool:
    """ "In Baghdad, police said gunmen killed a judge": it holds for all that the sentence tells."""
    start = row.sentence.span.start
    return bool(_OPENS.fullmatch(text, start, group[0].span.start)) and text[group[-1].span.stop :][:1] == ","


def _distance(act: Act, group: list[Place]) -> float:
    first, last = group[0].span, group[-1].span
    if first.start >= act.trigger.stop:
        return first.start - act.trigger.stop
    return max(0, act.trigger.start - last.stop) * FAR_BEHIND
