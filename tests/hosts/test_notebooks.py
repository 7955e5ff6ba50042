"""A notebook is rendered without Markdown: a fence in one of its cells is refused, with page and cell."""

import json
from collections.abc import Callable
from typing import Any

from tests.hosts.host import Host, Settings
from tests.pages.tree import Draw

SITE: Settings = {
    "theme": {"name": "material", "font": False},
    "plugins": ["search", {"mkdocs-jupyter": {"execute": False, "cache": False}}, "selfcheck"],
}
QUIZ = """
    questions:
      - id: a-verdict
        type: true-false
        stem: Is a label a number?
        answer: true
        explanation: It is.
"""
FENCE = "```quiz\nfirst\n```\n"
REFUSED = "stays code; put it into a page of Markdown"


def notebook(*cells: str) -> str:
    """A notebook of Markdown cells, with one cell of code before them."""
    code: dict[str, Any] = {
        "cell_type": "code",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
        "source": ["1 + 1"],
    }
    text = [
        {"cell_type": "markdown", "metadata": {}, "source": cell.splitlines(keepends=True)} for cell in cells
    ]
    return json.dumps({"cells": [code, *text], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def test_a_fence_in_a_cell_is_refused(host_named: Callable[[str], Host], draw: Draw) -> None:
    cells = ("# A notebook", f"Text before.\n\n{FENCE}")
    root = draw({"docs/index.md": FENCE, "docs/part/book.ipynb": notebook(*cells), "quizzes/first.yml": QUIZ})
    built = host_named("jupyter").build(root, SITE)
    assert built.status == 1
    told = "docs/part/book.ipynb: a plugin renders this page without Markdown, so the fence in cell 3"
    assert f"\n{told} {REFUSED}\n" in built.output


def test_a_fence_in_a_notebook_that_is_a_text_is_refused_with_its_line(
    host_named: Callable[[str], Host], draw: Draw
) -> None:
    kernel = "jupyter: {kernelspec: {display_name: P, language: python, name: python3}}"
    head = f"---\n{kernel}\n---\n\n# A book\n\n"
    root = draw({"docs/index.md": FENCE, "docs/book.md": head + FENCE, "quizzes/first.yml": QUIZ})
    built = host_named("jupyter").build(root, SITE)
    assert built.status == 1
    told = "docs/book.md:7: a plugin renders this page without Markdown, so the fence"
    assert f"\n{told} {REFUSED}\n" in built.output


def test_notebooks_without_a_fence_stand_beside_pages_with_one(
    host_named: Callable[[str], Host], draw: Draw
) -> None:
    files = {"docs/index.md": FENCE, "docs/book.ipynb": notebook("# A notebook"), "quizzes/first.yml": QUIZ}
    built = host_named("jupyter").build(draw(files), SITE, strict=True).checked()
    assert "<self-check " in built.page("index.html")
    assert "A notebook" in built.page("book/index.html")
