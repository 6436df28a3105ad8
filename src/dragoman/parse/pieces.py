"""Words cut into the engine's pieces: one vocabulary, the same while learning and while reading."""

from collections.abc import Sequence
from pathlib import Path

OPEN, CLOSE = 101, 102
SHAPES = ("none", "lower", "title", "upper", "mixed", "digit", "mark")
MARKS = ("none", "actor", "recipient")  # of a pair that is given; each has shapes of its own
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "—": "-", "–": "-"}
)


class Cutter:
    """Cuts words and remembers how; made from a tokenizers file."""

    def __init__(self, path: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}

    def cut(
        self, words: Sequence[str], longest: int, marks: Sequence[int] = ()
    ) -> tuple[list[int], list[int], list[int]]:
        """Pieces, their shapes, and where each word's first piece stands (word 0 is the opening mark).

        `marks` has a number of MARKS for each word, or nothing. Words that do not fit into `longest` pieces are
        left out of all three.
        """
        pieces, shapes, firsts = [OPEN], [0], [0]
        for k, word in enumerate(words):
            known = self._known.get(word) or self._learn(word)
            if len(pieces) + len(known[0]) + 1 > longest:
                break
            firsts.append(len(pieces))
            pieces.extend(known[0])
            shape = known[1] + len(SHAPES) * marks[k] if marks else known[1]
            shapes.extend([shape] * len(known[0]))
        pieces.append(CLOSE)
        shapes.append(0)
        return pieces, shapes, firsts

    def _learn(self, word: str) -> tuple[tuple[int, ...], int]:
        ids = self._tokenizer.encode(word[:64].translate(_PLAIN), add_special_tokens=False).ids
        known = (tuple(ids) or (100,), SHAPES.index(_shape(word)))
        if len(self._known) < 200_000:
            self._known[word] = known
        return known


def _shape(word: str) -> str:
    if not any(c.isalpha() for c in word):
        return "digit" if any(c.isdigit() for c in word) else "mark"
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "title"
    return "title" if word.istitle() else "mixed"
