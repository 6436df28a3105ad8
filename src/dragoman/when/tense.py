"""Whether the words around an expression look back or ahead."""

from dragoman.when.scene import Line

BACK, AHEAD, OPEN = "back", "ahead", ""
Book = dict[str, frozenset[str]]


def tense(line: Line, start: int, stop: int, book: Book) -> str:
    """What the nearest verb says: the one before, up to where another clause begins, else the one after."""
    before, at = _before(line, start, book)
    if line.word(start - 1) in book["deadlines"] or line.word(start - 2) in book["deadlines"]:
        return BACK if before == BACK and line.word(at) in book["plainly_past"] else AHEAD
    return before or _after(line, stop, book)


def _before(line: Line, start: int, book: Book) -> tuple[str, int]:
    for i in range(start - 1, -1, -1):
        if line.low[i] in book["breaks"] and i < start - 1:
            break
        found = _tense_of(line, i, book)
        if found:
            return found, i
    return OPEN, -1


def _after(line: Line, stop: int, book: Book) -> str:
    for i in range(stop, len(line.low)):
        if line.low[i] in book["breaks"]:
            break
        found = _tense_of(line, i, book)
        if found:
            return found
    return OPEN


def _tense_of(line: Line, i: int, book: Book) -> str:
    word = line.low[i]
    if word in book["ahead"] or (word in book["ahead_with_to"] and line.word(i + 1) == "to"):
        return AHEAD
    if word in book["back"] or (len(word) > 4 and word.endswith("ed") and not line.capitals[i]):
        return BACK
    return OPEN
