"""Whatever a user's table or question holds, it is read or told, and never breaks the program."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.who import own_table, with_own, written
from dragoman.who.asked import asked
from dragoman.who.own_table import COLUMNS
from dragoman.who.registry import Registry

CALM = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
CELLS = st.one_of(
    st.sampled_from(
        (
            "",
            "person",
            "armed",
            "group",
            "IRN",
            "Iran",
            "GOV",
            "2025-03",
            "2025-02-30",
            "Ada Quill",
            "FTR;Front",
        )
    ),
    st.text(max_size=12),
)
ROWS = st.lists(st.lists(CELLS, min_size=len(COLUMNS), max_size=len(COLUMNS)), max_size=4)
WORDS = st.lists(
    st.one_of(
        st.sampled_from(
            ("the", "foreign", "minister", "president", "of", "'s", "Iran", "UN", "E3", "?", "to")
        ),
        st.text(max_size=8),
    ),
    max_size=6,
).map(" ".join)


@CALM
@given(st.text(max_size=80))
def test_any_text_is_a_table_or_has_faults(registry: Registry, text: str) -> None:
    table = own_table(f"name,kind\n{text}", registry)
    assert all(f.why and f.remedy and f.row >= 1 for f in (*table.faults, *own_table(text, registry).faults))


@CALM
@given(ROWS)
def test_what_has_no_fault_can_be_used_and_written(registry: Registry, rows: list[list[str]]) -> None:
    cells = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    table = own_table("\n".join((",".join(COLUMNS), *cells)), registry)
    if table.faults:
        return
    own = with_own(registry, table.rows)
    assert all(row.name and row.kind for row in table.rows)
    assert set(registry.persons) <= set(own.persons)
    again = own_table(written(table.rows), registry)
    assert not again.faults
    assert written(again.rows) == written(table.rows)


@settings(CALM, max_examples=12)
@given(WORDS, st.one_of(st.none(), st.dates(date(1945, 1, 1), date(2030, 1, 1))))
def test_any_question_has_an_answer(registry: Registry, words: str, day: date | None) -> None:
    answer = asked(registry, words, day)
    assert answer == asked(registry, words, day)
    assert answer.asked == words and answer.day == day
    assert not (answer.like and not answer.empty)


@pytest.mark.parametrize("words", ["", "?", "the", "who is", "of", "'s", "president of", "of Iran", "--"])
def test_half_a_question_is_no_trouble(registry: Registry, words: str) -> None:
    assert asked(registry, words, date(2010, 1, 1)).asked == words
