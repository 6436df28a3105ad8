"""How sure a report is: the chance that a coder records it with this type and these countries."""

import math
from dataclasses import dataclass, replace

from dragoman.things import Act, Mention, Note, Record

NOT_TIED = 0.5  # chance of a tie where no tie was asked for
EDGE = 1e-3  # chances are kept so far from 0 and 1


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic rule, its weights fitted on passages that were kept from training (Platt 1999): of one, of the
    trigger, of the weakest tie to a party, of parties without a country, of parties understood, of sides empty."""

    weights: tuple[float, ...] = (0.0, 1.0, 0.0, 0.0, 0.0, 0.0)  # as the engine says of the trigger alone

    def of(self, act: Act, actors: tuple[Mention, ...], recipients: tuple[Mention, ...]) -> float:
        """From 0 to 1."""
        signs = features(act, actors, recipients)
        return 1 / (1 + math.exp(-sum(w * x for w, x in zip(self.weights, signs, strict=True))))


def features(act: Act, actors: tuple[Mention, ...], recipients: tuple[Mention, ...]) -> tuple[float, ...]:
    """What the rule weighs, in the order of its weights."""
    ties = [link.score for link in act.links if link.role in ("actor", "recipient")]
    parties = (*actors, *recipients)
    return (
        1.0,
        _logit(act.score),
        _logit(min(ties, default=NOT_TIED)),
        float(sum(not (m.country or m.members) for m in parties)),
        float(sum(m.span is None for m in parties)),
        float((not actors) + (not recipients)),
    )


def _logit(chance: float) -> float:
    chance = min(max(chance, EDGE), 1 - EDGE)
    return math.log(chance / (1 - chance))


def surer(record: Record, least: float) -> Record:
    """The record without the reports that are less sure, and a note of how many they are."""
    if not 0 <= least <= 1:
        raise ValueError(f"min_confidence is {least}, not between 0 and 1")
    kept = tuple(r for r in record.reports if r.confidence >= least)
    left = len(record.reports) - len(kept)
    if not left:
        return record
    says = (
        f"{left} {'report' if left == 1 else 'reports'} of a confidence below {least:g} left out, as asked."
    )
    gone = {r.span for r in record.reports} - {r.span for r in kept}
    notes = (n for n in record.notes if n.code != "one-sided" or n.span not in gone)
    return replace(record, reports=kept, notes=(Note("unsure", says), *notes))
