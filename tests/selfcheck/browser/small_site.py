"""A site of one lesson on a plain page, for promises that need questions of their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browsing.server import serve
from tests.selfcheck.browser.built import NEEDS_SEARCH, Built, rebuild
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

ONLY_FENCE = "# Lesson\n\n```quiz\nlesson\n```\n"

WRITTEN = """id: written
type: short-answer
stem: Why?
model-answer: So.
rubric:
  - {idea: so, required: true}
explanation: because
"""
"""A short answer with one idea, which the model answer gives."""


def choice(question_id: str, *fields: str, options: int = 4) -> str:
    """A single choice whose first option is the key; every option has feedback."""
    numbers = range(1, options + 1)
    texts = "".join(f"  - text: answer number {n}\n    feedback: why number {n}\n" for n in numbers)
    texts = texts.replace("\n", "\n    correct: true\n", 1)
    more = "".join(f"{field}\n" for field in fields)
    return (
        f"id: {question_id}\ntype: single-choice\nstem: Which?\n{more}options:\n{texts}explanation: because\n"
    )


@contextmanager
def small_site(
    root: Path,
    *questions: str,
    page: str = ONLY_FENCE,
    head: str = "",
    theme: str = "plain",
    options: dict[str, Any] | None = None,
    **settings: Any,
) -> Iterator[Built]:
    """The page `lesson` with these questions; `head` begins their file, `options` are the plugin's."""
    draw(root, {"docs/index.md": "# Home\n", "docs/lesson.md": page})
    (root / "quizzes/lesson.yml").write_text(head + quiz_of(*questions), "utf-8")
    folder = root / "site"
    folder.mkdir()
    with serve(folder) as address:
        plugins = [*(["search"] if theme in NEEDS_SEARCH else []), {"selfcheck": options or {}}]
        rebuild(root, theme, site_url=f"{address}/", plugins=plugins, **settings)
        yield Built(address, folder)
