"""A project in a temporary folder: figure files, modules, pages, and the ways to render them."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import markdown

from computed_figures.cache import Cache
from computed_figures.drawing import Drawing
from computed_figures.gallery import Gallery
from computed_figures.problems import Problem

PLUGINS = Path(__file__).parents[2] / "plugins"

BARS = '''
    """Two bars of *different* height. They stand apart."""
    from computed_figures.canvas import canvas
    from computed_figures.style import BLUE

    ALT = "Two bars, 3 and 5 high."

    def draw():
        figure = canvas(400, 200)
        axes = figure.add_axes((0.2, 0.2, 0.7, 0.7))
        axes.bar(["first", "second"], [3, 5], color=BLUE)
        return figure
'''


@dataclass(frozen=True, slots=True)
class Project:
    """`cache` may lie outside: tests that do not ask about it share their drawings."""

    root: Path
    cache: Path

    def write(self, path: str, text: str) -> Path:
        """Write a file of the project, without the indentation of the test."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return file

    @property
    def gallery(self) -> Gallery:
        """The project's figures."""
        folder = self.root / "figures"
        return Gallery(self.root, folder, (folder, self.root / "plugins"), Cache(self.cache))

    def drawing(self, name: str) -> Drawing:
        """Draw one figure that has no problem."""
        (drawing,) = self.gallery.drawings([name])
        assert isinstance(drawing, Drawing), drawing
        return drawing

    def problem(self, name: str) -> str:
        """Draw one figure that has a problem."""
        (problem,) = self.gallery.drawings([name])
        assert isinstance(problem, Problem)
        return str(problem)

    def render(self, text: str, *extensions: str) -> str:
        """Render a page in plain Markdown, whose project is the current folder."""
        options: dict[str, dict[str, Any]] = {"computed_figures": {"cache": str(self.cache)}}
        names = [*extensions, "computed_figures"]
        return markdown.markdown(dedent(text), extensions=names, extension_configs=options)

    def run(self, *arguments: str, packages: Path = PLUGINS) -> "subprocess.CompletedProcess[str]":
        """Run Python in the project, with these arguments; it finds our packages in that folder."""
        return subprocess.run(
            [sys.executable, "-P", *arguments],
            cwd=self.root,
            env=environment(packages),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )


def environment(packages: Path = PLUGINS) -> dict[str, str]:
    """Return the environment of a command that finds our packages in a folder."""
    return {**os.environ, "PYTHONPATH": str(packages), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
