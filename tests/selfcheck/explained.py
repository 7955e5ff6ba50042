"""A question with an explanation in Markdown, and what is told of it."""

from __future__ import annotations

from tests.selfcheck.faulty import without

HEADING = "a heading inside a question would enter the page's contents"
NESTED = ["- item", "", "    ```", "    # code, where fences may be nested", "    ```"]


def explained(*lines: str) -> str:
    """The question whose explanation has these lines."""
    return without("explanation") + "explanation: |\n" + "".join(f"  {line}\n" for line in lines)
