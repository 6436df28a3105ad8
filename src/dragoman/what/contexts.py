"""Contexts: what a deed is about, by the words of its clause and by its mode."""

from collections.abc import Sequence

from dragoman.things import Sentence, Span
from dragoman.what.codebook import Codebook, Mode


def contexts(
    sentence: Sentence, told: Span, row: Sequence[str], mode: Mode | None, codebook: Codebook
) -> tuple[str, ...]:
    """All contexts whose words stand in the clause or that the mode brings, in the order of the codebook.

    `row` is the sentence as it is written; names ("AIDS", "Congress") are looked for in it as they stand.
    """
    inside = [word for word, span in zip(row, sentence.words, strict=True) if told.covers(span)]
    low = [word.lower() for word in inside]
    found = {m for f in codebook.context_words.within(low, 0, len(low)) for m in f.means}
    found |= {m for f in codebook.context_names.within(inside, 0, len(inside)) for m in f.means}
    if mode and mode.context:
        found.add(mode.context)
    return tuple(name for name in codebook.contexts if name in found)
