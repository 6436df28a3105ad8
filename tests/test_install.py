"""What is installed: light to import, complete, with all that it imports declared, and no network in it."""

import ast
import importlib.metadata
import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "dragoman"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# What a package is called where it is imported, if not by its own name.
IMPORTED_AS = {"ahocorasick-rs": "ahocorasick_rs", "charset-normalizer": "charset_normalizer"}
COMES_WITH = {"jinja2": {"markupsafe"}}  # a library's own words for its values
NETWORK = {"socket", "http", "urllib", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "urllib3"}
WHEEL_SHOULD_HAVE = (
    "data/engine/engine.onnx",
    "data/demo/article.txt",
    "data/codebook/types.toml",
    "py.typed",
)


def imported(path: Path) -> set[str]:
    """The top names of all that a module imports."""
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    whole = {a.name.split(".")[0] for n in tree if isinstance(n, ast.Import) for a in n.names}
    tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return whole | {n.module.split(".")[0] for n in tree if isinstance(n, ast.ImportFrom) and n.module}


def everywhere() -> set[str]:
    return set().union(*(imported(path) for path in SOURCE.rglob("*.py")))


def declared() -> set[str]:
    names = [re.split(r"[^\w-]", line)[0] for line in PROJECT["project"]["dependencies"]]
    return {IMPORTED_AS.get(name, name) for name in names}.union(
        *(COMES_WITH.get(name, set()) for name in names)
    )


def test_all_that_is_imported_is_declared():
    foreign = everywhere() - set(sys.stdlib_module_names) - {"dragoman"}
    assert foreign <= declared()


def test_nothing_opens_a_connection():
    assert not everywhere() & NETWORK


def test_the_version_is_the_one_that_the_project_declares():
    assert importlib.metadata.version("dragoman") == PROJECT["project"]["version"]


def test_the_front_door_opens_nothing_heavy():
    script = "import sys, dragoman; print(sorted(m for m in sys.modules if '.' not in m))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    opened = set(ast.literal_eval(ran.stdout))
    assert not opened & (declared() | {"pydantic", "pandas", "torch"})


def test_the_program_is_installed_under_its_name():
    (point,) = (p for p in importlib.metadata.entry_points(group="console_scripts") if p.name == "dragoman")
    assert point.value == PROJECT["project"]["scripts"]["dragoman"]
    assert callable(point.load())


@pytest.mark.skipif(not os.environ.get("DRAGOMAN_TEST_INSTALL"), reason="makes an environment: make test")
def test_plain_pip_installs_all_that_the_program_needs(tmp_path):
    """`pip install .` into an empty environment; then the example is read there, far from the source."""
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    _run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", ROOT], tmp_path)
    files = {str(f) for f in _files(python, tmp_path)}
    assert not [name for name in WHEEL_SHOULD_HAVE if f"dragoman/{name}" not in files]
    assert not [name for name in files if name.startswith(("tests/", "training/"))]
    program = tmp_path / "env" / "bin" / "dragoman"
    assert "Elena Marquina" in _run([program, "demo", "--json"], tmp_path)
    assert "FAIL" not in _run([program, "doctor"], tmp_path)


def _files(python: Path, folder: Path) -> list[str]:
    script = "from importlib.metadata import files\nfor f in files('dragoman'): print(f)"
    return _run([python, "-c", script], folder).splitlines()


def _run(words: list[object], folder: Path) -> str:
    clean = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    ran = subprocess.run([str(w) for w in words], cwd=folder, env=clean, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
