"""The table, on terminals of all sorts."""

import io
import re
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from dragoman.show.table import widths as fitted
from dragoman.show.table import write
from dragoman.things import Record, Span


def told(record: Record, width: int = 120, **console: Any) -> str:
    out = io.StringIO()
    write(record, Console(file=out, width=width, highlight=False, **console))
    return out.getvalue()


def row(shown: str, word: str) -> str:
    return next(line for line in shown.splitlines() if word in line)


def test_a_report_tells_its_six_parts_in_order(record):
    assert re.split("  +", row(told(record), "SANCTION")) == [
        "2025-03-03",
        "Peru (PER)",
        "◆ SANCTION / expel",
        "Chile (CHL)",
        "asserted",
        "state radio in Lima (PER:JRN)",
    ]


def test_the_columns_have_their_names_above_them(record):
    shown = told(record)
    names = row(shown, "did what")
    assert names.index("to whom") == row(shown, "SANCTION").index("Chile")
    assert names.index("did what") == row(shown, "THREATEN").index("◇")


def test_the_sentence_stands_beneath_with_its_trigger_marked(record):
    lines = told(record).splitlines()
    at = next(n for n, line in enumerate(lines) if "SANCTION" in line)
    assert lines[at + 1].strip() == (
        "Peru [expelled] two envoys of Chile on Monday, state radio in Lima reported."
    )


def test_on_a_terminal_the_trigger_is_set_off_without_brackets(record):
    shown = told(record, force_terminal=True, color_system="standard")
    assert "\x1b[1;7mexpelled\x1b[0m" in shown
    assert "[expelled]" not in shown


def test_no_colour_where_none_is_wanted(record, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    shown = told(record, force_terminal=True, color_system="standard")
    assert "\x1b[31m" not in shown and "\x1b[1;31m" not in shown and "\x1b[36m" not in shown
    assert "\x1b[1;7mexpelled" in shown


@pytest.mark.parametrize("width", [20, 40, 60, 89, 90, 200])
def test_nothing_is_wider_than_the_terminal_and_nothing_is_lost(record, width):
    shown = told(record, width)
    assert max(len(line) for line in shown.splitlines()) <= width
    squeezed = "".join(shown.split())
    for part in ("2025-03-03", "SANCTION/expel", "Chile(CHL)", "future", "[expelled]", "Wewill[answer]"):
        assert part in squeezed


def test_statements_and_notes_follow(record):
    shown = told(record)
    assert row(shown, "We did not spy")
    assert "Ana Salas (CHL:GOV)  → Peru (PER)  direct  on the word of state radio in Lima (PER:JRN)" in shown
    assert row(shown, "no event and no statement")
    assert "2 reports, 2 statements, 2 notes" in shown
    assert "◇ 1 verbal conflict" in shown and "◆ 1 material conflict" in shown


def test_escape_sequences_in_the_article_do_not_reach_the_terminal(record):
    wild = "\x1b]0;owned\x07Peru \x1b[31mexpelled\x1b[0m\r\x08 two\x9b2J."
    start = wild.index("expelled")
    report = replace(record.reports[0], sentence=0, trigger=Span(start, start + 8), span=Span(0, len(wild)))
    article = replace(record.article, text=wild, title="A\x1b[2Jtitle", publisher="P\x07ress")
    shown = told(Record(article, sentences=(Span(0, len(wild)),), reports=(report,)))
    assert not [c for c in shown if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert "Peru [expelled] two." in shown and "Atitle" in shown and "Press" in shown


def test_a_long_title_is_folded_and_not_cut(record):
    title = "A title of so many words that no narrow terminal has room for it"
    shown = told(replace(record, article=replace(record.article, title=title)), 30)
    assert " ".join(title.split()) in " ".join(shown.split())


def test_on_a_narrow_terminal_a_part_goes_whole_to_the_next_line(record):
    lines = told(record, 60).splitlines()
    at = next(n for n, line in enumerate(lines) if "SANCTION" in line)
    assert lines[at].startswith("2025-03-03  Peru (PER)  ◆ SANCTION / expel  → Chile (CHL)")
    assert lines[at + 1] == "  asserted  on the word of state radio in Lima (PER:JRN)"


def test_lines_have_no_trailing_space_beneath_a_report(record):
    line = row(told(record), "[expelled]")
    assert line == line.rstrip() and line.startswith("    Peru")


def test_markup_in_the_article_is_plain_text(record):
    assert "[bold]x[/]" in told(replace(record, article=replace(record.article, title="[bold]x[/]")))


def test_an_empty_record_says_that_nothing_is_told(record):
    assert "no reports, no statements, no notes" in told(Record(record.article))


def test_columns_are_cut_where_they_are_widest():
    assert fitted([[10, 40, 12], [8, 20, 12]], 66) == (10, 40, 12)
    assert fitted([[10, 40, 12]], 46) == (10, 20, 12)
    assert fitted([[10, 40, 12]], 10) == (8, 8, 8)
