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
    if _opens_range(words.line, at) or _in_list(words.line, at, book):
        return True
    return _of_our_times(words.line, at, before, book)


def _of_our_times(line: Line, at: int, before: str, book: Book) -> bool:
    """Whether it could be a year of our times and follows no name and no sign of a mere number."""
    if not "1900" <= line.word(at) <= "2049" or before in book["before_number"]:
        return False
    if before == "," and line.word(at - 2).isdigit():
        return False  # of a date that no calendar has
    return not line.capitals[at - 1] and (before.isalpha() or before in (",", "(", ";", ":"))


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
    if words.phrase("SEASON") not in book["verbs_too"]:
        return True
    return before in book["before_bare_season"] or words.line.word(stop) in book["after_spring"]


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


def is_over(words: Words, book: Book) -> bool:
    """Whether a day has something ("Sunday's raid") that is over whatever the verb says: nothing held by plan."""
    if words.line.word(words.stop) not in ("'s", "'"):
        return False
    return book["planned"].isdisjoint(words.line.low[words.stop + 1 : words.stop + 5])


def is_month_day(words: Words, book: Book) -> bool:
    """Whether a month and a number are a date: not "in March 10 people", not "the March 14 Movement"."""
    after = words.line.word(words.stop)
    if after in book["groups"] and words.stop < len(words.line.low):
        return not words.line.capitals[words.stop]
    if words.has("YEAR") or words.has("TH") or words.has("WEEKDAY") or words.last != words.phrase("DAY"):
        return True
    return after not in book["counted"]


def is_no_stretch(words: Words, book: Book) -> bool:
    """Whether it is "its future", which is a fate, or "the past chief", who is one no more."""
    before, after = words.line.word(words.start - 1), words.line.word(words.stop)
    if (words.last == "future" and before in book["owners"]) or (words.last == "recently" and after == "as"):
        return True
    bare = words.line.low[words.start : words.stop] in (("the", "past"), ("the", "future"))
    return bare and after.isalpha() and after not in book["after_the_past"] and words.last == "past"


def is_name_of(words: Words, book: Book) -> bool:
    """Whether a word for what recurs only says of which kind something is: "the annual report", "a daily newspaper"."""
    after = words.line.word(words.stop)
    if words.phrase("SET") in book["kinds"]:
        return after.isalpha() and after not in book["after_the_past"]
    before = words.line.word(words.start - 1)
    return words.phrase("SET") in ("daily", "weekly") and (
        after in book["papers"] or before in ("a", "the", "u.s.", "'s")
    )


def is_some_day(words: Words, book: Book) -> bool:
    """Whether "one day" is some day, and not a length: that is told by the word before it."""
    if words.line.low[words.start : words.stop] != ("one", "day"):
        return False
    return words.line.word(words.start - 1) not in book["before_length"]


def is_title(words: Words) -> bool:
    """Whether "Today" is the end of a name: "USA Today"."""
    at = words.groups["DAYWORD"][0]
    return at > 0 and words.line.capitals[at] and words.line.capitals[at - 1]


def is_longer_name(words: Words, book: Book) -> bool:
    """Whether a feast is half a name or of a kind: "the Good Friday Agreement", "Christmas trees"."""
    if words.line.word(words.stop) in book["of_a_feast"]:
        return True
    return words.stop < len(words.line.low) and words.line.capitals[words.stop]
