"""The words to read where two parties are given."""

from dragoman.parse.words import sentences
from dragoman.things import Span


def around(text: str, actor: Span, recipient: Span) -> tuple[Span, ...]:
    """The words of the sentences from the first of the two parties to the last.

    Raises ValueError where a span is not of the text, holds no word, or shares words with the other.
    """
    for name, span in (("actor", actor), ("recipient", recipient)):
        if not 0 <= span.start < span.stop <= len(text):
            raise ValueError(
                f"{name} [{span.start}, {span.stop}] is no stretch of the text's {len(text)} characters"
            )
    if actor.meets(recipient):
        raise ValueError("actor and recipient share words")
    told = sentences(text, (Span(0, len(text)),))
    holding = [k for k, s in enumerate(told) if s.span.meets(actor) or s.span.meets(recipient)]
    words = tuple(w for s in told[holding[0] : holding[-1] + 1] for w in s.words) if holding else ()
    for name, span in (("actor", actor), ("recipient", recipient)):
        if not any(w.meets(span) for w in words):
            raise ValueError(f"{name} [{span.start}, {span.stop}] holds no word")
    return words
