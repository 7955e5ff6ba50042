"""A page with one fence of an explorer, and what its author is told."""

from __future__ import annotations

import pytest
from markdown import markdown

from explorers.problems import ExplorerProblems


def page(body: str) -> str:
    """The HTML of a page whose third line opens a fence with this body."""
    return markdown(f"text\n\n```explorer\n{body}\n```\n", extensions=["explorers"])


def told(body: str) -> list[str]:
    """The problems of the fence, each as its author reads it."""
    with pytest.raises(ExplorerProblems) as caught:
        page(body)
    return [str(problem) for problem in caught.value.problems]
