"""Acts: one for each trigger, with what the codebook knows of it."""

from dataclasses import replace

import pytest

from dragoman.things import Link, Span
from dragoman.what import acts


def test_an_act_has_the_quad_and_score_of_its_mode(book, mark):
    article, sentence = mark("Harare [expelled] two diplomats.", "SANCTION")
    (act,) = acts(article, (sentence,), book)
    assert (act.type, act.mode, act.quad, act.intensity) == ("SANCTION", "expel", 4, -5.5)
    assert (act.trigger.of(article.text), act.clause.of(article.text)) == ("expelled", article.text)
    assert (act.sentence, act.status, act.score) == (0, "asserted", 0.9)


def test_an_act_without_a_mode_has_its_types_score(book, mark):
    article, sentence = mark("Oslo [praised] the vote.", "SUPPORT")
    (act,) = acts(article, (sentence,), book)
    assert (act.mode, act.quad, act.intensity) == (None, 1, 5.0)


def test_the_engines_status_stands_where_no_word_says_otherwise(book, mark):
    article, sentence = mark("Oslo [praised] the vote.", "SUPPORT", status="future")
    assert acts(article, (sentence,), book)[0].status == "future"
    article, sentence = mark("Rebels could [attack] the dam.", "ASSAULT", status="asserted")
    assert acts(article, (sentence,), book)[0].status == "hypothetical"


def test_a_trigger_marked_twice_is_one_act_and_the_first(book, mark):
    article, sentence = mark("Rebels [attacked] the dam.", "ASSAULT")
    first = replace(sentence.triggers[0], links=(Link("actor", Span(0, 6), 0.8),))
    again = replace(sentence.triggers[0], type="THREATEN")
    found = acts(article, (replace(sentence, triggers=(first, again)),), book)
    assert [(a.type, a.links) for a in found] == [("ASSAULT", first.links)]


def test_two_triggers_are_two_acts_in_the_order_of_the_text(book, mark):
    article, sentence = mark("Rebels [attacked] the dam and killed a guard.", "ASSAULT")
    start = article.text.index("killed")
    other = replace(sentence.triggers[0], span=Span(start, start + 6))
    found = acts(article, (replace(sentence, triggers=(other, sentence.triggers[0])),), book)
    assert [a.trigger.of(article.text) for a in found] == ["attacked", "killed"]


@pytest.mark.parametrize(
    ("kind", "example", "contexts"),
    [
        ("ASSAULT", "Soldiers [burned] a church.", ("military", "religion_ethnicity")),
        ("COERCE", "Israeli police [arrested] a baker in the West Bank.", ()),
        ("AGREE", "The World Bank [agreed] to a loan.", ("economic",)),
        ("AID", "Oslo [gave] drugs against AIDS.", ("health",)),
        ("AID", "Oslo [sent] legal aids to the town.", ()),
        ("CONSULT", "Envoys [met] over the uranium enrichment.", ("diplomatic", "cbrn")),
        ("AGREE", "Envoys [agreed] on a treaty against climate change.", ("diplomatic", "environment")),
        ("COERCE", "Police [seized] heroin at a temple.", ("religion_ethnicity", "illegal_drugs")),
        ("COERCE", "Hackers [broke] into the ministry’s servers.", ("cyber",)),
        ("COERCE", "Clerks [spread] fake letters.", ("misinformation",)),
        ("PROTEST", "Two men began a hunger [strike].", ()),
        ("SUPPORT", "Ghana [praised] the pupils’ artificial intelligence.", ("technology",)),
    ],
)
def test_the_clauses_words_tell_the_contexts(book, mark, kind, example, contexts):
    article, sentence = mark(example, kind)
    assert acts(article, (sentence,), book)[0].contexts == contexts


def test_a_word_of_another_clause_gives_no_context(book, mark):
    article, sentence = mark("Rebels [burned] the mill, but the army slept.", "ASSAULT")
    assert acts(article, (sentence,), book)[0].contexts == ()


@pytest.mark.parametrize(
    ("example", "mode", "roles"),
    [
        ("Oslo and Bern held [talks].", None, ["actor", "actor"]),
        ("Oslo [briefed] Bern.", None, ["actor", "recipient"]),
        ("Oslo [visited] Bern.", "visit", ["actor", "recipient"]),
    ],
)
def test_those_who_talk_are_all_actors_but_for_visitors_and_those_who_inform(
    book, mark, example, mode, roles
):
    assert _roles(book, mark(example, "CONSULT", mode)) == roles


@pytest.mark.parametrize(
    ("example", "kind", "roles"),
    [
        ("Oslo and Bern [signed] it.", "SUPPORT", ["actor", "actor"]),
        ("Oslo     [praised] Bern.", "SUPPORT", ["actor", "recipient"]),
        ("Oslo and Bern [clashed].", "ASSAULT", ["actor", "actor"]),
    ],
)
def test_what_is_done_together_has_no_recipient(book, mark, example, kind, roles):
    assert _roles(book, mark(example, kind)) == roles


def _roles(book, marked_by_hand):
    article, sentence = marked_by_hand
    links = (Link("actor", Span(0, 4), 0.8), Link("recipient", Span(9, 13), 0.8))
    marked = replace(sentence, triggers=(replace(sentence.triggers[0], links=links),))
    (act,) = acts(article, (marked,), book)
    return [link.role for link in act.links]


def test_of_two_triggers_of_one_type_side_by_side_the_surer_tells_the_deed(book, mark):
    article, sentence = mark("Oslo will not [negotiate] with Bern.", "REJECT")
    sure = sentence.triggers[0]
    weak = replace(sure, span=Span(10, 13), score=0.5)
    for pair in ((sure, weak), (weak, sure)):
        (act,) = acts(article, (replace(sentence, triggers=pair),), book)
        assert act.trigger.of(article.text) == "negotiate"
    other = replace(weak, type="ACCUSE")
    assert len(acts(article, (replace(sentence, triggers=(sure, other)),), book)) == 2


def test_a_refusal_has_happened_unless_words_take_it_back(book, mark):
    article, sentence = mark("Oslo will not [negotiate].", "REJECT", status="negated")
    assert acts(article, (sentence,), book)[0].status == "asserted"
    article, sentence = mark("Oslo did not [reject] the plan.", "REJECT")
    assert acts(article, (sentence,), book)[0].status == "negated"
