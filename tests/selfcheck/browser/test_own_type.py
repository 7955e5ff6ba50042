"""A type of a site's own, with a control that none of ours has, in the frame that all types share."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.small_site import small_site
from tests.selfcheck.browser.test_keyboard import tab_to
from tests.selfcheck.own_type_site import OWN_TYPES

QUESTION = """id: sky
type: estimate
stem: What share of the picture is sky?
percent: 3
within: 1
explanation: One row in thirty.
"""


def test_a_slider_is_moved_and_checked_by_keyboard_and_its_focus_is_seen(
    visits: Visits, tmp_path: Path
) -> None:
    shutil.copytree(OWN_TYPES, tmp_path / "kinds")
    with small_site(tmp_path, QUESTION, options={"types": ["kinds"]}) as site:
        block = Block(page := visits.open(site.page("lesson")), "sky")
        block.expect_state("open")
        tab_to(page, slider := block.field("percent"))
        for key in ("Home", "ArrowRight", "ArrowRight"):
            page.keyboard.press(key)
        expect(slider).to_have_value("2")
        tab_to(page, block.button)
        page.keyboard.press("Enter")
        block.expect_state("right")
