"""A user's own actors: the table is checked cell by cell, and a text is read with what it tells."""

import re
from datetime import date
from itertools import accumulate
from pathlib import Path

import pytest

from dragoman import parse, says
from dragoman.things import Article, Mention, PartyMark, Sentence, Span
from dragoman.who import fingerprint, holders, known_as, mentions, own_table, with_own, written
from dragoman.who.own import Own, slug
from dragoman.who.registry import Registry

WORDS = Path(__file__).parents[2] / "src" / "dragoman" / "data" / "words"
HEAD = "name,also,surname,kind,country,sector,office,members,first,last"
TABLE = f"""\
{HEAD}
Tarek Benali,Tariq Benali;Abu Rashid,,person,Mali,REB,rebel commander,,2024-03,
Front of the Three Rivers,FTR,,armed,MLI,REB,,,2024,
Coastal Five,,,group,,,,GHA;TGO;Benin;NGA;CIV,2025-01-15,
"""


def rows(text: str, registry: Registry) -> tuple[Own, ...]:
    table = own_table(text, registry)
    assert not table.faults
    return table.rows


def read(marked: str, registry: Registry, day: date) -> list[Mention]:
    """The mentions of the [bracketed] words, in order, which the engine took for parties."""
    pieces = re.split(r"[\[\]]", marked)
    starts = list(accumulate(map(len, pieces), initial=0))
    marks = [Span(starts[k], starts[k + 1]) for k in range(1, len(pieces), 2)]
    text, whole = "".join(pieces), Span(0, starts[-1])
    sentences = tuple(
        Sentence(s.index, s.span, s.words, tuple(PartyMark(m, "", 0.0) for m in marks if s.span.covers(m)))
        for s in parse.sentences(text, (whole,))
    )
    article = Article("a", text, "", (whole,), published=day)
    sayings = says.sayings(article, sentences, says.open_cues(WORDS))
    found = mentions(article, sentences, (), sayings, registry)
    return [next(m for m in found if m.span and m.span.meets(mark)) for mark in marks]


def test_a_text_is_read_with_them(registry):
    own = with_own(registry, rows(TABLE, registry))
    text = "[Tarek Benali] met [the FTR]. [Benali] left. [The Coastal Five] condemned it."
    person, force, again, group = read(text, own, date(2025, 3, 4))
    assert (person.actor, person.code, person.office) == ("tarek-benali", "MLI:REB", "rebel commander")
    assert (force.actor, force.name, force.code) == (
        "front-of-the-three-rivers", "Front of the Three Rivers", "MLI:REB",
    )  # fmt: skip
    assert again.actor == "tarek-benali"
    assert group.members == ("GHA", "TGO", "BEN", "NGA", "CIV")


def test_another_spelling_is_the_same_person(registry):
    own = with_own(registry, rows(TABLE, registry))
    (found,) = read("[Abu Rashid] fled.", own, date(2025, 3, 4))
    assert (found.actor, found.name) == ("tarek-benali", "Tarek Benali")


def test_nobody_is_in_office_before_the_first_day(registry):
    own = with_own(registry, rows(TABLE, registry))
    (found,) = read("[Tarek Benali] fled.", own, date(2023, 3, 4))
    assert (found.actor, found.office) == ("tarek-benali", None)


def test_what_ships_is_left_as_it_was(registry):
    before = (len(registry.names), len(registry.persons), len(registry.surnames), len(registry.holders))
    own = with_own(registry, rows(TABLE, registry))
    assert before == (
        len(registry.names), len(registry.persons), len(registry.surnames), len(registry.holders),
    )  # fmt: skip
    assert set(registry.persons) < set(own.persons)
    assert with_own(registry, ()) == registry


def test_the_order_of_rows_does_not_matter(registry):
    head, *lines = TABLE.splitlines()
    turned = "\n".join((head, *reversed(lines)))
    one, other = rows(TABLE, registry), rows(turned, registry)
    assert one != other
    assert fingerprint(one) == fingerprint(other)
    assert with_own(registry, one) == with_own(registry, other)


def test_what_is_written_is_read_again(registry):
    found = rows(TABLE, registry)
    again = rows(written(found), registry)
    assert sorted(r.key for r in found) == sorted(r.key for r in again)
    assert fingerprint(again) == fingerprint(found)


def test_a_known_person_gets_a_further_office(registry):
    text = f"{HEAD}\nSergey Lavrov,,,person,RUS,GOV,lighthouse keeper,,2040,\n"
    own = with_own(registry, rows(text, registry))
    known = {row.office for row in known_as(own, "Sergey Lavrov", None)}
    assert {"lighthouse keeper", "foreign minister"} <= known
    assert {row.id for row in known_as(own, "Sergey Lavrov", None)} == {"sergey-lavrov"}


def test_an_own_row_goes_before_the_shipped_one_of_the_same_office_and_time(registry):
    shipped = known_as(registry, "Sergey Lavrov", None)[-1]
    assert (shipped.office, shipped.last) == ("foreign minister", None)
    text = f"{HEAD}\nSergey Lavrov,,,person,RUS,GOV,foreign minister,,{shipped.first},2040-05-06\n"
    own = with_own(registry, rows(text, registry))
    assert [h.last for h in holders(own, "RUS", "foreign minister", date(2035, 1, 1))] == [date(2040, 5, 6)]
    assert not [h for h in holders(own, "RUS", "foreign minister", date(2041, 1, 1)) if h.id == shipped.id]
    assert holders(own, "RUS", "foreign minister", date(2035, 1, 1))[0].origin == "your own row"


def test_somebody_of_the_same_name_elsewhere_is_another(registry):
    text = f"{HEAD}\nSergey Lavrov,,,person,NZL,BUS,dairy farmer,,2001,\n"
    own = with_own(registry, rows(text, registry))
    ids = {row.id for row in known_as(own, "Sergey Lavrov", None)}
    assert ids == {"sergey-lavrov", "sergey-lavrov-nzl"}


def test_a_shipped_body_is_told_anew_from_a_day_on(registry):
    text = f"{HEAD}\nHamas,,,armed,PSE,GOV,,,2040,\n"
    own = with_own(registry, rows(text, registry))
    (found,) = read("[Hamas] left.", own, date(2041, 1, 1))
    assert (found.actor, found.code) == ("hamas", "PSE:GOV")


def test_an_id_of_ones_own_is_kept(registry):
    text = "id,name,kind,country,office\nQ42,Ada Quill,person,TUV,journalist\n"
    own = with_own(registry, rows(text, registry))
    (found,) = read("[Ada Quill] wept.", own, date(2041, 1, 1))
    assert found.actor == "Q42"


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",,,person,FRA,GOV,mayor,,,", "name"),
        ("ada quill,,,person,FRA,GOV,mayor,,,", "name"),
        ("Ada Quill;Ada Q,,,person,FRA,GOV,mayor,,,", "name"),
        ("France,,,person,FRA,GOV,mayor,,,", "name"),
        ("Hamas,,,person,PSE,REB,leader,,,", "name"),
        ("Sergey Lavrov,,,armed,RUS,REB,,,,", "name"),
        ("Ada Quill,Police,,person,FRA,GOV,mayor,,,", "also"),
        ("…,,,body,FRA,,,,,", "name"),
        ("Ada Quill,,,human,FRA,GOV,mayor,,,", "kind"),
        ("Ada Quill,,,,FRA,GOV,mayor,,,", "kind"),
        ("Ada Quill,,,person,Atlantis,GOV,mayor,,,", "country"),
        ("Ada Quill,,,person,,GOV,mayor,,,", "country"),
        ("Ada Quill,,,person,FRA,XXX,mayor,,,", "sector"),
        ("Ada Quill,,,person,FRA,GOV,,,,", "office"),
        ("Quill Union,,,body,FRA,LAB,mayor,,,", "office"),
        ("Quill Union,,Quill,body,FRA,LAB,,,,", "surname"),
        ("Ada Quill,,,person,FRA,GOV,mayor,DEU,,", "members"),
        ("Quill Union,,,group,FRA,LAB,,DEU;Atlantis,,", "members"),
        ("Ada Quill,,,person,FRA,GOV,mayor,,3/4/2025,", "first"),
        ("Ada Quill,,,person,FRA,GOV,mayor,,2025-02-30,", "first"),
        ("Ada Quill,,,person,FRA,GOV,mayor,,,20250301", "last"),
        ("Ada Quill,,,person,FRA,GOV,mayor,,2025-05,2025-04", "last"),
        ("Ada\x07Quill,,,person,FRA,GOV,mayor,,,", "name"),
        ("Ada Quill,,,person,FRA,GOV,mayor,,", ""),
        (f"Ada {'Q' * 3000},,,person,FRA,GOV,mayor,,,", "name"),
    ],
)
def test_a_wrong_cell_is_told_by_row_and_column(row, column, registry):
    good = "Ada Quill,,,person,FRA,GOV,mayor,,2025,2025"
    table = own_table(f"{HEAD}\n{good}\n{row}\n", registry)
    assert [(f.row, f.column) for f in table.faults] == [(3, column)]
    assert all(f.why and f.remedy for f in table.faults)


def test_every_fault_of_a_row_is_told(registry):
    table = own_table(f"{HEAD}\nfrance,,,human,Atlantis,XXX,,,then,\n", registry)
    assert [f.column for f in table.faults] == ["name", "kind", "country", "sector", "first"]


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("", ""),
        ("\n\n", ""),
        ("name;kind\nAda;person\n", ""),
        ("name\nAda\n", "kind"),
        ("name,kind,rank\n", "rank"),
        ("name,kind,name\n", "name"),
        ('name,kind\n"Ada,person\n', ""),
    ],
)
def test_a_file_that_is_no_such_table_is_told(text, column, registry):
    (fault,) = own_table(text, registry).faults
    assert fault.column == column


def test_the_same_row_twice_is_one_and_two_that_differ_are_a_fault(registry):
    row = "Ada Quill,,,person,FRA,GOV,mayor,,2025,2025"
    assert len(rows(f"{HEAD}\n{row}\n{row}\n", registry)) == 1
    (fault,) = own_table(f"{HEAD}\n{row}\n{row.replace('GOV', 'PTY')}\n", registry).faults
    assert fault.row == 3 and "row 2" in fault.why


def test_two_names_of_one_id_are_told_as_such(registry):
    text = "id,name,kind,country,office\nx1,Ada Quill,person,FRA,mayor\nx1,Bo Reed,person,FRA,mayor\n"
    (fault,) = own_table(text, registry).faults
    assert (fault.row, "the same id" in fault.why, "name" in fault.why) == (3, True, False)


@pytest.mark.parametrize(
    "row",
    [
        "vladimir-putin,Ada Quill,,person,FRA,mayor",
        "vladimir-putin,Quill Works,,firm,FRA,",
        "nato,Ada Quill,,person,FRA,mayor",
        "nato,Quill Works,,firm,FRA,",
        "fra,Quill Works,,firm,FRA,",
    ],
)
def test_the_id_of_somebody_else_is_refused(row, registry):
    (fault,) = own_table(f"id,name,also,kind,country,office\n{row}\n", registry).faults
    assert (fault.row, fault.column) == (2, "id")


@pytest.mark.parametrize(
    "row",
    [
        "vladimir-putin,Vladimir Putin,,person,RUS,mayor",
        "vladimir-putin,Vova Quill,Vladimir Putin,person,RUS,mayor",
        "nato,NATO,,body,,",
        "my:1,Ada Quill,,person,FRA,mayor",
    ],
)
def test_an_id_of_the_same_or_of_nobody_is_taken(row, registry):
    assert len(rows(f"id,name,also,kind,country,office\n{row}\n", registry)) == 1


@pytest.mark.parametrize("surname", ["said", "The", "Iran", "Monday", "…", "Quill;Tuesday"])
def test_a_surname_is_checked_as_a_name_is(surname, registry):
    (fault,) = own_table(f"{HEAD}\nAda Quill,,{surname},person,FRA,GOV,mayor,,,\n", registry).faults
    assert (fault.row, fault.column) == (2, "surname")


def test_the_last_word_of_a_name_may_be_given_as_the_surname(registry):
    assert rows(f"{HEAD}\nAda May,,May,person,FRA,GOV,mayor,,,\n", registry)[0].surname == ("May",)


def test_a_list_of_unknown_names_may_be_filled_in_in_part(registry):
    text = (
        "name,kind,country,office,count,articles,example\n"
        "Ada Quill,person,FRA,mayor,7,3,“Ada Quill left.”\n"
        "Bo Reed,,DEU,,5,2,“Bo Reed left.”\n"
    )
    table = own_table(text, registry)
    assert ([r.name for r in table.rows], table.faults, table.undecided) == (["Ada Quill"], (), 1)


def test_spaces_do_not_matter_nor_capitals_but_in_names(registry):
    text = "\ufeff Name , KIND,country,office\n Ada\u00a0 Quill ,Person,French,mayor\n"
    (row,) = rows(text, registry)
    assert (row.name, row.kind, row.country) == ("Ada Quill", "person", "FRA")


@pytest.mark.parametrize(
    ("name", "made"),
    [("Abu Khaled al-Masri", "abu-khaled-al-masri"), ("Łódź Café", "lodz-cafe"), ("北京", "")],
)
def test_an_id_is_made_from_a_name(name, made):
    assert slug(name) == made
