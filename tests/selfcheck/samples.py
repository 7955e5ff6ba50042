"""Questions for tests that need just any, and one with a flaw."""

from __future__ import annotations

import re

from tests.selection import one_type
from tests.selfcheck.cases import barest

LONG = """\
id: long
type: single-choice
stem: What is a stride?
options:
  - text: A step that the kernel takes from one place of the map to the next
    correct: true
  - text: A weight
  - text: A border
explanation: The kernel moves on by it, because it is a step.
"""
"""Its key is longer than the distractors."""


def sample(question_id: str) -> str:
    """The barest question of the type that stands for all, under another id."""
    case = barest(one_type())
    return re.sub(rf"^id: {case.id}$", f"id: {question_id}", case.question, flags=re.MULTILINE)
