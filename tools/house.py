"""Writes docs/developing/map.md: every file with its first line, so that the map cannot go stale."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tools.python_environment import ROOT

MAP = ROOT / "docs" / "developing" / "map.md"
PARTS = {
    "plugins/selfcheck": "Question files to self-check blocks; published alone, as `mkdocs-selfcheck`.",
    "plugins/computed_figures": "Python files to inline SVG and to numbers in prose; knows no segmentation.",
    "plugins/explorers": "Interactive figures placed by a fence: layer arithmetic, receptive fields, masks.",
    "plugins/convarith": "Convolution arithmetic; standard library only.",
    "plugins/maskmetrics": "Measures on label maps; numpy and scipy.",
    "plugins/course_pages": "Pages about the lessons, put together by `tools/lesson_pages.py`.",
    "figures": "The pictures of the lessons, one file each.",
    "values": "The numbers of lessons and questions, one noun a file.",
    "overrides": "What the site adds to Material's pages.",
    "experiments": "Networks trained by `make experiments`, never in a build; results and settings.",
    "benchmarks": "What `make bench` measures.",
    "tools": "What the Makefile calls.",
}

_COMMENTS = {
    ".css": re.compile(r"/\*(?! part:)(.*?)\*/", re.DOTALL),
    ".html": re.compile(r"{#-?(.*?)-?#}", re.DOTALL),
    ".js": re.compile(r"((?://.*\n)+)"),
    ".ts": re.compile(r"((?://.*\n)+)"),
    ".yml": re.compile(r"((?:#.*\n)+)"),
}
"""The comment that a file begins with, by suffix; of a module it is the docstring."""

_HEAD = """---
search:
  exclude: true
---

# The map of the house

Written by `make map` from the first line of every module, script, style and template; a test compares it
with the disk. An author touches `docs/`, `quizzes/`, `figures/` and `values/`, an engineer `plugins/`.

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
    rows = "".join(f"| `{path}` | {line} |\n" for path, line in _files(ROOT / name))
    return f"\n## {name}\n\n{purpose}\n\n| file | |\n|---|---|\n{rows}"


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*.*")):
        if "node_modules" not in file.parts and (line := _first_line(file)):
            yield _name(file.relative_to(folder)), line.replace("|", "\\|")


def _name(file: Path) -> str:
    """The path from the part's folder, one for the words of all languages."""
    return (file.with_stem("LANGUAGE") if file.parent.name == "words" else file).as_posix()


def _first_line(file: Path) -> str:
    """The first line of a module's docstring, or the first sentence of another file's comment; else ""."""
    if file.suffix == ".py":
        return (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").split("\n")[0]
    is_data = file.suffix == ".yml" and (file.parent.name, file.stem) != ("words", "en")
    if file.suffix not in _COMMENTS or is_data:
        return ""
    comment = _COMMENTS[file.suffix].match(file.read_text("utf-8"))
    return _first_sentence(comment[1]) if comment else ""


def _first_sentence(comment: str) -> str:
    text = " ".join(re.sub("^(?://|#)", "", line).strip() for line in comment.strip().split("\n"))
    return re.split(r"(?<=[.?!])\s", text)[0]


if __name__ == "__main__":
    MAP.write_text(house_map(), "utf-8")
