"""The blocks of all accepted cases as HTML, kept in the folder of their type.

Record them anew by `make golden`, those of one type by `make golden ARGS=NAME`; then read the difference.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from markdown import Markdown

from selfcheck.extension import SelfCheckExtension
from selfcheck.question_types import QuestionType, discover
from selfcheck.site import Site
from tests.selfcheck.cases import Accepted, accepted, write_quizzes

EXTENSIONS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "tables",
    "toc",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.superfences",
    "pymdownx.tabbed",
    "pymdownx.tilde",
    "l2m4m:LaTeX2MathMLExtension",
]
"""What a page of this site can use, so that a question can."""


def rendered(case: Accepted, root: Path) -> str:
    """The block of a case, a tag a line; the question file is written below `root`."""
    write_quizzes(root / "quizzes", [case])
    extension = SelfCheckExtension(Site(root, cache=""))
    options = {"pymdownx.tabbed": {"alternate_style": True}}
    page = Markdown(extensions=[*EXTENSIONS, extension], extension_configs=options)
    html = page.convert(f"```quiz\n{case}\n```\n")
    return re.sub(r">(?=<(?!/))", ">\n", html[html.index("<self-check") :]) + "\n"


def file_of(case: Accepted) -> Path:
    """Where the block of a case is kept."""
    return discover()[case.type].file(f"golden/{case.name}.html")


def files_of(kind: QuestionType) -> set[Path]:
    """The blocks that are kept in the folder of a type."""
    return set(kind.folder.glob("golden/*.html"))


def record(*names: str) -> None:
    """Keep the blocks of these types as they are now, of all types if none is named."""
    for kind in [discover()[name] for name in names or discover()]:
        kept = files_of(kind)
        for case in accepted(kind):
            with tempfile.TemporaryDirectory() as root:
                file = file_of(case)
                file.parent.mkdir(exist_ok=True)
                file.write_text(rendered(case, Path(root)), "utf-8")
            kept.discard(file)
        for file in kept:
            file.unlink()


if __name__ == "__main__":
    record(*sys.argv[1:])
