"""Where the lines of an option end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browsing.visits import Visits
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site

LAST_LINE = """(option) => {
  const words = document.createTreeWalker(option, NodeFilter.SHOW_TEXT).nextNode();
  const place = (end) => {
    const range = document.createRange();
    range.setStart(words, end - 1);
    range.setEnd(words, end);
    return range.getBoundingClientRect().top;
  };
  const { data } = words;
  return [...data].filter((_, index) => place(index + 1) === place(data.length)).join("").trim();
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    """A question whose first option is a little longer than a line."""
    question = choice("lines").replace("answer number 1", "34 convolutions of a 3 by 3 kernel with stride 1")
    with small_site(tmp_path_factory.mktemp("lines"), question) as built:
        yield built


def test_no_option_ends_in_a_line_of_one_short_word(visits: Visits, site: Built) -> None:
    page = visits.open(f"{site.address}/lesson/", width=375)
    text = page.get_by_text("34 convolutions")
    row = page.locator("[data-option]").first
    widths = [320 + 2 * step for step in range(100)]
    ends: dict[str, set[str]] = {}
    for style in ("", "wrap"):
        row.evaluate("(row, style) => { row.style.textWrap = style }", style)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 700})
            ends.setdefault(style, set()).add(text.evaluate(LAST_LINE))
    # As it would be without.
    assert "1" in ends["wrap"]
    assert "1" not in ends[""]
