"""A record as a table for a terminal: when, who, did what, to whom, status, on whose word."""

from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.show import words
from dragoman.things import Note, Record, Report, Span, Statement

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

Row = tuple["Text", ...]

COLUMNS = ("when", "who", "did what", "to whom", "status", "on whose word")
WIDE = 90  # narrower terminals get the same parts as a sentence of their own
LEAST = 8  # columns are not made narrower than this
GAP = 2
INDENT = "    "
COLOURS = {1: "green", 2: "bold green", 3: "red", 4: "bold red"}
BRACKETS = ("[", "]")  # around the trigger, where the terminal cannot set it off


def write(record: Record, console: "Console") -> None:
    """The article's head, its reports, each with its sentence beneath, its statements and its notes."""
    _head(record, console)
    rows = [_row(report) for report in record.reports]
    shown = _filled(rows)
    wide = console.width >= WIDE
    fit = widths([[row[c].cell_len for c in shown] for row in rows], console.width) if wide else ()
    if rows and wide:
        console.print(_grid(tuple(_text(COLUMNS[c], "dim") for c in shown), fit))
    for report, row in zip(record.reports, rows, strict=True):
        console.print(_grid(tuple(row[c] for c in shown), fit) if wide else _line(row, console.width))
        _indented(_sentence(record, report, console), console)
        console.print()
    _said(record, console)
    _notes(record, console)
    _foot(record, console)


def widths(rows: list[list[int]], room: int) -> tuple[int, ...]:
    """Widths of columns that fit into `room`: each as wide as its widest cell, the widest cut first."""
    found = [max(LEAST, *column) for column in zip(*rows, strict=True)]
    spare = sum(found) + GAP * (len(found) - 1) - room
    while spare > 0 and max(found) > LEAST:
        found[found.index(max(found))] -= 1
        spare -= 1
    return tuple(found)


def _head(record: Record, console: "Console") -> None:
    from rich.rule import Rule

    article = record.article
    title = _text(article.title or words.UNTITLED, "bold")
    if title.cell_len + 4 <= console.width:
        console.print(Rule(title, style="dim"))
    else:
        console.print(Rule(style="dim"))
        console.print(title, justify="center")
    heading = " · ".join(words.heading(article))
    if heading:
        console.print(_text(heading, "dim"), justify="center")
    console.print()


def _row(report: Report) -> Row:
    """The cells of a report, in the order of COLUMNS."""
    deed = f"{words.SIGNS[report.quad]} {words.act(report)}"
    return (
        _text(words.when(report.happened) or "undated", "cyan" if report.happened else "dim"),
        _text(words.parties(report.actors) or words.NOBODY, "bold" if report.actors else "dim"),
        _text(deed, COLOURS[report.quad]),
        _text(words.parties(report.recipients), "bold"),
        _text(report.status, "yellow" if words.status(report) else "dim"),
        _text(words.parties(report.said_by), "italic"),
    )


def _filled(rows: list[Row]) -> list[int]:
    """The columns that any row fills."""
    return [c for c in range(len(COLUMNS)) if any(row[c].plain for row in rows)]


def _grid(row: Row, fit: tuple[int, ...]) -> "Table":
    from rich.table import Table

    grid = Table.grid(padding=(0, GAP, 0, 0), pad_edge=False)
    for width in fit:
        grid.add_column(width=width, overflow="fold")
    grid.add_row(*row)
    return grid


def _line(row: Row, width: int) -> "Text":
    """The same parts one after the other, for a narrow terminal; a part is broken only if no line holds it."""
    when, who, deed, whom, status, voice = row
    parts = [when, who, deed]
    if whom.plain:
        parts.append(_text("→ ").append_text(whom))
    parts.append(status)
    if voice.plain:
        parts.append(_text("on the word of ", "dim").append_text(voice))
    line, used = _text(""), 0
    for part in parts:
        fits = used + GAP + part.cell_len <= width
        line.append(" " * GAP if fits and used else "\n" + " " * GAP if used else "").append_text(part)
        used = used + GAP + part.cell_len if fits else GAP + part.cell_len
    return line


def _sentence(record: Record, report: Report, console: "Console") -> "Text":
    """The sentence with its trigger set off; what is not of the report's clause is dim."""
    text, clause, trigger = record.article.text, report.span, report.trigger
    whole = record.sentences[report.sentence] if report.sentence < len(record.sentences) else clause
    start = min(whole.start, clause.start, trigger.start)
    stop = max(whole.stop, clause.stop, trigger.stop)
    plain = console.color_system is None
    line = _text("")
    ends = sorted({start, stop, clause.start, clause.stop, trigger.start, trigger.stop})
    for piece in (Span(a, b) for a, b in pairwise(ends)):
        shown = words.printable(piece.of(text))
        if trigger.covers(piece):
            line.append(shown.join(BRACKETS) if plain else shown, style="bold reverse")
        else:
            line.append(shown, style="" if clause.covers(piece) else "dim")
    return line


def _said(record: Record, console: "Console") -> None:
    if record.statements:
        _section("said", console)
    for statement in record.statements:
        console.print(_speaker(record, statement))
        _indented(_text(statement.words.of(record.article.text)), console)
        console.print()


def _speaker(record: Record, statement: Statement) -> "Text":
    line = _text("").append_text(_text(words.party(statement.speaker), "bold"))
    if statement.cue:
        line.append("  ").append_text(_text(statement.cue.of(record.article.text), "italic"))
    if statement.addressee:
        line.append("  → ").append_text(_text(words.party(statement.addressee), "bold"))
    told = filter(None, (words.said(statement), words.when(statement.happened)))
    line.append("  ").append_text(_text(" · ".join(told), "dim"))
    if statement.cites:
        line.append("  citing ", style="dim").append_text(_text(words.parties(statement.cites), "italic"))
    if statement.said_by:
        line.append("  on the word of ", style="dim")
        line.append_text(_text(words.parties(statement.said_by), "italic"))
    return line


def _notes(record: Record, console: "Console") -> None:
    if record.notes:
        _section("not coded, or in part", console)
    for note in record.notes:
        console.print(_text(note.says))
        if note.span:
            _indented(_excerpt(record, note), console)
    if record.notes:
        console.print()


def _excerpt(record: Record, note: Note) -> "Text":
    quote = _text(note.span.of(record.article.text) if note.span else "", "dim")
    quote.truncate(240, overflow="ellipsis")
    return quote


def _foot(record: Record, console: "Console") -> None:
    """How many of each, and by that the key to the signs."""
    console.print(_text(words.counts(record), "dim"))
    key = _text("")
    for quad, number in words.tally(record):
        key.append("   " if key.plain else "")
        key.append(f"{words.SIGNS[quad]} {number} {words.QUADS[quad]}", style=COLOURS[quad])
    if key.plain:
        console.print(key)


def _section(name: str, console: "Console") -> None:
    from rich.rule import Rule

    console.print(Rule(_text(name, "dim"), style="dim", align="left"))


def _indented(text: "Text", console: "Console") -> None:
    from rich.text import Text

    for line in text.wrap(console, max(1, console.width - len(INDENT))):
        line.rstrip()
        console.print(Text(INDENT).append_text(line))


def _text(text: str, style: str = "") -> "Text":
    """Text that is safe on a terminal."""
    from rich.text import Text

    return Text(words.printable(text), style=style, overflow="fold")
