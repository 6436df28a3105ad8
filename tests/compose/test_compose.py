"""Compose with hand-made answers of the rooms."""

from dataclasses import replace
from datetime import date

from dragoman.compose import Found, record
from dragoman.things import Act, Article, Link, Mention, Place, Saying, Sentence, Span, Time

TEXT = "Peru expelled two envoys of Chile on Monday. It warned Bolivia. The lake is deep in Peru."
FIRST, SECOND, THIRD = Span(0, 44), Span(45, 63), Span(64, 89)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


ARTICLE = Article("a", TEXT, "0" * 64, (Span(0, len(TEXT)),), published=date(2025, 3, 4))
SENTENCES = tuple(Sentence(i, span, ()) for i, span in enumerate((FIRST, SECOND, THIRD)))
PERU = Mention(at("Peru"), "Peru", "PER", "Peru", "PER")
CHILE = Mention(at("Chile"), "Chile", "CHL", "Chile", "CHL")
BOLIVIA = Mention(at("Bolivia"), "Bolivia", "BOL", "Bolivia", "BOL")
LAST_PERU = Mention(Span(84, 88), "Peru", "PER", "Peru", "PER")
MONDAY = Time(at("Monday"), "Monday", "2025-03-03", "day", date(2025, 3, 3), date(2025, 3, 3))


def act(sentence: int, trigger: str, *links: Link, clause: Span | None = None, kind: str = "SANCTION") -> Act:
    whole = clause or SENTENCES[sentence].span
    return Act(sentence, at(trigger), whole, kind, None, (), 4, -6.0, "asserted", 0.9, links)


ENDS = (Link("actor", PERU.span, 0.9), Link("actor", at("two envoys"), 0.9))
GROUP = Mention(at("two envoys"), "two envoys", members=("BOL", "PER"))


def composed(
    *acts: Act, sayings: tuple[Saying, ...] = (), voices: tuple[tuple[Span, ...], ...] | None = None
):
    heard = voices or tuple(() for _ in acts)
    found = Found(SENTENCES, (PERU, CHILE, BOLIVIA, LAST_PERU), (MONDAY,), (), acts, sayings, heard)
    return record(ARTICLE, found)


EXPELLED = act(
    0,
    "expelled",
    Link("actor", at("Peru"), 0.9),
    Link("recipient", at("Chile"), 0.9),
    Link("when", at("on Monday"), 0.9),
)
WARNED = act(1, "warned", Link("actor", None, 0.8), Link("recipient", at("Bolivia"), 0.9), kind="THREATEN")


def test_a_report_has_its_parties_and_its_day():
    (report,) = composed(EXPELLED).reports
    assert [m.country for m in report.actors] == ["PER"]
    assert [m.country for m in report.recipients] == ["CHL"]
    assert (report.happened.first, report.happened.how, report.happened.text) == (
        date(2025, 3, 3),
        "text",
        "Monday",
    )


def test_a_party_is_understood_from_the_sentence_before():
    report = composed(EXPELLED, WARNED).reports[1]
    assert [(m.country, m.span) for m in report.actors] == [("PER", None)]


def test_undated_news_is_of_the_day_of_print():
    report = composed(EXPELLED, WARNED).reports[1]
    assert (report.happened.last, report.happened.how, report.happened.text) == (
        date(2025, 3, 4),
        "published",
        None,
    )


def test_an_act_without_any_party_becomes_a_note():
    made = composed(act(0, "expelled"))
    assert not made.reports
    assert "“expelled” reads as SANCTION" in made.notes[0].says


def test_a_sentence_that_names_an_actor_and_tells_nothing_gets_a_note():
    says = [n.says for n in composed(EXPELLED, WARNED).notes]
    assert says == ["Names Peru, and tells no event of the codebook and no statement."]


def test_the_voice_nearest_the_fact_comes_first():
    (report,) = composed(EXPELLED, voices=((at("Chile"), at("Bolivia")),)).reports
    assert [m.country for m in report.said_by] == ["CHL", "BOL"]


def test_a_speaker_goes_on_where_his_words_do():
    sayings = (
        Saying(0, at("expelled two envoys"), "indirect", speaker=at("Peru")),
        Saying(1, at("warned Bolivia"), "direct", follows=0),
    )
    told = composed(sayings=sayings).statements
    assert [(s.speaker.country, s.speaker.span) for s in told] == [("PER", at("Peru")), ("PER", None)]


def test_the_same_happening_told_again_has_the_same_parties():
    again = act(1, "warned", Link("recipient", None, 0.8), Link("actor", at("Bolivia"), 0.9))
    *_, report = composed(EXPELLED, again).reports
    assert [(m.country, m.span, m.text) for m in report.recipients] == [("CHL", None, None)]


def test_nobody_is_understood_where_nothing_was_told_before():
    (report,) = composed(
        act(1, "warned", Link("recipient", None, 0.8), Link("actor", at("Bolivia"), 0.9))
    ).reports
    assert report.recipients == ()


def test_one_happening_is_told_once_in_a_sentence():
    ends = (Link("actor", at("Peru"), 0.9), Link("recipient", at("Chile"), 0.9))
    (report,) = composed(act(0, "expelled", *ends), act(0, "envoys", *ends)).reports
    assert report.trigger == at("expelled")


def test_nobody_does_a_thing_to_himself():
    ends = (
        Link("actor", at("Peru"), 0.9),
        Link("recipient", at("Peru"), 0.9),
        Link("recipient", at("Chile"), 0.9),
    )
    (report,) = composed(act(0, "expelled", *ends)).reports
    assert [m.country for m in report.recipients] == ["CHL"]


def test_exiles_may_act_against_their_own_state():
    exiles = Mention(at("two envoys"), "two envoys", country="PER", sector="OPP")
    ends = (Link("actor", at("two envoys"), 0.9), Link("recipient", at("Peru"), 0.9))
    (report,) = record(
        ARTICLE, Found(SENTENCES, (PERU, exiles, CHILE), (), (), (act(0, "expelled", *ends),), (), ((),))
    ).reports
    assert [m.country for m in (*report.actors, *report.recipients)] == ["PER", "PER"]


def test_words_that_hold_several_parties_are_all_of_them():
    whole = Span(at("two envoys").start, at("Chile").stop)
    (report,) = record(
        ARTICLE,
        Found(
            SENTENCES,
            (PERU, GROUP, CHILE),
            (),
            (),
            (act(0, "expelled", Link("recipient", whole, 0.9)),),
            (),
            ((),),
        ),
    ).reports
    assert [m.text for m in report.recipients] == ["two envoys", "Chile"]


def test_the_same_words_are_one_statement():
    saying = Saying(0, at("expelled two envoys"), "indirect", speaker=at("Peru"))
    (statement,) = composed(sayings=(saying, replace(saying, speaker=at("Chile")))).statements
    assert statement.speaker.country == "PER"


def test_a_text_that_tells_nothing_says_so():
    plain = replace(ARTICLE, text="Stir well.", story=(Span(0, 10),))
    empty = Found((Sentence(0, Span(0, 10), ()),), (), (), (), (), (), ())
    assert [n.code for n in record(plain, empty).notes] == ["nothing"]


def test_another_language_is_noted():
    assert "language" not in [n.code for n in composed(EXPELLED).notes]
    german = replace(ARTICLE, language="de")
    found = Found(SENTENCES, (PERU,), (), (), (), (), ())
    assert record(german, found).notes[0].code == "language"


def test_a_member_does_not_stand_beside_its_group():
    found = Found(SENTENCES, (PERU, GROUP), (), (), (act(0, "expelled", *ENDS),), (), ((),))
    (report,) = record(ARTICLE, found).reports
    assert [m.members or m.country for m in report.actors] == [("BOL", "PER")]


def test_where_they_meet_is_no_party():
    ties = tuple(Link("actor", m.span, 0.9) for m in (PERU, CHILE, BOLIVIA))
    meeting = act(0, "expelled", *ties, kind="CONSULT", clause=Span(0, 63))
    there = Place(BOLIVIA.span, "Bolivia", "Bolivia", "BOL")
    assert [m.country for m in composed(meeting).reports[0].actors] == ["PER", "CHL", "BOL"]
    inside = replace(SENTENCES[0], span=Span(0, 63))
    found = Found((inside,), (PERU, CHILE, BOLIVIA), (), (there,), (meeting,), (), ((),))
    (report,) = record(ARTICLE, found).reports
    assert [m.country for m in report.actors] == ["PER", "CHL"]


def test_the_main_clause_has_its_own_day():
    text = "After reopening it in 2023, Peru resumed talks with Chile on Monday."
    whole = Span(0, len(text))

    def spot(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    year = Time(spot("2023"), "2023", "2023", "year", date(2023, 1, 1), date(2023, 12, 31))
    monday = replace(MONDAY, span=spot("Monday"))
    peru = replace(PERU, span=spot("Peru"))
    links = (Link("actor", peru.span, 0.9), Link("when", year.span, 0.6))
    told = Act(0, spot("resumed"), whole, "CONSULT", None, (), 1, 2.5, "asserted", 0.9, links)
    sentence = Sentence(0, whole, (Span(0, 5),))
    article = replace(ARTICLE, text=text, story=(whole,))
    found = Found((sentence,), (peru,), (year, monday), (), (told,), (), ((),))
    assert record(article, found).reports[0].happened.text == "Monday"
