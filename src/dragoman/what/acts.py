"""Triggers as acts: mode, contexts, status and strength beside the type that the engine saw."""

from dataclasses import replace

from dragoman.things import Act, Article, Link, Sentence, Span, TriggerMark
from dragoman.what.clause import clause
from dragoman.what.codebook import Codebook, Kind
from dragoman.what.contexts import contexts
from dragoman.what.modes import mode
from dragoman.what.phrases import plain
from dragoman.what.status import status_by_words

NEAR = 2  # words between two triggers of one type that tell one deed
REACH = 3  # words from a refusal to what is refused
REFUSED = frozenset({"CONSULT", "AGREE"})


def acts(article: Article, sentences: tuple[Sentence, ...], codebook: Codebook) -> tuple[Act, ...]:
    """An act for every trigger, in the order of the text; a trigger marked twice is one."""
    return tuple(act for sentence in sentences for act in _acts(article.text, sentence, codebook))


def _acts(text: str, sentence: Sentence, codebook: Codebook) -> list[Act]:
    if not sentence.triggers:
        return []
    row = [plain(word.of(text)) for word in sentence.words]
    once = {trigger.span: trigger for trigger in reversed(sentence.triggers)}
    told = _once([(_at(sentence, span), once[span]) for span in sorted(once)])
    return [_act(text, sentence, trigger, row, codebook) for trigger in told]


def _at(sentence: Sentence, span: Span) -> int:
    """The number of the word that a span begins in."""
    return next(i for i, word in enumerate(sentence.words) if word.stop > span.start)


def _once(triggers: list[tuple[int, TriggerMark]]) -> list[TriggerMark]:
    """Without the weaker of two triggers of one type side by side ("will not negotiate"): they tell one deed.

    Nor is what is refused a deed of its own: "ruled out talks". In the annotated training passages 13 of 3,700
    events stand so near to another of their type, and behind 1 of 115 refusals stands a meeting that is an event.
    """

    def is_of_another(i: int, trigger: TriggerMark, k: int, other: TriggerMark) -> bool:
        if trigger.type in REFUSED and other.type == "REJECT":
            return 0 < i - k <= REACH
        return trigger.type == other.type and 0 < abs(i - k) <= NEAR and other.score > trigger.score

    return [
        trigger
        for i, trigger in triggers
        if not any(is_of_another(i, trigger, k, other) for k, other in triggers)
    ]


def _act(text: str, sentence: Sentence, trigger: TriggerMark, row: list[str], codebook: Codebook) -> Act:
    kind = codebook.kinds[trigger.type]
    at = _at(sentence, trigger.span)
    done = kind.modes.get(mode(trigger, [word.lower() for word in row], at, kind) or "")
    name = done.name if done else None
    told = clause(text, sentence, trigger)
    together = kind.is_among_equals(row[at].lower(), name)
    return Act(
        sentence=sentence.index,
        trigger=trigger.span,
        clause=told,
        type=kind.name,
        mode=name,
        contexts=contexts(sentence, told, row, done, codebook),
        quad=kind.quad,
        intensity=done.intensity if done else kind.intensity,
        status=status_by_words(row, at, kind.name, codebook.rules) or _status(trigger, kind),
        score=trigger.score,
        links=_equal(trigger.links) if together else trigger.links,
        nearest=trigger.nearest,
    )


def _status(trigger: TriggerMark, kind: Kind) -> str:
    return "asserted" if kind.negated_by_words and trigger.status == "negated" else trigger.status


def _equal(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Those who meet, sign or clash are all actors."""
    return tuple(replace(link, role="actor") if link.role == "recipient" else link for link in links)
