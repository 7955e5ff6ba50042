"""The scripts and styles of a course: their names, and what the build fills in."""

from __future__ import annotations

import pytest

from selfcheck.course.assets import course_assets
from selfcheck.frame.names import is_asset
from selfcheck.frame.words import languages, words


@pytest.mark.parametrize("language", languages())
def test_a_course_has_its_scripts_and_styles_in_every_language(language: str) -> None:
    names = [asset.path.rpartition("/")[2].split(".") for asset in course_assets(words(language))]
    assert sorted(f"{name}.{suffix}" for name, _, suffix in names) == [
        "course.css",
        "course.js",
        "progress.css",
        "progress.js",
        "review.css",
        "review.js",
        "scheduler.js",
    ]
    assert all(is_asset(asset.path) for asset in course_assets(words(language)))


def test_the_script_of_every_page_knows_the_names_of_all_others() -> None:
    assets = course_assets(words("en"))
    others = {asset.path.rpartition("/")[2] for asset in assets if asset is not assets.everywhere}
    assert {name for name in others if f'"{name}"' not in assets.everywhere.content} == set()


def test_the_script_of_every_page_knows_its_data_and_where_answers_are_kept() -> None:
    script = course_assets(words("de", storage="a-name"), "course/de/").everywhere.content
    assert '"course/de/"' in script
    assert '"a-name"' in script
    assert "{data}" not in script


def test_no_placeholder_of_the_build_is_left_in_a_script() -> None:
    left = ("/* words */", "/* files */", '"{data}"', '"{storage}"', "part: ")
    for asset in course_assets(words("en")):
        assert [each for each in left if each in asset.content] == []
