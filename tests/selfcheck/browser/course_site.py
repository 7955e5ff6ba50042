"""A site of two lessons with marks in the navigation; its data file is written here, as the build would."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selfcheck.frame.words import FRAME
from tests.browsing.server import serve
from tests.selfcheck.browser.built import NEEDS_SEARCH, Built, rebuild
from tests.selfcheck.browser.small_site import choice
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

COURSE = FRAME.parent / "course"
WORDS = {"mark_done": "Done", "mark_part": "{done} of {total} questions"}
STRICT = "default-src 'self'"


@contextmanager
def course_site(root: Path, theme: str, policy: str = "", end: str = "", **settings: Any) -> Iterator[Built]:
    """The pages `lesson` (questions `one` and `two`), `other` (`three`) and a home page without any.

    `end` is the end of the page `lesson`.
    """
    draw(
        root,
        {
            "docs/index.md": "# Home\n\n[Lesson](lesson.md)\n",
            "docs/lesson.md": f"# Lesson\n\n## Part\n\n```quiz\nlesson\n```\n{end}",
            "docs/other.md": "# Other\n\n```quiz\nother\n```\n",
        },
    )
    (root / "quizzes/lesson.yml").write_text(quiz_of(choice("one"), choice("two")), "utf-8")
    (root / "quizzes/other.yml").write_text(quiz_of(choice("three")), "utf-8")
    _write_assets(root / "docs/assets/selfcheck")
    folder = root / "site"
    folder.mkdir()
    with serve(folder, policy) as address:
        rebuild(
            root,
            theme,
            site_url=f"{address}/",
            nav=["index.md", "lesson.md", "other.md"],
            plugins=[*(["search"] if theme in NEEDS_SEARCH else []), "selfcheck"],
            extra_css=["assets/selfcheck/course.css"],
            extra_javascript=["assets/selfcheck/course.js"],
            **settings,
        )
        _write_data(folder, settings.get("use_directory_urls", True))
        yield Built(address, folder)


def _write_assets(folder: Path) -> None:
    folder.mkdir(parents=True)
    parts = [(COURSE / f"behaviour/{name}.js").read_text("utf-8") for name in ("course", "marks")]
    script = "\n".join(parts).replace('"{storage}"', '""').replace("{/* words */}", json.dumps(WORDS))
    (folder / "course.js").write_text(script, "utf-8")
    (folder / "course.css").write_text((COURSE / "style/marks.css").read_text("utf-8"), "utf-8")


def _write_data(site: Path, is_folders: bool) -> None:
    pages = []
    for name in ("lesson", "other"):
        address = f"{name}/" if is_folders else f"{name}.html"
        html = (site / address / "index.html" if is_folders else site / address).read_text("utf-8")
        blocks = re.findall(r"<self-check\b[^>]*>", html)
        questions: list[str] = []
        for block in blocks:
            (found,) = re.findall(r'data-fingerprint="(\w{8})', block)
            (name_,) = re.findall(r'id="check-([\w-]+)"', block)
            questions += [name_, found]
        pages.append([address, questions])
    file = site / "assets/selfcheck/course/pages.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    queue = "window.SelfCheckCourse ??= (...a) => (window.SelfCheckCourse.q ??= []).push(a);"
    file.write_text(f'{queue}\nSelfCheckCourse("pages", {json.dumps(pages)});\n', "utf-8")
