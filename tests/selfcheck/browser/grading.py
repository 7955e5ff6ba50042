"""What the pure function of a type makes of thousands of responses, which no reader has to give."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Page

# As text, since the browser's driver takes its time over every single value.
GRADE = """([type, given]) => JSON.stringify(JSON.parse(given).map(([response, key]) =>
  SelfCheck.types[type].grade(response, key)))"""


def grade(page: Page, kind: str, given: Sequence[tuple[Mapping[str, Any], Any]]) -> list[dict[str, Any]]:
    """The result for each response with its key; `page` must show a question of this type."""
    results: list[dict[str, Any]] = json.loads(page.evaluate(GRADE, [kind, json.dumps(given)]))
    return results
