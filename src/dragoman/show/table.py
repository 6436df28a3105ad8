"""A record as a table for a terminal: when, who, did what, to whom, status, on whose word."""

from typing import TYPE_CHECKING

from dragoman.show import words
from dragoman.things import Record, Report, Span, Statement

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text


def write(record: Record, console: "Console") -> None:
    """The article's head, its reports, each with its sentence beneath, its statements and its notes."""
    from rich.rule import Rule
    from rich.text import Text

    article = record.article
    head = " · ".join(
        filter(
            None, [str(article.published or ""), article.publisher, article.wire and f"from {article.wire}"]
        )
    )
    console.print(Rule(Text(article.title or "untitled", style="bold")))
    if head:
        console.print(Text(head, style="dim"), justify="center")
    for report in record.reports:
        console.print()
        console.print(_line(report))
        console.print(_quote(record, report.span, report.trigger))
    if record.statements:
        console.print()
        console.print(Rule(Text("said", style="dim"), style="dim"))
    for statement in record.statements:
        console.print(_said(record, statement))
    _tail(record, console)


def _line(report: Report) -> "Text":
    from rich.text import Text

    colours = {1: "green", 2: "bold green", 3: "red", 4: "bold red"}
    line = Text()
    line.append(f"{words.when(report.happened) or 'undated'}  ", style="cyan")
    line.append(words.parties(report.actors) or "somebody")
    line.append(f"  {words.act(report)}", style=colours[report.quad])
    if report.recipients:
        line.append("  → ").append(words.parties(report.recipients))
    if report.status != "asserted":
        line.append(f"  [{report.status}]", style="yellow")
    if report.said_by:
        line.append(f"  on the word of {words.parties(report.said_by)}", style="dim")
    return line


def _quote(record: Record, span: Span, trigger: Span) -> "Text":
    from rich.text import Text

    text = record.article.text
    quote = Text("    ", style="dim")
    quote.append(text[span.start : trigger.start].replace("\n", " "))
    quote.append(trigger.of(text), style="reverse")
    quote.append(text[trigger.stop : span.stop].replace("\n", " "))
    return quote


def _said(record: Record, statement: Statement) -> "Text":
    from rich.text import Text

    line = Text()
    line.append(words.party(statement.speaker), style="bold")
    line.append(": ").append(statement.words.of(record.article.text).replace("\n", " "))
    if statement.said_by:
        line.append(f"  on the word of {words.parties(statement.said_by)}", style="dim")
    return line


def _tail(record: Record, console: "Console") -> None:
    from rich.text import Text

    for note in record.notes:
        console.print(Text(f"not coded: {note.says}", style="dim"))
    told = f"{len(record.reports)} reports, {len(record.statements)} statements, {len(record.notes)} notes"
    console.print(Text(told, style="dim"))
