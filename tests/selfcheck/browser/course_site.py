"""A site of two lessons with marks in the navigation, built with the option `course`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selfcheck.course.assets import course_assets
from selfcheck.frame.words import words
from tests.browsing.server import serve
from tests.selfcheck.browser.built import NEEDS_SEARCH, Built, rebuild
from tests.selfcheck.browser.small_site import choice
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

STRICT = "default-src 'self'"
_, SCRIPT = course_assets(words("en"))
SCRIPT_OF_COURSE = f'\n<script src="../{SCRIPT.path}"></script>\n'
"""What a page without a theme has to hold at its end."""


@contextmanager
def course_site(
    root: Path,
    theme: str,
    policy: str = "",
    end: str = "",
    fields: Sequence[str] = (),
    home: str = "# Home\n\n[Lesson](lesson.md)\n",
    nav: Sequence[Any] = ("index.md", "lesson.md", "other.md"),
    **settings: Any,
) -> Iterator[Built]:
    """The pages `lesson` (questions `one` and `two`), `other` (`three`) and a home page without any.

    `end` is the end of the page `lesson`, `fields` are more of its questions, `home` the home page.
    """
    draw(
        root,
        {
            "docs/index.md": home,
            "docs/lesson.md": f"# Lesson\n\n## Part\n\n```quiz\nlesson\n```\n{end}",
            "docs/other.md": "# Other\n\n```quiz\nother\n```\n",
        },
    )
    taught = choice("one", *fields, "objective: know one", "section: lesson.md#part")
    (root / "quizzes/lesson.yml").write_text(quiz_of(taught, choice("two", *fields)), "utf-8")
    (root / "quizzes/other.yml").write_text(quiz_of(choice("three")), "utf-8")
    folder = root / "site"
    folder.mkdir()
    with serve(folder, policy) as address:
        rebuild(
            root,
            theme,
            site_url=f"{address}/",
            nav=list(nav),
            plugins=[*(["search"] if theme in NEEDS_SEARCH else []), {"selfcheck": {"course": True}}],
            **settings,
        )
        yield Built(address, folder)
