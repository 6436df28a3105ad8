"""The short phrases that the table and the page share."""

from dataclasses import replace
from datetime import date

from dragoman.show import words
from dragoman.things import Happened, Mention


def test_a_stretch_of_days_in_the_shortest_true_form():
    first, last = date(2018, 1, 1), date(2018, 12, 31)
    assert words.days(first, last) == "2018"
    assert words.days(None, last) == "by 2018-12-31"
    assert words.days(last, last) == "2018-12-31"
    assert words.days(first, date(2018, 2, 1)) == "2018-01-01 – 2018-02-01"


def test_without_a_known_day_the_words_stand_for_it():
    assert words.when(Happened(None, None, "text", "on Monday")) == "on Monday"
    assert words.when(Happened(None, None, "text")) == words.when(None) == ""


def test_what_a_day_rests_on():
    day = date(2025, 3, 3)
    assert words.dated(Happened(day, day, "published")) == "the day of publication"
    assert words.dated(Happened(day, day, "context", "Monday")) == "“Monday”, in an earlier sentence"
    assert words.dated(Happened(day, day, "text", "Monday")) == "“Monday”"


def test_a_party_by_name_and_code():
    assert words.party(Mention(None, None, "x", "Ana Salas", "CHL", "GOV")) == "Ana Salas (CHL:GOV)"
    assert words.party(Mention(None, None, name="the trio", members=("CHL", "BOL"))) == "the trio (CHL+BOL)"
    assert words.party(Mention(None, "villagers")) == "villagers"
    assert words.party(Mention(None, None)) == "(understood)"


def test_how_many_and_of_which_class(record):
    assert words.counts(record) == "2 reports, 2 statements, 2 notes"
    assert words.tally(record) == ((3, 1), (4, 1))
    assert words.counts(replace(record, reports=(), notes=record.notes[:1])) == (
        "no reports, 2 statements, 1 note"
    )


def test_only_what_is_not_a_told_fact_is_said(record):
    assert [words.status(r) for r in record.reports] == ["", "future"]


def test_control_characters_are_made_visible_on_a_page():
    assert words.visible("a\x1b[31mb\x00\x7f\n\tc") == "a␛[31mb␀␡\n\tc"
    assert words.visible("a\x85\u202eb\u2066\ud800") == "a�\ufffdb\ufffd\ufffd"
    assert words.visible("می‌خواهد") == "می‌خواهد"


def test_nothing_that_drives_a_terminal_is_printed():
    assert words.printable("a\x1b[31mred\x1b[0m b") == "ared b"
    assert words.printable("a\x1b]0;title\x07b\x1b]8;;http://x\x1b\\c\x9b2Jd") == "abcd"
    assert words.printable("one\r\ntwo\x08\x00\u202e\x1b") == "one two"
    assert words.printable("\x1b(Bplain\x1bc") == "plain"
