"""The form of a story, told in stories/README.md: a page read, and a record held against it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.things import Happened, Mention, Record, Report, Statement

STATUSES = ("asserted", "negated", "future", "hypothetical", "*")
_MARKS = "“”\"'‘’.,;:!? "


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a page asks for; `known` says why it is wrong today."""

    kind: str  # report, says, never, never says, same, nothing more
    columns: tuple[str, ...]
    written: str
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    text: str
    published: date | None
    publisher: str | None
    lines: tuple[Line, ...]


def read_story(written: str) -> Story:
    """The page as a story. Raises ValueError naming the line that does not fit the form."""
    rows = [row.rstrip() for row in written.splitlines()]
    quoted = [number for number, row in enumerate(rows) if row.startswith(">")]
    if not quoted:
        raise ValueError("the page quotes no text: its lines open with >")
    head, told = rows[: quoted[0]], rows[quoted[-1] + 1 :]
    text = "\n".join(rows[n][1:].strip() for n in range(quoted[0], quoted[-1] + 1))
    day = _headed(head, "published")
    lines: list[Line] = []
    for row in filter(None, told):
        if row.startswith("known:") and lines:
            lines[-1] = replace(lines[-1], known=row.removeprefix("known:").strip())
        else:
            lines.append(_line(row))
    if not lines:
        raise ValueError("the page asks for nothing")
    published = date.fromisoformat(day) if day else None
    return Story(text, published, _headed(head, "publisher"), tuple(lines))


def _headed(head: Iterable[str], word: str) -> str | None:
    return next((row.removeprefix(word).strip() for row in head if row.startswith(f"{word} ")), None)


def _line(row: str) -> Line:
    columns = tuple(re.split(r"\s{2,}", row.strip()))
    if columns[0] in ("says", "never", "never says", "same", "nothing more"):
        kind, rest = columns[0], columns[1:]
    else:
        kind, rest = "report", columns
    least = {"report": 5, "says": 3, "same": 2, "never": 1, "never says": 1, "nothing more": 0}[kind]
    if len(rest) < least:
        raise ValueError(f"too few columns, with two spaces between them: {row!r}")
    if kind in ("report", "never") and len(rest) > 4 and rest[4] not in STATUSES:
        raise ValueError(f"no status {rest[4]!r}: {row!r}")
    return Line(kind, rest, row)


def complaints(lines: Sequence[Line], record: Record) -> str:
    """What is wrong, in words; nothing where all is right."""
    found = [(line, _right(line, lines, record)) for line in lines]
    missing = [line.written for line, right in found if not right and not line.known and not _bars(line)]
    barred = [line.written for line, right in found if not right and not line.known and _bars(line)]
    mended = [f"{line.written}\n      known: {line.known}" for line, right in found if right and line.known]
    if not (missing or barred or mended):
        return ""
    parts = [
        ("The record lacks", missing),
        ("The record must not be as it is", barred),
        ("Right at last: take the known: line out of the page", mended),
        ("The record has", _told(record)),
    ]
    return "\n".join(f"{title}:\n" + "".join(f"    {row}\n" for row in rows) for title, rows in parts if rows)


def _bars(line: Line) -> bool:
    return line.kind in ("never", "never says", "nothing more")


def _right(line: Line, lines: Sequence[Line], record: Record) -> bool:
    if line.kind == "report":
        count = sum(_is_report(line.columns, r, record) for r in record.reports)
        return count == 1 if "once" in line.columns else count > 0
    if line.kind == "never":
        return not any(_is_report(line.columns, r, record) for r in record.reports)
    if line.kind == "same":
        one, other = (_actors_called(words, record) for words in line.columns[:2])
        return len(one) == 1 and one == other
    if line.kind == "nothing more":
        asked = [other.columns for other in lines if other.kind == "report"]
        return all(any(_is_report(columns, r, record) for columns in asked) for r in record.reports)
    said = any(_is_statement(line.columns, s, record) for s in record.statements)
    return said == (line.kind == "says")


def _is_report(columns: Sequence[str], report: Report, record: Record) -> bool:
    day, actors, act, recipients, status = (*columns, "*", "*", "*", "*", "*")[:5]
    kind, _, mode = act.partition(" ")
    return (
        kind in ("*", report.type)
        and mode in ("", report.mode)
        and status in ("*", report.status)
        and _are(actors, report.actors)
        and _are(recipients, report.recipients)
        and _is_day(day, report.happened)
        and all(_holds(more, report, record.article.text) for more in columns[5:])
    )


def _holds(more: str, report: Report, text: str) -> bool:
    if more.startswith("said by "):
        return _in_order(more.removeprefix("said by "), report.said_by)
    if more.startswith("word of "):
        return more.removeprefix("word of ") == (report.word_of or "-")
    if more.startswith("word "):
        return more.removeprefix("word ") == report.trigger.of(text)
    if more == "once":
        return True
    raise ValueError(f"neither said by, word of, word nor once: {more!r}")


def _is_statement(columns: Sequence[str], statement: Statement, record: Record) -> bool:
    speaker, kind, words = (*columns, "*", "*", "*")[:3]
    if not _are(speaker, (statement.speaker,)) or kind not in ("*", statement.kind):
        return False
    said = statement.words.of(record.article.text).replace("\n", " ").strip(_MARKS)
    bare = words.strip(_MARKS)
    if words != "*" and not (said.startswith(bare.rstrip("… ")) if bare.endswith("…") else said == bare):
        return False
    return all(_beside(more, statement) for more in columns[3:])


def _beside(more: str, statement: Statement) -> bool:
    if more.startswith("passed on by "):
        return _in_order(more.removeprefix("passed on by "), statement.said_by)
    if more.startswith("citing "):
        return _in_order(more.removeprefix("citing "), statement.cites)
    if more.startswith("does "):
        return more.removeprefix("does ") == statement.does
    if more.startswith("to "):
        heard = (statement.addressee,) if statement.addressee else ()
        return _are(more.removeprefix("to "), heard)
    raise ValueError(f"neither passed on by, citing, does nor to: {more!r}")


def _are(asked: str, parties: Sequence[Mention]) -> bool:
    """Whether these parties are asked for, all of them and no others, in any order."""
    if asked in ("*", "-"):
        return asked == "*" or not parties
    wanted = _codes(asked)
    left = [*parties] if any("+" in code for code in wanted) else _one_by_one(parties)
    for code in wanted:
        fitting = next((m for m in left if _is_party(code, m)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return not left


def _in_order(asked: str, parties: Sequence[Mention]) -> bool:
    if asked in ("*", "-"):
        return asked == "*" or not parties
    wanted = _codes(asked)
    return len(wanted) == len(parties) and all(map(_is_party, wanted, parties))


def _codes(asked: str) -> list[str]:
    return [code.strip() for code in asked.split(",")]


def _one_by_one(parties: Iterable[Mention]) -> list[Mention]:
    """A group with members as its members."""
    return [m for party in parties for m in (_members(party) if party.members else [party])]


def _members(group: Mention) -> list[Mention]:
    return [replace(group, country=country, sector=None, members=()) for country in group.members]


def _is_party(asked: str, mention: Mention) -> bool:
    code, _, name = asked.partition(" (")
    if name and mention.name != name.rstrip(")"):
        return False
    if "+" in code:
        return sorted(mention.members) == sorted(code.split("+"))
    if code.endswith(":*"):
        return (mention.country or "---") == code[:-2]
    return mention.code == code


def _is_day(asked: str, happened: Happened | None) -> bool:
    if asked == "*":
        return True
    if happened is None or happened.last is None:
        return asked == "-"
    return asked in _days(happened.first, happened.last)


def _days(first: date | None, last: date) -> set[str]:
    """All ways to write a stretch of days."""
    ways = {f"{first or ''}..{last}"}
    if first == last:
        ways.add(str(last))
    if first and first.day == 1 and _day_after(last).day == 1:
        if (first.year, first.month) == (last.year, last.month):
            ways.add(f"{last:%Y-%m}")
        if first.month == 1 and last.month == 12 and first.year == last.year:
            ways.add(f"{last:%Y}")
    return ways


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _actors_called(words: str, record: Record) -> set[str | None]:
    return {m.actor or m.name for m in record.mentions if m.text == words and (m.actor or m.name)}


def _told(record: Record) -> list[str]:
    """The record as lines of a page."""
    heard = [_heard(statement, record) for statement in record.statements]
    return [*(_shown(report, record) for report in record.reports), *heard]


def _shown(report: Report, record: Record) -> str:
    act = f"{report.type} {report.mode}" if report.mode else report.type
    happened = report.happened
    day = min(_days(happened.first, happened.last), key=len) if happened and happened.last else "-"
    said = f"  said by {_written(report.said_by)}" if report.said_by else ""
    ends = (_written(report.actors), act, _written(report.recipients))
    return "  ".join((day, *ends, report.status)) + f"{said}  word {report.trigger.of(record.article.text)}"


def _heard(statement: Statement, record: Record) -> str:
    words = statement.words.of(record.article.text).replace("\n", " ")
    passed = f"  passed on by {_written(statement.said_by)}" if statement.said_by else ""
    return f"says  {_written((statement.speaker,))}  {statement.kind}  “{words}”{passed}"


def _written(parties: Iterable[Mention]) -> str:
    return ", ".join(_named(m) for m in parties) or "-"


def _named(mention: Mention) -> str:
    code = "+".join(mention.members) or mention.code
    return f"{code} ({mention.name})" if mention.name else code
