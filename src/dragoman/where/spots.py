"""Spots: where a sentence names a place as one, and not as somebody who acts."""

from dataclasses import replace

from dragoman.things import Article, Place, Sentence
from dragoman.where.choice import Around, chosen, lands_in, of_dateline
from dragoman.where.gazetteer import ACTING, KNOWN, WIDE, Gazetteer
from dragoman.where.line import Fit, Line, fits, line
from dragoman.where.pointed import pointed
from dragoman.where.tied import tied
from dragoman.where.unlisted import Unlisted, unlisted

LOOK_BACK = 7  # words between "in" and the name: "in the besieged northern Syrian city of"
LARGE = 100  # thousands who live in a town that a mere "to" brings in
STRONG, WEAK, BARE, NONE = "strong", "weak", "bare", ""


def places(article: Article, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places named in an article, that of its dateline first."""
    lines = [line(article.text, sentence.words) for sentence in sentences]
    known = [fits(row, gazetteer) for row in lines]
    found = [_named(row, fits_, gazetteer) for row, fits_ in zip(lines, known, strict=True)]
    named = _again(lines, known, found, gazetteer)
    around = Around([lands_in(row, found, gazetteer) for row, found in zip(lines, known, strict=True)])
    written_in = of_dateline(article, around, gazetteer)
    home = next(iter(written_in), None)
    read: list[Place] = []
    for i, row in enumerate(lines):
        spots: list[Fit | Unlisted] = [*named[i], *unlisted(row, known[i], named[i], gazetteer)]
        read_here = [chosen(row, s, around.signs(i, tied(row, s, known[i], gazetteer))) for s in spots]
        meant = pointed(row, known[i], home, around.before(i), gazetteer)
        read += [*meant, *(p for p in read_here if not any(p.span.meets(m.span) for m in meant))]
    return (*written_in, *sorted(read, key=lambda p: p.span))


def _named(line: Line, known: list[Fit], book: Gazetteer) -> list[Fit]:
    """The names that are those of places here: by the words before or after, or by the names beside."""
    done: list[Fit] = []
    by = NONE
    for number, fit in enumerate(known):
        before = done[-1] if done else None
        by = _brought(line, fit, book) or _goes_on(line, fit, known[number + 1 :], before, by, book)
        if not by and _within_next(line, fit, known[number + 1 : number + 2], book):
            by = STRONG
        if _no_place(line, fit, book):
            by = NONE
        if kept := _kept(line, fit, by):
            done.append(kept)
        else:
            by = NONE
    return done


def _again(
    lines: list[Line], known: list[list[Fit]], named: list[list[Fit]], book: Gazetteer
) -> list[list[Fit]]:
    """With those whose name the article uses for a place elsewhere, countries and capitals aside: they act."""
    words = {
        _words(row, fit) for row, found in zip(lines, named, strict=True) for fit in found if _is_still(fit)
    }
    if not words:
        return named
    out = []
    for row, found, all_of in zip(lines, named, known, strict=True):
        starts = {fit.start for fit in found}
        more = [
            f
            for f in all_of
            if f.start not in starts and _words(row, f) in words and _stands_alone(row, f, book)
        ]
        out.append(sorted([*found, *more], key=lambda f: f.start))
    return out


def _words(line: Line, fit: Fit) -> str:
    return line.span(fit.start, fit.stop).of(line.text)


def _is_still(fit: Fit) -> bool:
    """Whether it is no name of a state or its seat."""
    return not fit.has(ACTING)


def _stands_alone(line: Line, fit: Fit, book: Gazetteer) -> bool:
    """Whether no other name stands right beside it, nor its person's given name or title before it."""
    before = line.is_name(fit.start - 1) and line.low[fit.start - 1] not in book.words["between"]
    return not before and not line.is_name(fit.stop)


def _kept(line: Line, fit: Fit, by: str) -> Fit | None:
    """With the entries that so weak a sign may mean."""
    if by == STRONG:
        return fit
    if by == WEAK:
        entries = tuple(e for e in fit.entries if e.kind in KNOWN or e.size >= LARGE)
    elif by == BARE:
        entries = fit.entries
    else:
        entries = ()
    return replace(fit, entries=entries) if entries else None


def _brought(line: Line, fit: Fit, book: Gazetteer) -> str:
    """How the words around it bring it in."""
    if line.at(fit.stop) in book.words["after"]:  # "Helmand province"
        return STRONG
    if line.at(fit.stop) == "-" and line.touches(fit.stop) and line.at(fit.stop + 1) in book.words["joined"]:
        return STRONG  # "Denver-based"
    return _before(line, fit.start, book) or _bare(line, fit, book)


def _bare(line: Line, fit: Fit, book: Gazetteer) -> str:
    """Of our own list all but those that act are places wherever they stand: "Darfur", "the Red Sea"."""
    still = any(e.kind in KNOWN for e in fit.entries) and _is_still(fit)
    of_body = line.at(fit.start - 1) == "of" and line.is_name(fit.start - 2)  # "the University of California"
    return BARE if still and not of_body and _stands_alone(line, fit, book) else NONE


def _before(line: Line, at: int, book: Gazetteer) -> str:
    """How the nearest word before it that could bring in a place does so."""
    words = book.words
    for i in range(at - 1, max(-1, at - 1 - LOOK_BACK), -1):
        word = line.low[i]
        if word in words["strong"]:
            return STRONG
        if word in words["weak"]:
            return WEAK
        if word == "of" and line.at(i - 1) in words["of"]:
            return STRONG
        comma = word == "," and line.at(i - 1) in words["names"]
        owner = word == "'s" or (
            line.at(i + 1) == "'s" and line.words[i] in book.lands
        )  # "in Sudan's Darfur"
        if not (comma or owner or word in words["between"] or line.words[i] in book.peoples):
            return NONE
    return NONE


def _goes_on(line: Line, fit: Fit, after: list[Fit], before: Fit | None, by: str, book: Gazetteer) -> str:
    """Whether it goes on from the place before: "in Paris, London and Rome", "in Munich, Germany"."""
    joint = line.at(fit.start - 1)
    if before is None or joint not in book.words["joints"]:
        return NONE
    comma_and = joint == "and" and line.at(before.stop) == ","
    if before.stop != fit.start - 1 - comma_and:
        return NONE
    if joint != ",":
        return by
    same = {e.country for e in fit.entries if e.country} & {e.country for e in before.entries}
    if same and fit.has(WIDE):
        return by
    listed = line.at(fit.stop) in book.words["joints"] and any(
        f.start - fit.stop in (1, 2) for f in after[:1]
    )
    return by if listed else NONE


def _within_next(line: Line, fit: Fit, after: list[Fit], book: Gazetteer) -> bool:
    """Whether what follows says where it is: "Houston, Texas", but not "Iran, Iraq and Syria"."""
    if not after or line.at(fit.stop) != "," or after[0].start != fit.stop + 1:
        return False
    wide = {e.country for e in after[0].entries if e.kind in WIDE}
    return any(e.kind not in WIDE and e.country in wide for e in fit.entries) and _stands_alone(
        line, fit, book
    )


def _no_place(line: Line, fit: Fit, book: Gazetteer) -> bool:
    """Whether it is but the beginning of a longer name ("Lincoln Center", "Iran-backed"), or like an adjective."""
    after = line.written(fit.stop)
    if after in ("-", "–") and line.touches(fit.stop) and line.at(fit.stop + 1) not in book.words["joined"]:
        return True
    if after[:1].isupper() and line.at(fit.stop) not in book.words["follow"]:
        return True
    bare = fit.stop - fit.start == 1 and line.words[fit.start] in book.words["with_the"]
    return bare and line.at(fit.start - 1) != "the"
