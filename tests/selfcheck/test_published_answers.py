"""Question files are not published: a site that would copy them to its pages is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selfcheck.cli import main
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import CONFIGURATION, build, draw

PAGE = "```quiz\na\n```\n"
CURE = "move it out of the folder of the pages, or list it under `exclude_docs`"


def site(root: Path, folder: str, more: str = "", cache: str = ".cache") -> Path:
    options = f"{{quizzes: [{folder}], cache: {cache}}}"
    configuration = CONFIGURATION.replace("- selfcheck", f"- selfcheck: {options}") + more
    quiz = quiz_of(sample("first"))
    return draw(root, {"mkdocs.yml": configuration, "docs/index.md": PAGE, f"{folder}/a.yml": quiz})


def check(root: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--config-file", str(root / "mkdocs.yml")])


@pytest.mark.parametrize("folder", ["docs/quizzes", "docs/part/asked"])
def test_a_folder_of_questions_among_the_pages_is_told(folder: str, tmp_path: Path) -> None:
    built = build(site(tmp_path, folder))
    assert built.exit_code == 1
    assert f"\n{folder}: the site publishes this folder, and with it every answer; {CURE}\n" in built.said


def test_a_question_folder_that_a_link_among_the_pages_leads_to_is_told(tmp_path: Path) -> None:
    root = site(tmp_path, "quizzes")
    (root / "docs" / "shown").symlink_to(root / "quizzes", target_is_directory=True)
    assert (
        f"\nquizzes: the site publishes this folder, and with it every answer; {CURE}\n" in build(root).said
    )


@pytest.mark.parametrize("folder", ["docs/cache", "docs"])
def test_a_cache_among_the_pages_is_told_before_it_is_published(folder: str, tmp_path: Path) -> None:
    root = site(tmp_path, "quizzes", cache=folder)
    said = (
        f"{folder}: the site publishes this folder, and with it every answer; name one outside of the pages"
    )
    assert build(root).exit_code == 0  # nothing is kept yet that could be published
    built, checked = build(root), check(root)
    assert (built.exit_code, checked.exit_code) == (1, 1)
    assert f"\n{said} by the option `cache`, and remove what ends with .lines\n" in built.said
    assert said in checked.output
    assert not list((root / "site").rglob("*.lines"))


@pytest.mark.parametrize(
    ("cache", "more"), [("docs/cache", "exclude_docs: cache/\n"), ("docs/.cache", ""), ("kept", "")]
)
def test_a_cache_that_is_not_published_is_fine(cache: str, more: str, tmp_path: Path) -> None:
    root = site(tmp_path, "quizzes", more, cache)
    (root / "docs/a.lines").write_text("1", "utf-8")
    for _ in range(2):
        assert build(root, strict=True).exit_code == 0
    assert check(root).exit_code == 0


def test_a_question_folder_that_is_excluded_from_the_pages_is_fine(tmp_path: Path) -> None:
    root = site(tmp_path, "docs/quizzes", "exclude_docs: |\n  quizzes/\n")
    built = build(root, strict=True)
    assert built.exit_code == 0, built.said
    assert not (root / "site" / "quizzes").exists()


def test_other_data_among_the_pages_is_no_concern(tmp_path: Path) -> None:
    root = site(tmp_path, "quizzes")
    draw(root, {"mkdocs.yml": CONFIGURATION, "docs/index.md": PAGE, "docs/data/a.yml": "a: b\n"})
    assert build(root, strict=True).exit_code == 0


def test_the_command_follows_links_as_the_build_does(tmp_path: Path) -> None:
    root = site(tmp_path, "quizzes")
    (root / "docs" / "shown").symlink_to(root / "quizzes", target_is_directory=True)
    checked = check(root)
    assert checked.exit_code == 1
    assert (
        f"quizzes: the site publishes this folder, and with it every answer; {CURE} [site]\n"
        in checked.output
    )


def test_a_hidden_folder_among_the_pages_is_not_published(tmp_path: Path) -> None:
    root = site(tmp_path, "docs/.asked")
    built, checked = build(root, strict=True), check(root)
    assert built.exit_code == 0, built.said
    assert checked.exit_code == 0, checked.output
    assert not (root / "site" / ".asked").exists()
