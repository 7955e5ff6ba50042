"""A hook of this site: the pages about its lessons, put together by `course_pages`."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from course_pages import bibliography, glossary
from course_pages.lesson import Lesson, lessons, pages_in

_log = logging.getLogger(f"mkdocs.hooks.{__name__}")


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, **_: Any) -> str:
    """Fill the pages that are about lessons."""
    if page.file.src_uri == bibliography.PAGE:
        cited = [each for lesson in _lessons(config) for each in bibliography.citations(lesson)]
        _warn(bibliography.problems(markdown, cited))
        return bibliography.with_citations(markdown, cited)
    return markdown


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Files, **_: Any) -> str:
    """Mark the terms of the glossary in lessons."""
    if page.file.src_uri not in pages_in(config.nav):
        return html
    text = (Path(config.docs_dir) / glossary.PAGE).read_text("utf-8")
    there = files.src_uris[glossary.PAGE]
    address = there.url_relative_to(page.file)
    return glossary.Marker(glossary.terms(text), address).marked(html, page.file.src_uri)


def _lessons(config: MkDocsConfig) -> list[Lesson]:
    return lessons(Path(config.docs_dir), config.nav)


def _warn(problems: Any) -> None:
    for problem in problems:
        _log.warning(problem)
