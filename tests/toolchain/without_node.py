"""A PATH on which node and what comes with it fail, and tell that they were called."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

NAMES = (
    "node",
    "nodejs",
    "npm",
    "npx",
    "corepack",
    "yarn",
    "pnpm",
    "bun",
    "deno",
    "esbuild",
    "rollup",
    "tsc",
)

STUB = """#!/bin/sh
echo "$0 $*" >> '{calls}'
echo "$0 was called" >&2
exit 1
"""


@dataclass(frozen=True, slots=True)
class WithoutNode:
    """A folder of programs that stands first on PATH."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables of this process, with that PATH."""
        return {
            **os.environ,
            "PATH": os.pathsep.join([str(self.folder), os.environ["PATH"]]),
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONUNBUFFERED": "1",
        }

    @property
    def calls(self) -> list[str]:
        """Each call with its arguments."""
        file = self.folder / "calls.txt"
        return file.read_text("utf-8").splitlines() if file.exists() else []


def without_node(folder: Path) -> WithoutNode:
    """The programs, written into a folder that is made for them."""
    folder.mkdir()
    for name in NAMES:
        stub = folder / name
        stub.write_text(STUB.format(calls=folder / "calls.txt"), "utf-8")
        stub.chmod(0o755)
    return WithoutNode(folder)
