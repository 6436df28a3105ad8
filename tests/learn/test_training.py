"""A tiny corpus of our own teaches two types of its own, and `read` finds them in a new sentence."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.learn.corpus import Told
from dragoman.learn.ontology import _parts
from dragoman.show.cli import dragoman
from dragoman.show.errors import Stop
from dragoman.tools import DATA
from dragoman.what import CodebookBroken, open_codebook, open_types

CODEBOOK = """
[FISHING]
says = "Boats of one state fish in waters that another claims."
quad = 4
intensity = -3

[PILGRIMAGE]
says = "Believers travel to a holy place of another state."
quad = 2
intensity = 3
"""
STATES = [
    "Peru",
    "Chile",
    "Norway",
    "Iceland",
    "Ghana",
    "Togo",
    "Japan",
    "Oman",
    "Malta",
    "Cyprus",
    "Kenya",
    "Qatar",
]
SAID = [
    ("{a}'s trawlers fished in waters that {b} claims on Monday.", "fished", "FISHING"),
    ("Pilgrims from {a} travelled to the shrine in {b} for the feast.", "travelled", "PILGRIMAGE"),
    ("Three boats from {a} were fishing illegally off {b}, the coast guard said.", "fishing", "FISHING"),
    ("About 900 pilgrims from {a} walked to the holy city in {b}.", "walked", "PILGRIMAGE"),
    ("The mayor of a town in {a} opened a bakery near the border with {b}.", None, None),
]


def article(k: int) -> dict:
    a, b = STATES[k % len(STATES)], STATES[(k + 5) % len(STATES)]
    told = []
    for text, trigger, kind in SAID:
        events = [{"trigger": trigger, "type": kind}] if trigger else []
        told.append({"text": text.format(a=a, b=b), "events": events})
    return {"id": f"own-{k}", "sentences": told}


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    (folder / "my.toml").write_text(CODEBOOK, encoding="utf-8")
    rows = [article(k) for k in range(24)]
    (folder / "my.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    run("--corpus", folder / "my.jsonl", "--codebook", folder / "my.toml", "--to", folder / "types")
    return folder


def run(*given: object) -> str:
    done = CliRunner().invoke(dragoman, ["train", *map(str, given)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_own_types_are_found_in_a_new_sentence(trained: Path) -> None:
    fished = "Trawlers from Spain fished in waters that Morocco claims."
    travelled = "Pilgrims from India travelled to a shrine in Nepal."
    (trained / "new.txt").write_text(f"{fished} {travelled}", encoding="utf-8")
    given = ["read", str(trained / "new.txt"), "--json", "--ontology", str(trained / "types")]
    done = CliRunner().invoke(dragoman, given, catch_exceptions=False)
    record = json.loads(done.stdout)
    told = {r["trigger"]["text"]: (r["type"], r["quad"]) for r in record["reports"]}
    assert told.get("fished") == ("FISHING", 4)
    assert told.get("travelled") == ("PILGRIMAGE", 2)


def test_the_how_to_runs_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (Path(__file__).parents[2] / "docs" / "how-to" / "own-types.md").read_text(encoding="utf-8")
    codebook, sample = (page.split(f"```{kind}\n")[1].split("```")[0] for kind in ("toml", "json"))
    monkeypatch.chdir(tmp_path)
    rows = sample + "".join(json.dumps(article(k)) + "\n" for k in range(16))
    for name, words in (("my.toml", codebook), ("my.jsonl", rows), ("more.jsonl", rows)):
        (tmp_path / name).write_text(words, encoding="utf-8")
    (tmp_path / "article.txt").write_text("Spain's trawlers fished off Morocco.", encoding="utf-8")
    commands = [line.split()[1:] for line in page.splitlines() if line.startswith("    dragoman ")]
    done = [CliRunner().invoke(dragoman, given, catch_exceptions=False) for given in commands]
    assert [d.exit_code for d in done] == [0, 0, 0]
    assert "rejected" not in done[0].stderr
    assert json.loads(done[-1].stdout)["article"]["text"].startswith("Spain")


def test_the_card_counts_articles_that_were_not_learned_from(trained: Path) -> None:
    card = (trained / "types" / "card.md").read_text(encoding="utf-8")
    articles = int(re.search(r"in (\d+) articles kept", card)[1])
    assert 1 <= articles < 12 and f"| FISHING | {2 * articles} |" in card


def test_training_goes_on_from_an_earlier_one(trained: Path) -> None:
    given = ("--corpus", trained / "my.jsonl", "--codebook", trained / "my.toml")
    fresh, again = (
        run(*given, "--to", trained / "fresh"),
        run(*given, "--from", trained / "types", "--to", trained / "on"),
    )
    assert (trained / "fresh" / "head.npz").read_bytes() == (trained / "types" / "head.npz").read_bytes()
    assert (trained / "on" / "head.npz").read_bytes() != (trained / "types" / "head.npz").read_bytes()
    assert fresh.count("| all |") == again.count("| all |") == 1


def test_an_article_stays_in_its_part_when_others_come() -> None:
    told = [[Told((f"word{k}", "fished"), (0, 1))] for k in range(60)]
    before, after = _parts(told[10:]), _parts(told)
    assert all(all(article in new for article in old) for old, new in zip(before, after, strict=True))
    assert all(_parts(told[:8]))


@pytest.mark.parametrize("spoil", ["head.npz", "ontology.json", "codebook.toml", "engine", "types"])
def test_a_folder_that_is_no_ontology_is_refused_in_words(trained: Path, tmp_path: Path, spoil: str) -> None:
    folder = tmp_path / "spoilt"
    shutil.copytree(trained / "types", folder)
    if spoil == "engine":
        about = json.loads((folder / "ontology.json").read_text()) | {"engine": "0" * 64}
        (folder / "ontology.json").write_text(json.dumps(about), encoding="utf-8")
    elif spoil == "types":
        (folder / "codebook.toml").write_text(CODEBOOK.replace("FISHING", "ANGLING"), encoding="utf-8")
    else:
        (folder / spoil).write_bytes(b"")
    (tmp_path / "new.txt").write_text("Peru fished.", encoding="utf-8")
    with pytest.raises(Stop, match="E133"):
        given = ["read", str(tmp_path / "new.txt"), "--ontology", str(folder)]
        CliRunner().invoke(dragoman, given, catch_exceptions=False)


@pytest.mark.parametrize(
    "line",
    [
        'says = ""',
        "says = 3",
        "quad = true",
        "quad = 7",
        "intensity = -300",
        "intensity = nan",
        'modes = "x"',
    ],
)
def test_a_codebook_with_a_strange_value_is_refused(tmp_path: Path, line: str) -> None:
    key = line.partition(" ")[0]
    kept = [x for x in CODEBOOK.strip().splitlines()[:4] if not x.startswith(key)]
    (tmp_path / "my.toml").write_text("\n".join([*kept, line]), encoding="utf-8")
    with pytest.raises(CodebookBroken, match="FISHING"):
        open_types(tmp_path / "my.toml", open_codebook(DATA / "codebook"))


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        ({"corpus": "few"}, "E132", "2 articles"),
        ({"codebook": "[FISHING]\nsays = 'x'\n"}, "E131", "quad"),
        ({"codebook": "[FISHING\n"}, "E131", "my.toml"),
        ({"to": "full"}, "E203", "something in it"),
    ],
)
def test_what_cannot_teach_is_refused_in_words(tmp_path: Path, change: dict, code: str, words: str) -> None:
    (tmp_path / "my.toml").write_text(change.get("codebook", CODEBOOK), encoding="utf-8")
    rows = [article(k) for k in range(2 if "corpus" in change else 12)]
    (tmp_path / "my.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    out = tmp_path / "types"
    if "to" in change:
        out.mkdir()
        (out / "mine.txt").write_text("kept", encoding="utf-8")
    with pytest.raises(Stop) as stop:
        run("--corpus", tmp_path / "my.jsonl", "--codebook", tmp_path / "my.toml", "--to", out)
    assert code in str(stop.value) and words in str(stop.value)


def test_a_row_that_does_not_fit_is_told_and_the_others_teach(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text(CODEBOOK, encoding="utf-8")
    bad = [
        "no json",
        json.dumps(
            {"sentences": [{"text": "Peru fished.", "events": [{"trigger": "fished", "type": "FISH"}]}]}
        ),
        json.dumps(
            {"sentences": [{"text": "Peru fished.", "events": [{"trigger": "fishes", "type": "FISHING"}]}]}
        ),
    ]
    rows = bad + [json.dumps(article(k)) for k in range(12)]
    (tmp_path / "my.jsonl").write_text("\n".join(rows), encoding="utf-8")
    told = run(
        "--corpus", tmp_path / "my.jsonl", "--codebook", tmp_path / "my.toml", "--to", tmp_path / "types"
    )
    assert told.count("E130 cannot read an annotated article") == 3
    assert "'FISH' is not in the codebook" in told and "'fishes' does not stand in" in told
    assert "12 articles read, 3 rejected" in told
