"""`selfcheck check --fix`: what needs no author is mended, and nothing else in a file changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selfcheck.cli import main
from tests.selfcheck.cases import all_rejected, quiz_of
from tests.selfcheck.sites import draw

WRONG = """\
# every comment stays
qestions:
  - id: What A Stride Is   # an id
    type: sinle-choice
    stm: What is a stride?  # a stem
    options:
      - text: A step that the kernel takes from each place to the next one
        correct: yes     # right
        feedbak: 'ok'
      - text: A weight
      - {text: A border, corect: "false"}
    shuffle: "True"
    section: /lessons/a.md#b
    lint-ok: {longest-kex: "why"}
    explanation: The kernel moves on by it, because it is a step.
"""
WORDS = [
    ("qestions", "questions"), ("What A Stride Is", "what-a-stride-is"), ("sinle-choice", "single-choice"),
    ("stm", "stem"), ("yes", "true"), ("feedbak", "feedback"), ("corect", "correct"), ('"True"', "true"),
    ("/lessons", "lessons"), ("longest-kex", "longest-key"), ('"false"', "false"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", *arguments])


@pytest.mark.parametrize(("mark", "ending"), [("", "\n"), ("\ufeff", "\r\n")], ids=["unix", "windows"])
def test_words_are_mended_where_they_stand(mark: str, ending: str) -> None:
    expected = WRONG
    for old, new in WORDS:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    file = Path("a.yml")
    file.write_bytes((mark + WRONG.replace("\n", ending)).encode())
    done = run("a.yml", "--fix")
    assert file.read_bytes().decode() == mark + expected.replace("\n", ending)
    assert done.exit_code == 0, done.output
    assert "a.yml:8:18: mended: yes is true now\n" in done.output
    assert done.output.count("mended:") == len(WORDS)
    assert "mended" not in run("a.yml", "--fix").output


def test_no_other_line_changes_in_any_rejected_question(root: Path) -> None:
    cases = {f"quizzes/{number}.yml": quiz_of(case.question) for number, case in enumerate(all_rejected())}
    draw(root, cases)
    told = json.loads(run("--fix", "--format", "json").stdout)
    assert len(told["mended"]) >= 15
    for name, before in cases.items():
        after = (root / name).read_text("utf-8").splitlines()
        changed = {n for n, (a, b) in enumerate(zip(before.splitlines(), after, strict=True), 1) if a != b}
        assert changed == {each["line"] for each in told["mended"] if each["path"] == name}
    left = {(each["path"], each["line"], each["column"]) for each in told["problems"]}
    asked = {(each["path"], each["line"], each["column"]) for each in told["mended"]}
    assert len(left & asked) < len(asked) / 5  # what was behind a misspelt name may be wrong, too


QUESTION = (
    "questions:\n  - id: {id}\n    type: true-false\n    stem: So.\n    answer: true\n    explanation: So.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        QUESTION.format(id="a") + "    stm: Other.\n",
        QUESTION.format(id="a") + QUESTION.format(id="A").removeprefix("questions:\n"),
        QUESTION.format(id="a").replace("answer: true", "answer: perhaps"),
        QUESTION.format(id="a").replace("type: true-false", "type: essay"),
        QUESTION.format(id="|\n      B"),
        QUESTION.format(id="a") + "    pass: it\n",
        "questions: [\n",
        b"\xff",
    ],
    ids=[
        "name-that-is-there",
        "id-that-is-taken",
        "no-truth",
        "no-type",
        "text-below",
        "short-and-not-near",
        "no-yaml",
        "no-utf-8",
    ],
)
def test_what_has_to_be_thought_about_is_left_to_the_author(text: str | bytes) -> None:
    content = text if isinstance(text, bytes) else text.encode()
    Path("a.yml").write_bytes(content)
    assert run("a.yml", "--fix").exit_code == 1
    assert Path("a.yml").read_bytes() == content


def test_an_id_of_a_question_that_has_a_problem_is_taken(root: Path) -> None:
    broken = QUESTION.format(id="what-b").replace("answer: true", "answer: perhaps")
    text = broken + QUESTION.format(id="What B").removeprefix("questions:\n")
    draw(root, {"quizzes/a.yml": text})
    assert run("--fix").exit_code == 1
    assert (root / "quizzes/a.yml").read_text("utf-8") == text


def test_a_translation_is_mended_too(root: Path) -> None:
    german = "questions:\n  - id: a\n    stm: So ist es.\n    explanation: So.\n"
    draw(root, {"quizzes/a.yml": QUESTION.format(id="a"), "quizzes/a.de.yml": german})
    run("--fix")
    assert (root / "quizzes/a.de.yml").read_text("utf-8") == german.replace("stm", "stem")


def test_of_two_names_that_mean_the_same_one_is_mended() -> None:
    before = QUESTION.format(id="a").replace("explanation:", "explanaton:") + "    explanatin: Other.\n"
    Path("a.yml").write_text(before, "utf-8")
    done = run("a.yml", "--fix")
    assert Path("a.yml").read_text("utf-8") == before.replace("explanaton:", "explanation:")
    assert done.output.count("mended:") == 1
    assert "mended:" not in run("a.yml", "--fix").output


def test_names_that_mean_the_same_are_mended_in_each_of_two_questions() -> None:
    before = QUESTION.format(id="a") + QUESTION.format(id="b").removeprefix("questions:\n")
    Path("a.yml").write_text(before.replace("stem:", "stm:"), "utf-8")
    assert run("a.yml", "--fix").output.count("mended:") == 2
    assert Path("a.yml").read_text("utf-8") == before
