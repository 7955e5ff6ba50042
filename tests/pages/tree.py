"""File trees that tests draw."""

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent

Draw = Callable[[Mapping[str, str]], Path]
"""Writes files, given by path and indented text, and returns the folder they stand in."""


def write_tree(root: Path, files: Mapping[str, str]) -> Path:
    """Write files, given by path and indented text, below `root`; returns `root`."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), "utf-8")
    return root
