"""What readers see of a Markdown text."""

from __future__ import annotations

import pytest

from selfcheck.lint.wording import Wording


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("a **bold** [link](b.md) and ![a picture](c.png)", "a bold link and"),
        ("`2**3` is *eight*", "2**3 is eight"),
        ("`#!python a * b`, ``c`d``", "a * b, c`d"),
        ("`a[0](1)` and [`b[0]`](b.md)", "a[0](1) and b[0]"),
        ("~~~python\na = [[1]][0] ** 2\n```\n~~~\n**So.**", "a = [[1]][0] ** 2 ``` So."),
        ("*About* $a * b$ or [=n * m:.2f]", "About $a * b$ or [=n * m:.2f]"),
    ],
)
def test_a_text_is_seen_without_the_signs_of_markdown_and_with_those_of_code(source: str, seen: str) -> None:
    assert Wording(source).visible == seen
