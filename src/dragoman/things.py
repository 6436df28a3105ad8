"""The nouns of the house. Frozen values; this module imports nothing of ours.

Spans are [start, stop) in Unicode code points of `Article.text`.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, `stop` not included."""

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.stop:
            raise ValueError(f"not a span: [{self.start}, {self.stop})")

    def of(self, text: str) -> str:
        return text[self.start : self.stop]

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.stop and other.start < self.stop

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.stop <= self.stop


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. `story` lists the parts that tell it, in order; the rest
    (a doubled headline, source lines, notices about the publisher) is kept, not coded."""

    id: str
    text: str
    sha256: str
    story: tuple[Span, ...]
    key: str | None = None
    title: str | None = None
    published: date | None = None
    published_how: str = "none"  # given, page, feed, text, none
    publisher: str | None = None
    wire: str | None = None
    url: str | None = None
    language: str = "en"
    dateline: Span | None = None  # the place named at its head: "LONDON (Reuters) -"


@dataclass(frozen=True, slots=True)
class LandMark:
    """A word of the sentence that may tell the country of a party. `span` None: none here does.

    `score` is the chance; those of one party add up to at most 1.
    """

    span: Span | None
    score: float


@dataclass(frozen=True, slots=True)
class PartyMark:
    """Words that the engine takes for a party. `sector` is PLOVER's, "" for a state as a whole."""

    span: Span
    sector: str
    score: float
    lands: tuple[LandMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """What the engine ties to a trigger: `role` is actor, recipient, said_by or when.
    `span` is None for a party understood from an earlier sentence; then `lands` tell its country."""

    role: str
    span: Span | None
    score: float
    lands: tuple[LandMark, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerMark:
    """A word that the engine takes for an event's trigger."""

    span: Span
    type: str
    mode: str | None
    status: str
    score: float
    links: tuple[Link, ...] = ()
    nearest: Link | None = None  # where no party is tied: the likeliest one


@dataclass(frozen=True, slots=True)
class SayingMark:
    """A cue of speech, whom it is credited to and the words said, as the engine sees them."""

    cue: Span
    words: Span
    score: float
    speaker: Span | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A span with its words and what the engine noticed in it."""

    index: int
    span: Span
    words: tuple[Span, ...]
    parties: tuple[PartyMark, ...] = ()
    triggers: tuple[TriggerMark, ...] = ()
    sayings: tuple[SayingMark, ...] = ()
    nearest: TriggerMark | None = None  # where there is no trigger: the likeliest word, below the threshold


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that point to a party (`span` None: understood from an earlier sentence).

    `actor` is a registry id, None where nobody known is meant; then `name`, `country` and
    `sector` hold what the words alone tell. `country` is a code of the registry, never a filler.
    `candidates`: who may be meant, where the name is not unique.
    """

    span: Span | None
    text: str | None
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    office: str | None = None
    members: tuple[str, ...] = ()
    maker: str = "engine"
    candidates: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """`RUS`, `RUS:GOV` or `---:REB`."""
        country = self.country or "---"
        return f"{country}:{self.sector}" if self.sector else country


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a time is counted from: the day of publication, or the words of a time told before and its first day."""

    day: date
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """An expression that names a time. `first` and `last` are the days it spans, both
    included; None where the day of publication is needed and unknown. `anchor` is None
    where the words alone fix the days, and where there are none."""

    span: Span
    text: str
    value: str | None
    granularity: str  # day, week, month, season, quarter, year, decade, century, term, duration, set, vague
    first: date | None = None
    last: date | None = None
    how: str = "text"
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Happened:
    """When an event was: always an interval. `how`: text, context or published."""

    first: date | None
    last: date | None
    how: str
    text: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Words that name a place, and what the gazetteer knows of it."""

    span: Span
    text: str
    name: str
    country: str | None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, as one trigger tells it, before anybody has been named."""

    sentence: int
    trigger: Span
    clause: Span
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    intensity: float
    status: str  # asserted, negated, future, hypothetical
    score: float
    links: tuple[Link, ...] = ()
    nearest: Link | None = None  # where no party is tied: the likeliest one


@dataclass(frozen=True, slots=True)
class Saying:
    """Words credited to a speaker, before he has been named."""

    sentence: int
    words: Span
    kind: str  # direct, indirect, mixed
    cue: Span | None = None
    speaker: Span | None = None  # None: understood from an earlier sentence, see `follows`
    follows: int | None = None  # index, among the article's sayings, of the one whose speaker goes on
    addressee: Span | None = None
    voices: tuple[Span, ...] = ()  # who passes it on, nearest the fact first
    score: float = 1.0
    does: str = "asserts"  # or denies, claims, warns, promises, asks, thinks
    cites: tuple[Span, ...] = ()  # whom the speaker names for it: "X said, citing Y"


@dataclass(frozen=True, slots=True)
class Report:
    """One event as one sentence tells it."""

    id: str
    sentence: int
    trigger: Span
    span: Span
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    intensity: float
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    status: str
    happened: Happened | None
    place: Place | None
    said_by: tuple[Mention, ...]
    confidence: float
    word_of: str | None = None  # whose side the first voice known is on: actor, recipient, both, third


@dataclass(frozen=True, slots=True)
class Statement:
    """Words credited to a speaker."""

    id: str
    sentence: int
    speaker: Mention
    words: Span
    kind: str
    cue: Span | None = None
    addressee: Mention | None = None
    happened: Happened | None = None
    place: Place | None = None
    said_by: tuple[Mention, ...] = ()
    does: str = "asserts"  # or denies, claims, warns, promises, asks, thinks
    cites: tuple[Mention, ...] = ()  # whom the speaker names for it


@dataclass(frozen=True, slots=True)
class Note:
    """What was seen and not coded, or is doubtful, and why."""

    code: str
    says: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """All that one article tells, each piece tied to its words."""

    article: Article
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    notes: tuple[Note, ...] = ()
    places: tuple[Place, ...] = ()
    own_actors: str | None = None  # what stands for the user's own actors, where it was read with such


@dataclass(frozen=True, slots=True)
class PairType:
    """What one given party did to another: the likeliest of the sixteen types, and the probability of each."""

    type: str
    probabilities: dict[str, float]
