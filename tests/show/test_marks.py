"""Texts cut by marks that nest and cross."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.show.marks import LEADING, Mark, Paragraph, paragraphs, runs
from dragoman.things import Span

KINDS = (*LEADING, "said", "clause", "note")


@st.composite
def marked(draw):
    """A text and marks on it, a few of them empty or past its end."""
    text = draw(st.text(alphabet="ab\n", max_size=30))
    ends = st.integers(0, len(text) + 3)
    spans = draw(st.lists(st.tuples(ends, ends, st.sampled_from(KINDS)), max_size=8))
    return text, [Mark(Span(min(a, b), max(a, b)), kind, f"w{n}") for n, (a, b, kind) in enumerate(spans)]


def anchors(marks) -> list[str]:
    return [m.anchor for m in marks]


def written(found: tuple[Paragraph, ...]) -> dict[str, str]:
    """What stands inside each mark, when the steps are followed as a browser would."""
    inside: dict[str, str] = {}
    for paragraph in found:
        open_marks: list[Mark] = []
        for step in paragraph.steps:
            del open_marks[len(open_marks) - step.shut :]
            open_marks += step.opens
            for m in open_marks:
                inside[m.anchor] = inside.get(m.anchor, "") + step.text
        assert len(open_marks) == paragraph.shut
    return inside


@given(marked())
def test_the_runs_joined_are_the_text(case):
    text, marks = case
    assert "".join(run.text for run in runs(text, marks)) == text


@given(marked())
def test_every_mark_holds_exactly_its_words(case):
    text, marks = case
    assert written(paragraphs(text, marks)) == {m.anchor: m.span.of(text) if text else "" for m in marks}


@given(marked())
def test_every_mark_is_begun_once_and_done_once(case):
    text, marks = case
    steps = [s for p in paragraphs(text, marks) for s in p.steps]
    assert sorted(anchors(m for s in steps for m in s.begun)) == sorted(anchors(marks))
    assert sorted(anchors(m for s in steps for m in s.done)) == sorted(anchors(marks))


@given(marked())
def test_no_step_opens_what_it_begins_elsewhere(case):
    steps = [s for p in paragraphs(*case) for s in p.steps]
    assert all(s.begun <= set(s.opens) for s in steps)


def test_marks_that_cross_are_cut_and_the_cut_one_goes_on():
    one, two = Mark(Span(0, 4), "said", "one"), Mark(Span(2, 6), "note", "two")
    found = [(r.text, anchors(r.marks)) for r in runs("abcdef", [two, one])]
    assert found == [("ab", ["one"]), ("cd", ["one", "two"]), ("ef", ["two"])]


def test_a_paragraph_ends_at_an_empty_line_and_keeps_what_parts_it():
    found = paragraphs("a\nb\n\n\nc", [])
    assert ["".join(s.text for s in p.steps) for p in found] == ["a\nb\n\n\n", "c"]


def test_the_trigger_leads_where_it_stands_inside_a_name():
    name, trigger = Mark(Span(0, 9), "mention", "n"), Mark(Span(0, 9), "trigger", "r")
    (run,) = runs("Sanctions", [trigger, name])
    assert anchors(run.marks) == ["n", "r"]
    assert paragraphs("Sanctions", [name, trigger])[0].steps[0].leads == trigger
