"""What a build tells beside problems: flaws, old stamps, exports in vain, unused questions, odd languages."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page

from selfcheck.bank import Bank
from selfcheck.build import Build
from selfcheck.complaint import Complaint
from selfcheck.crosscheck import unused_questions
from selfcheck.macros import STARTS, macros_in_titles, unreached_macros
from selfcheck.pages.host import mkdocs_page
from selfcheck.pages.language import tag_of
from selfcheck.plugin.sections import sections_of_site
from selfcheck.problems import Problem, nearest
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


def note_language(page: Page, config: MkDocsConfig) -> None:
    """Tell of a page with questions whose front matter has a `language` that is none.

    It is no warning: a theme or another plugin may have a use of its own for the field.
    """
    given = page.meta.get("language")
    if given is None or tag_of(given):
        return
    from selfcheck.course.lesson import line_in_front_matter

    message = f'the page has the language "{given}", which is no language tag'
    line = line_in_front_matter(page.file.content_string, "language")
    path = mkdocs_page(page.file, config).display_path
    log.info("%s", Problem(path, line, None, "", message, "write one, as en or pt-BR", "site", "note"))


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


def unknown_exports(site: Site, config: MkDocsConfig) -> Iterable[Problem]:
    """Names in the option `exports` that no plugin or hook has, so that they are given whole questions."""
    loaded = {name.partition(" #")[0] for name in config.plugins}
    unknown = [name for name in site.exports if name not in loaded]
    if not unknown:
        return []
    # A site whose exports are all there does not pay for it.
    from selfcheck.configuration import plugins_of
    from selfcheck.option_places import option_problems

    file = Path(config.config_file_path or "mkdocs.yml")
    # One that is switched off is listed, and not loaded.
    listed = plugins_of(file) if file.is_file() else frozenset()
    complaints = [
        Complaint(
            ("exports",), f'the option `exports`: there is no plugin or hook "{name}"', nearest(name, loaded)
        )
        for name in unknown
        if name not in listed
    ]
    return option_problems(complaints, file)


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
