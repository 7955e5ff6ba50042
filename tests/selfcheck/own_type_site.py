"""A site with a question of a type of its own, the one that the guide shows."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.selfcheck.sites import CONFIGURATION, draw

OWN_TYPES = Path(__file__).parent / "own_types"

QUESTION = """
  - id: sky-in-the-picture
    type: estimate
    stem: What share of the picture is sky?
    percent: 40
    within: 5
    explanation: Four of the ten rows are sky.
"""

QUIZ = f"\nquestions:{QUESTION}"

CONFIGURED = CONFIGURATION.replace("  - selfcheck", "  - selfcheck: {types: [kinds]}")


def own_type_site(root: Path) -> Path:
    """Draw the site below `root`; its type stands in the folder `kinds`."""
    shutil.copytree(OWN_TYPES, root / "kinds")
    page = "# Test\n\n```quiz\nown\n```\n"
    return draw(root, {"mkdocs.yml": CONFIGURED, "quizzes/own.yml": QUIZ, "docs/index.md": page})


def change(file: Path, old: str, new: str | bytes) -> None:
    """Replace the first `old` in a file, or make the file."""
    content = file.read_bytes() if file.exists() else b""
    assert old.encode() in content
    file.write_bytes(content.replace(old.encode(), new if isinstance(new, bytes) else new.encode(), 1))
