"""What a finished build warns of: flaws, old stamps, macros that nobody fills, and questions on no page."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from selfcheck.bank import Bank
from selfcheck.build import Build
from selfcheck.crosscheck import unused_questions
from selfcheck.macros import STARTS, macros_in_titles, unreached_macros
from selfcheck.plugin.sections import sections_of_site
from selfcheck.problems import Problem
from selfcheck.site import Site

log = get_plugin_logger(__name__)


def warn_of_flaws(site: Site, bank: Bank, config: MkDocsConfig) -> None:
    """Warn of what makes questions bad ones, and of sections that are not as they were stamped."""
    # A site that does not ask for it does not pay for it.
    from selfcheck.lint.linter import lint
    from selfcheck.sections.pages import SectionsUnreadable
    from selfcheck.sections.stale import stale_questions

    sections = sections_of_site(site, config)
    try:
        for problem in stale_questions(bank.every_entry, sections):
            log.warning("%s", problem)
        sections.save(is_whole=True)
    except SectionsUnreadable as error:
        log.info("whether sections have changed since questions were stamped is not known: %s", error)
    for problem in lint(bank, site.root, site.page_language, next(iter(site.quizzes), "")):
        log.log(logging.INFO if problem.severity == "note" else logging.WARNING, "%s", problem)


def macros_left(site: Site, bank: Bank, config: MkDocsConfig) -> Iterable[Problem]:
    """Macros in questions, where the plugin mkdocs-macros is in use."""
    macros = config.plugins.get("macros")
    if macros is None:
        return
    options = zip(("j2_variable_start_string", "j2_block_start_string"), STARTS, strict=True)
    starts = [macros.config.get(name) or usual for name, usual in options]
    translated = (entry for each in bank.translations for entry in each.entries)
    yield from macros_in_titles(bank.quizzes.values(), starts, site.root)
    yield from unreached_macros([*bank.entries.values(), *translated], starts, site.root)


def warn_of_unused(site: Site, bank: Bank, builds: Collection[Build], output: Path) -> None:
    """Warn of questions that no page shows, and name the pages of the project that would.

    They may be left out of the build, as drafts, or a plugin or a hook may have taken fences out of them.
    """
    shown = {name for build in builds for name in build.entries}
    if not any(unused_questions(bank, shown)):
        return
    # A site whose questions are all shown does not pay for it.
    from selfcheck.left_out import pages_below
    from selfcheck.page_questions import named_in

    built = {file for build in builds for file in build.sources}
    named = list(named_in(pages_below(site.project, {output}), bank))
    waiting = {(page, line if page in built else 0) for page, line, name in named if name not in shown}
    for page, line in sorted(waiting):
        path = site.shelf.display_path(page)
        if line:
            log.info("%s:%d: this fence has questions that no page of this build shows", path, line)
        else:
            log.info("%s shows questions that no page of this build shows", path)
    for problem in unused_questions(bank, {*shown, *(name for *_, name in named)}):
        log.warning("%s", problem)
