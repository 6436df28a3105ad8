"""Markup: what a document in angle brackets is, told by its first element."""

import re

HEAD = 65_536  # characters in which the first element must stand
_BLANK = "\ufeff\x00 \t\r\n"
# What may stand before the first element. A comment or an instruction that never ends hides all the rest.
_BEFORE = re.compile(
    r"\s+|<\?.*?\?>|<!--.*?-->|<!doctype\b[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_HTML = re.compile(r"<!doctype\s+html\b", re.IGNORECASE)
_ELEMENT = re.compile(r"<([A-Za-z_][\w:.\-]{0,60})([^<>]{0,2000})")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b", re.IGNORECASE)
_PAGES = frozenset(
    "html head body article main section div span p h1 h2 h3 h4 h5 h6 meta title link script style table"
    " center font".split()
)
_FEEDS = frozenset(("rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml", "channel"))


def markup(head: str) -> str | None:
    """page, feed or xml, by how a document opens; None where it is a text."""
    opens = head[:HEAD].strip(_BLANK)
    name, rest, is_html = _first(opens)
    if is_html or name in _PAGES:
        return "page"
    if name in _FEEDS or _FEED.search(opens[:1024]):
        return "feed"
    if re.match(r"<\?xml\b|<!doctype\b", opens, re.IGNORECASE) or (name and (":" in name or "xmlns" in rest)):
        return "xml"
    return "page" if opens.startswith("<!--") else None


def _first(opens: str) -> tuple[str, str, bool]:
    """The first element's name, what stands in its tag, and whether the document says that it is HTML."""
    at, is_html = 0, False
    while found := _BEFORE.match(opens, at):
        is_html |= bool(_HTML.match(opens, at))
        at = found.end()
    element = _ELEMENT.match(opens, at)
    return (element[1].lower(), element[2], is_html) if element else ("", "", is_html)
