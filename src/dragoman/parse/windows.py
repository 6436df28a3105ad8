"""Windows: sentences that the engine reads side by side, so that one can tell whose the parties of another are."""

from dragoman.things import Sentence

SENTENCES = 4  # of a window, at most
WORDS = 110  # of a window from which no further sentence is added


def windows(sentences: tuple[Sentence, ...]) -> list[tuple[Sentence, ...]]:
    """The sentences in order, cut into windows. Where a window ends hangs on the sentences before it alone."""
    found: list[list[Sentence]] = []
    words = 0
    for sentence in sentences:
        if not found or len(found[-1]) == SENTENCES or words + len(sentence.words) > WORDS:
            found.append([])
            words = 0
        found[-1].append(sentence)
        words += len(sentence.words)
    return [tuple(own) for own in found]
