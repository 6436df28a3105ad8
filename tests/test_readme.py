"""What the pages show is done here: shell and Python blocks run, links lead somewhere, tables are complete.

A page's blocks run in order in one folder, with an example text, page and rows at hand. Fenced blocks that open with
`sh` or `python` run; what is only shown is indented.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "docs/how-to").glob("*.md")),
]
ALL = [*PAGES, *(ROOT / name for name in ("ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"))]
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")
EXAMPLE = ROOT / "src/dragoman/data/demo/article.txt"


def blocks(page: Path) -> list[tuple[str, str]]:
    return [(kind, text) for kind, text in BLOCK.findall(page.read_text(encoding="utf-8"))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that the pages speak of."""
    text = EXAMPLE.read_text(encoding="utf-8")
    title, *paragraphs = text.strip().split("\n\n")
    body = "".join(f"<p>{p}</p>" for p in paragraphs)
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    (tmp_path / "page.html").write_text(
        f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title>"
        '<meta property="article:published_time" content="2026-03-12T09:00:00Z"></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>",
        encoding="utf-8",
    )
    (tmp_path / "articles.jsonl").write_text(
        json.dumps({"id": "a-1", "text": text, "published": "2026-03-12"}) + "\n", encoding="utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p)], ids=lambda page: page.stem)
def test_the_examples_of_a_page_run(page: Path, folder: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    script = "\n".join(
        text if kind == "sh" else _python(text, folder) for kind, text in _joined(blocks(page))
    )
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, f"{page.name}: {ran.stderr}"
    assert "E900" not in ran.stderr


def _joined(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Python blocks that follow one another as one script: they share their values."""
    done: list[tuple[str, str]] = []
    for kind, text in parts:
        if kind == "python" and done and done[-1][0] == "python":
            done[-1] = (kind, f"{done[-1][1]}\n{text}")
        else:
            done.append((kind, text))
    return done


def _python(text: str, folder: Path) -> str:
    script = folder / f"example_{abs(hash(text))}.py"
    script.write_text(text, encoding="utf-8")
    return f"python {script}"


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert not [link for link in links if not (page.parent / link).exists()]


def test_every_code_has_its_cause_and_remedy() -> None:
    """Each code in the program has a row in docs/errors.md, and each row a code in the program."""
    source = [p.read_text(encoding="utf-8") for p in (ROOT / "src/dragoman").rglob("*.py")]
    raised = {code for text in source for code in re.findall(r"[\"'](E[0-9]{3})\b", text)}
    written = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    rows = {row.split("|")[1].strip(): row for row in written.splitlines() if row.startswith("| E")}
    assert set(rows) == raised
    assert all(row.count("|") == 5 and "| |" not in row for row in rows.values())


def test_every_key_of_the_record_is_explained() -> None:
    from dragoman.river import read_article
    from dragoman.show.doctor import example
    from dragoman.show.record_json import as_dict
    from dragoman.tools import open_tools

    explained = set(re.findall(r"`(\w+)`", (ROOT / "docs/record.md").read_text(encoding="utf-8")))
    keys = _keys(as_dict(read_article(example(), open_tools())))
    assert {"schema", "trigger", "cue", "granularity"} <= keys
    assert keys <= explained


def _keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(key for part in value.values() for key in _keys(part))}
    return {key for part in value for key in _keys(part)} if isinstance(value, list) else set()


def test_every_make_target_that_a_page_names_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    pattern = r"(?:`|^ {4})make ([a-z]+)"
    named = {t for page in ALL for t in re.findall(pattern, page.read_text(encoding="utf-8"), re.MULTILINE)}
    assert {"demo", "test", "check"} <= named <= targets


def test_the_versions_agree() -> None:
    version = re.search(
        r'^version = "(.+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert version
    assert f"\nversion: {version[1]}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\n## {version[1]}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
