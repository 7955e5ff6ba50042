"""A site of two lessons with a review of both, built with the option `course`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import NEEDS_SEARCH, Built, rebuild
from tests.selfcheck.browser.course_site import SCRIPT
from tests.selfcheck.browser.small_site import WRITTEN, choice
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

MORNING = datetime(1970, 1, 1, 9, tzinfo=UTC) + timedelta(days=20_000)
TODAY = 20_000
DAY_MS = 86_400_000

PICTURED = """id: pictured
type: numeric
section: deep/other.md#part
stem: |
  What is [=a] plus 1? See [the lesson](lesson.md) and ![a dot](deep/dot.svg).
parameters:
  a: [2, 3, 4]
answer: a + 1
explanation: because
"""
"""A question with three variants, a link and a picture, on a page in a folder."""

DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>'


def script_from(depth: int) -> str:
    """The script of the course, as a page without a theme holds it."""
    return f'\n<script src="{"../" * depth}{SCRIPT.path}"></script>\n'


@contextmanager
def review_site(
    root: Path,
    theme: str = "plain",
    policy: str = "",
    fields: Sequence[str] = (),
    below: str = "",
    front: str = "",
    head: str = "",
    **settings: Any,
) -> Iterator[Built]:
    """The pages `lesson` (`one`, `two`), `deep/other` (`pictured`), `again` (`one`), `written` and `review`.

    `fields` are more of the questions `one` and `two`, `head` begins their file, `front` is the front matter
    of the page `review`; the site stands `below` a folder of its host.
    """
    end = [script_from(depth) if theme == "plain" else "" for depth in range(3)]
    if settings.get("use_directory_urls") is False:
        end = [end[0], *end[:2]]
    draw(
        root,
        {
            "docs/index.md": f"# Home\n\n[Review](review.md)\n{end[0]}",
            "docs/lesson.md": f"# Lesson\n\n```quiz\nlesson\n```\n{end[1]}",
            "docs/again.md": f"# Again\n\n```quiz\nquiz: lesson\nonly: [one]\n```\n{end[1]}",
            "docs/deep/other.md": f"# Other\n\n## Part\n\n```quiz\nother\n```\n{end[2]}",
            "docs/deep/dot.svg": DOT,
            "docs/review.md": f"{front}# Review\n\n```review\n```\n{end[1]}",
        },
    )
    lesson = head + quiz_of(*(choice(name, *fields) for name in ("one", "two")))
    (root / "docs/written.md").write_text(f"# Written\n\n```quiz\nwritten\n```\n{end[1]}", "utf-8")
    (root / "quizzes/written.yml").write_text(quiz_of(WRITTEN), "utf-8")
    (root / "quizzes/lesson.yml").write_text(lesson, "utf-8")
    (root / "quizzes/other.yml").write_text(quiz_of(PICTURED), "utf-8")
    folder = root / "site"
    folder.mkdir()
    with serve(folder, policy) as address:
        rebuild(
            root,
            theme,
            site_url=f"{address}{below}/",
            site_dir=f"site{below}",
            nav=["index.md", "lesson.md", "deep/other.md", "again.md", "written.md", "review.md"],
            plugins=[*(["search"] if theme in NEEDS_SEARCH else []), {"selfcheck": {"course": True}}],
            **settings,
        )
        yield Built(f"{address}{below}", folder)


def reader(visits: Visits, address: str) -> Page:
    """A page with a clock that stands at a morning and can be moved."""
    page = visits.reader().new_page()
    page.clock.install(time=MORNING)
    page.goto(address)
    return page


def days_pass(page: Page, days: int) -> None:
    """Let the clock of the page go on."""
    page.clock.fast_forward(days * DAY_MS)


def review(page: Page) -> Locator:
    """The element on the page."""
    return page.locator("self-check-review")


def status(page: Page) -> Locator:
    """What it says."""
    return page.locator(".self-check-review__status")


def settle(page: Page, site: Built, *questions: str) -> None:
    """Answer questions of the page `lesson` rightly, and wait for their days."""
    page.goto(site.page("lesson"))
    for name in questions:
        block = Block(page, name)
        block.give({"response": "1"})
        block.expect_state("right")
        page.wait_for_function(
            """id => Object.entries(localStorage).some(
              ([key, text]) => key.endsWith(`:${id}`) && text.includes('due'))""",
            arg=name,
        )
