"""Pages that another plugin renders without Markdown, as notebooks are: a fence there stays code."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from selfcheck.pages.fence import fences_of
from selfcheck.pages.page import Page
from selfcheck.problems import Problem

_MESSAGE = "a plugin renders this page without Markdown, so the fence {place}stays code"
_HINT = "put it into a page of Markdown"


def unrendered_fences(page: Page) -> Iterator[Problem]:
    """A problem for each fence in the source of a page that was not converted from Markdown."""
    if page.file is None or not page.file.is_file():
        return
    path, text = page.display_path or page.source, page.file.read_text("utf-8-sig", errors="replace")
    if page.file.suffix == ".ipynb":
        for number, cell in _cells(text):
            for _ in fences_of("quiz", cell):
                message = _MESSAGE.format(place=f"in cell {number} ")
                yield Problem(path, None, None, "", message, _HINT)
        return
    for fence in fences_of("quiz", _lines(text, page.file)):
        yield Problem(path, fence.start + 1, None, "", _MESSAGE.format(place=""), _HINT)


def _cells(text: str) -> Iterator[tuple[int, list[str]]]:
    """The number, from 1, and the lines of each cell of Markdown in a notebook."""
    try:
        cells = json.loads(text)["cells"]
    except (ValueError, KeyError, TypeError):  # the plugin that renders it says why
        return
    for number, cell in enumerate(cells, 1):
        if cell.get("cell_type") == "markdown":
            yield number, "".join(cell.get("source", ())).splitlines()


def _lines(text: str, file: Path) -> list[str]:
    """The lines of a text; in a notebook that is a program, Markdown stands behind `# `."""
    lines = text.splitlines()
    return [line.removeprefix("# ") for line in lines] if file.suffix == ".py" else lines
