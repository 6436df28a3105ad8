"""Trouble told to a person, in at most four lines: what, where, why, what to do. docs/errors.md lists the codes."""

import click

from dragoman.read import Rejected

DONE, FOUND, USAGE, UNREADABLE, REFUSED, INTERRUPTED = 0, 1, 2, 3, 4, 130


def tell(rejected: Rejected) -> None:
    click.echo(
        f"{rejected.code} cannot read {rejected.what}\n  where: {rejected.where}\n  why:   {rejected.why}\n"
        f"  → {rejected.remedy}",
        err=True,
    )
