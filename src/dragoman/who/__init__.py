"""Who: sentences, places and sayings in, mentions of those who act out: states, bodies, groups, persons.

Never here: which of them did what (see compose), and what was done (see what).
"""

from dragoman.who.mentions import mentions
from dragoman.who.registry import Registry
from dragoman.who.tables import RegistryBroken, open_registry

__all__ = ["Registry", "RegistryBroken", "mentions", "open_registry"]
