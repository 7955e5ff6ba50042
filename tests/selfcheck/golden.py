"""The blocks of all accepted cases as HTML.

Record them anew by `python -m tests.selfcheck.golden` (with `PYTHONPATH=plugins`), then read the difference.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from markdown import Markdown

from selfcheck.extension import SelfCheckExtension
from selfcheck.site import Site
from tests.selfcheck.cases import Accepted, all_accepted, write_quizzes

FOLDER = Path(__file__).parent / "golden"

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
    return FOLDER / case.type / f"{case.name}.html"


def record() -> None:
    """Keep the blocks as they are now."""
    for case in all_accepted():
        with tempfile.TemporaryDirectory() as root:
            file = file_of(case)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(rendered(case, Path(root)), "utf-8")
    known = {file_of(case) for case in all_accepted()}
    for file in set(FOLDER.glob("*/*.html")) - known:
        file.unlink()


if __name__ == "__main__":
    record()
