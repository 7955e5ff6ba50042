"""How far a command is with many files: a bar on the terminal, and nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

_FEWEST = 50
"""Below which a check is over before anybody could read a bar."""

_T = TypeVar("_T")


def shown_progress(files: Sequence[_T]) -> Iterator[_T]:
    """Hand on the files one by one, and show on a terminal how many are done."""
    if len(files) < _FEWEST or not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(files, label="checking", file=sys.stderr) as bar:
        yield from bar
