"""A hook of this site: the pages about its lessons, put together by `course_pages`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from course_pages import bibliography
from course_pages.lesson import Lesson, lessons

_log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, **_: Any) -> str:
    """Fill the pages that are about lessons."""
    if page.file.src_uri == bibliography.PAGE:
        cited = [each for lesson in _lessons(config) for each in bibliography.citations(lesson)]
        _warn(bibliography.problems(markdown, cited))
        return bibliography.with_citations(markdown, cited)
    return markdown


def _lessons(config: MkDocsConfig) -> list[Lesson]:
    return lessons(Path(config.docs_dir), config.nav)


def _warn(problems: Any) -> None:
    for problem in problems:
        _log.warning(problem)
