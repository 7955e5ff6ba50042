"""A question type is one folder: adding or removing it needs no other edit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from selfcheck.question_types import QuestionType, discover
from tests.selection import one_type

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (
    "plugins/selfcheck",
    "tests/selfcheck",
    "tests/pages",
    "tests/browsing",
    "tools",
    "docs/authoring",
    "quizzes",
)
FILES = (
    "pyproject.toml",
    "action.yml",
    ".pre-commit-hooks.yaml",
    "tests/conftest.py",
    "tests/selection.py",
)
TYPES = list(discover().values())
NAME = "brand-new"

MADE_FROM_ALL_TYPES = ("test_one_folder.py", "test_fingerprints.py", "browser/test_own_site.py")
"""What is recorded by a command for all types together, our own site, and these tests themselves."""


NO_EXAMPLES = ("matching", "mask", "multiple-response")
"""Types in which no test of the frame writes its questions: those are told in the simplest types."""


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The plugin, its tests and its guide in a folder of their own, where types may come and go."""
    for room in ROOMS:
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    for file in FILES:
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def python(house: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the house, so that nothing of this checkout is imported."""
    path = os.pathsep.join([str(house / "plugins"), str(house)])
    environment = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=house, env=environment, text=True, capture_output=True, check=False
    )


def passes(house: Path, *options: str) -> None:
    """Run tests in the house; at least one, and all of them pass."""
    done = python(house, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *options)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr
    assert " passed" in done.stdout


def add_twelfth(house: Path, old: QuestionType) -> None:
    """Copy the folder of a type as another type: with another name, and other ids of its questions."""
    new = house / "plugins/selfcheck/question_types" / NAME.replace("-", "_")
    shutil.copytree(old.folder, new, ignore=shutil.ignore_patterns("__pycache__", "golden"))
    for name in ("model.py", "behaviour.js", "cases.yml", "AUTHORING.md"):
        text = (new / name).read_text("utf-8")
        # The name as a value; a module of the old type may bear it, too.
        text = re.sub(rf"(?<=[\"' ]){old.name}(?=[\"'\n])", NAME, text)
        # In rejected cases the question is always called "example".
        text = re.sub(r"(?m)^( *(?:- )?id: )(?!example$)(?=[a-z])", r"\1twelfth-", text)
        (new / name).write_text(text, "utf-8")
    recorded = python(house, "-m", "tests.selfcheck.golden", NAME)
    assert recorded.returncode == 0, recorded.stderr


@pytest.mark.timeout(1800)
def test_a_new_folder_is_a_new_type_and_meets_every_test_of_a_type(house: Path, all_states: bool) -> None:
    """In a browser a quick run lets it meet those of its states: all browser tests list their cases alike."""
    files = {file for file in (ROOT / "plugins/selfcheck").rglob("*") if "__pycache__" not in file.parts}
    before = {file.relative_to(ROOT): file.read_bytes() for file in files if file.is_file()}
    add_twelfth(house, one_type())
    assert {name for name, content in before.items() if (house / name).read_bytes() != content} == set()
    tests = [f"tests/selfcheck/test_{name}.py" for name in ("contract", "words", "cases", "guide", "schema")]
    passes(house, *tests)
    left_out = "--ignore=tests/selfcheck/browser/test_own_site.py"  # the site does not stand in the house
    met = "tests/selfcheck/browser" if all_states else "tests/selfcheck/browser/test_states.py"
    passes(house, met, left_out, "-k", f"{NAME} and not earlier")


# Without a browser.
@pytest.mark.slow
@pytest.mark.parametrize("kind", TYPES, ids=[kind.name for kind in TYPES])
@pytest.mark.timeout(1800)
def test_a_type_that_goes_breaks_no_test_of_the_others(house: Path, kind: QuestionType) -> None:
    shutil.rmtree(house / "plugins/selfcheck/question_types" / kind.folder.name)
    names = ("cases", "bad_questions", "marks", "one_mistake", "contract", "words")
    passes(house, *(f"tests/selfcheck/test_{name}.py" for name in names), "-k", "not bomb")


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_without_a_type_all_tests_of_the_others_pass(house: Path) -> None:
    gone = next(kind for kind in TYPES if kind.name in NO_EXAMPLES).folder.name
    shutil.rmtree(house / "plugins/selfcheck/question_types" / gone)
    left_out = [f"--ignore=tests/selfcheck/{name}" for name in MADE_FROM_ALL_TYPES]
    passes(house, "tests/selfcheck", *left_out, f"--ignore-glob=*/test_type_{gone}*.py")
