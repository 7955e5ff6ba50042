"""The folder of each question type is complete, and incomplete folders are refused."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import selfcheck
from selfcheck.frame.words import FRAME
from selfcheck.item import Interaction
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz_text import read_quiz
from tests.selection import one_type
from tests.selfcheck.cases import accepted, quiz_of
from tests.selfcheck.contract import COMPLETE, FILES, gaps, gaps_in_words

PACKAGE = Path(selfcheck.__path__[0])
TYPES = list(discover().values())


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_the_folder_of_a_type_is_whole(kind: QuestionType) -> None:
    lacking = list(gaps(kind.folder))
    assert lacking == [], f"{kind.folder}: {'; '.join(lacking)}"


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_a_type_states_what_it_asks_in_neutral_form(kind: QuestionType) -> None:
    for case in accepted(kind):
        (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(case.question)).entries
        assert isinstance(entry.item.interaction, Interaction)
        assert len(entry.item.fingerprint) == 8


@pytest.mark.parametrize("language", COMPLETE)
def test_the_frame_has_all_its_words_in_the_languages_that_are_complete(language: str) -> None:
    assert list(gaps_in_words(FRAME, language)) == []


def test_no_two_types_style_the_same_class() -> None:
    """Both styles stand on a page that asks both."""
    parts = [*(PACKAGE / "frame/style").glob("*.css"), *(PACKAGE / "typed").glob("*.css")]
    frame = set().union(*map(_classes, [*parts, PACKAGE / "item/template.html"]))
    styled: dict[str, str] = {}
    for kind in TYPES:
        for name in _classes(kind.file("style.css")) - frame:
            assert styled.setdefault(name, kind.name) == kind.name, name
    assert len(set(styled.values())) > 1


def _classes(file: Path) -> set[str]:
    return set(re.findall(r"self-check__[a-z-]+", file.read_text("utf-8") if file.exists() else ""))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A whole type folder to break."""
    return Path(shutil.copytree(one_type().folder, tmp_path / "type"))


@pytest.mark.parametrize("name", [*FILES, "words/en.yml", "words/de.yml"])
def test_a_folder_without_one_of_its_files_is_refused(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert list(gaps(folder)) == [f"no {name}"]


@pytest.mark.parametrize(
    ("old", "new", "gap"),
    [
        ("accepted:", "other:", "no accepted case"),
        ("    right:", "    other:", 'lacks "right"'),
        ("    wrong:", "    other:", 'lacks "wrong"'),
        ("name: nothing-but-what-is-needed", "name: other", 'no accepted case "nothing-but-what-is-needed"'),
        ("rejected:", "other:", "0 rejected cases; at least 3"),
        ("    line:", "    other:", 'lacks "line"'),
    ],
)
def test_a_folder_with_incomplete_cases_is_refused(folder: Path, old: str, new: str, gap: str) -> None:
    cases = folder / "cases.yml"
    cases.write_text(cases.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [each for each in gaps(folder) if gap in each]


def test_a_type_with_incomplete_cases_is_told_by_every_test_that_lists_them(folder: Path) -> None:
    cases = folder / "cases.yml"
    cases.write_text(cases.read_text("utf-8").replace("    right:", "    other:", 1), "utf-8")
    with pytest.raises(AssertionError, match=r'type/cases\.yml: the case ".+" lacks "right"'):
        accepted(QuestionType("type", folder))


def test_a_word_that_one_language_lacks_is_told(folder: Path) -> None:
    (folder / "words" / "en.yml").write_text("so_far_english_only: yes\n", "utf-8")
    assert 'words/de.yml lacks "so_far_english_only"' in list(gaps(folder))
