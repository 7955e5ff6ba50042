"""The pictures of the guide are there, small, and show what their alternative texts say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.browsing.visits import Visits
from tools import option_pictures
from tools.option_pictures import PICTURES, SHARPNESS, Picture

MOST_BYTES = 150_000


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_what_an_alternative_text_quotes_is_seen(visits: Visits, tmp_path: Path, picture: Picture) -> None:
    assert '"' in picture.alternative_text
    site = option_pictures.build(tmp_path, picture.option)
    page = visits.open("about:blank", width=picture.width_px)
    taken = picture.pose(page, site)
    width = re.search(rf"{picture.name}\.png\){{ width=(\d+) }}", picture.text_around)
    assert width is not None
    box = taken.bounding_box()
    assert box is not None
    with Image.open(picture.file) as stored:
        assert stored.width == round(box["width"]) * SHARPNESS == int(width[1]) * SHARPNESS


def test_every_picture_of_the_guide_is_taken_by_the_tool_and_together_they_are_small() -> None:
    pages = [file.read_text("utf-8") for file in option_pictures.GUIDE.glob("*.md")]
    named = re.findall(r"\(images/(.+?\.png)\)", "\n".join(pages))
    files = sorted(option_pictures.FOLDER.iterdir())
    assert sorted(named) == [file.name for file in files] == sorted(each.file.name for each in PICTURES)
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


def test_an_answer_is_kept_under_the_key_that_the_guide_names(visits: Visits, tmp_path: Path) -> None:
    site = option_pictures.build(tmp_path, "storage")
    page = visits.open((site / "rates.html").as_uri())
    page.locator("#check-rate-adds-weights [type=radio][value=false]").check()
    page.get_by_role("button", name="Check").click()
    (key,) = re.findall(r"```text\n(.*)\n```", option_pictures.guide_section("storage"))
    page.wait_for_function("key => localStorage.getItem(key)", arg=key)
