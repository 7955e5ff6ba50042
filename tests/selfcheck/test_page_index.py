"""The page index: what pages use is known in later builds, whatever became of the file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from selfcheck.page_index import PageIndex, Use

GRIDS = Use(("quizzes/grids.yml",), ("assets/selfcheck/frame.1.js",))
LABELS = Use(("quizzes/labels.yml", "quizzes/borders.yml"))


@pytest.fixture
def pages(tmp_path: Path) -> list[str]:
    """Two pages of a site."""
    pages = ["docs/grids.md", "docs/labels.md"]
    (tmp_path / "docs").mkdir()
    for page in pages:
        (tmp_path / page).write_text("# Page\n", "utf-8")
    return pages


def index(root: Path) -> PageIndex:
    return PageIndex(root / ".cache" / "pages.jsonl", root)


def test_a_later_build_knows_the_pages_that_it_does_not_convert(tmp_path: Path, pages: list[str]) -> None:
    index(tmp_path).note(pages[0], GRIDS)
    later = index(tmp_path)
    later.note(pages[1], LABELS)

    assert later.uses() == index(tmp_path).uses() == {"docs/grids.md": GRIDS, "docs/labels.md": LABELS}


def test_of_two_conversions_of_a_page_the_later_counts(tmp_path: Path, pages: list[str]) -> None:
    index(tmp_path).note(pages[0], GRIDS)
    index(tmp_path).note(pages[0], LABELS)

    assert index(tmp_path).uses() == {"docs/grids.md": LABELS}


def test_a_page_that_uses_nothing_any_more_is_not_in_the_index(tmp_path: Path, pages: list[str]) -> None:
    index(tmp_path).note(pages[0], GRIDS)
    index(tmp_path).note(pages[0], Use())

    assert index(tmp_path).uses() == {}


def test_a_page_whose_source_is_gone_is_not_in_the_index(tmp_path: Path, pages: list[str]) -> None:
    index(tmp_path).note(pages[0], GRIDS)
    (tmp_path / pages[0]).unlink()

    assert index(tmp_path).uses() == {}


def test_an_index_that_cannot_be_read_says_nothing(
    tmp_path: Path, pages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    index(tmp_path).note(pages[0], GRIDS)

    def refused(*_: object, **__: object) -> str:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", refused)
    assert index(tmp_path).uses() == {}


def test_a_page_that_uses_the_same_writes_nothing(tmp_path: Path, pages: list[str]) -> None:
    index(tmp_path).note(pages[0], GRIDS)
    file = tmp_path / ".cache" / "pages.jsonl"
    written = file.read_bytes()
    index(tmp_path).note(pages[0], GRIDS)
    index(tmp_path).note(pages[1], Use())

    assert file.read_bytes() == written


def test_the_file_does_not_grow_with_every_build(tmp_path: Path, pages: list[str]) -> None:
    for _ in range(20):
        index(tmp_path).note(pages[0], GRIDS)
        index(tmp_path).note(pages[0], LABELS)

    assert len((tmp_path / ".cache" / "pages.jsonl").read_text("utf-8").splitlines()) <= 4


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: text.index("\n") + 20],
        lambda text: text + "[1, 2]\nnothing\n{}\n",
        lambda text: text + '["docs/labels.md", 3, 4]\n',
    ],
)
def test_what_is_whole_in_a_damaged_file_is_read(
    tmp_path: Path, pages: list[str], damage: Callable[[str], str]
) -> None:
    index(tmp_path).note(pages[0], GRIDS)
    index(tmp_path).note(pages[1], LABELS)
    file = tmp_path / ".cache" / "pages.jsonl"
    file.write_text(damage(file.read_text("utf-8")), "utf-8")

    found = index(tmp_path)
    assert found.uses()["docs/grids.md"] == GRIDS
    found.note(pages[1], GRIDS)
    assert index(tmp_path).uses() == {"docs/grids.md": GRIDS, "docs/labels.md": GRIDS}


def test_without_a_folder_nothing_is_kept(tmp_path: Path, pages: list[str]) -> None:
    kept_nowhere = PageIndex(None, tmp_path)
    kept_nowhere.note(pages[0], GRIDS)

    assert kept_nowhere.uses() == {"docs/grids.md": GRIDS}
    assert PageIndex(None, tmp_path).uses() == {}


def test_a_translation_that_is_new_makes_its_pages_outdated(tmp_path: Path, pages: list[str]) -> None:
    (tmp_path / "quizzes").mkdir()
    built, original = tmp_path / "index.html", tmp_path / "quizzes" / "grids.yml"
    for moment, file in enumerate((original, built)):
        file.write_text("", "utf-8")
        os.utime(file, (moment, moment))
    index(tmp_path).note(pages[0], GRIDS)
    assert not index(tmp_path).is_outdated(pages[0], built)

    (tmp_path / "quizzes" / "grids.de.yml").write_text("", "utf-8")
    assert index(tmp_path).is_outdated(pages[0], built)
