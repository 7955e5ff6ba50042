"""The pages of this site that teach, in the order of its navigation, with what they say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = "lessons"
INDEX = "lessons/index.md"
REFERENCE = "reference"

_FRONT = re.compile(r"---\n(.*?)^---\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """A page that teaches: its path from the docs root, its front matter, and its Markdown without that."""

    page: str
    meta: dict[str, Any]
    markdown: str
    first_line: int
    """The line of the file at which `markdown` begins, from 1."""

    @property
    def name(self) -> str:
        """What its page and its quiz are called."""
        return Path(self.page).stem

    @property
    def title(self) -> str:
        """What its front matter calls it, else its name."""
        return str(self.meta.get("title", self.name))

    @property
    def objectives(self) -> list[str]:
        """What a reader can do after it, as its page lists it, in Markdown."""
        _, _, after = self.markdown.partition("After this lesson you can\n")
        listed, _, _ = after.lstrip("\n").partition("\n\n")
        return [" ".join(each.split()) for each in re.split(r"^- ", listed, flags=re.MULTILINE) if each]

    @property
    def before(self) -> list[str]:
        """The names of the lessons that it builds on, as its page says, in the order of the page."""
        found = re.search(r"^Before it: (?:.+\n)+", self.markdown, re.MULTILINE)
        linked = re.findall(r"\]\((?:\.\./lessons/)?([\w-]+)\.md[)#]", found[0]) if found else []
        return list(dict.fromkeys(linked))

    def section(self, anchor: str) -> tuple[int, str]:
        """The text below the heading with this anchor, and the line of the file at which it begins."""
        found = re.search(rf"^## .*\{{#{re.escape(anchor)}\}}\n(.*?)(?=^## |\Z)", self.markdown, re.M | re.S)
        if found is None:
            return 0, ""
        return self.first_line + self.markdown.count("\n", 0, found.start(1)), found[1]


def lesson_of(docs: Path, page: str) -> Lesson:
    """The lesson with this page, whether or not its file begins with front matter."""
    text = (docs / page).read_text("utf-8")
    front = _FRONT.match(text)
    if not front:
        return Lesson(page, {}, text, 1)
    return Lesson(page, yaml.safe_load(front[1]) or {}, text[front.end() :], 1 + front[0].count("\n"))


def lessons(docs: Path, nav: Any) -> list[Lesson]:
    """Every lesson that the navigation names."""
    return [lesson_of(docs, page) for page in _pages_in(nav, FOLDER) if page != INDEX]


def references(docs: Path, nav: Any) -> list[Lesson]:
    """Every page of the reference that teaches, which is to say that it has an objective."""
    every = [lesson_of(docs, page) for page in _pages_in(nav, REFERENCE)]
    return [each for each in every if "objective" in each.meta]


def _pages_in(nav: Any, folder: str) -> Iterator[str]:
    """The pages of a folder that a navigation names, in its order, by their paths from the docs root."""
    if isinstance(nav, str) and nav.startswith(f"{folder}/"):
        yield nav
    inside = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    for each in inside:
        yield from _pages_in(each, folder)
