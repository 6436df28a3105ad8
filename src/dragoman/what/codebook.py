"""The codebook: PLOVER's types, modes and contexts, and the words that tell them."""

from dataclasses import dataclass

from dragoman.what.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Mode:
    """How a deed of one type is done.

    `written_as` is the manual's mode where it knows none of this name; `context` always comes with the mode.
    """

    name: str
    says: str
    intensity: float
    yes: tuple[str, ...]
    written_as: str
    context: str | None


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the sixteen event types. `first`, `own` and `near` hold the words that tell its modes.

    `negated_by_words`: the engine's "negated" does not count. `equals`: triggers that all parties do together;
    `one_way`: where it is given, all triggers are such but these.
    """

    name: str
    says: str
    quad: int
    intensity: float
    needs_recipient: bool
    yes: tuple[str, ...]
    no: tuple[str, ...]
    modes: dict[str, Mode]
    reach: tuple[int, int]
    otherwise: str | None
    first: Phrases
    own: Phrases
    near: Phrases
    equals: frozenset[str] = frozenset()
    one_way: frozenset[str] = frozenset()
    negated_by_words: bool = False

    def is_among_equals(self, trigger: str, mode: str | None) -> bool:
        """Whether all parties of this trigger, small, are actors; a mode such as visit gives them their parts."""
        return trigger in self.equals or (bool(self.one_way) and mode is None and trigger not in self.one_way)


@dataclass(frozen=True, slots=True)
class Rule:
    """Words at a trigger that take the deed out of what happened. The fields are told in status.toml."""

    name: str
    says: str
    status: str
    cues: Phrases
    after: bool
    reach: int
    only_for: frozenset[str]
    not_for: frozenset[str]
    triggers: frozenset[str]
    not_behind: frozenset[str]
    not_before: frozenset[str]
    later: frozenset[str]
    yes: tuple[tuple[str, str], ...]
    no: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """In the order in which they are tried. `fillers` are stepped over, `walls` end a cue's reach,
    `names` are no cues at the head of a sentence."""

    rules: tuple[Rule, ...]
    fillers: frozenset[str]
    walls: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Codebook:
    """All of it, in the order of its files. `context_names` are looked for as they are written."""

    kinds: dict[str, Kind]
    contexts: dict[str, str]
    context_words: Phrases
    context_names: Phrases
    rules: Rules
