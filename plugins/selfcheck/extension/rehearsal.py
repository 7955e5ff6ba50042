"""Converts every question as a page of its site would, for the command, which builds no page."""

from __future__ import annotations

import json
from typing import Any

from selfcheck.bank import Bank
from selfcheck.build import Build
from selfcheck.extension import SelfCheckExtension
from selfcheck.extension.offline import offline_markdown
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.site import Site


def rehearse(site: Site, bank: Bank, extensions: Any) -> list[Problem]:
    """What pages would tell of the questions in a bank; `extensions` as the configuration names them.

    Raises ExtensionsUnusable.
    """
    build = Build(site)
    build.bank = bank
    page = offline_markdown(extensions, SelfCheckExtension(build=build))
    shown = [
        *((quiz, "") for quiz in bank.quizzes),
        *((each.quiz, each.language) for each in bank.translations),
    ]
    for quiz, language in shown:
        build.turn_to(Page("index.md", "", language=language))
        page.reset()
        page.convert(f"```quiz\nquiz: {json.dumps(quiz)}\n```\n")
    return build.problems
