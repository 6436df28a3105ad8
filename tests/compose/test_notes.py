"""Why nothing was coded: the nearest miss is named."""

from dragoman.compose.notes import notes
from dragoman.compose.reports import Missing
from dragoman.read import read_text
from dragoman.things import Act, Link, Mention, Note, Report, Sentence, Span, TriggerMark

TEXT = "Peru frets over Chile."
ARTICLE = read_text(TEXT)
MENTIONS = (
    Mention(Span(0, 4), "Peru", "PER", None, "PER"),
    Mention(Span(16, 21), "Chile", "CHL", None, "CHL"),
)


def sentence(nearest: TriggerMark | None) -> Sentence:
    return Sentence(0, Span(0, 22), (Span(0, 4), Span(5, 10), Span(11, 15), Span(16, 21)), nearest=nearest)


def says(found: tuple[Note, ...]) -> list[str]:
    return [n.says for n in found]


def test_a_trigger_below_the_threshold_is_named_with_its_chance() -> None:
    near = TriggerMark(Span(5, 10), "ACCUSE", None, "asserted", 0.312)
    found = notes(ARTICLE, (sentence(near),), MENTIONS, (), (), ())
    assert says(found) == [
        "Names Peru and Chile; nearest to an event is “frets” as ACCUSE, at 0.31: too unsure."
    ]


def test_where_no_word_comes_near_none_is_named() -> None:
    found = notes(ARTICLE, (sentence(None),), MENTIONS, (), (), ())
    assert says(found) == ["Names Peru and Chile, and tells no event of the codebook and no statement."]


def test_a_party_that_was_not_tied_is_named_with_its_chance() -> None:
    nearest = Link("recipient", Span(16, 21), 0.21)
    act = Act(0, Span(5, 10), Span(0, 21), "ACCUSE", None, (), 3, -3.0, "asserted", 0.8, (), nearest)
    found = notes(ARTICLE, (sentence(None),), MENTIONS, (), (), (Missing(act, "nobody is named"),))
    assert says(found) == [
        "“frets” reads as ACCUSE, but nobody is named; nearest is “Chile” as recipient, at 0.21."
    ]


def test_a_deed_done_to_nobody_is_noted() -> None:
    report = Report(
        "1",
        0,
        Span(5, 10),
        Span(0, 21),
        "SANCTION",
        None,
        (),
        4,
        -5.0,
        MENTIONS[:1],
        (),
        "asserted",
        None,
        None,
        (),
        0.5,
    )
    found = notes(ARTICLE, (sentence(None),), MENTIONS, (report,), (), ())
    assert says(found) == ["“frets” reads as SANCTION, and the text names nobody it is done to."]


def test_a_name_that_is_not_unique_is_noted_once_with_who_may_be_meant() -> None:
    both = ("Ana Salas", "Rosa Salas")
    text = "Salas left. Salas spoke. She smiled."
    where = (Span(0, 5), Span(12, 17), Span(25, 28))
    makers = ("registry", "registry", "pronoun")
    mentions = tuple(
        Mention(span, span.of(text), country="PER", candidates=both, maker=maker)
        for span, maker in zip(where, makers, strict=True)
    )
    whole = (Sentence(0, Span(0, len(text)), where),)
    found = [n for n in notes(read_text(text), whole, mentions, (), (), ()) if n.code == "not-unique"]
    assert [(n.span, n.says) for n in found] == [
        (where[0], "“Salas” is not unique: it may be Ana Salas or Rosa Salas.")
    ]
