"""What holds for the record of any text."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import dragoman
from dragoman.things import Record, Span

PIECES = (
    "Peru expelled two Chilean diplomats on Monday. ",
    "“We will not talk,” Foreign Minister Ana Salas said. ",
    "The ministry denied that its troops had crossed the border last week. ",
    "According to state media, Moscow and Tehran signed a pact in 2015. ",
    "He did not rule out new sanctions, officials told reporters. ",
    "The sea was calm.\n\n",
    "U.S. and Iraqi forces killed 12 insurgents near Mosul late Tuesday. ",
    "“Peace is close. We want it",
    "\t\u200b—… ”’' 1/2/3 ",
    "الرئيس قال ",
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30)), max_size=6).map("".join)
CALM = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


def spans(record: Record) -> list[tuple[Span | None, str | None]]:
    """Every span of a record with the words it is said to hold."""
    parties = [*record.mentions, *(s.speaker for s in record.statements)]
    parties += [m for r in record.reports for m in (*r.actors, *r.recipients, *r.said_by)]
    found = [(m.span, m.text) for m in parties] + [(t.span, t.text) for t in record.times]
    return found + [(r.happened.span, r.happened.text) for r in record.reports if r.happened]


@CALM
@given(TEXTS)
def test_every_quote_stands_in_its_article_at_its_span(text):
    record = dragoman.read(text, published=date(2025, 3, 4))
    for span, words in spans(record):
        assert (span.of(record.article.text) if span else None) == words
    for report in record.reports:
        assert report.span.covers(report.trigger)
        assert record.sentences[report.sentence].covers(report.trigger)


@CALM
@given(TEXTS)
def test_the_same_text_gives_the_same_record(text):
    day = date(2025, 3, 4)
    assert dragoman.read(text, published=day) == dragoman.read(text, published=day)


@CALM
@given(TEXTS)
def test_ids_are_not_shared(text):
    record = dragoman.read(text, published=date(2025, 3, 4))
    ids = [r.id for r in record.reports] + [s.id for s in record.statements]
    assert len(ids) == len(set(ids))


@CALM
@given(TEXTS)
def test_no_date_without_its_origin(text):
    for report in dragoman.read(text).reports:
        happened = report.happened
        if happened and (happened.first or happened.last):
            assert happened.how in ("text", "context") and happened.text
