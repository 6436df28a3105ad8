"""A web page as an article: text, title, day and publisher by trafilatura."""

import logging
from dataclasses import replace
from datetime import date
from typing import Any

from dragoman.read.decoded import decoded_page
from dragoman.read.given import Given, Rejected, Unreadable, as_day
from dragoman.read.headline import same
from dragoman.read.tags import ATTRIBUTES, is_crowded
from dragoman.read.text import read_text
from dragoman.things import Article

LARGEST = 10_000_000  # bytes of one page
TAGS = 1_000_000  # on one page: beyond it reading takes minutes, and no article has them
MANY_TAGS = 50_000  # on one page: beyond it trafilatura's second opinions cost more than they help
_SILENT = logging.NullHandler()
_REMEDY = "save or paste the article's text instead"
# The day must be told by the page's own data, not searched for in its words, and never by the clock.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-12-31"}


def read_page(data: bytes, *, given: Given | None = None, where: str = "page") -> Article:
    """The article on a page, its headline first. Raises Unreadable where there is none."""
    given = given or Given()
    if len(data) > LARGEST:
        raise Unreadable(
            Rejected("E105", "a page", where, f"it is larger than {LARGEST // 1_000_000} MB", _REMEDY)
        )
    page = decoded_page(data, where)
    if page.count("<") > TAGS:
        raise Unreadable(Rejected("E105", "a page", where, f"it has more than {TAGS:,} tags", _REMEDY))
    if is_crowded(page):
        why = f"a tag on it has more than {ATTRIBUTES:,} attributes"
        raise Unreadable(Rejected("E105", "a page", where, why, _REMEDY))
    found = _extracted(page, where)
    if found is None or not (found.text or "").strip():
        raise Unreadable(Rejected("E106", "a page", where, "no article was found on it", _REMEDY))
    told = replace(
        given,
        title=given.title or found.title,
        publisher=given.publisher or found.sitename,
        url=given.url or found.url,
    )
    if told.published is None and (day := _day(found.date)):
        told = replace(told, published=day, published_how="page")
    return read_text(_with_title(found.text, told.title), given=told)


def _extracted(page: str, where: str) -> Any:
    """What trafilatura finds on the page."""
    import trafilatura

    many = page.count("<") > MANY_TAGS
    for name in ("trafilatura", "htmldate"):  # what they would say on stderr is said by Unreadable
        logging.getLogger(name).addHandler(_SILENT)
    try:
        return trafilatura.bare_extraction(
            page.replace("\x00", ""),
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            favor_precision=not many,
            fast=many,
            date_extraction_params=_DATES,
        )
    except Exception as wrong:  # a page is anybody's bytes, and the library names no error of its own
        why = f"its HTML is broken ({type(wrong).__name__}: {wrong})"
        raise Unreadable(Rejected("E109", "a page", where, why, _REMEDY)) from wrong


def _with_title(text: str, title: str | None) -> str:
    first = text.strip().partition("\n")[0]
    return text if not title or same(first, title) else f"{title}\n\n{text}"


def _day(words: str | None) -> date | None:
    try:
        return as_day(words) if words else None
    except ValueError:
        return None
