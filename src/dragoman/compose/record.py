"""The record of one article, from what the rooms found."""

from dataclasses import dataclass

from dragoman.compose.around import around
from dragoman.compose.confidence import Confidence
from dragoman.compose.notes import notes
from dragoman.compose.parties import Parties
from dragoman.compose.reports import reports
from dragoman.compose.statements import statements
from dragoman.things import Act, Article, Mention, Place, Record, Saying, Sentence, Span, Time

AS_THE_ENGINE_SAYS = Confidence()


@dataclass(frozen=True, slots=True)
class Found:
    """The rooms' answers for one article. `voices` stand beside `acts`: one tuple each, nearest the fact first."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    places: tuple[Place, ...]
    acts: tuple[Act, ...]
    sayings: tuple[Saying, ...]
    voices: tuple[tuple[Span, ...], ...]


def record(article: Article, found: Found, confidence: Confidence = AS_THE_ENGINE_SAYS) -> Record:
    """Reports and statements with their parties, times and voices; a note where nothing was coded."""
    parties = Parties(article.text, found.sentences, found.mentions, found.places)
    row = around(article, found.sentences, found.times, found.places, found.sayings)
    told = statements(article, found.sayings, row, parties)
    done, missing = reports(article, found.acts, found.voices, row, parties, confidence)
    return Record(
        article=article,
        sentences=tuple(s.span for s in found.sentences),
        mentions=found.mentions,
        times=found.times,
        reports=done,
        statements=told,
        places=found.places,
        notes=notes(article, found.sentences, found.mentions, done, told, missing),
    )
