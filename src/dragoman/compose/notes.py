"""Why nothing was coded where an actor is named, in one plain sentence each."""

from dragoman.compose.reports import Missing
from dragoman.things import Article, Mention, Note, Report, Sentence, Statement


def notes(
    article: Article,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    reports: tuple[Report, ...],
    statements: tuple[Statement, ...],
    missing: tuple[Missing, ...],
) -> tuple[Note, ...]:
    """A note for each sentence that names an actor and has nothing coded, and for each act left out."""
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
            who = named[sentence.index]
            found.append(
                Note(
                    "uncoded",
                    f"Names {who}, and tells no event of the sixteen types and no statement.",
                    sentence.span,
                )
            )
    return tuple(found)


def _left_out(article: Article, sentence: Sentence, missing: Missing) -> Note:
    word = missing.act.trigger.of(article.text)
    return Note("uncoded", f"“{word}” reads as {missing.act.type}, but {missing.why}.", sentence.span)


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
