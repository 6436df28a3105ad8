"""A text is tidied once: characters made plain, words and quotation marks left alone."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.read.tidy import tidy

ODD = "\r\t\x00\x0b\x85\x93\u00a0\u00ad\u200b\u200d\u2028\u202e\u3000\ufeff\ud800\u0301\u0344-"
WRAPPED = (
    "The foreign minister of Peru met his counterpart from Chile on Monday\n"
    "and told him that talks about the sea border would go on until both\n"
    "sides had agreed on every single mile of it, as officials put it in\n"
    "Lima."
)


def test_line_ends_become_one_kind():
    assert tidy("one\r\ntwo\rthree\u2028four\x0bfive") == "one\ntwo\nthree\nfour\nfive"


def test_what_cannot_be_seen_goes():
    assert tidy("\ufeffPe\u00adru met\u200b Chi\x00le\ud800.") == "Peru met Chile."


def test_spaces_become_plain_and_single():
    assert tidy("Peru\u00a0met \t Chile  \n  on Monday ") == "Peru met Chile\non Monday"


def test_letters_are_composed():
    assert tidy("E\u0301lyse\u0301e") == "Élysée"


def test_quotation_marks_stay_as_they_were_printed():
    text = "“We wait,” he said, ‘for now’; \"yes\" and 'no' and «oui»."
    assert tidy(text) == text


def test_windows_marks_read_as_latin_1_become_what_they_were():
    assert tidy("\x93We wait\x85\x94 \x96 he said") == "“We wait…” – he said"


def test_a_text_broken_at_a_column_is_joined():
    assert tidy(WRAPPED) == WRAPPED.replace("\n", " ")


def test_paragraphs_and_the_headline_of_a_broken_text_stay_apart():
    text = tidy(f"Peru and Chile meet\n{WRAPPED}\n\n{WRAPPED}")
    whole = WRAPPED.replace("\n", " ")
    assert text == f"Peru and Chile meet\n{whole}\n\n{whole}"


def test_an_indented_line_opens_a_paragraph():
    text = tidy(f"    {WRAPPED}\n    {WRAPPED}")
    whole = WRAPPED.replace("\n", " ")
    assert text == f"{whole}\n\n{whole}"


def test_a_hyphen_at_the_column_is_kept_and_closed_up():
    text = "\n".join(
        ["The two sides agreed on a plan for the border, which a Russian-", "backed draft had left open"]
    )
    long = f"{text}\n" + "\n".join(["and said that they would go on until every single mile of it is"] * 3)
    assert "Russian-backed draft" in tidy(long)


def test_short_lines_that_no_column_broke_stay_lines():
    text = "\n".join(
        f"Peru and Chile met for the {n} time in the city of Quito on Monday."
        for n in ("1st", "2nd", "3rd", "fourth", "fifth")
    )
    assert tidy(text) == text


def test_a_heap_of_marks_costs_no_time():
    started = time.perf_counter()
    assert len(tidy("e" + "\u0301\u0316" * 200_000)) < 100
    assert time.perf_counter() - started < 1


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_tidy_done_twice_changes_nothing(text):
    assert tidy(tidy(text)) == tidy(text)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([*ODD, "\n", " ", "Peru", "met", "negotiations", "\n\n", "    "]),
            st.text(max_size=3),
        ),
        max_size=200,
    ).map("".join)
)
def test_tidy_done_twice_changes_nothing_in_odd_texts_either(text):
    once = tidy(text)
    assert tidy(once) == once
    once.encode()


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(["a", "treaty", "was", "signed", "in", "Montevideo", "notwithstanding", "Russian-"]),
        min_size=20,
        max_size=80,
    ),
    st.integers(40, 110),
)
def test_tidy_done_twice_changes_nothing_in_broken_texts_either(words, column):
    import textwrap

    once = tidy("\n".join(textwrap.wrap(" ".join(words), column)))
    assert tidy(once) == once
