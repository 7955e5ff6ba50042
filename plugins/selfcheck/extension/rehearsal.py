"""Converts every question as a page of its site would, for the command, which builds no page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TypeAlias

from selfcheck.bank import Bank
from selfcheck.build import Build
from selfcheck.extension import SelfCheckExtension
from selfcheck.extension.offline import is_whole, offline_markdown
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.quiz import Entry, Quiz, Translation
from selfcheck.site import Site

Convert: TypeAlias = "Callable[[Quiz, Translation | None], list[Problem]]"
"""Tells what pages would tell of the questions of a quiz, or of their translation."""

_PLAIN = re.compile(
    r"""(?![!?/:=+-]|(?:\*|\d+[.)])\s*\Z)
    (?: [\w\ ,;.?!'"()%–—…×·’‘“”/+*=-]       # running text, and what is emphasized in it
      | :(?=\s|\Z)
      | `[^`\n{}$\\~^|&<>]+`                 # code in a line
      | \n(?=[\w`"'(*])(?!\(?(?:\d{1,3}|[A-Za-z]|[IVXivx]{2,4})[.)]\s|\*\s)  # a further line of the paragraph
    )*""",
    re.VERBOSE,
)
"""What all sets of extensions turn into one paragraph, or a list, of words, emphasis and code: nothing in it
is a heading, an id, a definition or a fence."""


def rehearse(site: Site, bank: Bank, extensions: object) -> Convert:
    """Converts the quizzes of a bank; `extensions` as the configuration names them.

    Questions whose texts are plain are passed over: converting takes longer than all else that is checked.
    Those of a site's own types are not, since their templates may fail.
    Raises ExtensionsUnusable.
    """
    build = Build(site)
    build.bank = bank
    types = site.equipment.types
    page = offline_markdown(extensions, SelfCheckExtension(build=build, is_whole=is_whole(extensions)))

    def convert(quiz: Quiz, translation: Translation | None) -> list[Problem]:
        read, before = translation or quiz, len(build.problems)
        if names := [
            entry.id for entry in read.entries if not (types[entry.type].is_ours and is_plain(entry))
        ]:
            build.turn_to(Page("index.md", "", language=translation.language if translation else ""))
            page.reset()
            page.convert(f"```quiz\nquiz: {json.dumps(quiz.name)}\nonly: {json.dumps(names)}\n```\n")
        return [problem for problem in build.problems[before:] if problem.path == read.path]

    return convert


def is_plain(entry: Entry) -> bool:
    """Whether no page can find anything wrong with the texts of a question."""
    return all(map(_is_plain, entry.item.texts()))


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None
