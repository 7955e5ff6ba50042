"""The figures that the pages of a build show, as far as their files say so."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from markdown import Markdown

from selfcheck.pages.fence import fences_of


def figures_to_come(md: Markdown) -> Iterator[str]:
    """Yield the bodies of all figure fences in the pages that MkDocs or ProperDocs builds, in their order.

    Nothing under other hosts, which do not say what they build. What stands in a snippet or a question, or
    in a page that a hook makes, is not found.
    """
    if "relpath" not in md.treeprocessors:
        return
    links: Any = md.treeprocessors["relpath"]
    pages = links.files.documentation_pages()
    yield from figures_in(Path(page.abs_src_path) for page in pages if page.abs_src_path)


def figures_in(pages: Iterable[Path]) -> Iterator[str]:
    """Yield the bodies of all figure fences of these files; a path without a file is passed over."""
    for page in pages:
        if page.is_file():
            lines = page.read_text(encoding="utf-8-sig", errors="replace").splitlines()
            yield from (" ".join(fence.body.split()) for fence in fences_of("figure", lines))
