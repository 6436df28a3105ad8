"""Clauses: where the telling of one act begins and ends."""

from dataclasses import replace

import pytest

from dragoman.things import Link, SayingMark, Span
from dragoman.what.clause import clause


def told(mark, example, links=(), said=None):
    article, sentence = mark(example, "ASSAULT")
    text = article.text
    ties = tuple(Link(role, span_of(text, words), 0.9) for role, words in links)
    trigger = replace(sentence.triggers[0], links=ties)
    sayings = (SayingMark(span_of(text, "said"), span_of(text, said), 0.9),) if said else ()
    sentence = replace(sentence, triggers=(trigger,), sayings=sayings)
    return clause(text, sentence, trigger).of(text)


def span_of(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("example", "words"),
    [
        ("The mayor slept while rebels [burned] the mill.", "while rebels [burned] the mill."),
        ("Rebels [burned] the mill; the mayor slept.", "Rebels [burned] the mill"),
        ("Rebels [burned] the mill, but the mayor slept.", "Rebels [burned] the mill"),
        ("Rebels who [burned] the mill fled.", "who [burned] the mill fled."),
        ("The clerk wept as rain fell, and rebels [burned] the mill.", "rebels [burned] the mill."),
        ("After the fair, rebels [burned] the mill.", "rebels [burned] the mill."),
        ("Rebels [burned] the mill in which the mayor slept.", "Rebels [burned] the mill"),
        ("[Fire]", "[Fire]"),
    ],
)
def test_a_clause_ends_where_another_begins(mark, example, words):
    assert told(mark, example) == words.replace("[", "").replace("]", "")


def test_a_clause_reaches_to_all_that_its_trigger_is_tied_to(mark):
    example = "Rebels, who fled later, [burned] the mill."
    assert told(mark, example) == "who fled later, burned the mill."
    assert told(mark, example, [("actor", "Rebels")]) == "Rebels, who fled later, burned the mill."


def test_who_only_reports_it_is_left_out(mark):
    example = "Ana Salas said rebels [burned] the mill on Monday."
    links = [("actor", "rebels"), ("said_by", "Ana Salas")]
    assert (
        told(mark, example, links, "rebels burned the mill on Monday") == "rebels burned the mill on Monday"
    )


def test_words_quoted_beside_it_are_left_out(mark):
    example = "The rebels [burned] the mill as “a warning to all”, Ana Salas said."
    assert told(mark, example) == "The rebels burned the mill"


def test_a_party_of_another_sentence_does_not_stretch_it(mark):
    article, sentence = mark("Rebels [burned] the mill.", "ASSAULT")
    trigger = replace(
        sentence.triggers[0], links=(Link("actor", Span(900, 905), 0.9), Link("actor", None, 0.9))
    )
    assert clause(article.text, sentence, trigger).of(article.text) == "Rebels burned the mill."


def test_a_clause_covers_the_trigger_of_every_example(book, mark):
    examples = [(k.name, e) for k in book.kinds.values() for e in (*k.yes, *k.no)]
    examples += [pair for rule in book.rules.rules for pair in (*rule.yes, *rule.no)]
    for kind, example in examples:
        article, sentence = mark(example, kind)
        span = clause(article.text, sentence, sentence.triggers[0])
        assert span.covers(sentence.triggers[0].span)
        assert sentence.span.covers(span)
