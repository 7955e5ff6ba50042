"""A link of a question that leads to no file is told once, at its line in the question file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.selfcheck.sites import CONFIGURATION, build, draw

PAGE = "# A page\n\n```quiz\na\n```\n"
QUIZ = """questions:
  - id: with-a-picture
    type: true-false
    stem: |
      A stem.

      ![A dot]({picture})
    answer: true
    explanation: "[A page]({page}), mail <a@b.example>, [gone](https://example.org/a.md), [below](#part)"
"""


def site(
    root: Path, picture: str = "images/dot.svg", page: str = "part/b.md", configuration: str = ""
) -> Path:
    return draw(
        root,
        {
            "mkdocs.yml": CONFIGURATION + configuration,
            "docs/index.md": PAGE,
            "docs/part/b.md": PAGE,
            "docs/images/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "quizzes/a.yml": QUIZ.format(picture=picture, page=page),
        },
    )


def test_sound_links_are_not_told(tmp_path: Path) -> None:
    built = build(site(tmp_path), strict=True)
    assert (built.exit_code, built.problems) == (0, [])


@pytest.mark.parametrize(
    ("links", "told"),
    [
        (
            {"picture": "images/dott.svg"},
            '7:16: with-a-picture: there is no file "images/dott.svg"; did you mean "images/dot.svg"?',
        ),
        (
            {"picture": "../images/dot.svg"},
            '7:16: with-a-picture: there is no file "../images/dot.svg"; did you mean "images/dot.svg"?',
        ),
        (
            {"page": "somewhere.md#else"},
            '9:28: with-a-picture: there is no file "somewhere.md"; '
            "write its path from the folder of the pages",
        ),
        (
            {"page": "http://[b.md"},
            '9:28: with-a-picture: there is no file "http://[b.md"; '
            "write its path from the folder of the pages",
        ),
        (
            {"page": "part/../part/c.md"},
            '9:36: with-a-picture: there is no file "part/c.md"; did you mean "part/b.md"?',
        ),
    ],
)
def test_a_link_that_leads_nowhere_is_told_once_at_its_line(
    links: dict[str, str], told: str, tmp_path: Path
) -> None:
    built = build(site(tmp_path, **links), strict=True)
    assert built.exit_code == 1
    lines = [line for line in built.said.splitlines() if "selfcheck" in line or "contains a link" in line]
    assert lines == [f"selfcheck: quizzes/a.yml:{told}"]


def test_the_page_keeps_the_link_as_it_was_written(tmp_path: Path) -> None:
    root = site(tmp_path, picture="images/dott.svg")
    assert build(root).exit_code == 0
    for page, source in (("index.html", "images/dott.svg"), ("part/b/index.html", "../images/dott.svg")):
        pictures = re.findall(r'<img[^>]* src="([^"]*dott.svg)"', (root / "site" / page).read_text("utf-8"))
        assert pictures == [source]


def test_the_site_says_how_grave_a_lost_link_is(tmp_path: Path) -> None:
    ignored = "validation: {links: {not_found: info}}\n"
    assert build(site(tmp_path, picture="images/dott.svg", configuration=ignored), strict=True).exit_code == 0


def test_no_file_of_the_theme_is_proposed(tmp_path: Path) -> None:
    built = build(site(tmp_path, picture="img/favicon.icon"), strict=True)
    (told,) = [line for line in built.said.splitlines() if "favicon" in line]
    assert told.endswith('there is no file "img/favicon.icon"; write its path from the folder of the pages')
