"""Why nothing was coded where an actor is named, in one plain sentence each."""

from dragoman.compose.reports import Missing
from dragoman.things import Article, Mention, Note, Report, Sentence, Statement

DONE_TO = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "AID"})
READ = ("en", "und")  # languages; the second is one that could not be told


def notes(
    article: Article,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    reports: tuple[Report, ...],
    statements: tuple[Statement, ...],
    missing: tuple[Missing, ...],
) -> tuple[Note, ...]:
    """What was seen and not coded, sentence by sentence; first what holds for the whole article."""
    coded = {r.sentence for r in reports} | {s.sentence for s in statements}
    left_out = {m.act.sentence: m for m in missing if m.act.sentence not in coded}
    named = _named(sentences, mentions)
    found: list[Note] = []
    for sentence in sentences:
        if sentence.index in coded:
            continue
        if sentence.index in left_out:
            found.append(_left_out(article, sentence, left_out[sentence.index]))
        elif sentence.index in named:
            found.append(_named_only(article, sentence, named[sentence.index]))
    found += [_one_sided(article, r) for r in reports if r.type in DONE_TO and not r.recipients]
    found += _not_unique(mentions)
    whole = _of_the_whole(article, bool(found or reports or statements))
    return (*whole, *sorted(found, key=lambda note: note.span or article.story[0]))


def _of_the_whole(article: Article, tells: bool) -> list[Note]:
    found = []
    if article.language not in READ:
        says = f"The text seems to be in another language ({article.language}); English alone is read."
        found.append(Note("language", says))
    if not tells:
        found.append(Note("nothing", "No event, no statement and no known actor was found."))
    return found


def _left_out(article: Article, sentence: Sentence, missing: Missing) -> Note:
    act = missing.act
    says = f"“{act.trigger.of(article.text)}” reads as {act.type}, but {missing.why}"
    if act.nearest and act.nearest.span:
        says += f"; nearest is “{act.nearest.span.of(article.text)}” as {act.nearest.role}, at {act.nearest.score:.2f}"
    return Note("uncoded", says + ".", sentence.span)


def _named_only(article: Article, sentence: Sentence, who: str) -> Note:
    near = sentence.nearest
    if near is None:
        says = f"Names {who}, and tells no event of the codebook and no statement."
    else:
        word = near.span.of(article.text)
        says = (
            f"Names {who}; nearest to an event is “{word}” as {near.type}, at {near.score:.2f}: too unsure."
        )
    return Note("uncoded", says, sentence.span)


def _one_sided(article: Article, report: Report) -> Note:
    word = report.trigger.of(article.text)
    return Note(
        "one-sided", f"“{word}” reads as {report.type}, and the text names nobody it is done to.", report.span
    )


def _not_unique(mentions: tuple[Mention, ...]) -> list[Note]:
    """The names that several known people bear, each once, with who may be meant."""
    first: dict[tuple[str, ...], Mention] = {}
    for m in mentions:
        if m.candidates and m.maker != "pronoun":
            first.setdefault(m.candidates, m)
    return [
        Note("not-unique", f"“{m.text}” is not unique: it may be {_either(m.candidates)}.", m.span)
        for m in first.values()
    ]


def _either(names: tuple[str, ...]) -> str:
    """ "A", "A or B", "A, B or C"."""
    return " or ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _named(sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> dict[int, str]:
    """By sentence, the first two actors it names."""
    found: dict[int, list[str]] = {}
    at = 0
    for m in sorted((m for m in mentions if m.span), key=lambda m: m.span or sentences[0].span):
        assert m.span is not None
        while at < len(sentences) - 1 and sentences[at].span.stop <= m.span.start:
            at += 1
        if (m.actor or m.country) and m.text and sentences[at].span.covers(m.span):
            names = found.setdefault(at, [])
            if m.text not in names:
                names.append(m.text)
    return {k: " and ".join(names[:2]) for k, names in found.items()}
