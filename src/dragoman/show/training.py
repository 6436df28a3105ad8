"""The command `train`: a user's corpus and codebook in, a folder that `read --ontology` uses out."""

import shutil
from pathlib import Path

import click

from dragoman.learn import NotAnnotated, TooLittle, corpus, learn
from dragoman.learn.corpus import FORM, Told
from dragoman.parse import ontology as held
from dragoman.read import Rejected
from dragoman.show.errors import REFUSED, UNREADABLE, USAGE, Stop, Tally
from dragoman.tools import open_tools
from dragoman.what import CodebookBroken, open_types


def train(corpus_file: Path, codebook: Path, start: Path | None, out: Path) -> str:
    """Learns, writes the folder, and gives the report card. Raises Stop."""
    if out.exists() and any(out.iterdir()):
        raise Stop(
            "E203", "will not write", str(out), "there is something in it", "give --to a new name", REFUSED
        )
    tools = open_tools()
    try:
        types = list(open_types(codebook, tools.codebook).kinds)
    except (CodebookBroken, OSError) as wrong:
        remedy = 'write [NAME] with says = "…", quad = 1 to 4 and intensity = -10 to 10'
        raise Stop("E131", "cannot use the codebook", str(codebook), str(wrong), remedy, USAGE) from wrong
    begin = opened(start) if start else None
    articles = _articles(corpus_file, types)
    try:
        found, card = learn(articles, types, tools.engine, begin, lambda says: click.echo(says, err=True))
    except TooLittle as wrong:
        remedy = "annotate more articles"
        raise Stop("E132", "cannot learn", str(corpus_file), str(wrong), remedy, UNREADABLE) from wrong
    out.mkdir(parents=True, exist_ok=True)
    held.written(found, out)
    shutil.copyfile(codebook, out / "codebook.toml")
    (out / "card.md").write_text(card.page(), encoding="utf-8")
    return card.page()


def opened(folder: Path) -> held.Ontology:
    """What an earlier training wrote. Raises Stop."""
    try:
        return held.opened(folder)
    except (OSError, ValueError, KeyError) as wrong:
        remedy = "give a folder that dragoman train wrote"
        raise Stop("E133", "cannot use the ontology", str(folder), str(wrong), remedy, USAGE) from wrong


def _articles(path: Path, types: list[str]) -> list[list[Told]]:
    """The articles of the corpus; a row that is none is told, and the others go on."""
    tally, found = Tally(), []
    with path.open("rb") as lines:
        for article in corpus(lines, path.name, types):
            if isinstance(article, NotAnnotated):
                remedy = f"a row has the form {FORM}"
                tally.tell(Rejected("E130", "an annotated article", article.where, article.why, remedy))
            else:
                tally.read += 1
                found.append(article)
    tally.close()
    return found
