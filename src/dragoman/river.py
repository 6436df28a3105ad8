"""The way of one article through the rooms, from its text to its record. Read this first."""

from dragoman import compose, parse, says, what, when, where, who
from dragoman.things import Article, Record
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
    voices = tuple(says.voices(sentences[act.sentence], sayings, act.trigger) for act in acts)
    return compose.record(article, compose.Found(sentences, mentions, times, places, acts, sayings, voices))
