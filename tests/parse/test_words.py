from dragoman.parse import sentences
from dragoman.parse.words import words
from dragoman.things import Span


def cut(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences(text, (Span(0, len(text)),))]


def test_titles_and_initials_do_not_end_a_sentence():
    text = "Mr. Okello met Gen. A. B. Traoré in Lagos. He left at 5 p.m. on Monday."
    assert cut(text) == ["Mr. Okello met Gen. A. B. Traoré in Lagos.", "He left at 5 p.m. on Monday."]


def test_no_sentence_runs_across_a_line_break():
    assert cut("Peru recalls envoy\nPeru called its ambassador home.") == [
        "Peru recalls envoy",
        "Peru called its ambassador home.",
    ]


def test_a_closing_quotation_mark_stays_with_its_sentence():
    text = "“We will wait. We will not sign.” The minister left."
    assert cut(text)[-1] == "The minister left."
    assert "".join(cut(text)).count("”") == 1


def test_only_the_story_is_cut():
    text = "Peru signed. Source: Agency"
    assert [s.span.of(text) for s in sentences(text, (Span(0, 12),))] == ["Peru signed."]


def test_the_possessive_is_a_word_of_its_own():
    text = "Iran’s envoy left the U.S. with 1,500 men."
    found = [w.of(text) for w in words(text, Span(0, len(text)))]
    assert found == ["Iran", "’s", "envoy", "left", "the", "U.S.", "with", "1,500", "men", "."]


def test_what_is_too_long_for_a_sentence_is_cut_after_a_mark():
    text = " ".join(f"item {n}, kept;" if n % 7 == 0 else f"item {n}" for n in range(400))
    found = sentences(text, (Span(0, len(text)),))
    assert len(found) > 3
    assert all(len(s.words) <= 200 for s in found)
    assert [w for s in found for w in s.words] == list(words(text, Span(0, len(text))))
    assert all(s.span.of(text).endswith((";", ",")) for s in found[:-1])
