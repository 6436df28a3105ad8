"""The way of one article through the rooms, from its text to its record. Read this first."""

from dataclasses import replace

from dragoman import compose, parse, says, what, when, where, who
from dragoman.things import Article, PairType, Record, Span
from dragoman.tools import Tools


def read_article(article: Article, tools: Tools) -> Record:
    """Who did or said what to whom, when, where, and on whose word."""
    plain = parse.sentences(article.text, article.story)
    sentences = tools.engine.mark(article.text, plain)
    times = when.times(article, sentences, tools.calendar)
    places = where.places(article, sentences, tools.gazetteer)
    acts = what.acts(article, sentences, tools.codebook)
    sayings = says.sayings(article, sentences, tools.cues)
    mentions = who.mentions(article, sentences, places, sayings, tools.registry)
    voices = tuple(
        says.voices(article, sentences[act.sentence], sayings, act.trigger, tools.cues) for act in acts
    )
    record = compose.record(
        article, compose.Found(sentences, mentions, times, places, acts, sayings, voices), tools.confidence
    )
    return replace(record, own_actors=tools.own_actors)


def read_pair(text: str, actor: Span, recipient: Span, tools: Tools) -> PairType:
    """What the actor did to the recipient, both given as spans of the text; the sentences of the two are read.

    Raises ValueError, saying why, where the spans are none of the text or are too far apart.
    """
    words = parse.around(text, actor, recipient)
    sides = [[k for k, w in enumerate(words, 1) if w.meets(span)] for span in (actor, recipient)]
    first, second = (range(side[0], side[-1] + 1) for side in sides)
    chances = tools.engine.pair([w.of(text) for w in words], first, second)
    return PairType(max(chances, key=chances.__getitem__), chances)
