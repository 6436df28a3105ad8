"""Tags: a quotation that ends with a mark of its own, and the speaker in a sentence by himself.

"“Are you leaving?” Okello asked." is two sentences, of which the second says who spoke in the first.
"""

from dragoman.says import edges, speakers
from dragoman.says.backward import ends
from dragoman.says.draft import Draft
from dragoman.says.line import Line
from dragoman.says.quotes import Quotation

_FAR = 16  # words before the cue: "Foreign Minister Amina Okello, a former judge, said"


def tagged(line: Line, quotation: Quotation | None) -> Draft | None:
    """The saying whose words are the quotation right before the sentence."""
    if quotation is None or line.text[quotation.outer.stop : line.sentence.span.start].strip(" "):
        return None
    if not _opens_a_sentence(line.text, quotation):
        return None
    words = edges.inner(line.text, quotation)
    at = next((k for k in range(min(_FAR, len(line.low))) if line.cue(k)), None)
    cue = line.cue(at) if at else None
    if at is None or cue is None or words is None or "quote" not in cue.takes or line.quoted(0):
        return None
    speaker = speakers.before(line, at)
    barred = any(line.is_in(k, name) for k in range(at) for name in ("joints", "unsaid"))
    if speaker is None or barred:
        return None
    hearer = speakers.after(line, at) if cue.takes & {"listener", "hears"} else None
    heard = hearer if hearer and ends(line, hearer[1]) else None
    if not ends(line, heard[1] if heard else at + 1):
        return None
    return Draft(line.sentence.index, "quote", words, line.span(at, at), speaker, heard[0] if heard else None)


def _opens_a_sentence(text: str, quotation: Quotation) -> bool:
    """Whether it stands for itself; what ends a sentence of the writer's is that sentence's own."""
    lead = text[max(0, quotation.outer.start - 20) : quotation.outer.start].rstrip(" ")
    return not lead or lead[-1] in '.!?\n”"’'
