"""The codebook's pages: complete, as the manual has them, and refused where they are broken."""

import re
import shutil

import pytest

from dragoman.what import CodebookBroken, open_codebook

# From the manual's tables: quad class, score, modes with their scores. ACCUSE is printed +3 there; see types.toml.
MANUAL = {
    "AGREE": (1, 2.5, {}),
    "CONSULT": (1, 2.5, {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5}),
    "SUPPORT": (1, 5, {}),
    "CONCEDE": (1, 4.5, {}),
    "COOPERATE": (2, 9.5, {}),
    "AID": (2, 10, {}),
    "RETREAT": (
        2,
        6.5,
        {"withdraw": 8, "release": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
    ),
    "REQUEST": (3, 0, {"assist": 0.5, "change": -1, "yield": -1, "meet": 0}),
    "ACCUSE": (3, -3, {"disapprove": -2, "investigate": -3.5, "allege": -3.5}),
    "REJECT": (3, -2, {"assist": -1.5, "change": -2, "yield": -2, "meet": -2}),
    "THREATEN": (
        3,
        -3.5,
        {"restrict": -3, "arrest": -3.5, "relations": -3.5, "expel": -3.5, "territory": -4, "violence": -3.5},
    ),
    "PROTEST": (
        4,
        -5,
        {
            **{"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5},
            **{"boycott": -4.5, "obstruct": -4.5, "vandalize": None},
        },
    ),
    "SANCTION": (4, -6, {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6}),
    "MOBILIZE": (4, -5.5, {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6}),
    "COERCE": (
        4,
        -7,
        {
            **{"seize": -7, "restrict": -7, "censor": -6.5, "curfew": -6.5, "martial-law": -7.5},
            **{"arrest": -7, "deport": -7, "withhold": -7, "misinformation": -6.5, "cyber": -7},
        },
    ),
    "ASSAULT": (
        4,
        -9,
        {
            **{"abduct": -8.5, "beat": -7.5, "torture": -8.5, "sexual": -8.5, "targeted": -9.5},
            **{"destroy": -8.5, "primitive": -8, "firearms": -9, "explosives": -9, "suicide-attack": -9.5},
            **{"aerial": -9.5, "drone": -9.5, "heavy-weapons": -9.5, "crowd-control": -7.5},
            "unconventional": -10,
        },
    ),
}
CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
    "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
    "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters "
    "natural_resource environment technology terrorism cbrn cyber misinformation crime corruption "
    "illegal_drugs trafficking"
)


def test_the_sixteen_types_have_the_manuals_quad_and_score(book):
    assert {name: (k.quad, k.intensity) for name, k in book.kinds.items()} == {
        name: (quad, score) for name, (quad, score, _) in MANUAL.items()
    }


@pytest.mark.parametrize("name", MANUAL)
def test_the_modes_of_a_type_have_the_manuals_scores_or_their_types(book, name):
    kind = book.kinds[name]
    ours = {mode.name: mode.intensity for mode in kind.modes.values() if mode.written_as == mode.name}
    theirs = {m: kind.intensity if score is None else score for m, score in MANUAL[name][2].items()}
    assert ours == theirs


def test_only_ban_is_kept_apart_from_the_manuals_modes(book):
    apart = [
        (k.name, m.name, m.written_as)
        for k in book.kinds.values()
        for m in k.modes.values()
        if m.written_as != m.name
    ]
    assert apart == [("COERCE", "ban", "restrict")]


def test_three_types_need_a_recipient(book):
    assert [k.name for k in book.kinds.values() if k.needs_recipient] == ["COOPERATE", "AID", "SANCTION"]


def test_the_thirty_seven_contexts_stand_in_the_manuals_order(book):
    assert list(book.contexts) == CONTEXTS.split()


def test_every_example_marks_one_trigger_that_stands_in_it(book):
    lists = [e for k in book.kinds.values() for e in (*k.yes, *k.no)]
    lists += [e for k in book.kinds.values() for m in k.modes.values() for e in m.yes]
    lists += [e for r in book.rules.rules for _, e in (*r.yes, *r.no)]
    for example in lists:
        marked = re.findall(r"\[([^\]]+)\]", example)
        assert len(marked) == 1, example
        assert re.search(rf"(?<!\w){re.escape(marked[0])}(?!\w)", re.sub(r"[\[\]]", "", example)), example


def test_no_sentence_is_an_example_of_two_types(book):
    seen = [e for k in book.kinds.values() for e in k.yes]
    assert len(seen) == len(set(seen))
    assert not {e for k in book.kinds.values() for e in k.yes if e in k.no}


def test_types_and_rules_that_a_page_names_exist(book):
    named = {k for r in book.rules.rules for k in (*r.only_for, *r.not_for, *(k for k, _ in (*r.yes, *r.no)))}
    assert named <= set(book.kinds)
    brought = {m.context for k in book.kinds.values() for m in k.modes.values() if m.context}
    assert brought == {"cyber", "misinformation"} <= set(book.contexts)


@pytest.mark.parametrize(
    ("page", "was", "becomes", "named"),
    [
        ("types.toml", "\nyes = [", "\nyess = [", r"types\.toml \[AGREE\].*yes"),
        ("types.toml", "\nno = [", "\nno = [] #", r"types\.toml \[AGREE\].*0 examples"),
        ("types.toml", "Kenya [agreed]", "Kenya agreed", r"types\.toml \[AGREE\].*Kenya agreed"),
        ("types.toml", "\nquad = 1", "\nquad = 5", r"types\.toml \[AGREE\].*quad is 5"),
        ("types.toml", 'otherwise = "disapprove"', 'otherwise = "x"', r"types\.toml \[ACCUSE\].*'x'"),
        ("types.toml", "[AGREE]", "[AGREE", r"types\.toml"),
        ("contexts.toml", "\nwords = [", "\nword = [", r"contexts\.toml \[military\].*words"),
        ("status.toml", 'status = "hypothetical"', 'status = "no"', r"status\.toml \[not-ruled-out\].*'no'"),
    ],
)
def test_a_broken_page_is_refused_by_file_and_entry(folder, tmp_path, page, was, becomes, named):
    for path in folder.glob("*.toml"):
        shutil.copyfile(path, tmp_path / path.name)
    text = (tmp_path / page).read_text(encoding="utf-8")
    assert was in text
    (tmp_path / page).write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(CodebookBroken, match=named):
        open_codebook(tmp_path)


def test_a_lost_context_is_missed(folder, tmp_path):
    for path in folder.glob("*.toml"):
        shutil.copyfile(path, tmp_path / path.name)
    contexts = (tmp_path / "contexts.toml").read_text(encoding="utf-8")
    (tmp_path / "contexts.toml").write_text(contexts[: contexts.index("[trafficking]")], encoding="utf-8")
    with pytest.raises(CodebookBroken, match="36 contexts"):
        open_codebook(tmp_path)
