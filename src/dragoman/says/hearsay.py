"""Hearsay: the voice without a name. "Chad reportedly shut the border", "is said to have left", "an alleged raid"."""

from dragoman.says.cues import Cues
from dragoman.things import Article, Sentence, Span

_NEAR = 10  # words between the voice and what is told on it
_AFTER = 2  # words by which it may come late: "was shot, allegedly, in Lagos"
_THAT = 4  # words of "it is now widely believed that"


def hearsay(article: Article, sentence: Sentence, told: Span, cues: Cues) -> Span | None:
    """The word by which nobody in particular vouches for what stands at `told`."""
    text = article.text[sentence.span.start : sentence.span.stop].lower()
    if not any(word in text for word in cues.lists["hearsay_stems"]):
        return None
    words = [w.of(article.text) for w in sentence.words]
    at = next((k for k, w in enumerate(sentence.words) if w.meets(told)), None)
    if at is None:
        return None
    known = cues.lists["hearsay"] | cues.lists["hearsay_before_noun"] | cues.lists["hearsay_verbs"]
    for k in sorted(range(len(words)), key=lambda k: abs(at - k)):
        if (
            words[k].lower() in known
            and _vouches(words, k, at, cues)
            and not any(p.span.meets(sentence.words[k]) for p in sentence.parties)
        ):
            return sentence.words[k]
    return None


def _vouches(words: list[str], k: int, at: int, cues: Cues) -> bool:
    low, lists = [w.lower() for w in words], cues.lists
    if low[k] in lists["hearsay"]:
        return _reaches(low, k, at, cues)
    if low[k] in lists["hearsay_before_noun"] and _before_noun(words, k, at):
        return k == 0 or low[k - 1] in lists["articles"] or low[k - 1] in lists["prepositions"]
    if low[k] in lists["hearsay_verbs"] and k < at and _by_nobody(low, k, cues):
        if low[k + 1] == "to":
            return _reaches(low, k, at, cues)
        opened = low[max(0, k - _THAT) : k + 2]
        return low[k + 1] == "that" and "it" in opened and ";" not in low[k:at]
    return False


def _before_noun(words: list[str], k: int, at: int) -> bool:
    """Whether the noun stands next, or behind one name: "an alleged attack", "an alleged Kenyan attack"."""
    return at - k == 1 or (at - k == 2 and words[k + 1][:1].isupper())


def _by_nobody(low: list[str], k: int, cues: Cues) -> bool:
    """Whether it is a passive: "is said", "has been widely reported"."""
    before = k - 1
    while before > 0 and (low[before].endswith("ly") or low[before] in cues.lists["between"]):
        if low[before] in cues.lists["passive"]:
            break
        before -= 1
    return before >= 0 and low[before] in cues.lists["passive"]


def _reaches(low: list[str], k: int, at: int, cues: Cues) -> bool:
    """Whether the word at `k` stands to that at `at`, with no wall between but commas around the word itself."""
    if not -_AFTER - 1 <= at - k <= _NEAR:
        return False
    first, last = (k + 1, at) if k < at else (at + 1, k)
    between = [low[j] for j in range(first, last) if not (abs(j - k) == 1 and low[j] == ",")]
    return not any(word in cues.lists["walls"] for word in between)
