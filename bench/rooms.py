#!/usr/bin/env python3
"""What each room costs beside the engine: rooms.py [--articles N] [--profile] [--json] [--check]

Reads articles of 400 words of ../shared/data/news/voa one after the other and counts the time that the processor
works in each room, which does not depend on what else the machine does. Wanted: who, when, where and says together
take at most a third of the engine's time. --profile says in which functions the time goes.
"""

import argparse
import cProfile
import io
import json
import pstats
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import Any

import speed

FOUR = ("who", "when", "where", "says")
WANTED = 1 / 3  # of the engine's time, for the four together
VERBS = {  # of the modules that the river calls: which room they count for
    "parse": ("sentences",),
    "when": ("times",),
    "where": ("places",),
    "what": ("acts",),
    "says": ("sayings", "voices"),
    "who": ("mentions",),
    "compose": ("record",),
}
MOST = 25  # functions that --profile names
SOURCE = Path(__file__).parents[1] / "src" / "dragoman"

Spent = dict[str, float]


def figures(count: int = 200) -> dict[str, float]:
    """Seconds for 10,000 words in each room, and `four`: the share of who, when, where and says of the engine's."""
    found, words = _measured(list(islice(speed.articles(), count)))
    seconds = {room: spent * 10_000 / words for room, spent in sorted(found.items(), key=lambda of: -of[1])}
    return seconds | {"four": sum(found[room] for room in FOUR) / found["engine"]}


def _measured(rows: list[dict[str, Any]]) -> tuple[Spent, int]:
    from dragoman import river
    from dragoman.show.record_json import as_line

    spent: Spent = defaultdict(float)
    articles = _timed(_articles, "read", spent)(rows)
    tools = _tools(articles[0])
    with _counted(river, type(tools.engine), spent):
        for article in articles:
            record = river.read_article(article, tools)
            _timed(as_line, "show", spent)(record)
    return spent, sum(row["words"] for row in rows)


def _articles(rows: list[dict[str, Any]]) -> list[Any]:
    from dragoman.read import read_bytes
    from dragoman.things import Article

    data = "\n".join(json.dumps(row) for row in rows).encode()
    return [found for found in read_bytes(io.BytesIO(data), "rows.jsonl") if isinstance(found, Article)]


def _tools(article: Any) -> Any:
    """The tools, with all that is opened late opened: the first article pays for it."""
    from dragoman.river import read_article
    from dragoman.tools import open_tools

    tools = open_tools()
    read_article(article, tools)
    return tools


@contextmanager
def _counted(river: Any, engine: Any, spent: Spent) -> Iterator[None]:
    """While it lasts, the time in each verb that the river calls is counted."""
    verbs = [(engine, "mark", "engine")]
    verbs += [(getattr(river, room), verb, room) for room, named in VERBS.items() for verb in named]
    before = [getattr(module, verb) for module, verb, _ in verbs]
    for (module, verb, room), plain in zip(verbs, before, strict=True):
        setattr(module, verb, _timed(plain, room, spent))
    try:
        yield
    finally:
        for (module, verb, _), plain in zip(verbs, before, strict=True):
            setattr(module, verb, plain)


def _timed(verb: Callable[..., Any], room: str, spent: Spent) -> Callable[..., Any]:
    """The engine works in the thread that calls it, so the thread's own time is all of it."""

    @wraps(verb)
    def timed(*given: Any, **named: Any) -> Any:
        started = time.thread_time()
        try:
            return verb(*given, **named)
        finally:
            spent[room] += time.thread_time() - started

    return timed


def dearest(count: int = 60) -> list[tuple[str, int, float]]:
    """The functions of the house in which most time is spent, what they call of others included once: calls and
    microseconds a word. Profiling makes short functions look dearer than they are."""
    from dragoman import river

    rows = list(islice(speed.articles(), count))
    words, articles = sum(row["words"] for row in rows), _articles(rows)
    tools = _tools(articles[0])
    profile = cProfile.Profile(time.thread_time)
    profile.enable()
    for article in articles:
        river.read_article(article, tools)
    profile.disable()
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    ours = {key: row for key, row in stats.items() if str(SOURCE) in key[0]}
    named = [
        (_name(*key), calls, (own + _foreign(stats, key)) * 1e6 / words)
        for key, (_, calls, own, _, _) in ours.items()
    ]
    return sorted(named, key=lambda row: -row[2])[:MOST]


def _name(file: str, line: int, name: str) -> str:
    return f"{Path(file).relative_to(SOURCE).with_suffix('')}:{line} {name}"


def _foreign(stats: Any, key: tuple[str, int, str]) -> float:
    """Seconds that a function spends in built-in functions and libraries that it calls itself."""
    return sum(
        callers[key][3]
        for (file, _, _), (*_, callers) in stats.items()
        if str(SOURCE) not in file and key in callers
    )


def show(found: dict[str, float]) -> None:
    engine = found["engine"]
    print("seconds for 10,000 words, and the share of the engine's")
    for room, seconds in found.items():
        if room != "four":
            print(f"  {room:8} {seconds:8.3f}  {100 * seconds / engine:5.1f} %")
    print(
        f"{', '.join(FOUR)} together: {100 * found['four']:.1f} % of the engine's; wanted {100 * WANTED:.0f} %"
    )


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, default=200, metavar="N", help="default 200")
    asked.add_argument("--profile", action="store_true", help="also the dearest functions")
    asked.add_argument("--json", action="store_true", help="the figures as one JSON object")
    asked.add_argument(
        "--check", action="store_true", help="exit 1 where the four rooms take more than wanted"
    )
    got = asked.parse_args()
    if not speed.NEWS.exists():
        print("skipped: ../shared is not here", file=sys.stderr)
        return 0
    found = figures(max(got.articles, 1))
    if got.json:
        print(json.dumps(found))
    else:
        show(found)
    if got.profile:
        for name, calls, cost in dearest():
            print(f"  {cost:8.2f} µs a word  {calls:9,} calls  {name}")
    return 1 if got.check and found["four"] > WANTED else 0


if __name__ == "__main__":
    sys.exit(main())
