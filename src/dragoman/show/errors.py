"""Trouble told to a person, in at most four lines: what, where, why, what to do. docs/errors.md lists the codes."""

import sys
from collections import Counter

import click

from dragoman.read import Rejected

DONE, FOUND, USAGE, UNREADABLE, REFUSED, INTERRUPTED = 0, 1, 2, 3, 4, 130
IN_FULL = 3  # of one code in a run; more of them take one line each


class Stop(Exception):
    """The run cannot go on: what, where, why, what to do, and the exit code."""

    def __init__(self, code: str, what: str, where: str, why: str, remedy: str, exit_code: int) -> None:
        super().__init__(in_full(code, what, where, why, remedy))
        self.exit_code = exit_code

    def show(self) -> None:
        click.echo(str(self), err=True)


class Tally:
    """What was read and what was not; tells each refusal when it comes, and the sum at the end."""

    def __init__(self, things: str = "articles") -> None:
        self.read = 0
        self._things = things
        self._codes: Counter[str] = Counter()

    @property
    def rejected(self) -> int:
        return self._codes.total()

    def tell(self, r: Rejected) -> None:
        """One refusal on stderr: in full at first, then in one line, so that a thousand stay legible."""
        self._codes[r.code] += 1
        if sys.stderr.isatty():  # over the line that shows the progress
            click.echo("\r\x1b[K", nl=False, err=True)
        if self._codes[r.code] <= IN_FULL:
            click.echo(in_full(r.code, f"cannot read {r.what}", r.where, r.why, r.remedy), err=True)
        else:
            click.echo(f"{r.code} {r.where}: {r.why}", err=True)

    def close(self) -> None:
        """The sum, where something was refused and more than one thing was given."""
        if self.rejected and self.read + self.rejected > 1:
            things = self._things.removesuffix("s") if self.read == 1 else self._things
            codes = ", ".join(f"{code} {count:,}" for code, count in sorted(self._codes.items()))
            click.echo(f"{self.read:,} {things} read, {self.rejected:,} rejected ({codes})", err=True)


def broken(wrong: Exception) -> Stop:
    """A fault of the program, told as such."""
    where = "the program, not your text"
    remedy = "run it again with dragoman --debug … and report what that shows"
    return Stop("E900", "broke off", where, f"{type(wrong).__name__}: {wrong}", remedy, UNREADABLE)


def in_full(code: str, what: str, where: str, why: str, remedy: str) -> str:
    return f"{code} {what}\n  where: {where}\n  why:   {why}\n  → {remedy}"
