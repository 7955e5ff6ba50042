"""A hook of this site: the pages about its lessons, put together by `course_pages`."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from course_pages import bibliography, formulas, glossary, lecturers
from course_pages.lesson import Lesson, lessons, references
from selfcheck.configuration import site_of
from selfcheck.course.lesson import lesson_of

_NOINDEX = '<meta name="robots" content="noindex">'
_log = logging.getLogger(f"mkdocs.hooks.{__name__}")
_teaching: list[Lesson] = []
"""The lessons and references, as their files were when the build began."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Read the lessons, once a build; add the keys and the worksheets."""
    docs = Path(config.docs_dir)
    _teaching[:] = lessons(docs, config.nav) + references(docs, config.nav)
    for name, content in lecturers.pages(_teaching, _questions(config)):
        files.append(File.generated(config, name, content=content))
    return files


def on_page_markdown(markdown: str, page: Any, config: MkDocsConfig, **_: Any) -> str:
    """Fill the pages that are about lessons."""
    if page.file.src_uri == bibliography.PAGE:
        cited = [each for lesson in _teaching for each in bibliography.citations(lesson)]
        _warn(bibliography.problems(markdown, cited))
        return bibliography.with_citations(markdown, cited)
    if page.file.src_uri == lecturers.PAGE:
        return markdown.replace(lecturers.MARK, lecturers.table(_teaching, _questions(config)))
    return markdown


def on_page_content(html: str, page: Any, config: MkDocsConfig, files: Files, **_: Any) -> str:
    """Keep formulas with their punctuation, and mark the terms of the glossary in pages that teach."""
    html = formulas.kept_with_punctuation(html)
    if page.file.src_uri not in _pages():
        return html
    text = (Path(config.docs_dir) / glossary.PAGE).read_text("utf-8")
    address = files.src_uris[glossary.PAGE].url_relative_to(page.file)
    return glossary.Marker(glossary.terms(text), address).marked(html, page.file.src_uri)


def on_env(env: Any, files: Files, **_: Any) -> None:
    """Tell lecturers the minutes of the lessons, as the course does, now that all pages are converted."""
    of_lecturers = [file.page for file in files if file.page and _is_of_lecturers(file.src_uri)]
    for name in _pages():
        page: Any = files.src_uris[name].page
        minutes = lesson_of(page.title, page.meta, page.content).minutes
        for each in of_lecturers:
            each.content = (each.content or "").replace(lecturers.minutes_mark(name), str(minutes))


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Ask search engines to leave out what the search of the site leaves out."""
    excluded = page.meta.get("search", {}).get("exclude", False)
    return output.replace("</head>", f"{_NOINDEX}</head>", 1) if excluded else output


def _is_of_lecturers(name: str) -> bool:
    return name == lecturers.PAGE or name.startswith(f"{lecturers.FOLDER}/")


def _pages() -> list[str]:
    return [each.page for each in _teaching]


def _questions(config: MkDocsConfig) -> lecturers.Questions:
    quizzes = site_of(Path(config.config_file_path)).bank().quizzes
    return {name: quiz.entries for name, quiz in quizzes.items()}


def _warn(problems: Iterable[str]) -> None:
    for problem in problems:
        _log.warning(problem)
