"""Which time belongs to which act, with hand-made times and sentences. The sentences are invented."""

from datetime import date

import pytest

from dragoman.compose.around import around
from dragoman.compose.moments import happened
from dragoman.things import Act, Anchor, Article, Happened, Link, Saying, Sentence, Span, Time, TriggerMark

PRINT = date(2025, 3, 4)
DAYS = {
    "Monday": ("2025-03-03", date(2025, 3, 3), date(2025, 3, 3), "day"),
    "Sunday": ("2025-03-02", date(2025, 3, 2), date(2025, 3, 2), "day"),
    "2018": ("2018", date(2018, 1, 1), date(2018, 12, 31), "year"),
    "2015": ("2015", date(2015, 1, 1), date(2015, 12, 31), "year"),
    "May 2020": ("2020-05", date(2020, 5, 1), date(2020, 5, 31), "month"),
    "July 2020": ("2020-07", date(2020, 7, 1), date(2020, 7, 31), "month"),
    "June": ("2025-06", date(2025, 6, 1), date(2025, 6, 30), "month"),
    "last spring": ("2024-SP", date(2024, 3, 1), date(2024, 5, 31), "season"),
    "two years": ("P2Y", None, None, "duration"),
    "the Smith government": ("2023-07-01/2029-07-01", date(2023, 7, 1), date(2029, 7, 1), "term"),
    "the war": ("2006-07-12/2006-08-14", date(2006, 7, 12), date(2006, 8, 14), "term"),
}
RELATIVE = {"Monday", "Sunday", "June", "last spring"}


def read(
    text: str,
    trigger: str,
    tied: str | None = None,
    *,
    status: str = "asserted",
    kind: str = "ASSAULT",
    sentence: int = -1,
    published: date | None = PRINT,
    saying: tuple[str, str] | None = None,
    others: dict[str, str] | None = None,
) -> Happened | None:
    """When an act of the text happened. Sentences are parted by " / "; `others` ties further triggers to times."""
    parts = text.split(" / ")
    starts = [sum(len(p) + 3 for p in parts[:i]) for i in range(len(parts))]
    at = sentence % len(parts)

    def span(words: str, inside: int = at) -> Span:
        start = starts[inside] + parts[inside].index(words)
        return Span(start, start + len(words))

    ties = (Link("when", span(tied), 0.9),) if tied else ()
    act = Act(
        at,
        span(trigger),
        Span(starts[at], starts[at] + len(parts[at])),
        kind,
        None,
        (),
        4,
        -5.0,
        status,
        0.9,
        ties,
    )
    marks = [(at, TriggerMark(act.trigger, kind, None, status, 0.9, ties))] if tied else []
    for word, time in (others or {}).items():
        where = next(i for i, part in enumerate(parts) if word in part and time in part)
        link = Link("when", span(time, where), 0.9)
        marks.append((where, TriggerMark(span(word, where), "ASSAULT", None, "asserted", 0.9, (link,))))
    sentences = tuple(
        Sentence(
            i,
            Span(starts[i], starts[i] + len(part)),
            words(part, starts[i]),
            triggers=tuple(m for k, m in marks if k == i),
        )
        for i, part in enumerate(parts)
    )
    article = Article("a", text, "", (Span(0, len(text)),), published=published)
    said = (Saying(at, span(saying[1]), "direct", speaker=span(saying[0])),) if saying else ()
    row = around(article, sentences, times(text, published), (), said)
    return happened(act, row[at], article)


def words(part: str, start: int) -> tuple[Span, ...]:
    found, at = [], 0
    for word in part.replace(",", " ,").replace(".", " .").split():
        at = part.index(word, at)
        found.append(Span(start + at, start + at + len(word)))
        at += len(word)
    return tuple(found)


def times(text: str, published: date | None) -> tuple[Time, ...]:
    found = []
    for name, (value, first, last, granularity) in DAYS.items():
        start = text.find(name)
        if start >= 0:
            counted = Anchor(PRINT) if name in RELATIVE else None
            known = published or not counted
            found.append(
                Time(
                    Span(start, start + len(name)), name, value if known else None, granularity,
                    first if known else None, last if known else None, anchor=counted if known else None,
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda t: t.span))


def days(found: Happened | None) -> str:
    return f"{found.first}..{found.last} {found.how}" if found else "none"


ASSERTED = [
    ("Rebels shelled the port on Monday.", "shelled", "Monday", "2025-03-03..2025-03-03 text"),
    ("The army has shelled the port since 2018.", "shelled", "2018", "2018-01-01..2025-03-04 text"),
    ("It was the first raid since 2018.", "raid", "2018", "2018-01-01..2018-12-31 text"),
    ("They fought until 2018.", "fought", "2018", "None..2018-12-31 text"),
    ("Rebels left the town before 2018.", "left", "2018", "None..2018-01-01 text"),
    ("Militias fought on after the war.", "fought", "the war", "2006-08-14..2025-03-04 text"),
    ("They fought from May 2020 to July 2020.", "fought", "May 2020", "2020-05-01..2020-07-31 text"),
    ("They fought on Sunday and Monday.", "fought", "Sunday", "2025-03-02..2025-03-03 text"),
    ("They fought for two years.", "fought", "two years", "2025-03-04..2025-03-04 published"),
    ("The port burned after the 2018 raid.", "raid", "2018", "2018-01-01..2018-12-31 text"),
]


@pytest.mark.parametrize("text, trigger, tied, wanted", ASSERTED)
def test_the_days_are_those_of_the_words_the_act_is_tied_to(
    text: str, trigger: str, tied: str, wanted: str
) -> None:
    assert days(read(text, trigger, tied)) == wanted


def test_what_has_a_name_and_days_of_its_own_has_them() -> None:
    assert days(read("Prices have doubled since the war.", "war")) == "2006-07-12..2006-08-14 text"


def test_a_past_deed_is_over_on_the_day_of_print() -> None:
    text, time = "Troops left the port during the Smith government.", "the Smith government"
    assert days(read(text, "left", time)) == "2023-07-01..2025-03-04 text"
    assert days(read(text, "left", time, published=None)) == "2023-07-01..2029-07-01 text"
    assert days(read("Troops may leave under the Smith government.", "leave", time, status="future")) == (
        "2023-07-01..2029-07-01 text"
    )


def test_a_deadline_begins_with_the_day_of_print() -> None:
    text = "The army will leave by June."
    assert days(read(text, "leave", "June", status="future")) == "2025-03-04..2025-06-30 text"


def test_what_is_announced_has_no_day_but_that_of_its_words() -> None:
    assert days(read("The army will leave the port.", "leave", status="future")) == "none"
    assert (
        days(read("The army will leave in June.", "leave", "June", status="future"))
        == "2025-06-01..2025-06-30 text"
    )


def test_since_holds_on_to_no_day_where_print_is_unknown() -> None:
    assert (
        days(read("It has shelled the port since 2018.", "shelled", "2018", published=None))
        == "2018-01-01..None text"
    )


def test_the_time_of_another_verb_is_not_taken() -> None:
    text = "Ministers condemned the raid that killed nine on Monday."
    assert days(read(text, "condemned", others={"killed": "Monday"})) == "None..2025-03-04 published"


def test_a_time_that_ends_the_clause_is_of_its_verb_where_no_other_has_it() -> None:
    text = "He withdrew the army from the 2015 zone in 2018."
    assert days(read(text, "withdrew", others={"zone": "2015"})) == "2018-01-01..2018-12-31 text"


def test_what_has_been_done_since_is_not_dated_by_how_the_sentence_ends() -> None:
    text = "Envoys have praised the vote held in 2018."
    assert days(read(text, "praised")) == "None..2025-03-04 published"


def test_a_clause_with_when_is_of_the_time_before_it() -> None:
    text = "Talks have stalled since 2018, when troops seized the bridge."
    assert days(read(text, "seized")) == "2018-01-01..2018-12-31 text"
    assert days(read(text, "stalled", "2018")) == "2018-01-01..2025-03-04 text"


def test_a_refusal_is_of_the_day_on_which_its_speaker_utters_it() -> None:
    text = "Rao spoke in Lima on Monday, saying we will not negotiate."
    said = ("Rao", "we will not negotiate")
    assert days(read(text, "negotiate", kind="REJECT", saying=said)) == "2025-03-03..2025-03-03 text"
    assert days(read(text, "negotiate", kind="ASSAULT", saying=said)) == "None..2025-03-04 published"


CHAIN = (
    "In 2015 rebels took the town. / They burned the bridge. / The mayor fled. / The army has now returned."
)


@pytest.mark.parametrize("sentence, trigger", [(1, "burned"), (2, "fled")])
def test_a_chain_of_background_keeps_its_own_time(sentence: int, trigger: str) -> None:
    found = read(CHAIN, trigger, sentence=sentence, others={"took": "2015"})
    assert days(found) == "2015-01-01..2015-12-31 context"
    assert found is not None and (found.text, found.span) == ("2015", Span(3, 7))


def test_the_chain_ends_where_the_story_is_back_in_the_present() -> None:
    found = read(CHAIN, "returned", sentence=3, others={"took": "2015"})
    assert days(found) == "None..2025-03-04 published"


def test_a_sentence_that_does_not_speak_of_the_one_before_is_no_background() -> None:
    text = "In 2015 rebels took the town. / Elsewhere gunmen killed nine men."
    assert days(read(text, "killed", others={"took": "2015"})) == "2025-03-04..2025-03-04 published"


def test_what_is_told_in_the_present_is_no_background() -> None:
    text = "In 2015 rebels took the town. / The rebels burn villages."
    assert days(read(text, "burn", others={"took": "2015"})) == "2025-03-04..2025-03-04 published"


def test_a_near_day_is_no_background() -> None:
    text = "On Monday rebels took the town. / They burned the bridge."
    assert days(read(text, "burned", others={"took": "Monday"})) == "2025-03-04..2025-03-04 published"


def test_without_the_day_of_print_only_a_time_that_its_words_fix_is_background() -> None:
    found = read(CHAIN, "burned", sentence=1, published=None, others={"took": "2015"})
    assert days(found) == "2015-01-01..2015-12-31 context"
    text = "In last spring rebels took the town. / They burned the bridge."
    assert days(read(text, "burned", published=None, others={"took": "last spring"})) == "none"


def test_words_that_put_it_further_back_leave_it_undated() -> None:
    assert days(read("The army had once shelled the port.", "shelled")) == "none"
