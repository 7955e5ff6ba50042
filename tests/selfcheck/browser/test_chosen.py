"""Only the block's own control says what is chosen, whatever else an option holds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import EXTENSIONS, Built
from tests.selfcheck.browser.small_site import small_site

ONE = """id: syntax
type: single-choice
stem: Which of these is a finished task?
options:
  - {text: "- [x] wash up", feedback: So it is., correct: true}
  - {text: "- [ ] wash up"}
explanation: because
"""
SEVERAL = """id: several
type: multiple-response
stem: Which of these hold something finished?
options:
  - {text: "- [x] wash up\\n- [ ] dry up", correct: true}
  - {text: "- [ ] wash up"}
  - text: |
      === "One"

          Done.

      === "Two"

          Not done.
  - text: |
      | task | done |
      |------|------|
      | dry  | yes  |
explanation: because
"""
BORDER = "row => [getComputedStyle(row).borderColor, getComputedStyle(row).backgroundColor]"


WAYS = [("plain", {}), ("material", {"custom_checkbox": True}), ("material", {"clickable_checkbox": True})]


@pytest.fixture(scope="module", params=WAYS, ids=str)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    theme, options = request.param
    extensions = [*EXTENSIONS, {"pymdownx.tasklist": options}]
    root = tmp_path_factory.mktemp("tasks")
    with small_site(root, ONE, SEVERAL, theme=theme, markdown_extensions=extensions) as site:
        yield site


def looks(row: Locator) -> object:
    return row.evaluate(BORDER)


def test_a_box_of_a_task_list_never_looks_chosen(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one, several = Block(page, "syntax"), Block(page, "several")
    one.expect_state("open")
    assert one.row("1").locator("li [type=checkbox]:checked").count() == 1
    page.mouse.move(0, 0)
    assert looks(one.row("1")) == looks(one.row("2"))
    assert len({str(looks(several.row(str(number)))) for number in range(1, 5)}) == 1
    page.emulate_media(forced_colors="active")
    for block in (one, several):
        for row in block.root.locator("[data-option]").all():
            expect(row).to_have_css("outline-style", "none")


def test_a_click_on_a_box_of_a_task_list_chooses_its_option(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    one = Block(page, "syntax")
    one.expect_state("open")
    box = one.row("2").locator("li [type=checkbox]").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(one.field("response", "2")).to_be_checked()
    expect(one.row("2").locator("li [type=checkbox]")).not_to_be_checked()
    page.mouse.move(0, 0)
    assert looks(one.row("2")) != looks(one.row("1"))


def test_a_sign_describes_the_control_and_no_box_in_the_option(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    several = Block(page, "several")
    several.give({"option-1": "on", "option-3": "on"})
    several.expect_state("wrong")
    for number in ("1", "3"):
        expect(several.field(f"option-{number}")).to_have_attribute(
            "aria-describedby", f"check-several--sign-{number}"
        )
    expect(several.root.locator("li [aria-describedby]:not([name^=check-several-])")).to_have_count(0)
    assert several.response() == {"option-1": "on", "option-3": "on"}
