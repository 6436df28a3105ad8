"""Hands in one process: the engine works outside Python's lock, so threads share the cores."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from dragoman.river import read_article
from dragoman.things import Article, Record
from dragoman.tools import Tools

AHEAD = 4  # articles waiting for each hand: keeps the hands busy and the memory flat


def read_many(articles: Iterable[Article], tools: Tools, hands: int | None = None) -> Iterator[Record]:
    """The record of each article, in order; `hands` threads, by default one a core."""
    hands = hands or os.cpu_count() or 1
    waiting: deque[Future[Record]] = deque()
    with ThreadPoolExecutor(hands) as pool:
        for article in articles:
            waiting.append(pool.submit(read_article, article, tools))
            if len(waiting) >= hands * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
