"""Which time belongs to which event."""

from dataclasses import replace

from dragoman.compose.around import Around, word_before
from dragoman.things import Act, Article, Happened, Saying, Sentence, Time

LEAD = 3  # sentences, headline included, in which undated news is the day's news
# What is done by being said: its day is the day on which it was said.
SPOKEN = frozenset(("SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE"))
NOT_YET = frozenset({"future", "hypothetical"})
UNDATED = frozenset({"duration", "set", "vague"})
DISTANT = frozenset(("had", "once", "previously", "formerly"))
FIRST_SINCE = frozenset(
    "first second third only latest biggest largest worst deadliest highest lowest best most time".split()
)
# What the word before a time makes of it: it began then, or ended then, or came before or after.
SINCE, UNTIL, BEFORE, AFTER, BY = (
    ("since",),
    ("until", "till", "through"),
    ("before",),
    ("after", "following"),
    ("by",),
)
PERFECT = frozenset(("has", "have", "having", "be", "to"))
PAST = frozenset(
    "withdrew left met held began took fought won lost sent struck shot hit broke quit fell cut gave made flew "
    "fled went came brought drove put set split led built bought sold froze rose spoke swore tore threw hung".split()
)
OPENERS = frozenset("after before following since while when as despite although".split())  # of a side clause
CLAUSES = frozenset("to that who which when while after before because since until if as".split())
_WHEN = (", when ", " when ", ", in which ")


def happened(act: Act, here: Around, article: Article) -> Happened | None:
    """When the act was: as its words, its sentence, the story it goes on with or the day of print tell."""
    text = article.text
    if named := _itself(act, here.times):
        return _until_print(
            Happened(named.first, named.last, "text", named.text, named.span), act, here, article
        )
    time = _of_the_main_clause(act, here, text) or _tied(act, here.times)
    time = time or _of_its_clause(act, here, text) or _at_its_end(act, here, text)
    if time is not None:
        return _until_print(_dated(act, time, here.sentence, article), act, here, article)
    if said := _of_its_saying(act, here):
        return Happened(said.first, said.last, "text", said.text, said.span)
    if here.background and act.status not in NOT_YET and _in_the_past(act, here.sentence, text):
        return here.background
    published = article.published
    if published is None or act.status in NOT_YET or _is_distant(act, here.sentence, article.text):
        return None
    of_the_day = act.sentence < LEAD and not any(t.first for t in here.times)
    return Happened(published if of_the_day else None, published, "published")


def _until_print(found: Happened, act: Act, here: Around, article: Article) -> Happened:
    """What was done, under a government still in office too, was done by the day of print."""
    first, last, published = found.first, found.last, article.published
    if published is None or last is None or last <= published or (first and first > published):
        return found
    past = act.status not in NOT_YET and _in_the_past(act, here.sentence, article.text)
    return replace(found, last=published) if past else found


def _itself(act: Act, times: tuple[Time, ...]) -> Time | None:
    """Where the act is a war or summit that has a name: its own days ("since the invasion of Iraq")."""
    return next(
        (t for t in times if t.granularity == "term" and t.first and t.span.covers(act.trigger)), None
    )


def _of_the_main_clause(act: Act, here: Around, text: str) -> Time | None:
    """In "After reviving it late last year, Peru resumed talks on Monday" the talks are of Monday."""
    words = [w.of(text).lower() for w in here.sentence.words[:1]]
    if not words or words[0] not in OPENERS or "," not in text[here.sentence.span.start : act.trigger.start]:
        return None
    after = [
        t for t in here.times if t.span.start >= act.trigger.stop and word_before(t, text) in ("in", "on")
    ]
    return after[0] if len(after) == 1 and after[0].granularity not in UNDATED else None


def _tied(act: Act, times: tuple[Time, ...]) -> Time | None:
    """The time whose words the engine ties to the trigger: of several the first that can be a day."""
    spans = [link.span for link in act.links if link.role == "when" and link.span]
    met = [
        t for t in times if (t.first or t.granularity not in UNDATED) and any(t.span.meets(s) for s in spans)
    ]
    return next((t for t in met if t.first), met[0] if met else None)


def _of_its_clause(act: Act, here: Around, text: str) -> Time | None:
    """In "since 2001, when troops took the town" the taking is of 2001."""
    before = [t for t in here.times if t.span.stop < act.trigger.start]
    if not before or before[-1].granularity in UNDATED:
        return None
    last = before[-1]
    between = text[last.span.stop : act.trigger.start]
    opener = next((w for w in _WHEN if between.startswith(w)), None)
    return last if opener and "," not in between[len(opener) :] else None


def _at_its_end(act: Act, here: Around, text: str) -> Time | None:
    """In "he withdrew the army from the province in 2018" the time that ends the clause, with no verb between."""
    row = [w.of(text).lower() for w in here.sentence.words if w.start >= act.trigger.start]
    led = [w.of(text).lower() for w in here.sentence.words if w.stop <= act.trigger.start][-3:]
    if not row or not _is_past(row[0]) or not PERFECT.isdisjoint(led):
        return None
    after = [
        t for t in here.times if t.span.start > act.trigger.stop and word_before(t, text) in ("in", "on")
    ]
    if len(after) != 1 or after[0].span in here.tied or after[0].granularity in UNDATED:
        return None
    words = [
        w.of(text).lower() for w in here.sentence.words if act.trigger.stop <= w.start < after[0].span.start
    ]
    ends = text[after[0].span.stop : after[0].span.stop + 1] in ("", ".", ",", ";", "\n")
    return (
        after[0]
        if ends and not any(_is_past(w) or w.endswith("ing") or w in CLAUSES for w in words)
        else None
    )


def _is_past(word: str) -> bool:
    return word in PAST or (word.endswith("ed") and len(word) > 4)


def _in_the_past(act: Act, sentence: Sentence, text: str) -> bool:
    """Whether its verb is of the past, or the one of its sentence where it is a noun."""
    own = act.trigger.of(text).lower().split()
    return any(map(_is_past, own)) or any(
        w.of(text).lower() in ("was", "were", "had") for w in sentence.words
    )


def _of_its_saying(act: Act, here: Around) -> Time | None:
    """For what its speaker does by saying it ("we will not negotiate"): the one day that stands beside the words."""
    if act.type not in SPOKEN or act.status in NOT_YET:
        return None
    for saying in here.sayings:
        if saying.words.covers(act.trigger) and _is_by(act, saying):
            days = [t for t in here.times if t.granularity == "day" and not saying.words.meets(t.span)]
            return days[0] if len(days) == 1 == len(here.times) else None
    return None


def _is_by(act: Act, saying: Saying) -> bool:
    """Whether the speaker is who acts: as "we", or nobody in the words is tied to the act as another."""
    own = [link.span for link in act.links if link.role == "actor" and link.span]
    return not own or any(not saying.words.covers(span) or span.stop - span.start < 3 for span in own)


def _dated(act: Act, time: Time, sentence: Sentence, article: Article) -> Happened:
    """The days that a time gives an act, by the word that stands before it."""
    first, last = time.first, time.last
    word = word_before(time, article.text) if _stands_off(act, time, article.text) else ""
    if word in SINCE and not _is_record(act, time, sentence, article.text):
        last = article.published if act.status not in NOT_YET else None
    elif word in UNTIL and act.status not in NOT_YET:
        first = None
    elif word in BEFORE:
        first, last = None, first
    elif word in AFTER and (time.granularity != "day" or act.status in NOT_YET):
        first, last = last, article.published if act.status not in NOT_YET else None
    elif word in (*BY, *UNTIL):
        first = article.published if act.status in NOT_YET else None
    if first and last and last < first:
        first, last = time.first, time.last
    return Happened(first, last, "text", time.text, time.span)


def _stands_off(act: Act, time: Time, text: str) -> bool:
    """Whether "since" is of the act: not so in "since the 2001 invasion", nor in "since 2001, when troops came"."""
    if act.trigger.start < time.span.stop:
        return True
    between = text[time.span.stop : act.trigger.start]
    return "," in between and not between.startswith(_WHEN)


def _is_record(act: Act, time: Time, sentence: Sentence, text: str) -> bool:
    """The first visit since 2009 was not in 2009, nor has it gone on from then."""
    words = [w.of(text).lower() for w in sentence.words if w.start < time.span.start]
    return bool(FIRST_SINCE & set(words[-10:]))


def _is_distant(act: Act, sentence: Sentence, text: str) -> bool:
    """Whether the words before the trigger put it further back than the news itself."""
    before = [
        w.of(text).lower()
        for w in sentence.words
        if w.stop <= act.trigger.start and w.start >= act.clause.start
    ]
    return not DISTANT.isdisjoint(before[-4:])
