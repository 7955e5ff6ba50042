"""Dirty builds of each host: pages that are left alone are known, and follow their questions."""

import os
from collections.abc import Callable

import pytest

from tests.hosts.host import Host, Settings
from tests.pages.tree import Draw

SETTINGS: Settings = {
    "theme": {"name": "material", "font": False},
    "plugins": ["search", "selfcheck"],
    "markdown_extensions": ["attr_list"],
}
QUIZ = """
    questions:
      - id: still-there
        type: true-false
        section: other.md#there
        stem: Is the passage still there in a dirty build?
        answer: true
        explanation: Nothing touched it.
"""


@pytest.mark.parametrize("name", ["lowest", "newest", "properdocs"])
def test_pages_that_a_dirty_build_leaves_alone_are_known_and_follow_their_questions(
    name: str, host_named: Callable[[str], Host], draw: Draw
) -> None:
    host = host_named(name)
    other = {"docs/other.md": "# Other\n\n## There {#there}\n\nText.\n"}
    root = draw({"docs/index.md": "# Home\n\n```quiz\nfirst\n```\n", **other, "quizzes/first.yml": QUIZ})
    site = host.build(root, SETTINGS, strict=True).checked().site
    again = ("-m", host.module, "build", "-f", f"{host.name}.yml", "--dirty")

    os.utime(root / "docs" / "index.md")
    status, output = host.run(root, *again)
    assert status == 0, output
    assert "no page" not in output

    draw({"quizzes/first.yml": QUIZ.replace("Nothing touched it.", "Just changed.")})
    status, output = host.run(root, *again)
    assert status == 0, output
    assert "Just changed." in (site / "index.html").read_text("utf-8")

    translation = "questions:\n  - id: still-there\n    explanation: Gerade geschrieben.\n"
    draw({"docs/index.md": "---\nlanguage: de\n---\n# Home\n\n```quiz\nfirst\n```\n"})
    host.run(root, *again)
    draw({"quizzes/first.de.yml": translation})
    status, output = host.run(root, *again)
    assert status == 0, output
    assert "Gerade geschrieben." in (site / "index.html").read_text("utf-8")
