"""Sayings with their speakers named: statements."""

import hashlib

from dragoman.compose.around import Around
from dragoman.compose.parties import Parties, distinct, understood
from dragoman.things import Article, Happened, Mention, Place, Saying, Span, Statement, Time


def statements(
    article: Article, sayings: tuple[Saying, ...], row: tuple[Around, ...], parties: Parties
) -> tuple[Statement, ...]:
    """A statement for every saying whose speaker the text gives; the same words are one statement."""
    done: list[Statement] = []
    speakers: dict[int, Mention] = {}
    told: set[Span] = set()
    for number, saying in enumerate(sayings):
        speaker = _speaker(saying, speakers, parties)
        if speaker is None or saying.words in told:
            continue
        told.add(saying.words)
        speakers[number] = speaker
        here = row[saying.sentence]
        done.append(
            Statement(
                id=_fingerprint(article.id, saying.words),
                sentence=saying.sentence,
                speaker=speaker,
                words=saying.words,
                kind=saying.kind,
                cue=saying.cue,
                addressee=parties.at(saying.addressee) if saying.addressee else None,
                happened=_happened(saying, here.times),
                place=_place(saying, here.places),
                said_by=distinct(parties.at(span) for span in saying.voices),
                does=saying.does,
                cites=distinct(parties.at(span) for span in saying.cites),
            )
        )
    return tuple(done)


def _speaker(saying: Saying, before: dict[int, Mention], parties: Parties) -> Mention | None:
    if saying.speaker is not None:
        return parties.at(saying.speaker)
    if saying.follows is not None and saying.follows in before:
        return understood(before[saying.follows])
    return None


def _happened(saying: Saying, times: tuple[Time, ...]) -> Happened | None:
    """The one dated time of the sentence that stands beside the words, not in them."""
    near = [t for t in times if not saying.words.meets(t.span) and t.granularity not in ("duration", "vague")]
    return (
        Happened(near[0].first, near[0].last, "text", near[0].text, near[0].span) if len(near) == 1 else None
    )


def _place(saying: Saying, places: tuple[Place, ...]) -> Place | None:
    near = [p for p in places if not saying.words.meets(p.span)]
    return near[0] if len(near) == 1 else None


def _fingerprint(article: str, words: Span) -> str:
    return hashlib.sha256(f"{article}|statement|{words.start}|{words.stop}".encode()).hexdigest()[:16]
