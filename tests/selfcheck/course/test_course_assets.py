"""The script and the style of a course: their names, and what the build fills in."""

from __future__ import annotations

import pytest

from selfcheck.course.assets import course_assets, progress_assets
from selfcheck.frame.names import is_asset
from selfcheck.frame.words import languages, words
from selfcheck.review.assets import review_assets


@pytest.mark.parametrize("language", languages())
def test_a_course_has_a_script_and_a_style_in_every_language(language: str) -> None:
    style, script = course_assets(words(language))
    assert (style.path.rpartition(".")[2], script.path.rpartition(".")[2]) == ("css", "js")
    assert is_asset(style.path)
    assert is_asset(script.path)


def test_the_script_knows_where_answers_are_kept() -> None:
    _, script = course_assets(words("de", storage="a-name"))
    assert '"a-name"' in script.content


def test_no_placeholder_of_the_build_is_left_in_a_script() -> None:
    # What is filled in where a comment stands is nothing where it was not.
    left = ("{schedule}", "{language}", "{storage}", "words={}")
    for makes in (course_assets, progress_assets, review_assets):
        for asset in makes(words("en")):
            assert [each for each in left if each in asset.content] == [], asset.path
