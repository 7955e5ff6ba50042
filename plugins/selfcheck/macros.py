"""Macros of a site, which do not reach into questions: where one is written all the same, that is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from selfcheck.problems import Problem
from selfcheck.quiz import Entry, Quiz

STARTS = ("{{", "{%")
"""What begins a macro, unless the site has chosen other signs."""

_MEANT = re.compile(
    r"(?P<marks>`+|~{3,}).*?(?P=marks)|\$\$.+?\$\$|(?<![\w\\$])\$(?=\S)[^$\n]+(?<=\S)\$(?!\w)", re.DOTALL
)
"""Code and formulas, in which two braces are what they are."""

_HINT = "write what the macro would say, or put it into code if it is meant as it is"


def macros_in_titles(quizzes: Iterable[Quiz], starts: Collection[str], root: Path) -> Iterator[Problem]:
    """A problem for the first macro of each kind in the title of a quiz."""
    for quiz in quizzes:
        for start in starts:
            if start in (quiz.title or ""):
                from selfcheck.written import position_of_title

                line, column = position_of_title(root, quiz)
                yield Problem(quiz.path, line, column, "", _message(start), _HINT)


def _message(start: str) -> str:
    return f"`{start}` stands here, and macros do not reach into questions"


def unreached_macros(entries: Iterable[Entry], starts: Iterable[str], root: Path) -> Iterator[Problem]:
    """A problem for the first macro of each kind in a question; in code and formulas it is meant as it is."""
    for entry in entries:
        prose = "\n".join(_MEANT.sub("\n", text) for text in entry.item.texts())
        for start in starts:
            if start in prose:
                from selfcheck.written import position_of_piece

                macro = start + prose.partition(start)[2].partition("\n")[0]
                place = position_of_piece(root, entry, macro, start)
                if place is None and entry.original_file:
                    continue  # it stands in a text that is not translated, and is told there
                line, column = place or (entry.location.line, entry.location.column)
                yield Problem(entry.location.path, line, column, entry.id, _message(start), _HINT)
