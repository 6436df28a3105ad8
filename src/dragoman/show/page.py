"""Records as one HTML page: the text with its marks, the record beside it, each leading to the other.

The page asks for nothing from outside and runs no script; its policy says so and the browser keeps it.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dragoman.show import words
from dragoman.show.marks import Mark, Paragraph, paragraphs
from dragoman.things import Happened, Mention, Record, Report, Span, Statement

if TYPE_CHECKING:
    from jinja2 import Template

Who = tuple[str | None, str | None, str | None, str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Name:
    """One party with all its words in the article."""

    anchor: str
    party: Mention
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One article's part of the page. Reports, statements, times and notes are numbered from 1."""

    anchor: str
    record: Record
    names: tuple[Name, ...]
    paragraphs: tuple[Paragraph, ...]
    _parties: dict[tuple[Span, Who], str]
    _times: dict[Span, str]

    def at(self, party: Mention) -> str:
        """The anchor of a party's words; of its name where it is understood from an earlier sentence."""
        who = _who(party)
        if party.span:
            return self._parties[party.span, who]
        return next((name.anchor for name in self.names if _who(name.party) == who), "")

    def dated(self, happened: Happened | None) -> str:
        """The anchor of the words that date an entry, if any do."""
        return self._times.get(happened.span, "") if happened and happened.span else ""

    def sides(self, report: Report) -> tuple[str, str, str]:
        """The clause that tells the report: before the trigger, the trigger, after it."""
        text, clause, trigger = self.record.article.text, report.span, report.trigger
        if not clause.covers(trigger):
            return "", trigger.of(text), ""
        return text[clause.start : trigger.start], trigger.of(text), text[trigger.stop : clause.stop]


def page(records: list[Record]) -> str:
    """The whole page."""
    sheets = tuple(_sheet(record, f"a{number}") for number, record in enumerate(records, 1))
    return _template().render(sheets=sheets)


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    loader = PackageLoader("dragoman.show", "templates")
    house = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_safe,
    )
    style, _, _ = loader.get_source(house, "page.css")
    house.globals |= {"words": words, "style": Markup(style), "style_hash": _digest(style), "web": _web}
    return house.get_template("page.html")


def _safe(value: Any) -> Any:
    """Whatever is printed has its control characters made visible; our own markup passes as it is."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else words.visible(value)


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _web(url: str | None) -> bool:
    """Whether an address may be a link: "javascript:" must not be."""
    return bool(url) and str(url).lower().startswith(("https://", "http://"))


def _sheet(record: Record, anchor: str) -> Sheet:
    names = _names(record, anchor)
    times = [
        Mark(t.span, "time", f"{anchor}-t{n}-w", f"{anchor}-t{n}", says=f"time {n}: {t.value or t.text}")
        for n, t in enumerate(record.times, 1)
    ]
    dated = {mark.span: mark.anchor for mark in reversed(times)}
    marks = [*(m for name in names for m in name.marks), *times, *_asides(record)]
    for number, report in enumerate(record.reports, 1):
        marks += _report_marks(report, f"{anchor}-r{number}", str(number))
        marks += _dating(report.happened, f"{anchor}-r{number}", dated)
    for number, statement in enumerate(record.statements, 1):
        marks += _statement_marks(statement, f"{anchor}-s{number}", f"S{number}")
        marks += _dating(statement.happened, f"{anchor}-s{number}", dated)
    for number, note in enumerate(record.notes, 1):
        if note.span:
            entry = f"{anchor}-x{number}"
            marks.append(Mark(note.span, "note", f"{entry}-w", entry, f"N{number}", f"note {number}"))
    parties = {(m.span, _who(name.party)): m.anchor for name in names for m in name.marks}
    return Sheet(anchor, record, names, paragraphs(record.article.text, marks), parties, dated)


def _report_marks(report: Report, entry: str, number: str) -> Iterable[Mark]:
    told = ", ".join(filter(None, (words.act(report), words.QUADS[report.quad], words.status(report))))
    tone = f"q{report.quad}" + (" unreal" if words.status(report) else "")
    yield Mark(report.trigger, "trigger", f"{entry}-w", entry, number, f"report {number}: {told}", tone)
    yield Mark(report.span, "clause", f"{entry}-c", entry)
    if report.place:
        says = f"place of report {number}: {report.place.name}"
        yield Mark(report.place.span, "place", f"{entry}-p", entry, says=says)


def _statement_marks(statement: Statement, entry: str, number: str) -> Iterable[Mark]:
    says = f"statement {number}: {words.party(statement.speaker)}"
    yield Mark(statement.words, "said", f"{entry}-w", entry, number, says)
    if statement.cue:
        yield Mark(statement.cue, "cue", f"{entry}-q", entry, says=says)
    if statement.place:
        says = f"place of statement {number}: {statement.place.name}"
        yield Mark(statement.place.span, "place", f"{entry}-p", entry, says=says)


def _dating(happened: Happened | None, entry: str, dated: dict[Span, str]) -> Iterable[Mark]:
    """A mark for words that date an entry and stand nowhere among the times."""
    if happened and happened.span and happened.span not in dated:
        dated[happened.span] = f"{entry}-d"
        yield Mark(happened.span, "time", f"{entry}-d", entry, says=f"dates {entry.rpartition('-')[2]}")


def _asides(record: Record) -> Iterable[Mark]:
    """What stands between the parts that tell the story: kept, and not coded."""
    at, text = 0, record.article.text
    for part in (*sorted(record.article.story), Span(len(text), len(text))) if record.article.story else ():
        if text[at : part.start].strip():
            yield Mark(Span(at, part.start), "aside", says="kept, not coded")
        at = max(at, part.stop)


def _names(record: Record, anchor: str) -> tuple[Name, ...]:
    """Every party that has words in the article, in the order of its first words."""
    found: dict[Who, dict[Span, Mention]] = {}
    for party in sorted(_parties(record), key=lambda m: m.span or Span(0, 0)):
        if party.span:
            found.setdefault(_who(party), {}).setdefault(party.span, party)
    names: list[Name] = []
    for number, spans in enumerate(found.values(), 1):
        entry, first = f"{anchor}-n{number}", next(iter(spans.values()))
        marks = (
            Mark(span, "mention", f"{entry}-w{k}", entry, says=words.party(first))
            for k, span in enumerate(spans, 1)
        )
        names.append(Name(entry, first, tuple(marks)))
    return tuple(names)


def _parties(record: Record) -> Iterable[Mention]:
    yield from record.mentions
    for report in record.reports:
        yield from (*report.actors, *report.recipients, *report.said_by)
    for statement in record.statements:
        yield statement.speaker
        yield from (*statement.said_by, *statement.cites)
        if statement.addressee:
            yield statement.addressee


def _who(party: Mention) -> Who:
    """What makes two mentions one party: whom the registry knows by one id, or else all that is known of them."""
    if party.actor:
        return party.actor, None, None, None, ()
    return None, party.name or party.text, party.country, party.sector, party.members
