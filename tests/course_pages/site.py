"""This site's own navigation and lessons, and lessons made up for a test."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from course_pages.lesson import Lesson, lesson_of, lessons, references

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml without its tags."""


_Loader.add_multi_constructor("!", lambda *_: None)


@cache
def navigation() -> Any:
    return yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), _Loader)["nav"]


def own_lessons() -> list[Lesson]:
    return lessons(DOCS, navigation())


def own_teaching() -> list[Lesson]:
    """The lessons, and the pages of the reference that teach."""
    return own_lessons() + references(DOCS, navigation())


def lesson(folder: Path, body: str, name: str = "maps") -> Lesson:
    """A lesson with this text below its front matter of three lines, so that it begins at line 4."""
    file = folder / "lessons" / f"{name}.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"---\ntitle: {name.title()}\n---\n{body}", "utf-8")
    return lesson_of(folder, f"lessons/{name}.md")
