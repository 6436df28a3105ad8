"""Traps: what looks like a time and is none."""

from dragoman.when.scene import Line, Words

Book = dict[str, frozenset[str]]


def is_year(words: Words, book: Book) -> bool:
    """Whether four figures are a year: by the word before them, if nothing is counted with them."""
    at = words.groups["YEAR"][0]
    before, after = words.line.word(at - 1), words.line.word(at + 1)
    counted = after in book["counted"]
    if words.stop - words.start > 1 or before in book["before_year"]:
        opens = (
            at > 0 and words.line.capitals[at - 1] and not any(w.isalnum() for w in words.line.low[: at - 1])
        )
        return _plain(words.phrase("YEAR")) and (not counted or opens)
    if counted:
        return False
    if before in book["before_named_year"]:
        return True
    if before in ("-", "–") and words.line.word(at - 2) in book["before_dashed_year"]:
        return True
    return _opens_range(words.line, at) or _in_list(words.line, at, book)


def _opens_range(line: Line, at: int) -> bool:
    """1861-1863, and "1985's"."""
    dash, last = line.word(at + 1), line.word(at + 2)
    return dash == "'s" or (dash in ("-", "–", "/") and len(last) == 4 and line.word(at) < last < "2150")


def _plain(figures: str) -> bool:
    return "1000" <= figures <= "2150"


def _in_list(line: Line, at: int, book: Book) -> bool:
    """Whether it opens a sentence or a bracket, or follows another year in a list."""
    before = line.word(at - 1)
    if at == 0:
        return True
    if before in ("(", "[", ":"):
        return not line.word(at + 1).isalnum()
    nearby = line.low[max(0, at - 4) : at]
    return before in book["list_marks"] and any(len(w) == 4 and "1500" <= w <= "2150" for w in nearby)


def is_bare_month(words: Words, book: Book) -> bool:
    """Whether a month that stands alone is one: "May" and "March" need a word before them,
    and a figure after it is no day of it only where it counts something."""
    at = words.groups["MONTH"][0]
    after, counted = words.line.word(words.stop), words.line.word(words.stop + 1)
    if len(after) <= 2 and after.isdigit() and counted not in book["counted"] and not words.has("YEAR"):
        return False
    if words.phrase("MONTH") not in book["doubtful"] or words.stop - words.start > 1:
        return True
    return words.line.word(at - 1) in book["before_doubtful"]


def is_bare_season(words: Words, book: Book) -> bool:
    """Whether a season is one: not "the Arab Spring", not "the fall of the city"."""
    at, stop = words.groups["SEASON"]
    if words.has("YEAR") or words.has("SHIFT") or words.has("BACK"):
        return words.line.word(at - 1) not in book["before_season"]
    before = words.line.word(words.start - 1)
    if words.line.word(stop) == "of" or (words.line.capitals[at] and at):
        return False
    opened = at > words.start and words.phrase("SEASON") not in book["verbs_too"]
    return opened or before in book["before_bare_season"]


def is_weekday(words: Words, book: Book) -> bool:
    """Whether a day of the week is one, and not half a name: "the Sunday Times", "Black Friday"."""
    at, stop = words.groups["WEEKDAY"]
    named = (
        stop < len(words.line.low)
        and words.line.capitals[stop]
        and words.line.low[stop] in book["after_weekday"]
    )
    return not named and not (
        at and words.line.capitals[at - 1] and words.line.low[at - 1] in book["before_weekday"]
    )


def is_month_day(words: Words, book: Book) -> bool:
    """Whether a month and a number are a date: not "in March 10 people", not "the March 14 Movement"."""
    after = words.line.word(words.stop)
    if after in book["groups"] and words.stop < len(words.line.low):
        return not words.line.capitals[words.stop]
    if words.has("YEAR") or words.has("TH") or words.has("WEEKDAY") or words.last != words.phrase("DAY"):
        return True
    return after not in book["counted"]


def is_age(words: Words, book: Book) -> bool:
    """Whether a length of time is somebody's age: "a 50-year-old man"."""
    rest = [words.line.word(words.stop + i) for i in range(2)]
    return (
        rest[0] in book["ages"]
        or (not rest[0].isalnum() and rest[1] in book["ages"])
        or rest == ["of", "age"]
    )


def is_longer_name(words: Words) -> bool:
    """Whether a feast is half a name: "the Good Friday Agreement", "Christmas Island"."""
    return words.stop < len(words.line.low) and words.line.capitals[words.stop]
