"""Small sites on the disk, built as an author would build them."""

from __future__ import annotations

import io
import logging
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click import ClickException
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"

CONFIGURATION = """
site_name: Test
theme: {name: mkdocs}
plugins:
  - selfcheck
markdown_extensions: [admonition, attr_list, md_in_html]
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended and what it said."""

    exit_code: int
    said: str

    @property
    def problems(self) -> list[str]:
        """The lines that begin with the place of a problem."""
        return [line for line in self.said.splitlines() if line.startswith(("docs/", "quizzes/"))]


UNCHECKED = "not checked: what needs pages (sections, links, pictures, fences): --build tells\n"
"""The last line of the command where it is shown no built site."""


def draw(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a tree of files, with a configuration and a front page where none is given."""
    for name, content in {"mkdocs.yml": CONFIGURATION, "docs/index.md": "# Test\n", **files}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    (root / "quizzes").mkdir(exist_ok=True)
    return root


def environment() -> dict[str, str]:
    """What a command needs to find the plugin, and nothing of its own to print."""
    return {**os.environ, "PYTHONPATH": str(PLUGINS), "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"}


def build_apart(root: Path, *options: str) -> Outcome:
    """Run `mkdocs build` in a process of its own, as on a command line."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=root,
        env=environment(),
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
    )
    return Outcome(done.returncode, done.stdout + done.stderr)


def build(root: Path, *, strict: bool = False, dirty: bool = False) -> Outcome:
    """The same in this process, which saves a second each time; it says warnings and errors only."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=strict)
        config.plugins.on_startup(command="build", dirty=dirty)
        mkdocs_build(config, dirty=dirty)
    except ClickException as error:
        return Outcome(1, f"{said.getvalue()}{error.message}\n")
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)
    return Outcome(0, said.getvalue())
