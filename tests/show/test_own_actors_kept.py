"""`dragoman actors`: added whole or not at all, kept in one file, used from then on, and seen to be used."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman import tools
from dragoman.show.actors import TEMPLATE
from dragoman.tools import NoActors, actors_file
from dragoman.who.own_table import COLUMNS

TEXT = "Tarek Benali accused Ghana of spying. Rebel Ada Quill praised Peru. Ada Quill met a Chilean envoy."
DAY = "2025-03-04"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where own actors are kept, not yet there."""
    file = tmp_path / "mine" / "actors.csv"
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(file))
    return file


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "table.csv"
    file.write_text(TEMPLATE, encoding="utf-8")
    return file


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def actors_in(line: str) -> set[str]:
    return {m["actor"] for m in json.loads(line)["mentions"] if m["actor"]}


def test_what_is_added_is_used_from_then_on_and_seen(program, kept, table, article):
    added = program("actors", "add", table)
    assert (added.code, added.err) == (0, "")
    assert added.out.splitlines()[0] == "3 added"
    figures = added.out.split("own actors ")[1][:12]
    read = program("read", article, "--json", "--published", DAY)
    assert "tarek-benali" in actors_in(read.out)
    assert json.loads(read.out)["own_actors"] == figures
    assert dragoman.read(TEXT, published=DAY).own_actors == figures
    assert f"own actors {figures}" in program("read", article, "--format", "table").out
    assert f"own actors {figures}" in program("--version").out
    assert f"own actors {figures}, from {kept}" in program("doctor").out
    answer = json.loads(program("who", "Abu Rashid", "--json").out)
    assert [row["origin"] for p in answer["people"] for row in p["rows"]] == ["your own row"]


def test_without_own_actors_the_record_says_so(program, kept, article, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_ACTORS", "")
    read = json.loads(program("read", article, "--json").out)
    assert read["own_actors"] is None
    assert "tarek-benali" not in {m["actor"] for m in read["mentions"]}
    assert "own actors" not in program("--version").out
    assert "no own actors are in use" in program("doctor").out


def test_adding_twice_adds_nothing(program, kept, table):
    program("actors", "add", table)
    before = kept.read_bytes()
    assert program("actors", "add", table).out.startswith("3 there already\n")
    assert kept.read_bytes() == before


def test_a_row_told_anew_takes_the_place_of_the_earlier_one(program, kept, table):
    program("actors", "add", table)
    table.write_text(TEMPLATE.replace("2024-03,", "2024-03,2025-06-30"), encoding="utf-8")
    assert program("actors", "add", table).out.startswith("1 changed, 2 there already\n")
    rows = list(csv.DictReader(io.StringIO(program("actors", "list").out)))
    assert {row["name"]: row["last"] for row in rows}["Tarek Benali"] == "2025-06-30"
    assert len(rows) == 3


def test_where_a_cell_is_wrong_nothing_is_added_and_all_is_told(program, kept, table):
    program("actors", "add", table)
    before = kept.read_bytes()
    table.write_text(
        "name,kind,country,office\nBo Reed,person,FRA,mayor\nAda Quill,human,Atlantis,\nfrance,person,,\n",
        encoding="utf-8",
    )
    ran = program("actors", "add", table)
    assert (ran.code, ran.out) == (3, "")
    what, where, why, remedy = ran.err.splitlines()[:4]
    assert what == "E140 cannot add an actor"
    assert where == f"  where: {table}, row 3, column kind"
    assert "human" in why and remedy.startswith("  → one of person")
    told = [line for line in ran.err.splitlines() if line.startswith(("E140 ", "  where:"))]
    assert sum("column" in line for line in told) == 5
    assert all("→" in line for line in ran.err.splitlines() if line.startswith("E140 /"))
    assert ran.err.endswith("nothing was added: 5 faults\n")
    assert kept.read_bytes() == before


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"name,kind\n\xff\xfe,person\n", "E141"),
        (b"name,kind\n", "E141"),
        (b"name;kind\nAda;person\n", "commas"),
        (b"", "E140"),
    ],
)
def test_a_file_that_is_no_table_is_told(program, kept, tmp_path, data, told):
    file = tmp_path / "table.csv"
    file.write_bytes(data)
    ran = program("actors", "add", file)
    assert (ran.code, ran.out) == (3, "")
    assert told in ran.err
    assert not kept.exists()


def test_a_file_that_is_not_there_is_told(program, kept, tmp_path):
    ran = program("actors", "add", tmp_path / "absent.csv")
    assert ran.code == 3
    assert ran.err.startswith("E100 cannot read a file\n")


def test_they_are_removed_by_name_by_other_name_and_by_id(program, kept, table):
    program("actors", "add", table)
    assert program("actors", "remove", "abu rashid", "FTR").out.startswith("2 removed\n1 row ")
    assert program("actors", "remove", "Coastal Five").out.startswith("1 removed\nno rows ")
    assert program("actors", "list").out == f"{','.join(COLUMNS)}\n"
    assert dragoman.read(TEXT).own_actors is None


def test_who_is_not_there_cannot_be_removed(program, kept, table):
    program("actors", "add", table)
    ran = program("actors", "remove", "Costal Five", "Tarek Benali")
    assert ran.code == 2
    assert ran.err.startswith("E143 ")
    assert "did you mean Coastal Five?" in ran.err
    assert len(program("actors", "list").out.splitlines()) == 4


def test_the_list_is_a_table_that_can_be_added_elsewhere(program, kept, table, tmp_path, monkeypatch):
    program("actors", "add", table)
    one = program("actors", "list", "--format", "csv").out
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(tmp_path / "other.csv"))
    program("actors", "add", "-", stdin=one)
    assert program("actors", "list").out == one
    assert "Rivers" in program("actors", "list", "--format", "table").out


def test_the_template_is_what_add_takes(program, kept):
    ran = program("actors", "template")
    assert program("actors", "add", "-", stdin=ran.out).code == 0


def test_a_table_that_is_named_and_not_there_is_a_slip(program, kept, article):
    ran = program("read", article)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("E142 ")
    assert str(kept) in ran.err
    with pytest.raises(NoActors, match="no such file"):
        dragoman.read(TEXT)


def test_a_table_broken_by_hand_is_told_by_row_and_column(program, kept, table, article):
    program("actors", "add", table)
    kept.write_text(kept.read_text(encoding="utf-8").replace("person", "human"), encoding="utf-8")
    for words in (("read", article), ("who", "Peru"), ("actors", "list"), ("actors", "add", table)):
        ran = program(*words)
        assert (ran.code, ran.out) == (3, "")
        assert f"where: {kept}, row 4, column kind" in ran.err
        assert "human" in ran.err
    assert "FAIL  own_actors" in program("doctor").out


def test_with_the_variable_empty_nothing_can_be_kept(program, table, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_ACTORS", "")
    ran = program("actors", "add", table)
    assert ran.code == 2
    assert ran.err.startswith("E142 ")


def test_without_the_variable_they_are_in_the_data_folder_of_the_user(monkeypatch, tmp_path):
    monkeypatch.delenv("DRAGOMAN_ACTORS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    file = actors_file()
    assert file is not None and file.name == "actors.csv"
    if sys.platform.startswith("linux"):
        assert file == tmp_path / "dragoman" / "actors.csv"
        assert tools.open_registry()[1] is None


def unknown(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_unknown_names_are_listed_by_how_often_they_are_said(program, kept, table, article, tmp_path):
    program("actors", "add", table)
    ran = program("actors", "unknown", article)
    assert (ran.code, ran.err) == (0, "")
    (row,) = unknown(ran.out)
    assert (row["name"], row["count"], row["articles"], row["kind"]) == ("Ada Quill", "2", "1", "")
    assert row["example"] == "“Rebel Ada Quill praised Peru.”"
    assert not unknown(program("actors", "unknown", article, "--at-least", "3").out)


def test_the_list_is_filled_in_and_added(program, kept, article, tmp_path):
    kept.parent.mkdir()
    kept.write_text("name,kind\n", encoding="utf-8")
    records = tmp_path / "records.jsonl"
    program("read", article, "--published", DAY, "-o", records)
    listed = program("actors", "unknown", records, "-o", tmp_path / "unknown.csv")
    assert (listed.code, listed.out) == (0, "")
    rows = unknown((tmp_path / "unknown.csv").read_text(encoding="utf-8"))
    assert {row["name"] for row in rows} == {"Ada Quill", "Tarek Benali"}
    filled = io.StringIO()
    table = csv.DictWriter(filled, rows[0].keys())
    table.writeheader()
    told = {"kind": "person", "country": "TUV", "office": "smuggler"}
    table.writerows(row | told if row["name"] == "Ada Quill" else row for row in rows)
    added = program("actors", "add", "-", stdin=filled.getvalue())
    assert added.out.startswith("1 added\n")
    assert "1 row has no kind yet" in added.err
    again = unknown(program("actors", "unknown", records).out)
    assert [row["name"] for row in again] == ["Tarek Benali"]
    assert "ada-quill" in actors_in(program("read", article, "--json", "--published", DAY).out)


def test_records_and_articles_give_the_same_names(program, kept, article, tmp_path, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_ACTORS", "")
    records = tmp_path / "records.jsonl"
    program("read", article, "-o", records)
    one, other = program("actors", "unknown", article), program("actors", "unknown", records)
    assert one.out == other.out
    both = unknown(program("actors", "unknown", article, records).out)
    assert [int(row["count"]) for row in both] == [2 * int(row["count"]) for row in unknown(one.out)]
    assert "for example" in program("actors", "unknown", records, "--format", "table").out


def test_a_broken_record_is_told_and_the_others_are_read(program, article, tmp_path):
    records = tmp_path / "records.jsonl"
    program("read", article, "-o", records)
    records.write_text(records.read_text(encoding="utf-8") + "{\n[]\n", encoding="utf-8")
    ran = program("actors", "unknown", records)
    assert ran.code == 0
    assert "line 2" in ran.err and "line 3" in ran.err
    assert ran.err.endswith("1 article read, 2 rejected (E112 2)\n")


def test_where_nothing_can_be_read_there_is_no_list(program, tmp_path):
    ran = program("actors", "unknown", tmp_path / "absent.txt")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("E100 ")


def test_who_asks_with_whatever_could_be_added(program, kept, table):
    """An envoy's name is known to questions alone; a firm may be called so all the same."""
    program("actors", "add", table)
    (envoy,) = json.loads(program("who", "Prudence Bushnell", "--json").out)["people"]
    assert envoy["id"] == "prudence-bushnell"
    table.write_text("name,kind,country\nPrudence Bushnell,firm,USA\n", encoding="utf-8")
    assert program("actors", "add", table).code == 0
    assert program("who", "Lavrov", "--json").code == 0
    answer = json.loads(program("who", "Prudence Bushnell", "--json").out)
    assert [body["rows"][0]["kind"] for body in answer["bodies"]] == ["firm"]


def test_a_record_with_a_part_missing_is_told_by_its_line(program, kept, table, article, tmp_path):
    program("actors", "add", table)
    record = json.loads(program("read", article, "--json").out)
    whole = json.dumps(record)
    del record["mentions"][0]["name"]
    records = tmp_path / "records.jsonl"
    records.write_text(f"{whole}\n\n{json.dumps(record)}\n", encoding="utf-8")
    ran = program("actors", "unknown", records)
    assert "E112" in ran.err and "line 3" in ran.err and "name" in ran.err
    assert [row["name"] for row in unknown(ran.out)] == ["Ada Quill"]


def test_of_a_named_file_that_is_not_there_it_is_told_what_makes_it(program, kept):
    ran = program("who", "Lavrov")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("E142 ") and "dragoman actors add" in ran.err
