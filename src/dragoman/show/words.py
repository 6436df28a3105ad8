"""Records in words for people: the same short phrases in the table and on the page."""

import re
from datetime import date

from dragoman.things import Article, Happened, Mention, Record, Report, Statement

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
SIGNS = {1: "○", 2: "●", 3: "◇", 4: "◆"}  # round is cooperation, hollow is verbal: read without colour
NOBODY = "somebody"
UNTITLED = "untitled"
SIDES = {"actor": "the actor’s", "recipient": "the recipient’s", "both": "of both", "third": "a third"}

_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, movements of the cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # titles, links, the clipboard
    r"|\x1b[ -/]*[0-~]?"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# What turns the direction of the words around it, and what UTF-8 cannot carry. Left-to-right marks and joiners stay.
_UNSHOWN = re.compile(r"[\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SPACE = re.compile(r"\s+")


def when(happened: Happened | None) -> str:
    """ "2025-02-24", "2025-02-01 – 2025-02-25", "by 2025-02-25", or nothing."""
    if happened is None or happened.last is None:
        return (happened.text or "") if happened else ""
    return days(happened.first, happened.last)


def days(first: date | None, last: date) -> str:
    """A stretch of days; a whole year by its number."""
    if first is None:
        return f"by {last}"
    if first == last:
        return str(first)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return f"{first} – {last}"


def dated(happened: Happened | None) -> str:
    """What the day rests on: words, or the day of publication."""
    if happened is None:
        return ""
    if happened.how == "published":
        return "the day of publication"
    said = f"“{happened.text}”" if happened.text else "the words"
    return f"{said}, in an earlier sentence" if happened.how == "context" else said


def name(mention: Mention) -> str:
    """Who is meant, by the name in the registry or else by the words."""
    return mention.name or mention.text or "(understood)"


def code(mention: Mention) -> str:
    """ "RUS:GOV", the members of a group, or nothing where nothing is known or the name says it."""
    found = "+".join(mention.members) if mention.members else mention.code
    return "" if found in ("---", name(mention)) else found


def party(mention: Mention) -> str:
    """Name and code: "Sergey Lavrov (RUS:GOV)"."""
    known = code(mention)
    return f"{name(mention)} ({known})" if known else name(mention)


def parties(mentions: tuple[Mention, ...]) -> str:
    return ", ".join(party(m) for m in mentions)


def act(report: Report) -> str:
    return f"{report.type} / {report.mode}" if report.mode else report.type


def said(statement: Statement) -> str:
    """ "indirect", and what the speaker does where he does more than say it: "indirect, denies"."""
    return statement.kind if statement.does == "asserts" else f"{statement.kind}, {statement.does}"


def status(report: Report) -> str:
    """What is not simply told as a fact is said: negated, future, hypothetical."""
    return "" if report.status == "asserted" else report.status


def signed(number: float) -> str:
    """ "+2.5", "−6.0", "0.0"."""
    return f"{number:+.1f}".replace("-", "−") if number else "0.0"


def heading(article: Article) -> tuple[str, ...]:
    """Day of publication, publisher and wire, as far as they are known."""
    day = f"published {article.published}" if article.published else ""
    return tuple(filter(None, (day, article.publisher, article.wire and f"from {article.wire}")))


def count(number: int, noun: str) -> str:
    """ "1 report", "2 reports", "no reports"."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def counts(record: Record) -> str:
    """ "3 reports, 1 statement, no notes", and with which actors of the user's own it was read, if with any."""
    told = (("report", record.reports), ("statement", record.statements), ("note", record.notes))
    own = (f"own actors {record.own_actors}",) if record.own_actors else ()
    return ", ".join((*(count(len(found), noun) for noun, found in told), *own))


def tally(record: Record) -> tuple[tuple[int, int], ...]:
    """Each quad class that the reports have, with how many."""
    classes = [report.quad for report in record.reports]
    return tuple((quad, classes.count(quad)) for quad in QUADS if quad in classes)


def visible(text: str) -> str:
    """The text with control characters as their signs, and what would turn its direction as a plain �."""
    return _UNSHOWN.sub("�", _CONTROL.sub(_picture, text))


def printable(text: str) -> str:
    """The text as one line that is safe on a terminal: no escape sequence, no control character."""
    bare = _SEQUENCE.sub("", text)
    for hidden in (_CONTROL, _UNSHOWN):
        bare = hidden.sub(lambda found: " " if found.group().isspace() else "", bare)
    return _SPACE.sub(" ", bare)


def _picture(found: re.Match[str]) -> str:
    sign = ord(found.group())
    return "␡" if sign == 0x7F else chr(0x2400 + sign)
