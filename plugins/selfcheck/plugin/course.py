"""What a course adds to a build of MkDocs: links in every page, data about pages, and what is wrong there.

A site without a course does not import it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from selfcheck.build import Build
from selfcheck.course.assets import course_assets, progress_assets, schedule_asset
from selfcheck.course.lesson import lesson_complaints, lesson_of, line_in_front_matter
from selfcheck.course.publication import course_pages, fill_progress, write_data
from selfcheck.page_index import Lesson
from selfcheck.pages.host import mkdocs_page
from selfcheck.plugin.files import as_text
from selfcheck.problems import Problem
from selfcheck.review.assets import review_assets
from selfcheck.review.publication import publish_review


def lesson_on(page: Page) -> Lesson:
    """What a course says of a page that has been converted."""
    return lesson_of(as_text(page.title), page.meta, page.content or "")


def lesson_problems(files: Files, config: MkDocsConfig) -> Iterable[Problem]:
    """What is wrong with the front matter of pages that a course reads."""
    for file in files.documentation_pages():
        for each in lesson_complaints(file.page.meta) if file.page else ():
            line = line_in_front_matter(file.content_string, str(each.path[0]))
            yield Problem.of(each.of_kind("site"), mkdocs_page(file, config).display_path, (line, None))


def link_course(build: Build, files: Files, config: MkDocsConfig) -> None:
    """Let every page link the script and the style of the course."""
    words_for = build.site.equipment.words_for
    for asset in course_assets(words_for(build.site.page_language)):
        files.append(File.generated(config, asset.path, content=asset.content))
        linked: list[Any] = config.extra_javascript if asset.is_script else config.extra_css
        # A program may build twice with one configuration.
        if asset.path not in linked:
            linked.append(asset.path)
    # Some pages link these, and scripts fetch the others.
    fetched = [schedule_asset()]
    for language in set(build.progress.values()):
        fetched += progress_assets(words_for(language))
    for language in set(build.reviews.values()):
        fetched += review_assets(words_for(language))
    for asset in dict.fromkeys(fetched):
        files.append(File.generated(config, asset.path, content=asset.content))


def publish_course(build: Build, site: Path) -> None:
    """Write the data of the course below the folder of the built site, and fill progress and review."""
    words_for = build.site.equipment.words_for
    pages = course_pages(build.published)
    write_data(pages, site)
    fill_progress(build.written, pages, words_for)
    publish_review(build.published, build.written, pages, site, words_for)
