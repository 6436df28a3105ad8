"""The command `train`: a user's corpus and codebook in, a folder that `read --ontology` uses out."""

import shutil
from pathlib import Path

import click

from dragoman.learn import NotAnnotated, TooLittle, corpus, learn
from dragoman.learn.corpus import FORM, Told
from dragoman.parse import ontology as held
from dragoman.read import Rejected
from dragoman.show.errors import REFUSED, UNREADABLE, USAGE, Stop, Tally
from dragoman.show.kept import unusable
from dragoman.tools import NoActors, Tools, open_tools
from dragoman.what import CodebookBroken, open_types


def train(corpus_file: Path, codebook: Path, start: Path | None, out: Path) -> str:
    """Learns, writes the folder, and gives the report card. Raises Stop."""
    _made(out)
    tools = open_tools()
    try:
        types = list(open_types(codebook, tools.codebook).kinds)
    except (CodebookBroken, OSError) as wrong:
        remedy = 'write [NAME] with says = "…", quad = 1 to 4 and intensity = -10 to 10'
        raise Stop("E131", "cannot use the codebook", str(codebook), str(wrong), remedy, USAGE) from wrong
    begin = _begin(start, types) if start else None
    articles = _articles(corpus_file, types)
    try:
        found, card = learn(articles, types, tools.engine, begin, lambda says: click.echo(says, err=True))
    except TooLittle as wrong:
        remedy = "annotate more articles"
        raise Stop("E132", "cannot learn", str(corpus_file), str(wrong), remedy, UNREADABLE) from wrong
    held.written(found, out)
    shutil.copyfile(codebook, out / "codebook.toml")
    (out / "card.md").write_text(card.page(), encoding="utf-8")
    return card.page()


def tools_of(folder: Path | None) -> Tools:
    """The tools, with the types of an ontology if there is one. Raises Stop."""
    try:
        return open_tools(folder)
    except held.NoOntology as wrong:
        raise _none(folder, str(wrong)) from wrong
    except NoActors as wrong:
        raise unusable(wrong) from wrong


def _made(out: Path) -> None:
    """The folder to write, before anything is learned for it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        full = any(out.iterdir())
    except OSError as wrong:
        why = (wrong.strerror or str(wrong)).lower()
        raise Stop(
            "E201", "cannot write", str(out), why, "give --to a folder that you may write", USAGE
        ) from wrong
    if full:
        raise Stop(
            "E203", "will not write", str(out), "there is something in it", "give --to a new name", REFUSED
        )


def _begin(folder: Path, types: list[str]) -> held.Ontology:
    """What an earlier training wrote. Raises Stop."""
    tools_of(folder)
    begin = held.opened(folder)
    if begin.types != types:
        raise _none(folder, f"it has the types {', '.join(begin.types)}, the codebook {', '.join(types)}")
    return begin


def _none(folder: Path | None, why: str) -> Stop:
    remedy = "give a folder that dragoman train wrote for this engine, with these types"
    return Stop("E133", "cannot use the ontology", str(folder), why, remedy, USAGE)


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
