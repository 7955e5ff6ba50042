"""Questions whose section has changed since it was stamped, or goes by another name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.selfcheck.sites import CONFIGURATION, build, draw
from tests.selfcheck.stamped_site import change, codes, run, told, write_site


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return write_site(tmp_path, monkeypatch)


def test_a_change_of_the_section_makes_its_question_stale_until_it_is_stamped_again(root: Path) -> None:
    run("stamp")
    assert told() == []
    change(root, "A stride skips places.", "A stride skips many places.")
    cure = "look whether they still agree, then run `selfcheck stamp quizzes/strides.yml --question first`"
    assert told() == [("first", 4, 14, "stale", "warning", cure)]
    assert told("--no-lint") == told()
    assert told("--build") == told()
    run("stamp", "--question", "first")
    assert told() == []


def test_a_second_check_says_the_same(root: Path) -> None:
    run("stamp")
    change(root, "A stride skips places.", "A stride skips many places.")
    first = told()
    assert first
    assert told() == first
    change(root, "A stride skips many places.", "A stride skips places.")
    assert told() == []


def test_a_stamped_site_is_compared_with_a_built_one_too(root: Path) -> None:
    run("stamp")
    change(root, "A stride skips places.", "A stride skips many places.")
    assert build(root).exit_code == 0
    assert codes("--site", "site") == [("first", "stale")]


def test_a_build_asks_where_the_site_says_lint(root: Path) -> None:
    run("stamp")
    change(root, "A stride skips places.", "A stride skips many places.")
    assert build(root, strict=True).exit_code == 0
    draw(root, {"mkdocs.yml": CONFIGURATION.replace("- selfcheck", "- selfcheck: {lint: true}")})
    done = build(root, strict=True)
    assert done.exit_code == 1
    assert "quizzes/strides.yml:4:14: first: the section" in done.said
    run("stamp")
    assert build(root, strict=True).exit_code == 0


def test_a_question_without_a_stamp_is_told_where_others_of_its_file_have_one(root: Path) -> None:
    run("stamp", "--question", "first")
    cure = "run `selfcheck stamp quizzes/strides.yml --question second`, so that a later change is noticed"
    assert told() == [("second", 11, 14, "stale", "warning", cure)]


@pytest.mark.parametrize("options", [(), ("--build",)], ids=["files", "build"])
def test_a_renamed_heading_is_found_by_the_text_below_it(root: Path, options: tuple[str, ...]) -> None:
    run("stamp")
    change(root, "## Steps of a stride", "## What it passes over")
    cure = 'did you mean "what-it-passes-over"? its text is the one that was stamped'
    assert told(*options) == [("first", 4, 14, "section", "error", cure)]


def test_a_renamed_heading_is_mended_where_its_text_is_the_same(root: Path) -> None:
    run("stamp")
    change(root, "## Steps of a stride", "## What it passes over")
    done = run("check", "--fix")
    assert "strides.md#steps-of-a-stride is strides.md#what-it-passes-over now" in done.output
    assert told() == []


@pytest.mark.parametrize("is_stamped", [True, False], ids=["stamped", "unstamped"])
def test_a_renamed_heading_is_guessed_by_its_words(root: Path, is_stamped: bool) -> None:
    if is_stamped:
        run("stamp")
    change(root, "## Steps of a stride", "## Steps of strides {#stride-steps}")
    change(root, "A stride skips places.", "A stride skips many places.")
    assert told("--build") == [("first", 4, 14, "section", "error", 'did you mean "stride-steps"?')]


def test_a_page_that_was_moved_is_found_by_its_name_and_its_text(root: Path) -> None:
    run("stamp")
    (root / "docs/lessons").mkdir()
    (root / "docs/strides.md").rename(root / "docs/lessons/strides.md")
    assert [each[5] for each in told()] == [
        'did you mean "lessons/strides.md#steps-of-a-stride"? its text is the one that was stamped',
        'did you mean "lessons/strides.md#borders"? its text is the one that was stamped',
    ]
    run("check", "--fix")
    assert told() == []


@pytest.mark.parametrize("options", [(), ("--build",)], ids=["files", "build"])
@pytest.mark.parametrize("heading", ["# Borders", "## Borders", "### *Around* {#borders}"])
def test_a_section_that_went_to_another_page_is_found_there(
    root: Path, heading: str, options: tuple[str, ...]
) -> None:
    run("stamp")
    change(root, "## Borders\n\nA border adds places.\n", "")
    draw(root, {"docs/edges.md": f"Edges.\n\n{heading}\n\nA border adds places.\n"})
    cure = 'did you mean "edges.md#borders"? its text is the one that was stamped'
    assert told(*options) == [("second", 11, 14, "section", "error", cure)]
    if not options:
        run("check", "--fix")
        assert told() == []


def test_sections_of_a_page_that_was_divided_are_found_on_the_new_pages(root: Path) -> None:
    run("stamp")
    (root / "docs/strides.md").unlink()
    steps = "# First\n\n## Steps of a stride\n\nA stride skips places.\n"
    draw(root, {"docs/one.md": steps, "docs/two.md": "# Borders\n\nA border adds places.\n"})
    assert [each[5].partition("?")[0] for each in told()] == [
        'did you mean "one.md#steps-of-a-stride"',
        'did you mean "two.md#borders"',
    ]


def test_a_section_that_two_other_pages_have_is_not_chosen_between(root: Path) -> None:
    run("stamp")
    change(root, "## Borders\n\nA border adds places.\n", "")
    draw(root, dict.fromkeys(["docs/one.md", "docs/two.md"], "# Borders\n\nA border adds places.\n"))
    assert [each[5] for each in told()] == ["valid: steps-of-a-stride, strides"]


def test_extensions_that_are_not_at_hand_keep_sections_from_being_compared(root: Path) -> None:
    run("stamp")
    draw(root, {"mkdocs.yml": CONFIGURATION.replace("[admonition", "[pymdownx.nothing, admonition")})
    done = run("check", "--format", "json")
    assert any(
        each.startswith("whether sections have changed: ") for each in json.loads(done.stdout)["unchecked"]
    )
    assert run("stamp").exit_code == 2


def test_stats_count_what_is_stamped_and_name_what_is_stale(root: Path) -> None:
    def numbers() -> Any:
        return json.loads(run("stats", "--format", "json").stdout)

    assert (numbers()["stamped"], numbers()["stale"]) == (0, [])
    run("stamp")
    change(root, "A stride skips places.", "A stride skips many places.")
    assert (numbers()["stamped"], numbers()["stale"]) == (2, ["first"])
    text = run("stats").stdout
    assert "  stamped        2 of 2 questions\n  changed since  1\n                 first\n" in text
