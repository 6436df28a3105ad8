"""What: the engine's marks in, acts of the codebook out: type, mode, contexts, status, strength.

Never here: who did it, or when (see who, when, compose).
"""

from dragoman.what.acts import acts
from dragoman.what.codebook import Codebook
from dragoman.what.pages import CodebookBroken, open_codebook, open_types

__all__ = ["Codebook", "CodebookBroken", "acts", "open_codebook", "open_types"]
