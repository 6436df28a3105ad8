import json
import shutil

import numpy as np
import pytest

from dragoman.parse import sentences
from dragoman.parse.engine import Engine, EngineBroken
from dragoman.parse.seen import _best_run
from dragoman.things import Span
from dragoman.tools import DATA, open_tools


def marked(text: str):
    return open_tools().engine.mark(text, sentences(text, (Span(0, len(text)),)))


def test_a_changed_engine_is_refused(tmp_path):
    folder = shutil.copytree(DATA / "engine", tmp_path / "engine")
    about = json.loads((folder / "engine.json").read_text())
    (folder / "engine.json").write_text(json.dumps(about | {"sha256": "0" * 64}))
    with pytest.raises(EngineBroken, match="sha256"):
        Engine(folder)


def test_the_engine_is_small():
    assert (DATA / "engine" / "engine.onnx").stat().st_size <= 25_000_000


def test_a_sentence_reads_the_same_alone_and_in_company():
    one = "Peru expelled three diplomats from Chile on Monday."
    other = (
        "Chile’s president said that talks with Peru would go on in Lima next week, and praised the envoy."
    )
    alone = marked(one)[0]
    assert alone.triggers == marked(f"{one} {other}")[0].triggers


def test_a_word_of_the_sentence_tells_whose_a_party_is():
    text = "In Mali on Friday soldiers killed two attackers."
    parties = {p.span.of(text): p for s in marked(text) for p in s.parties}
    assert "Mali" in [mark.span.of(text) for mark in parties["soldiers"].lands if mark.span]


def test_it_marks_who_did_what_to_whom():
    text = "France expelled two Russian diplomats on Monday."
    (sentence,) = marked(text)
    (trigger,) = sentence.triggers
    assert trigger.span.of(text) == "expelled"
    assert trigger.type == "SANCTION"
    assert "France" in [link.span.of(text) for link in trigger.links if link.role == "actor"]


def test_words_beyond_its_reach_are_left_unread():
    text = "Peru attacked Chile " + "and then " * 600
    assert all(t.span.stop <= len(text) for s in marked(text) for t in s.triggers)


def test_the_best_run_is_the_stretch_that_adds_up_to_most():
    assert _best_run(np.array([-1.0, 2.0, -0.5, 3.0, -4.0, 1.0])) == range(2, 5)
    assert _best_run(np.array([-1.0, -2.0])) is None
