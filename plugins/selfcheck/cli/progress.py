"""How far a command is with many files: a bar on the terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import click

_FEWEST = 50
"""Below which a check is over before anybody could read a bar."""

_T = TypeVar("_T")


def shown_progress(results: Iterable[_T], files: int) -> Iterator[_T]:
    """Hand on the results one by one, of so many files, and show on a terminal how many are done."""
    if files < _FEWEST or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=files, label="checking", file=sys.stderr) as bar:
        yield from bar
