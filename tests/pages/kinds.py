"""The kinds of fence, and pages that are converted with each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from computed_figures import ComputedFiguresExtension
from computed_figures.problems import FigureProblems
from explorers import ExplorersExtension
from explorers.problems import ExplorerProblems
from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.site import Site
from tests.computed_figures.project import BARS
from tests.pages.tree import write_tree
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample

_THING = re.compile(
    r"(?:<link [^>]*>\s*|<script [^>]*></script>\s*)*"
    r"(?:<self-check .*?</self-check>|<figure .*?</figure>"
    r"|<layer-arithmetic-explorer .*?</layer-arithmetic-explorer>)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fence: the word behind its marks, a name that it may hold, and what it tells of mistakes.

    It tells an unknown name `name_line` lines below the first.
    """

    word: str
    name: str
    name_line: int
    messages: Mapping[str, str]

    def __str__(self) -> str:
        return self.word

    def page(self, text: str) -> str:
        """A page with this kind of fence in place of WORD and NAME."""
        return text.replace("WORD", self.word).replace("NAME", self.name)

    def extension(self, root: Path, cache: Path) -> Extension:
        """What the converter of a page needs."""
        if self.word == "quiz":
            return SelfCheckExtension(Site(root, cache=""))
        if self.word == "explorer":
            return ExplorersExtension()
        return ComputedFiguresExtension(cache=str(cache))


QUIZ = Kind(
    "quiz",
    "grids",
    1,
    {
        "unknown": "there is no quiz",
        "unclosed": "this fence is never closed",
        "space": "what looks like a space here is another character (U+00A0); write a space",
        "more": "the fence says",
        "empty": "the fence is empty",
        "twice": "twice on this page",
        "raw": "inside raw HTML",
    },
)
FIGURE = Kind(
    "figure",
    "bars",
    0,
    {
        "unknown": "no figure",
        "unclosed": "a figure fence that is never closed",
        "space": "a figure fence behind a character that only looks like a space; write a space",
        "more": "a figure fence takes no options",
        "empty": "an empty figure fence",
        "twice": "twice on this page",
        "raw": "inside raw HTML",
    },
)
EXPLORER = Kind(
    "explorer",
    "layer-arithmetic",
    1,
    {
        "unknown": "there is no explorer",
        "unclosed": "an explorer fence is never closed",
        "space": "an explorer fence stands behind a character that only looks like a space; write a space",
        "more": "an explorer fence takes nothing behind the word",
        "empty": "the fence is empty",
        "raw": "inside raw HTML",
    },
)
"""One may stand on a page twice, with other settings."""
KINDS = (QUIZ, FIGURE, EXPLORER)


@dataclass(frozen=True, slots=True)
class Converted:
    """What came of a page: its HTML, and what is told of it."""

    html: str
    problems: Sequence[str]

    @property
    def skeleton(self) -> str:
        """The HTML with THING for every block and figure, and white space evened."""
        return " ".join(_THING.sub(" THING ", self.html).split())


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder with a quiz and a figure, where pages are converted."""

    root: Path
    cache: Path

    def convert(
        self, text: str, kind: Kind, *extensions: str, source: str = "", file: bool = True
    ) -> Converted:
        """Convert a page as a host does that takes `text` from `docs/page.md`, which says `source`."""
        write_tree(self.root, {"docs/page.md": kind.page(source or text)})
        md = self.converter(kind, extensions=extensions, file=file)
        try:
            return Converted(md.convert(kind.page(text)), ())
        except (ProblemsFound, FigureProblems, ExplorerProblems) as error:
            return Converted("", [str(problem) for problem in error.problems])

    def converter(self, *kinds: Kind, extensions: Sequence[str] = (), file: bool = True) -> Markdown:
        """A converter with fences of these kinds, whose host knows the page, and its file if it has one."""
        options: dict[str, dict[str, Any]] = {
            "pymdownx.snippets": {"base_path": [str(self.root)]},
            "pymdownx.tabbed": {"alternate_style": True},
        }
        ours = [kind.extension(self.root, self.cache) for kind in kinds]
        everything: list[str | Extension] = [*extensions, *ours, _Host(self.root, file)]
        return Markdown(extensions=everything, extension_configs=options)

    @classmethod
    def at(cls, root: Path, cache: Path) -> Desk:
        """A desk in an empty folder; drawings are kept in `cache`."""
        files = {"quizzes/grids.yml": quiz_of(sample("a-grid")), "figures/bars.py": BARS}
        return cls(write_tree(root, files), cache)


class _File(SimpleNamespace):
    """A file as MkDocs has it."""

    @classmethod
    def generated(cls, config: object, src_uri: str, *, content: str) -> _File:
        """One that a plugin makes."""
        return cls(src_uri=src_uri, content_string=content)


class _Host(Extension):
    """Tells which page is converted by a processor such as MkDocs registers."""

    def __init__(self, root: Path, file: bool) -> None:
        super().__init__()
        self.root, self.file = root, file

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor."""
        links = Treeprocessor(md)
        path = str(self.root / "docs" / "page.md") if self.file else None
        file = _File(src_uri="page.md", url="page/", abs_src_path=path, page=None)
        added: list[_File] = []
        links.file = file  # type: ignore[attr-defined]
        links.files = SimpleNamespace(  # type: ignore[attr-defined]
            documentation_pages=lambda: [file],
            get_file_from_path=lambda path: next((each for each in added if each.src_uri == path), None),
            append=added.append,
        )
        links.config = {  # type: ignore[attr-defined]
            "config_file_path": str(self.root / "mkdocs.yml"),
            "docs_dir": str(self.root / "docs"),
            "theme": {},
        }
        md.treeprocessors.register(links, "relpath", 0)


def both(cases: Iterable[str]) -> list[tuple[Kind, str]]:
    """Every case with each kind."""
    return [(kind, name) for kind in KINDS for name in cases]
