"""Hands in one process: the engine works outside Python's lock, so threads share the cores."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from dragoman.river import read_article
from dragoman.things import Article, Note, Record
from dragoman.tools import Tools

AHEAD = 4  # articles waiting for each hand: keeps the hands busy and the memory flat


def read_many(articles: Iterable[Article], tools: Tools, hands: int | None = None) -> Iterator[Record]:
    """The record of each article, in order; `hands` threads, by default one a core."""
    hands = hands or os.cpu_count() or 1
    waiting: deque[Future[Record]] = deque()
    with ThreadPoolExecutor(hands) as pool:
        for article in articles:
            waiting.append(pool.submit(read_one, article, tools))
            if len(waiting) >= hands * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def read_one(article: Article, tools: Tools) -> Record:
    """The article's record. A fault of ours in one article costs only its record: a note says so."""
    try:
        return read_article(article, tools)
    except Exception as wrong:
        says = f"A fault of the program ({type(wrong).__name__}: {wrong}) stopped the reading; nothing was coded."
        return Record(article, notes=(Note("failed", says),))
