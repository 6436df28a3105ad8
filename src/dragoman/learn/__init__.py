"""Learn: a user's annotated articles and types in, an ontology that `read` can use out.

The shipped engine stays as it is: what it makes of each word is the ground on which a new trigger head is
learned. Parties, ties, sayings and statuses stay the shipped engine's.
"""

from dragoman.learn.corpus import NotAnnotated, corpus
from dragoman.learn.ontology import TooLittle, learn

__all__ = ["NotAnnotated", "TooLittle", "corpus", "learn"]
