"""The guide's page on checking everywhere: each of its examples runs, and says what is wrong."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import draw, environment

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/authoring/checking.md").read_text("utf-8")
WRONG = quiz_of(sample("one")).replace("stem:", "stm:")
TOLD = 'unknown field "stm"; did you mean "stem"?'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return draw(tmp_path, {"quizzes/a.yml": WRONG})


def example(language: str, title: str = "") -> str:
    """The code of this language, which is the only one of it or has this title."""
    head = f'{language} title="{title}"' if title else language
    (code,) = re.findall(rf"^```{re.escape(head)}\n(.*?)^```", PAGE, re.S | re.M)
    return str(code)


def shell(site: Path, command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell where `selfcheck` is the one of this environment."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=site,
        env={**environment(), "PATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_schema_is_written_where_the_editor_looks_for_it_and_marks_the_mistake(site: Path) -> None:
    assert shell(site, example("sh")).returncode == 0
    ((schema, files),) = json.loads(example("json", ".vscode/settings.json"))["yaml.schemas"].items()
    assert fnmatch.fnmatch("quizzes/lessons/a.yml", files)
    written = json.loads((site / schema).read_text("utf-8"))
    right = yaml.safe_load(quiz_of(sample("one")))
    jsonschema.validate(right, written)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(WRONG), written)
    assert "selfcheck.schema.json" not in shell(site, "selfcheck check").stdout  # it is no question file


def test_a_translation_names_a_schema_of_its_own_in_its_first_line(site: Path) -> None:
    (write,) = re.findall(r"`(selfcheck schema --translation > [^`]+)`", PAGE)
    assert shell(site, write).returncode == 0
    (name,) = re.findall(r"`# yaml-language-server: \$schema=(translation[^`]+)`", PAGE)
    written = json.loads((site / "quizzes" / name).read_text("utf-8"))
    translation = {"questions": [{"id": "one", "stem": "So?"}]}
    jsonschema.validate(translation, written)
    assert shell(site, example("sh")).returncode == 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(
            translation, json.loads((site / "quizzes/selfcheck.schema.json").read_text("utf-8"))
        )


def test_the_hook_of_the_guide_and_that_of_the_repository_run_the_check(site: Path) -> None:
    (local,) = yaml.safe_load(example("yaml", ".pre-commit-config.yaml"))["repos"]
    (ours,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in (*local["hooks"], ours):
        assert hook["id"] == "selfcheck"
        assert hook["pass_filenames"] is False
        assert hook["types_or"] == ["yaml", "markdown"]  # an edit of a section makes a stamp stale
        done = shell(site, hook["entry"])
        assert (done.returncode, TOLD in done.stdout) == (1, True)


def test_the_job_of_the_guide_marks_the_line(site: Path) -> None:
    *_, check = yaml.safe_load(
        next(code for code in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.S | re.M) if "checkout" in code)
    )
    done = shell(site, check["run"])
    assert done.stdout.startswith("::error file=quizzes/a.yml,line=")


@pytest.mark.parametrize(
    ("paths", "is_told"), [("", True), ("quizzes/b.yml", False), ("quizzes/a.yml\nquizzes", True)]
)
def test_the_action_marks_the_line(site: Path, paths: str, is_told: bool) -> None:
    draw(site, {"quizzes/b.yml": quiz_of(sample("two"))})
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    install, check = action["runs"]["steps"]
    assert "$GITHUB_ACTION_PATH" in install["run"]
    assert (ROOT / "pyproject.toml").is_file()  # what is installed from there
    inputs = {name: given["default"] for name, given in action["inputs"].items()} | {
        "paths": paths,
        "options": "--no-lint",
    }
    assert _variables(install, inputs).keys() == {"REQUIREMENTS"}
    done = shell(site, check["run"], **_variables(check, inputs))
    assert (done.returncode, TOLD in done.stdout) == (int(is_told), is_told), done.stderr


def _variables(step: Any, inputs: dict[str, str]) -> dict[str, str]:
    """The variables of a step, each the input that it names."""
    return {
        name: inputs[re.fullmatch(r"\$\{\{ inputs\.(\w+) \}\}", value)[1]]  # type: ignore[index]
        for name, value in step["env"].items()
    }


@pytest.mark.parametrize(("text", "passes"), [(WRONG, False), (quiz_of(sample("one")), True)])
def test_the_test_of_the_guide_fails_for_a_mistake(site: Path, text: str, passes: bool) -> None:
    draw(site, {"quizzes/a.yml": text, "test_questions.py": example("python")})
    done = shell(site, f"{sys.executable} -m pytest -q -p no:cacheprovider test_questions.py")
    assert (done.returncode == 0) == passes, done.stdout
    assert (TOLD in done.stdout) == (not passes)
