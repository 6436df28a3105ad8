"""Sayings: one way through the room, from sentences to what is said in them."""

from dragoman.says.beside import with_company
from dragoman.says.cues import Cues
from dragoman.says.draft import Draft
from dragoman.says.drafts import drafts
from dragoman.says.line import line_of
from dragoman.says.merge import merged
from dragoman.says.order import ordered, with_uncued
from dragoman.says.quotes import Quotation, quotations
from dragoman.says.tags import tagged
from dragoman.things import Article, Saying, Sentence

_LONGEST = 500  # words; a longer sentence is a list or a broken page, and only the engine's marks count


def sayings(article: Article, sentences: tuple[Sentence, ...], cues: Cues) -> tuple[Saying, ...]:
    """All words that the article credits to a speaker, in the order of the text."""
    text = article.text
    quoted = quotations(text, sentences, cues.pairs)
    found: list[Draft] = []
    first = 0
    for sentence in sentences:
        while first < len(quoted) and quoted[first].outer.stop <= sentence.span.start:
            first += 1
        line = line_of(text, sentence, _meeting(quoted, first, sentence), cues)
        here = with_company(line, merged(line, drafts(line) if len(line.low) <= _LONGEST else []))
        tag = tagged(line, quoted[first - 1] if first else None) if not here else None
        found += here or ([tag] if tag else [])
    return ordered(text, with_uncued(text, sentences, quoted, found), quoted, cues)


def _meeting(quoted: tuple[Quotation, ...], first: int, sentence: Sentence) -> tuple[Quotation, ...]:
    stop = first
    while stop < len(quoted) and quoted[stop].outer.start < sentence.span.stop:
        stop += 1
    return quoted[first:stop]
