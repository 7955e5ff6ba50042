"""The sections of the pages of a build, as the command reads them: by what the configuration file names."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

from selfcheck.problems import Problem
from selfcheck.quiz import Entry
from selfcheck.site import Site

if TYPE_CHECKING:  # a build pays for it only where a section is lost or stamps are looked at
    from selfcheck.sections.pages import Sections


def sections_of_site(site: Site, config: MkDocsConfig) -> Sections:
    """The sections of the pages that a configuration describes."""
    from selfcheck.configuration_file import settings_of
    from selfcheck.sections.pages import sections_of

    file = config.config_file_path
    return sections_of(site, settings_of(Path(file)) if file else {})


def renamed_section(site: Site, config: MkDocsConfig) -> Callable[[Entry], Problem | None]:
    """What the Markdown of the pages says of a section that is not there; it is read once it is asked for."""
    known = cache(lambda: sections_of_site(site, config))

    def renamed(entry: Entry) -> Problem | None:
        from selfcheck.sections.pages import SectionsUnreadable
        from selfcheck.sections.stale import lost_section

        try:
            return lost_section(entry, known())
        except SectionsUnreadable:
            return None

    return renamed
