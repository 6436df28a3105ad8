"""Who: sentences, places and sayings in, mentions of those who act out: states, bodies, groups, persons.

Never here: which of them did what (see compose), and what was done (see what).
"""

from dragoman.who.cells import RegistryBroken
from dragoman.who.directory import open_directory
from dragoman.who.lineage import lineage, members, state_named
from dragoman.who.mentions import mentions
from dragoman.who.offices import Held, holders, known_as
from dragoman.who.own import Own, with_own
from dragoman.who.own_table import fingerprint, own_table, written
from dragoman.who.registry import Registry
from dragoman.who.tables import open_registry

__all__ = [
    "Held",
    "Own",
    "Registry",
    "RegistryBroken",
    "fingerprint",
    "holders",
    "known_as",
    "lineage",
    "members",
    "mentions",
    "open_directory",
    "open_registry",
    "own_table",
    "state_named",
    "with_own",
    "written",
]
