"""Macros of a site, which do not reach into questions: where one is written all the same, that is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.written import position_of_piece

STARTS = ("{{", "{%")
"""What begins a macro, unless the site has chosen other signs."""

_CODE = re.compile(r"(?P<marks>`+|~{3,}).*?(?P=marks)", re.DOTALL)


def unreached_macros(entries: Iterable[Entry], starts: Iterable[str], root: Path) -> Iterator[Problem]:
    """A problem for the first macro of each kind in a question; in code it is meant as it is written."""
    for entry in entries:
        prose = "\n".join(_CODE.sub("", text) for text in entry.item.texts())
        for start in starts:
            if start in prose:
                place = position_of_piece(root, entry, start)
                if place is None and entry.original_file:
                    continue  # it stands in a text that is not translated, and is told there
                line, column = place or (entry.location.line, entry.location.column)
                message = f"`{start}` stands here, and macros do not reach into questions"
                hint = "write what the macro would say, or put it into code if it is meant as it is"
                yield Problem(entry.location.path, line, column, entry.item.id, message, hint)
