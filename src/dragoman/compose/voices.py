"""Voices: on whose word a report rests, and whose side that voice is on."""

from collections.abc import Iterable

from dragoman.compose.parties import Parties, distinct
from dragoman.things import Act, Mention, Span

STATELY = frozenset({None, "GOV", "MIL", "LEG", "COP", "SPY", "JUD"})  # who speaks for a state
PRESS = "JRN"  # tells what others do; it is of its country and of no camp there
AGAINST = frozenset({"REB", "OPP", "REF"})  # who does not speak for the country that is theirs


def said_by(act: Act, heard: tuple[Span, ...], parties: Parties) -> tuple[Mention, ...]:
    """The chain of voices, nearest the fact first: what the sayings tell, else what the engine ties to the act."""
    spans = heard or tuple(link.span for link in act.links if link.role == "said_by" and link.span)
    return distinct(parties.at(span) for span in spans)


def word_of(
    voices: tuple[Mention, ...], actors: tuple[Mention, ...], recipients: tuple[Mention, ...]
) -> str | None:
    """Whose side the voice nearest the fact is on: `actor`, `recipient`, `both` (rivals in one country whose
    voice is of neither camp) or `third`. None where nobody vouches but the writer, or nobody known does."""
    voice = next((v for v in voices if v.actor or v.country or v.members), None)
    if voice is None:
        return None
    actor, recipient = _nearest(voice, actors), _nearest(voice, recipients)
    if actor == recipient:
        return "both" if actor else "third"
    return "actor" if actor > recipient else "recipient"


def _nearest(voice: Mention, side: Iterable[Mention]) -> int:
    return max((_kinship(voice, party) for party in side), default=0)


def _kinship(voice: Mention, party: Mention) -> int:
    """0: of different countries, or foes in one · 1: of one country · 2: of one camp in it · 3: of one sector ·
    4: the same."""
    if voice.actor and voice.actor == party.actor:
        return 4
    if not _countries(voice) & _countries(party):
        return 0
    if voice.sector == PRESS:
        return 1
    if voice.sector == party.sector:
        return 3
    if voice.sector in STATELY and party.sector in STATELY:
        return 2
    if (voice.sector in AGAINST) != (party.sector in AGAINST) and _of_state(voice, party):
        return 0
    return 1


def _of_state(*mentions: Mention) -> bool:
    return any(m.sector in STATELY for m in mentions)


def _countries(mention: Mention) -> frozenset[str]:
    return frozenset(mention.members or ((mention.country,) if mention.country else ()))
