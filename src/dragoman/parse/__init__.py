"""Parse: text in, sentences with their words and the engine's marks out.

Never here: who is meant, which day is meant, what is recorded.
"""

from dragoman.parse.given import around
from dragoman.parse.words import sentences

__all__ = ["around", "sentences"]
