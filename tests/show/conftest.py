"""A record made by hand, with marks that nest and cross, for all that is shown."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from dragoman.show import cli
from dragoman.things import Article, Happened, Mention, Note, Place, Record, Report, Span, Statement, Time


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run of the program ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


TEXT = (
    "Envoys leave\n\n"
    "Peru expelled two envoys of Chile on Monday, state radio in Lima reported.\n"
    "“We did not spy,” said Ana Salas, Chile’s foreign minister.\n\n"
    "“We will answer.\n\n"
    "And soon.” The lake is deep in Peru. Listen to our hourly news."
)


def at(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


PERU = Mention(at("Peru"), "Peru", "per", "Peru", "PER")
CHILE = Mention(at("Chile"), "Chile", "chl", "Chile", "CHL")
RADIO = Mention(at("state radio in Lima"), "state radio in Lima", None, None, "PER", "JRN")
SALAS = Mention(at("Ana Salas"), "Ana Salas", "ana-salas", "Ana Salas", "CHL", "GOV", "foreign minister")
TRIO = Mention(at("envoys of Chile"), "envoys of Chile", None, "the trio", members=("CHL", "BOL"))
LAST_PERU = replace(PERU, span=at("Peru", 2))
MONDAY = Time(at("Monday"), "Monday", "2025-03-03", "day", date(2025, 3, 3), date(2025, 3, 3))
DAY = Happened(date(2025, 3, 3), date(2025, 3, 3), "text", "Monday", at("Monday"))
EXPELLED = Report(
    id="e1",
    sentence=1,
    trigger=at("expelled"),
    span=at("Peru expelled two envoys of Chile on Monday"),
    type="SANCTION",
    mode="expel",
    contexts=("diplomatic",),
    quad=4,
    intensity=-6.0,
    actors=(PERU,),
    recipients=(CHILE,),
    status="asserted",
    happened=DAY,
    place=Place(at("Lima"), "Lima", "Lima", "PER"),
    said_by=(RADIO,),
    confidence=0.914,
)
ANSWER = replace(
    EXPELLED,
    id="e2",
    sentence=3,
    trigger=at("answer"),
    span=at("We will answer."),
    type="THREATEN",
    mode=None,
    contexts=(),
    quad=3,
    intensity=-3.0,
    actors=(replace(CHILE, span=None, text=None),),
    recipients=(),
    status="future",
    happened=None,
    place=None,
    said_by=(),
)
DENIED = Statement("s1", 2, SALAS, at("We did not spy,"), "direct", cue=at("said"))
THREAT = Statement(
    "s2", 3, SALAS, Span(at("We will").start, at("soon.").stop), "direct", addressee=PERU, said_by=(RADIO,)
)
NOTE = Note("uncoded", "Names Peru, and tells no event and no statement.", at("The lake is deep in Peru."))
SENTENCES = (
    at("Envoys leave"),
    at("Peru expelled two envoys of Chile on Monday, state radio in Lima reported."),
    at("“We did not spy,” said Ana Salas, Chile’s foreign minister."),
    at("“We will answer."),
    at("And soon.”"),
    at("The lake is deep in Peru."),
)


@pytest.fixture
def record() -> Record:
    story = Span(0, at("Listen").start)
    article = Article(
        "a", TEXT, "0" * 64, (story,), title="Envoys leave", published=date(2025, 3, 4), publisher="The Tide"
    )
    return Record(
        article,
        SENTENCES,
        (PERU, CHILE, RADIO, SALAS, TRIO, LAST_PERU),
        (MONDAY,),
        (EXPELLED, ANSWER),
        (DENIED, THREAT),
        (NOTE, Note("undated", "No more is known.")),
    )


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """The program, run in this process, so that the engine is opened once."""

    def run(*words: object, stdin: str = "") -> Ran:
        streams = [
            io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (stdin.encode(), b"", b"")
        ]
        for name, stream in zip(("stdin", "stdout", "stderr"), streams, strict=True):
            monkeypatch.setattr(sys, name, stream)
        monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, words)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        for stream in streams[1:]:
            stream.flush()
        out, err = (stream.buffer.getvalue().decode() for stream in streams[1:])
        return Ran(left.value.code or 0, out, err)

    return run
