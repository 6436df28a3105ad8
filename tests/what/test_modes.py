"""Modes: the certain word before the engine, the engine before the near word."""

import pytest

from dragoman.what import acts


def mode_of(book, mark, example, kind, mode=None):
    article, sentence = mark(example, kind, mode)
    return acts(article, (sentence,), book)[0].mode


def test_each_modes_sentences_give_that_mode(book, mark):
    wrong = [
        (kind.name, mode.name, example, found)
        for kind in book.kinds.values()
        for mode in kind.modes.values()
        for example in mode.yes
        if (found := mode_of(book, mark, example, kind.name)) != mode.name
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("kind", "example", "mode"),
    [
        ("ASSAULT", "A suicide bomber [killed] nine people with a car bomb.", "suicide-attack"),
        ("ASSAULT", "Nine people were [killed] in an air strike.", "aerial"),
        ("ASSAULT", "Rebels and the army [fought] near the river.", None),
        ("CONSULT", "The premier is on a [trip] to Lagos.", "visit"),
        ("CONSULT", "The two ministers [talked] in a telephone call.", "phone"),
        ("CONSULT", "The two ministers [talked].", None),
        ("SANCTION", "Harare [expelled] the attaché.", "expel"),
        ("SANCTION", "A judge [sentenced] the smuggler.", "convict"),
        ("SANCTION", "The republic [withdrew] from the treaty.", "withdraw"),
        ("SANCTION", "The union [imposed] sanctions.", "discontinue"),
        ("REJECT", "The regent [ruled] out talks.", "meet"),
        ("AGREE", "The regent [agreed] to a visit by telephone.", None),
    ],
)
def test_words_tell_the_mode_where_the_engine_is_silent(book, mark, kind, example, mode):
    assert mode_of(book, mark, example, kind) == mode


def test_the_engines_mode_stands_before_the_near_word(book, mark):
    assert mode_of(book, mark, "The regent [refused] talks.", "REJECT", "yield") == "yield"


def test_a_certain_word_stands_before_the_engines_mode(book, mark):
    assert mode_of(book, mark, "Police [arrested] a clerk.", "COERCE", "seize") == "arrest"


def test_a_mode_that_the_type_does_not_have_is_not_taken(book, mark):
    assert mode_of(book, mark, "Rebels [fought] the army.", "ASSAULT", "visit") is None
    assert mode_of(book, mark, "Oslo [praised] the vote.", "SUPPORT", "visit") is None
