"""Notice: the lines, mostly the last, in which a publisher names itself."""

import re

from dragoman.read.book import book
from dragoman.things import Span

_SELF = re.compile(r"(?:About |© ?)?(?P<name>[^\s].{1,40}?) (?:is|are|was founded|was established|,) ")
NAME = 40  # characters of a publisher's name on a line of its own
LAST = 4  # lines in which a text is closed


def without_notice(
    text: str, story: list[Span], publisher: str | None, credited: bool
) -> tuple[list[Span], str | None]:
    """The lines that tell the story, and the publisher that the others name.

    `credited`: a line above has said whose text it is, so that a bare name below it is the outlet's.
    """
    closing = story[max(1, len(story) - LAST) :]
    name = publisher or _by_itself(text, story, closing) or _alone(text, closing, credited)
    if name is None:
        return story, None
    edge = {*story[:3], *closing}
    return [s for s in story if not (s in edge and _of_publisher(s.of(text), name))], name


def _by_itself(text: str, story: list[Span], closing: list[Span]) -> str | None:
    """The name in "NAME is an independent radio ...", where a line holds it alone or the story never does."""
    lines = {s.of(text).strip(" .:").removeprefix("About ") for s in story}
    for span in closing:
        line = span.of(text)
        found = _SELF.match(line)
        if found is None or not _speaks_of_itself(line):
            continue
        name = found["name"]
        if name in lines or (span == story[-1] and name not in text[: span.start]):
            return name if len(name.split()) <= 5 and not name[0].islower() else None
    return None


def _alone(text: str, closing: list[Span], credited: bool) -> str | None:
    """A name that closes a text whose outlet has been credited just before."""
    line = closing[-1].of(text) if closing and credited else ""
    words = line.split()
    fits = (
        0 < len(words) <= 5
        and len(line) <= NAME
        and line[-1] not in '.!?:;”"’)'
        and line[0].isupper() | line[0].isdigit()
    )
    return line if fits else None


def _of_publisher(line: str, name: str) -> bool:
    """Whether a line at the edge of a text holds the publisher's name alone or speaks of it."""
    plain = line.strip(" .:|-–—©").casefold()
    if plain in (name.casefold(), f"about {name}".casefold()):
        return True
    return line.startswith((f"{name} is ", f"{name} are ", f"About {name}")) and _speaks_of_itself(line)


def _speaks_of_itself(line: str) -> bool:
    low = line.lower()
    return any(word in low for word in book().notice)
