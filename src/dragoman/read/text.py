"""A plain text as an article."""

import hashlib

from dragoman.read.given import Given, writable
from dragoman.read.language import language
from dragoman.read.layout import layout
from dragoman.read.tidy import tidy
from dragoman.things import Article


def read_text(text: str, *, given: Given | None = None) -> Article:
    """The article that a text is, with what `given` tells of it.

    The article's text is the text given, tidied; a title given beside it stays beside it.
    """
    given = given or Given()
    whole = tidy(text)
    title, publisher, url = _line(given.title), _line(given.publisher), writable(given.url)
    seen = layout(whole, title, publisher)
    published = given.published or seen.published
    publisher = publisher or seen.publisher
    how = given.published_how if given.published else "text" if seen.published else "none"
    return Article(
        id=_fingerprint(whole, published.isoformat() if published else "", publisher or "", url or ""),
        text=whole,
        sha256=hashlib.sha256(whole.encode()).hexdigest(),
        story=seen.story,
        key=writable(given.key),
        title=seen.title,
        published=published,
        published_how=how,
        publisher=publisher,
        wire=seen.wire,
        url=url,
        language=language(whole),
        dateline=seen.dateline,
    )


def _line(words: str | None) -> str | None:
    return (" ".join(tidy(words).split()) or None) if words else None


def _fingerprint(*plain: str) -> str:
    return hashlib.sha256("\x1f".join(plain).encode()).hexdigest()[:16]
