"""Status by words: what a cue of the codebook before or after a trigger makes of the deed."""

from collections.abc import Iterable, Sequence

from dragoman.what.codebook import Rule, Rules
from dragoman.what.phrases import Found

_LONGEST = 5  # words of a cue


def status_by_words(row: Sequence[str], at: int, kind: str, book: Rules) -> str | None:
    """The status that the first rule that holds gives; None where none holds.

    `row` is the sentence as it is written, `at` the trigger's place in it, `kind` its type. A word in
    capitals inside a sentence is a name ("Will", "May") and no cue.
    """
    low = [*(word if word in book.names else word.lower() for word in row[:1]), *row[1:]]
    present = set(low)
    for rule in book.rules:
        if present.isdisjoint(rule.cues.heads):
            continue
        if _is_meant_for(rule, kind, low[at]) and _holds(low, at, rule, book):
            return rule.status
    return None


def _is_meant_for(rule: Rule, kind: str, trigger: str) -> bool:
    if kind in rule.not_for or (rule.only_for and kind not in rule.only_for):
        return False
    return not rule.triggers or trigger in rule.triggers


def _holds(low: Sequence[str], at: int, rule: Rule, book: Rules) -> bool:
    found = _after(low, at, rule, book) if rule.after else _before(low, at, rule, book)
    if found is None:
        return False
    if found.start > 0 and low[found.start - 1] in rule.not_behind:
        return False
    if found.stop < len(low) and low[found.stop] in rule.not_before:
        return False
    return not rule.later or any(low[i] in rule.later for i in _open_to(low, range(at + 1, len(low)), book))


def _before(low: Sequence[str], at: int, rule: Rule, book: Rules) -> Found | None:
    """The nearest cue that ends before the trigger, within reach."""
    for i in _within_reach(low, range(at - 1, -1, -1), rule, book):
        for start in range(i, max(-1, i - _LONGEST), -1):
            found = rule.cues.at(low, start, i + 1)
            if found and found.stop == i + 1:
                return found
    return None


def _after(low: Sequence[str], at: int, rule: Rule, book: Rules) -> Found | None:
    """The nearest cue that begins after the trigger, within reach."""
    reached = _within_reach(low, range(at + 1, len(low)), rule, book)
    return next((found for i in reached if (found := rule.cues.at(low, i, len(low)))), None)


def _within_reach(low: Sequence[str], places: range, rule: Rule, book: Rules) -> Iterable[int]:
    """The places where a cue may stand: up to a wall, and not over more words than the rule allows."""
    left = rule.reach
    for i in places:
        yield i
        if low[i] in book.walls:
            return
        left -= not _fills(low[i], book)
        if left < 0:
            return


def _open_to(low: Sequence[str], places: range, book: Rules) -> Iterable[int]:
    for i in places:
        if low[i] in book.walls:
            return
        yield i


def _fills(word: str, book: Rules) -> bool:
    return word in book.fillers or (word.endswith("ly") and len(word) > 4)
