"""Writes docs/developing/map.md: every module with its first line, so that the map cannot go stale."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.python_environment import ROOT

MAP = ROOT / "docs" / "developing" / "map.md"
PARTS = {
    "plugins/selfcheck": "Question files to self-check blocks; published alone, as `mkdocs-selfcheck`.",
    "plugins/computed_figures": "Python files to inline SVG and to numbers in prose; knows no segmentation.",
    "plugins/convarith": "Convolution arithmetic; standard library only.",
    "plugins/maskmetrics": "Measures on label maps; numpy and scipy.",
    "figures": "The pictures of the lessons, one file each.",
    "values": "The numbers of lessons and questions, one noun a file.",
    "experiments": "Networks trained by `make experiments`, never in a build; results and settings.",
    "benchmarks": "What `make bench` measures.",
    "tools": "What the Makefile calls.",
}

_HEAD = """# The map of the house

Written by `make map` from the first line of every module; a test compares it with the disk. An author
touches `docs/`, `quizzes/`, `figures/` and `values/`, an engineer `plugins/`.

| folder | what stands there |
|---|---|
| `docs/` | lessons; `docs/authoring/` for authors of questions, `docs/developing/` for engineers |
| `quizzes/` | questions, one YAML file a lesson, named as the lesson |
| `tests/` | mirrors `plugins/`, and holds what is promised across parts: hosts, browser, toolchain |
"""


def house_map() -> str:
    """The whole page, as it should stand on the disk."""
    return _HEAD + "".join(_part(name, purpose) for name, purpose in PARTS.items())


def _part(name: str, purpose: str) -> str:
    rows = "".join(f"| `{path}` | {line} |\n" for path, line in _modules(ROOT / name))
    return f"\n## {name}\n\n{purpose}\n\n| module | |\n|---|---|\n{rows}"


def _modules(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*.py")):
        if line := _first_line(file):
            yield file.relative_to(folder).as_posix(), line.replace("|", "\\|")


def _first_line(file: Path) -> str:
    return (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").split("\n")[0]


if __name__ == "__main__":
    MAP.write_text(house_map(), "utf-8")
