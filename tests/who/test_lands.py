"""A party whose country another word tells: by the engine's tie to that word."""

from dataclasses import replace

from dragoman import parse, says, where, who
from dragoman.things import Article, LandMark, PartyMark, Span
from dragoman.tools import DATA


def country(
    registry: who.Registry, text: str, party: str, land: str | None, elsewhere: bool = False
) -> str | None:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    article = Article("a", text, "", (Span(0, len(text)),))
    lands = (LandMark(span(land), 0.9),) if land else (LandMark(None, 0.9),) if elsewhere else ()
    mark = PartyMark(span(party), "", 0.0, lands)
    plain = parse.sentences(text, article.story)
    sentences = tuple(replace(s, parties=(mark,) if s.span.covers(mark.span) else ()) for s in plain)
    places = where.places(article, sentences, where.open_gazetteer(DATA / "registry"))
    sayings = says.sayings(article, sentences, says.open_cues(DATA / "words"))
    found = who.mentions(article, sentences, places, sayings, registry)
    return next(m.country for m in found if m.span and m.span.meets(mark.span))


TOLD = "Norway and Iceland said smugglers had attacked a ship off Togo."


def test_the_word_that_the_engine_ties_to_a_crowd_tells_its_country(registry: who.Registry) -> None:
    assert country(registry, TOLD, "smugglers", "Togo") == "TGO"
    assert country(registry, TOLD, "smugglers", "Iceland") == "ISL"


def test_its_own_word_goes_before_the_tie(registry: who.Registry) -> None:
    assert country(registry, "Chilean soldiers chased rebels in Peru.", "Chilean soldiers", "Peru") == "CHL"


def test_a_tie_to_a_word_that_names_no_country_is_nothing(registry: who.Registry) -> None:
    assert country(registry, TOLD, "smugglers", "ship") == country(registry, TOLD, "smugglers", None)


def test_where_no_word_here_tells_it_the_sentences_before_do(registry: who.Registry) -> None:
    text = "Gunmen in Togo took a ship. Norway asked soldiers to help."
    assert country(registry, text, "soldiers", None, elsewhere=True) == "TGO"
    assert country(registry, "Norway asked soldiers to help.", "soldiers", None, elsewhere=True) == "NOR"
