"""The command line: what it prints, what it tells, and with which exit code it leaves."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from dragoman.show import cli, doctor, progress

TEXT = "Peru expelled two Chilean diplomats on Monday."
ROWS = (
    {"id": "one", "text": TEXT, "published": "2026-03-10", "publisher": "The Invented Courier"},
    {"id": "two", "text": "Bolivia praised Peru on Tuesday."},
)


@pytest.fixture
def run(program):
    return program


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    return path


def test_a_text_becomes_one_line_of_json_in_a_pipe(run, article):
    ran = run("read", article, "--published", "2026-03-10", "--publisher", "The Invented Courier")
    (record,) = ran.records
    assert (ran.code, ran.err) == (0, "")
    assert record["article"]["text"] == TEXT
    assert record["article"]["published"] == "2026-03-10"
    assert record["article"]["publisher"] == "The Invented Courier"


def test_rows_become_records_in_their_order(run, rows):
    ran = run("read", rows)
    assert [r["article"]["key"] for r in ran.records] == ["one", "two"]
    assert [r["article"]["published"] for r in ran.records] == ["2026-03-10", None]


def test_what_a_row_says_goes_before_what_is_given_for_all(run, rows):
    ran = run("read", rows, "--published", "2020-01-01", "--publisher", "Another")
    assert [r["article"]["published"] for r in ran.records] == ["2026-03-10", "2020-01-01"]
    assert [r["article"]["publisher"] for r in ran.records] == ["The Invented Courier", "Another"]


def test_standard_input_is_read(run, rows):
    assert run("read", "-", stdin=TEXT).records[0]["article"]["text"] == TEXT
    assert len(run("read", "-", stdin=rows.read_text()).records) == 2


def test_several_files_are_read_one_after_the_other(run, rows, article):
    texts = [r["article"]["text"] for r in run("read", article, rows).records]
    assert texts == [TEXT, TEXT, ROWS[1]["text"]]


def test_a_page_is_read(run, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<!doctype html><html><head><title>Peru expels two</title>"
        '<meta property="article:published_time" content="2026-03-10T08:00:00Z"></head><body><article>'
        f"<h1>Peru expels two</h1><p>{TEXT}</p><p>{ROWS[1]['text']} The envoys left in the evening.</p>"
        "</article></body></html>"
    )
    (record,) = run("read", page).records
    assert TEXT in record["article"]["text"]
    assert record["article"]["published"] == "2026-03-10"
    assert record["article"]["published_how"] == "page"


def test_a_table_has_the_sentence_beneath_each_report(run, article):
    ran = run("read", article, "--format", "table", "--published", "2026-03-10")
    assert ran.code == 0
    assert "2026-03-10" in ran.out
    assert all(word in ran.out for word in TEXT.strip(".").split())


def test_html_is_one_page_that_loads_nothing(run, rows):
    ran = run("read", rows, "--format", "html")
    assert ran.out.lower().startswith("<!doctype html>")
    assert "expelled" in ran.out
    assert not re.findall(r"(?:src|href)=[\"'](?!#|data:)|@import|url\((?!data:)", ran.out)


def test_a_broken_row_is_told_with_its_number_and_the_rest_is_read(run, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text(f'{json.dumps(ROWS[0])}\n{{"id": "broken\n{{"id": "no text"}}\n{json.dumps(ROWS[1])}\n')
    ran = run("read", path)
    assert [r["article"]["key"] for r in ran.records] == ["one", "two"]
    assert ran.code == 0
    assert f"{path}, line 2" in ran.err
    assert f"{path}, line 3" in ran.err
    assert ran.err.endswith("2 articles read, 2 rejected (E112 1, E113 1)\n")
    assert run("read", path, "--strict").code == 1


def test_many_broken_rows_take_a_line_each(run, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("nothing\n" * 9 + json.dumps(ROWS[0]) + "\n")
    err = run("read", path).err.splitlines()
    assert len(err) == 3 * 4 + 6 + 1
    assert all(f"line {number}" in "".join(err) for number in range(1, 10))


def test_strict_is_content_where_all_is_read(run, rows):
    assert run("read", rows, "--strict").code == 0


def test_trouble_is_told_in_four_lines(run, tmp_path):
    ran = run("read", tmp_path / "absent.txt")
    assert (ran.code, ran.out) == (3, "")
    what, where, why, remedy = ran.err.splitlines()
    assert what == "E100 cannot read a file"
    assert where.endswith("absent.txt")
    assert "no such file" in why
    assert remedy.startswith("  → ")


def test_a_folder_says_how_to_give_its_files(run, tmp_path):
    ran = run("read", tmp_path)
    assert ran.code == 3
    assert "it is a folder" in ran.err
    assert f"dragoman read {tmp_path}/*" in ran.err


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "E101"), (b"%PDF-1.7\n", "E107"), (bytes(range(256)) * 9, "E102")]
)
def test_a_file_that_is_no_text_leaves_with_3_and_does_not_stop_the_others(
    run, tmp_path, article, data, code
):
    path = tmp_path / "file"
    path.write_bytes(data)
    alone = run("read", path)
    assert (alone.code, alone.out) == (3, "")
    assert alone.err.startswith(code)
    beside = run("read", path, article)
    assert (beside.code, len(beside.records)) == (0, 1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["read"], "Missing argument"),
        (["read", "x", "--publishd", "2026-03-10"], "--published"),
        (["read", "x", "--published", "10 March"], "YYYY-MM-DD"),
        (["read", "x", "--format", "xml"], "table"),
        (["raed", "x"], "raed"),
        ([], "dragoman demo"),
    ],
)
def test_wrong_usage_leaves_with_2_and_says_what_is_right(run, words, told):
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_output_goes_to_a_file_by_its_ending(run, rows, tmp_path):
    for name, opens in (
        ("r.jsonl", '{"schema": 1'),
        ("r.html", "<!doctype html>"),
        ("r.txt", "─"),
        ("r", "{"),
    ):
        ran = run("read", rows, "-o", tmp_path / name)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(opens)
    assert run("read", rows, "-o", "-").records
    assert not list(tmp_path.glob("*.part"))


def test_the_format_asked_for_goes_before_the_ending(run, rows, tmp_path):
    run("read", rows, "--json", "-o", tmp_path / "r.html")
    assert (tmp_path / "r.html").read_text().startswith("{")


def test_where_nothing_is_read_the_file_of_before_stays(run, tmp_path):
    (tmp_path / "records.jsonl").write_text("before")
    for shape in ("json", "html", "table"):
        ran = run("read", tmp_path / "absent.txt", "--format", shape, "-o", tmp_path / "records.jsonl")
        assert ran.code == 3
        assert [p.name for p in tmp_path.iterdir()] == ["records.jsonl"]
        assert (tmp_path / "records.jsonl").read_text() == "before"


def test_a_run_that_breaks_off_leaves_no_half_file(run, rows, tmp_path, monkeypatch):
    for wrong, code in ((KeyboardInterrupt(), 130), (RuntimeError("the roof fell in"), 3)):
        monkeypatch.setattr("dragoman.farm.read_many", _one_and_then(wrong))
        ran = run("read", rows, "-o", tmp_path / "records.jsonl")
        assert ran.code == code
        assert not (tmp_path / "records.jsonl").exists()
        part = tmp_path / "records.jsonl.part"
        assert str(part) in ran.err
        assert len(part.read_text().splitlines()) == 1
        part.unlink()


def _one_and_then(wrong: BaseException) -> Callable[..., Iterator]:
    def read_many(articles, tools):
        from dragoman.river import read_article

        yield read_article(next(iter(articles)), tools)
        raise wrong

    return read_many


def test_where_nothing_can_be_written_it_says_so(run, rows, tmp_path):
    ran = run("read", rows, "-o", tmp_path / "absent" / "records.jsonl")
    assert ran.code == 2
    assert ran.err.startswith("E201 cannot write\n")


def test_a_file_is_not_written_over_while_it_is_read(run, rows):
    before = rows.read_text()
    ran = run("read", rows, "-o", rows)
    assert ran.code == 4
    assert ran.err.startswith("E202 will not write\n")
    assert rows.read_text() == before


def test_a_fault_of_ours_is_told_without_a_trace(run, rows, monkeypatch):
    monkeypatch.setattr("dragoman.farm.read_many", _one_and_then(RuntimeError("the roof fell in")))
    ran = run("read", rows)
    assert ran.code == 3
    assert len(ran.records) == 1
    assert ran.err.startswith("E900 broke off\n")
    assert "the roof fell in" in ran.err
    assert "Traceback" not in ran.err
    monkeypatch.setattr(sys, "argv", ["dragoman", "--debug", "read", str(rows)])
    with pytest.raises(RuntimeError, match="the roof fell in"):
        cli.main()


def test_the_example_is_read_and_every_quote_stands_in_it(run):
    ran = run("demo", "--json")
    (record,) = ran.records
    text = record["article"]["text"]
    assert (ran.code, ran.err) == (0, "")
    assert record["article"]["key"] == "demo"
    assert record["article"]["published"] == "2026-03-12"
    assert 12 <= len(record["sentences"]) <= 16
    assert record["reports"] and record["statements"]
    for report in record["reports"]:
        start, stop = report["span"]
        assert text[start:stop] == report["quote"]


def test_the_example_is_shown_with_its_text(run):
    out = run("demo", "--format", "table").out
    assert out.startswith("An invented article, not news:")
    text, record = out.split("Its record:")
    assert "Elena Marquina told reporters" in text
    assert "Elena Marquina" in record


def test_doctor_finds_all_sound(run):
    ran = run("doctor")
    assert ran.code == 0
    assert all(line.startswith("ok  ") for line in ran.out.splitlines())
    assert "without any network" in ran.out


def test_doctor_finds_another_engine(run, monkeypatch):
    monkeypatch.setattr(doctor, "engine_print", lambda: "0" * 12)
    ran = run("doctor")
    assert ran.code == 1
    assert "FAIL  engine: ValueError" in ran.out
    assert "is not the engine that was shipped" in ran.out


def test_the_version_names_program_and_engine(run):
    ran = run("--version")
    assert ran.code == 0
    assert ran.out == f"dragoman {doctor.program_version()} (engine {doctor.engine_print()})\n"


def test_help_is_quick():
    """Under 0.2 seconds, best of five, since the machine may be busy; and nothing heavy is opened for it."""
    script = (
        "import sys, time; sys.argv = ['dragoman', 'read', '--help']\n"
        "from dragoman.show.cli import main\n"
        "try: main()\n"
        "except SystemExit as left:\n"
        "    heavy = {'numpy', 'onnxruntime', 'tokenizers', 'trafilatura', 'rich', 'lxml', 'dateparser'}\n"
        "    print('heavy', sorted(heavy & set(sys.modules)), 'seconds', time.process_time())\n"
    )
    ran = [subprocess.run([sys.executable, "-c", script], capture_output=True, text=True) for _ in range(5)]
    last = [run.stdout.splitlines()[-1] for run in ran]
    assert all(line.startswith("heavy [] seconds") for line in last)
    assert min(float(line.split()[-1]) for line in last) < 0.2


def test_it_runs_as_a_module(article):
    words = [sys.executable, "-m", "dragoman", "read", article, "--json"]
    ran = subprocess.run(words, capture_output=True, text=True)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["schema"] == 1


def test_a_reader_who_has_seen_enough_is_no_trouble(tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text((json.dumps(ROWS[0]) + "\n") * 60)
    words = [sys.executable, "-m", "dragoman", "read", path]
    ran = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert json.loads(ran.stdout.readline())["article"]["key"] == "one"
    ran.stdout.close()
    assert ran.stderr.read() == b""
    assert ran.wait() == 0


def test_records_are_utf8_whatever_the_terminal_speaks(article):
    article.write_text("Perú expelled two diplomats of Chile — “at once”.", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "dragoman", "read", article, "--json"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
    )
    assert json.loads(ran.stdout.decode("utf-8"))["article"]["text"].startswith("Perú expelled")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_and_cleared(monkeypatch, rows):
    monkeypatch.setattr(sys, "stderr", terminal := _Terminal())
    monkeypatch.setattr(progress, "EVERY", 0)
    monkeypatch.setattr(progress, "QUIET", 0)
    watched = progress.Progress((str(rows),), cli.Tally(), io.StringIO())
    watched.passed = rows.stat().st_size // 2
    assert list(watched.watch(["a record", "another"])) == ["a record", "another"]
    assert "2 articles" in terminal.getvalue()
    assert "50 %" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_progress_is_silent_elsewhere(monkeypatch, rows):
    monkeypatch.setattr(progress, "EVERY", 0)
    monkeypatch.setattr(progress, "QUIET", 0)
    for err, out in ((io.StringIO(), io.StringIO()), (_Terminal(), _Terminal())):
        monkeypatch.setattr(sys, "stderr", err)
        assert list(progress.Progress((str(rows),), cli.Tally(), out).watch(["a record"])) == ["a record"]
        assert err.getvalue() == ""


def test_progress_in_words():
    assert progress.line(1200, 0, 20, None) == "1,200 articles · 60 a second"
    assert (
        progress.line(1200, 3, 20, 0.4)
        == "1,200 articles · 3 rejected · 60 a second · 40 % · about 30 s left"
    )
    assert progress.line(100, 0, 600, 0.2) == "100 articles · 0.2 a second · 20 % · about 40 min left"
    assert progress.line(100, 0, 600, 0.01).endswith("about 16.5 h left")
