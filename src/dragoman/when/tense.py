"""Whether the words around an expression look back or ahead."""

from dragoman.when.scene import Line

BACK, WEAKLY_BACK, AHEAD, OPEN = "back", "weakly back", "ahead", ""
BESIDE = 3  # words; a verb so near tells the tense of a day for sure, one further off may belong to another
Book = dict[str, frozenset[str]]


def tense(line: Line, start: int, stop: int, book: Book) -> str:
    """What the nearest verb says: the one before, up to where another clause begins, else the one after."""
    if line.word(start - 1) == "since" or (line.word(start - 1) == "the" and line.word(start - 2) == "since"):
        return BACK
    before, at = _before(line, start, book)
    if _is_deadline(line, start, stop, book):
        back = before in (BACK, WEAKLY_BACK) and line.word(at) in book["plainly_past"]
        return BACK if back else AHEAD
    return before or _after(line, stop, book)


def _is_deadline(line: Line, start: int, stop: int, book: Book) -> bool:
    """By Friday, before the weekend; but "by the October quake" tells what did it."""
    if line.word(start - 1) in book["deadlines"]:
        return line.word(start - 3) not in ("from", "between")
    return line.word(start - 2) in book["deadlines"] and not line.word(stop).isalpha()


def _before(line: Line, start: int, book: Book) -> tuple[str, int]:
    for i in range(start - 1, -1, -1):
        if line.low[i] in book["breaks"] and i < start - 1:
            break
        found = _tense_of(line, i, book)
        if found:
            return WEAKLY_BACK if found == BACK and start - i > BESIDE else found, i
    return OPEN, -1


def _after(line: Line, stop: int, book: Book) -> str:
    for i in range(stop, len(line.low)):
        if line.low[i] in book["breaks"]:
            break
        if line.low[i].endswith("ed") and line.low[i] in book["ahead_with_to"]:
            return BACK  # "leaders on Friday vowed to meet"
        found = _tense_of(line, i, book)
        if found:
            return found
    return OPEN


def _tense_of(line: Line, i: int, book: Book) -> str:
    word = line.low[i]
    if word in book["after_to"] and line.word(i - 1) == "to" and not line.capitals[i]:
        return AHEAD
    if word in book["ahead"] or (word in book["ahead_with_to"] and line.word(i + 1) == "to"):
        return AHEAD
    if _is_fixed(line, i, book):
        return AHEAD
    if (
        word in book["ahead_with_for"]
        and line.word(i - 1) not in ("than", "as")
        and line.word(i + 1) in book["fixed"]
    ):
        return AHEAD
    if word.endswith("ing") and len(word) > 5 and line.word(i - 1) in book["going"]:
        return AHEAD
    if word in book["back"]:
        return AHEAD if _still_to_be(line, i, book) else BACK
    if len(word) > 4 and word.endswith("ed") and not line.capitals[i] and word not in book["not_back"]:
        return AHEAD if _still_to_be(line, i, book) else BACK
    return OPEN


def _is_fixed(line: Line, i: int, book: Book) -> bool:
    """Whether it is a present that is fixed for a day: "the council meets on Friday", not "the visits"."""
    word = line.low[i]
    bases = {word[:-1], word[:-2]} if word.endswith("s") and len(word) > 3 else set()
    return (
        bool(bases & book["after_to"]) and line.word(i - 1) not in book["articles"] and not line.capitals[i]
    )


def _still_to_be(line: Line, i: int, book: Book) -> bool:
    """Whether it is "will be completed" or "to be jointly held", and not "was completed"."""
    at = i - 2 if line.word(i - 1).endswith("ly") else i - 1
    return line.word(at) in book["to_come"]
