"""`selfcheck new`: a question to begin with, of any type."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner, Result

from selfcheck.checks.validation import field_names
from selfcheck.cli import main
from selfcheck.question_types import QuestionType, discover
from selfcheck.quiz_text import read_quiz
from tests.selection import one_type
from tests.selfcheck.sites import CONFIGURATION, build, draw

TYPES = list(discover().values())
EVERYTHING = CONFIGURATION.replace(
    "- selfcheck", "- selfcheck: {require: [explanation, feedback, objective, section]}"
)


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("configuration", ["", EVERYTHING], ids=["no-site", "site-that-requires-all"])
def test_a_new_question_of_every_type_passes_the_check_as_it_is(root: Path, configuration: str) -> None:
    if configuration:
        draw(root, {"mkdocs.yml": configuration})
    for kind in TYPES:
        Path(f"new-{kind.name}.yml").write_text(run("new", kind.name).stdout, "utf-8")
    done = run("check", *(f"new-{kind.name}.yml" for kind in TYPES), "--strict")
    assert done.exit_code == 0, done.output
    assert done.output.startswith(f"{len(TYPES)} questions in {len(TYPES)} files: no problems\n")


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_every_field_of_a_new_question_is_told(kind: QuestionType) -> None:
    written = run("new", kind.name).stdout
    assert kind.meaning in written
    for field in field_names(kind.model):
        told = rf"^  (?:  #   {field} {{2}}|  # {field}: |(?:  |- ){field}:(?: |$)).*$"
        lines = written.splitlines()
        (number,) = [number for number, line in enumerate(lines) if re.match(told, line)]
        assert lines[number - 1].startswith(("  # ", "    # ")), field


def test_questions_added_one_after_the_other_have_ids_of_their_own(root: Path) -> None:
    draw(root, {"quizzes/old.yml": run("new", one_type().name).stdout})
    for kind in (*TYPES, one_type()):
        assert run("new", kind.name, "--to", "quizzes/new.yml").exit_code == 0
    quiz = read_quiz("new", "new.yml", Path("quizzes/new.yml").read_text("utf-8"), ["explanation"])
    assert [entry.item.type for entry in quiz.entries] == [kind.name for kind in (*TYPES, one_type())]
    assert run("check").exit_code == 0


LINES = (
    "title: Strides  # of this lesson\nquestions:\n  - {id}\n    stem: A stride is a step.\n"
    "    type: true-false\n    answer: true\n    explanation: |\n      It is.\n"
)
OLD = LINES.replace("{id}", "id: stride")


@pytest.mark.parametrize(
    "old",
    [
        OLD,
        OLD.rstrip("\n"),
        f"{OLD}\n\n",
        f"{OLD}# the end\n",
        f"{OLD}      # still text\n",
        f"{OLD}confidence: true\n",
        f"{OLD}\n# below the list\nlanguage: en\n",
        f"\ufeff{OLD}",
        OLD.replace("\n", "\r\n"),
        OLD.replace("  - ", "- ").replace("\n    ", "\n  "),
        OLD.replace("\n    ", "\n        ").replace("  - ", "    -   "),
    ],
    ids=[
        "plain", "no-last-break", "empty-lines", "comment", "text-like-a-comment", "field-behind",
        "comment-and-field-behind", "byte-order-mark", "crlf", "not-indented", "indented-far",
    ],
)  # fmt: skip
def test_nothing_else_in_the_file_changes(old: str) -> None:
    file = Path("old.yml")
    file.write_bytes(old.encode())
    done = run("new", "true-false", "--to", "old.yml")
    assert done.exit_code == 0, done.output
    added = file.read_bytes().decode()
    left = added.splitlines()
    for line in old.splitlines():
        left.remove(line)  # each old line is there
    assert ("\r\n" in added) == ("\r\n" in old)
    assert not re.search(r"(?<!\r)\n", added) or "\r\n" not in old
    quiz = read_quiz("old", "old.yml", added.removeprefix("\ufeff"), ["explanation"])
    assert (quiz.problems, [entry.item.id for entry in quiz.entries]) == ((), ["stride", "rate-adds-weights"])


@pytest.mark.parametrize(
    ("old", "cure"),
    [
        ("title: x\n", "write `questions:` and one question below it"),
        ("questions: []\n", "write `questions:` and one question below it"),
        ("questions: [{id: a}]\n", "write `questions:` and one question below it"),
        ("- a\n", "write `questions:` and one question below it"),
        ("questions: [\n", "`selfcheck check` says where"),
        (b"\xff", "save it with the encoding UTF-8"),
    ],
)
def test_a_file_that_no_question_can_be_added_to_is_left_alone(old: str | bytes, cure: str) -> None:
    content = old if isinstance(old, bytes) else old.encode()
    Path("old.yml").write_bytes(content)
    done = run("new", "true-false", "--to", "old.yml")
    assert done.exit_code == 2
    assert f"{cure}\n" in done.output
    assert Path("old.yml").read_bytes() == content


def test_a_type_that_is_not_there_is_told_with_the_nearest_one() -> None:
    done = run("new", "true-flase")
    assert done.exit_code == 2
    assert 'there is no type "true-flase"; did you mean "true-false"?' in done.output


def test_a_picture_that_the_example_shows_is_named_with_one_to_take() -> None:
    done = run("new", "hotspot")
    (told,) = re.findall(
        r"^it shows docs/(images/\S+): put a picture there, (.+) for one$", done.stderr, re.M
    )
    assert f"picture: {told[0]}\n" in done.stdout
    assert Path(told[1]).is_file()


def test_a_type_of_the_sites_own_has_an_example_once_its_folder_has_one(root: Path) -> None:
    shutil.copytree(Path(__file__).parent / "own_types", root / "kinds")
    configuration = CONFIGURATION.replace("- selfcheck", "- selfcheck: {types: [kinds]}")
    draw(root, {"mkdocs.yml": configuration, "docs/index.md": "# A\n\n```quiz\na\n```\n"})
    assert run("new", "estimate", "--to", "quizzes/a.yml").exit_code == 0
    written = Path("quizzes/a.yml").read_text("utf-8")
    assert "is near enough.\n" in written
    assert "authoring/estimate.md" not in written  # the guide has no page of it
    assert build(root, strict=True).exit_code == 0
    cases = root / "kinds/estimate/cases.yml"
    for broken in (b"accepted: [", b"accepted: \xff", None):
        if broken is None:
            cases.unlink()
        else:
            cases.write_bytes(broken)
        done = run("new", "estimate")
        assert done.exit_code == 2
        cure = "cases.yml lists no question under `accepted`; write one there, as `- question: |`"
        assert cure in done.output
    for no_question in ("'stem: How many?'", "'id: [a'", "only words"):
        cases.write_text(f"accepted:\n  - question: {no_question}\n", "utf-8")
        done = run("new", "estimate")
        assert done.exit_code == 2
        assert "write it as a question file has it, with its `id`" in done.output


@pytest.mark.parametrize(
    ("words", "begun", "expected"),
    [([], "ne", "new"), (["new"], "true", "true-false"), (["explain"], "longest", "longest-key")],
)
def test_a_shell_completes_commands_types_and_codes(words: list[str], begun: str, expected: str) -> None:
    completion = BashComplete(main, {}, "selfcheck", "_SELFCHECK_COMPLETE")
    assert [each.value for each in completion.get_completions(words, begun)] == [expected]


def test_the_lines_of_the_guide_make_a_shell_complete() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs/authoring/command.md").read_text("utf-8")
    for name in ("bash", "zsh", "fish"):
        assert f"_SELFCHECK_COMPLETE={name}_source selfcheck" in page
    command = Path(sys.executable).with_name("selfcheck")
    asked = {"_SELFCHECK_COMPLETE": "bash_source"}
    done = subprocess.run([command], env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    assert "complete -o nosort -F" in done.stdout


def test_a_hyphen_stands_for_the_output(root: Path) -> None:
    assert run("new", one_type().name, "--to", "-").stdout == run("new", one_type().name).stdout
    assert not (root / "-").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("n.txt", "n.txt is no question file; name one that ends with .yml or .yaml"),
        ("first.de.yml", "first.de.yml is a translation of first.yml; name that file, or a new one"),
        ("first.v2.yml", ""),
        ("other.de.yml", ""),
    ],
)
def test_a_question_is_put_where_whole_questions_are_read(root: Path, name: str, said: str) -> None:
    Path("first.yml").write_text(OLD, "utf-8")
    done = run("new", "true-false", "--to", name)
    assert (done.exit_code, Path(name).exists()) == ((2, False) if said else (0, True))
    assert said in done.stderr


def test_nothing_is_added_to_what_is_no_file(root: Path) -> None:
    os.mkfifo(root / "pipe.yml")
    refused = run("new", one_type().name, "--to", "pipe.yml")
    assert (refused.exit_code, refused.stderr) == (
        2,
        "Error: pipe.yml: it is no plain file; name one that ends with .yml\n",
    )
