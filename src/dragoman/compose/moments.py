"""Which time belongs to which event."""

from dragoman.compose.around import Around
from dragoman.things import Act, Article, Happened, Sentence, Span, Time

# Speech that is itself the act: its day is the day on which it was said.
SPOKEN = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
LEAD = 3  # sentences, headline included, in which undated news is the day's news
NOT_YET = frozenset({"future", "hypothetical"})
DEADLINES = ("by", "until", "before")
OPENERS = (
    "after",
    "before",
    "following",
    "since",
    "while",
    "when",
    "as",
    "despite",
    "although",
)  # of a side clause
DISTANT = ("had", "once", "previously", "formerly")


def happened(act: Act, here: Around, article: Article) -> Happened | None:
    """When the act was: as its words, its sentence or the day of print tell; None where nothing does."""
    tied, alone = _linked(act, here.times), _only_one(act, here.times, article.text)
    tied = _of_the_main_clause(act, here, article.text) or tied
    found = tied or _of_its_saying(act, here) or alone
    if found is not None:
        return Happened(found.first, found.last, "text", found.text, found.span)
    published = article.published
    if published is None or act.status in NOT_YET or _distant(act, here.sentence, article.text):
        return None
    return Happened(published if act.sentence < LEAD else None, published, "published")


def _of_the_main_clause(act: Act, here: Around, text: str) -> Time | None:
    """In "After reviving it late last year, Peru resumed talks on Monday" the talks are of Monday."""
    words = [w.of(text).lower() for w in here.sentence.words[:1]]
    if not words or words[0] not in OPENERS or "," not in text[here.sentence.span.start : act.trigger.start]:
        return None
    after = [
        t for t in here.times if t.span.start >= act.trigger.stop and _word_before(t, text) in ("in", "on")
    ]
    return after[0] if len(after) == 1 else None


def _linked(act: Act, times: tuple[Time, ...]) -> Time | None:
    """The time whose words the engine ties to the trigger."""
    spans = [link.span for link in act.links if link.role == "when" and link.span]
    met = [(_shared(t.span, s), t) for s in spans for t in times if t.span.meets(s)]
    return max(met, key=lambda pair: pair[0])[1] if met else None


def _of_its_saying(act: Act, here: Around) -> Time | None:
    """For what is done by being said: the one time beside the words that say it."""
    if act.type not in SPOKEN:
        return None
    for saying in here.sayings:
        if saying.words.covers(act.trigger):
            inside = [t for t in here.times if saying.words.meets(t.span)]
            beside = [t for t in here.times if not saying.words.meets(t.span) and _same(t, act)]
            if not inside and len(beside) == 1:
                return beside[0]
    return None


def _same(time: Time, act: Act) -> bool:
    return time.granularity != "duration" and abs(time.span.start - act.trigger.start) < 400


def _only_one(act: Act, times: tuple[Time, ...], text: str) -> Time | None:
    """The one dated time of the clause, where the sentence has no other, or no other with "in" or "on" before it;
    no deadline."""
    here = [t for t in times if t.granularity not in ("duration", "vague")]
    if len(here) > 1:
        here = [t for t in here if _word_before(t, text) in ("in", "on")]
    if len(here) != 1 or not act.clause.covers(here[0].span):
        return None
    return None if _word_before(here[0], text) in DEADLINES else here[0]


def _word_before(time: Time, text: str) -> str:
    return (text[max(0, time.span.start - 9) : time.span.start].split() or [""])[-1].lower()


def _distant(act: Act, sentence: Sentence, text: str) -> bool:
    """Whether the words before the trigger put it further back than the news itself."""
    before = [
        w.of(text).lower()
        for w in sentence.words
        if w.stop <= act.trigger.start and w.start >= act.clause.start
    ]
    return any(word in DISTANT for word in before[-4:])


def _shared(a: Span, b: Span) -> int:
    return min(a.stop, b.stop) - max(a.start, b.start)
