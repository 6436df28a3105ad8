"""Status by words: what takes a deed out of what happened, and what only looks like it."""

import pytest

from dragoman.what.status import status_by_words

STORIES = [
    ("ASSAULT", "Border guards did not [fire] at the shepherds.", "negated"),
    ("ASSAULT", "The ministry denied that its troops had [shelled] the village.", "negated"),
    ("ASSAULT", "The ministry denied it had [bombed] a clinic.", "negated"),
    ("REJECT", "The regent stopped short of [renewing] the ban on talks.", "negated"),
    ("REJECT", "The envoy did not [rule] out talks.", "negated"),
    ("REJECT", "The envoy could not [rule] out talks.", "negated"),
    ("RETREAT", "The mayor has no plans to [resign].", "negated"),
    ("AID", "The fleet was unable to [rescue] the crew.", "negated"),
    ("AGREE", "The two sides failed to [agree] on a border.", "negated"),
    ("AGREE", "Efforts to [revive] the fishing pact failed in March.", "negated"),
    ("CONSULT", "The marshal has never [met] the rebels.", "negated"),
    ("COERCE", "Nobody doubts that the bishops weren't [arrested].", "negated"),
    ("CONSULT", "A third [round] of talks never took place.", "negated"),
    ("SANCTION", "The island threatened to [withdraw] from the league unless it was paid.", "hypothetical"),
    ("ASSAULT", "If the militia [attacks], the convoy will turn back.", "hypothetical"),
    ("ASSAULT", "The rebels could [attack] again before dawn.", "hypothetical"),
    ("ASSAULT", "The general did not rule out an [attack] on the port.", "hypothetical"),
    ("SANCTION", "The council is considering [sanctions] against the bank.", "hypothetical"),
    ("COERCE", "Poachers may be [jailed].", "hypothetical"),
    ("ASSAULT", "Police say they foiled a plot to [kill] the cardinal.", "hypothetical"),
    ("PROTEST", "Teachers will [march] on the palace on Sunday.", "future"),
    ("MOBILIZE", "Lisbon is to [send] a frigate.", "future"),
    ("ACCUSE", "The banker will soon be [charged].", "future"),
    ("PROTEST", "A planned [march] worries the mayor.", "future"),
    # What only looks like it.
    ("ASSAULT", "Will [shot] two guards and fled.", None),
    ("ASSAULT", "Captain May [shot] two guards.", None),
    ("ASSAULT", "Theresa Will [attacked] the convoy.", None),
    ("ASSAULT", "Contempt for her will [turned] into bloodshed.", None),
    ("ASSAULT", "Guards not only [shot] the boy, they hid the body.", None),
    ("ASSAULT", "The province is no longer what it was when rebels [burned] it.", None),
    ("ASSAULT", "The group denied any part in the [bombing].", None),
    ("ASSAULT", "Villagers who did not flee were [killed].", None),
    ("ASSAULT", "The talks failed, and the army [shelled] the camp.", None),
    ("REJECT", "The king will not [accept] the vote.", None),
    ("AGREE", "The presidents will [meet] in June.", None),
    ("THREATEN", "The general has not [ruled] out force.", None),
    ("THREATEN", "The general warned that he may [strike] back.", None),
    ("ASSAULT", "Even if it rains, men [fight] in the square.", None),
    ("SANCTION", "Lima [expelled] two envoys and would expel a third.", None),
]


@pytest.mark.parametrize(("kind", "example", "status"), STORIES)
def test_words_give_the_status(book, mark, kind, example, status):
    assert status_of(book, mark, kind, example) == status


def test_each_rule_holds_for_its_own_sentences(book, mark):
    wrong = [
        (rule.name, kind, example, status)
        for rule in book.rules.rules
        for kind, example in rule.yes
        if (status := status_of(book, mark, kind, example)) != rule.status
    ]
    assert wrong == []


def test_no_rule_holds_for_the_sentences_that_it_lists_against_itself(book, mark):
    wrong = [
        (rule.name, kind, example)
        for rule in book.rules.rules
        for kind, example in rule.no
        if status_of(book, mark, kind, example) == rule.status
    ]
    assert wrong == []


def status_of(book, mark, kind, example):
    article, sentence = mark(example, kind)
    row = [w.of(article.text).replace("’", "'") for w in sentence.words]
    trigger = sentence.triggers[0].span
    at = next(i for i, w in enumerate(sentence.words) if w.stop > trigger.start)
    return status_by_words(row, at, kind, book.rules)
