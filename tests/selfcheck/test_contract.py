"""A question type is one folder: whole, enough by itself, and missed by nobody when it goes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import selfcheck
from selfcheck.item import Interaction
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz_text import read_quiz
from selfcheck.words import FRAME
from tests.selfcheck.cases import accepted, quiz_of
from tests.selfcheck.contract import COMPLETE, FILES, gaps, gaps_in_words

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(selfcheck.__path__[0])
TYPES = list(discover().values())


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_the_folder_of_a_type_is_whole(kind: QuestionType) -> None:
    assert list(gaps(kind.folder)) == []


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
    parts = [*(PACKAGE / "item/style").glob("*.css"), PACKAGE / "item/template.html"]
    frame = set().union(*map(_classes, parts))
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
    return Path(shutil.copytree(TYPES[0].folder, tmp_path / "type"))


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
        ("rejected:", "other:", "0 rejected cases; at least 3"),
        ("    line:", "    other:", 'lacks "line"'),
    ],
)
def test_a_folder_with_incomplete_cases_is_refused(folder: Path, old: str, new: str, gap: str) -> None:
    cases = folder / "cases.yml"
    cases.write_text(cases.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert [each for each in gaps(folder) if gap in each]


def test_a_word_that_one_language_lacks_is_told(folder: Path) -> None:
    (folder / "words" / "en.yml").write_text("so_far_english_only: yes\n", "utf-8")
    assert 'words/de.yml lacks "so_far_english_only"' in list(gaps(folder))


Edit = Callable[[Path], None]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The package alone, in a folder of its own, so that types may come and go."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "plugins" / "selfcheck")).parent


def run(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": f"{house}{os.pathsep}{ROOT}", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, text=True, capture_output=True, check=False
    )


def test_a_new_folder_is_a_new_type_and_nothing_else_changes(house: Path) -> None:
    types = house / "selfcheck" / "question_types"
    old = TYPES[0]
    new = shutil.copytree(old.folder, types / "brand_new")
    for name in ("model.py", "cases.yml", "behaviour.js"):
        text = (new / name).read_text("utf-8")
        # Its name as a value; a module of the old type may bear it too.
        renamed = re.sub(rf"(?<=[\"' ]){old.name}(?=[\"'\n])", "brand-new", text)
        (new / name).write_text(renamed, "utf-8")
    script = """
from pathlib import Path
import tempfile
from markdown import Markdown
from selfcheck.assets import assets
from selfcheck.extension import SelfCheckExtension
from selfcheck.schema import quiz_schema_text
from selfcheck.site import Site
from selfcheck.words import words
from tests.selfcheck.cases import all_accepted, write_quizzes
case = next(case for case in all_accepted() if case.type == "brand-new")
root = Path(tempfile.mkdtemp())
write_quizzes(root / "quizzes", [case])
html = Markdown(extensions=[SelfCheckExtension(Site(root))]).convert(f"```quiz\\n{case}\\n```")
assert 'data-type="brand-new"' in html and "assets/selfcheck/brand-new." in html, html
assert "brand-new" in assets(words("en")).types and "brand-new" in quiz_schema_text()
"""
    done = run(house, "-c", script)
    assert done.returncode == 0, done.stderr


OTHER_TESTS = [f"test_{name}.py" for name in ("cases", "bad_questions", "marks", "one_mistake")]


# One type each time, and all of them with `--all-states`: four files of tests in a process of their own.
GOING = [TYPES[-1], *(pytest.param(kind, marks=pytest.mark.slow) for kind in TYPES[:-1])]


@pytest.mark.parametrize("kind", GOING, ids=lambda kind: kind.name)
@pytest.mark.timeout(900)
def test_a_type_that_goes_breaks_no_test_of_the_others(house: Path, kind: QuestionType) -> None:
    shutil.rmtree(house / "selfcheck" / "question_types" / kind.folder.name)
    tests = [str(ROOT / "tests" / "selfcheck" / name) for name in OTHER_TESTS]
    options = ["-q", "-x", "-p", "no:cacheprovider", "-o", f"pythonpath={house} {ROOT}", "-k", "not bomb"]
    done = run(house, "-m", "pytest", *options, *tests)
    assert done.returncode == 0, done.stdout
