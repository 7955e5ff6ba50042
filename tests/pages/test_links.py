"""Links that are written from the docs root, on pages further in."""

import pytest

from selfcheck.pages.links import from_page


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("guide/other.md", "../guide/other.md"),
        ("guide/other.md#part", "../guide/other.md#part"),
        ("lessons/one.md#part", "one.md#part"),
        ("#part", "#part"),
        ("/root.md", "/root.md"),
        ("https://example.org/a", "https://example.org/a"),
        ("mailto:who@example.org", "mailto:who@example.org"),
        ("\x02amp\x03#109;\x02amp\x03#97;", "\x02amp\x03#109;\x02amp\x03#97;"),
    ],
)
def test_a_link_leads_to_the_same_place(target: str, written: str) -> None:
    assert from_page(target, "lessons/one.md") == written
