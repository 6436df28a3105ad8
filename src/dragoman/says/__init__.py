"""Says: sentences with the engine's marks in, sayings out: cue, speaker, words, and who passes them on.

Never here: who the speaker is (see who), and when he spoke (see compose).
"""

from dragoman.says.cues import Cues, CuesBroken, open_cues
from dragoman.says.sayings import sayings
from dragoman.says.voices import voices

__all__ = ["Cues", "CuesBroken", "open_cues", "sayings", "voices"]
