"""A plain question for tests that need just any."""

from __future__ import annotations

import re

from tests.selection import one_type
from tests.selfcheck.cases import barest


def sample(question_id: str) -> str:
    """The barest question of the type that stands for all, under another id."""
    case = barest(one_type())
    return re.sub(rf"^id: {case.id}$", f"id: {question_id}", case.question, flags=re.MULTILINE)
