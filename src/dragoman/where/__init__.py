"""Where: sentences in, the places that they name as places out, with country and, where known, coordinates.

Never here: countries that act (see who), and which place belongs to which act (see compose).
"""

from dragoman.where.gazetteer import Gazetteer, GazetteerBroken, open_gazetteer
from dragoman.where.spots import places

__all__ = ["Gazetteer", "GazetteerBroken", "open_gazetteer", "places"]
