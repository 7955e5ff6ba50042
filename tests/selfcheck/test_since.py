"""`selfcheck check --since`: what has changed since a revision, in questions and in their sections."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from selfcheck.changes.questions import differences
from selfcheck.cli import main
from tests.selfcheck.sites import CONFIGURATION, draw
from tests.selfcheck.stamped_site import PAGE, QUESTIONS, change

FILE = "quizzes/strides.yml"


def git(*command: str, at: str = ".") -> str:
    named = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false")
    return subprocess.run(
        ["git", *named, *command], cwd=at, check=True, capture_output=True, text=True
    ).stdout


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site two folders below the top of its repository, as it was committed first."""
    site = tmp_path / "a b" / "ä"
    draw(site, {FILE: QUESTIONS, "docs/strides.md": PAGE})
    monkeypatch.chdir(site)
    git("init", "-q", "-b", "main", str(tmp_path))
    git("add", "-A")
    git("commit", "-qm", "one")
    return site


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--no-lint", *arguments])


def changes(*arguments: str, since: str = "main") -> dict[str, Any]:
    done = run("--since", since, "--format", "json", *arguments)
    assert done.exit_code in (0, 1), done.output
    found: dict[str, Any] = json.loads(done.stdout)["changes"]
    assert found.pop("since") == since
    return {name: told for name, told in found.items() if told}


def change_of(question: str, line: int | None, **others: Any) -> dict[str, Any]:
    usual = {"path": FILE, "parts": [], "section": "", "moved-from": ""}
    return {"question": question, "line": line, **usual, **others}


def test_without_a_change_nothing_is_listed(root: Path) -> None:
    assert changes() == {}
    assert (
        "since main\n  no question and no section of one has changed\n\n2 questions"
        in run("--since", "main").stdout
    )


def test_questions_are_added_removed_and_changed_in_named_parts(root: Path) -> None:
    change(root, "    answer: true\n", "    answer: false\n    hints: [look]\n", FILE)
    change(root, "id: second", "id: third", FILE)
    assert changes() == {
        "added": [change_of("third", 9)],
        "removed": [change_of("second", None)],
        "changed": [change_of("first", 2, parts=["answer", "hints"])],
    }
    text = run("--since", "main").stdout
    assert (
        "since main\n  added    quizzes/strides.yml:9: third\n  removed  quizzes/strides.yml: second\n"
        "  changed  quizzes/strides.yml:2: first: answer, hints\n\n" in text
    )


def test_parts_are_named_as_deep_as_they_can_be_told_apart() -> None:
    before = {"a": "1", "b": [{"c": "1", "d": "2"}, {"c": "3"}], "e": ["1"], "f": {"g": "1"}}
    after = {"a": "1", "b": [{"c": "1", "d": "3"}, {"c": "4"}], "e": ["1", "2"], "f": "1", "h": "1"}
    assert list(differences(before, after)) == [("b", 0, "d"), ("b", 1, "c"), ("e",), ("f",), ("h",)]


def test_a_section_that_says_something_else_lists_its_questions(root: Path) -> None:
    change(root, "skips places", "skips *places*")
    assert changes() == {}
    change(root, "skips *places*", "skips many places")
    listed = change_of("first", 2, section="strides.md#steps-of-a-stride")
    assert changes() == {"sections": [listed]}
    assert (
        "  section  quizzes/strides.yml:2: first: strides.md#steps-of-a-stride\n"
        in run("--since", "main").stdout
    )


def test_a_question_that_names_another_section_now_has_changed_itself(root: Path) -> None:
    change(root, "strides.md#borders", "strides.md#steps-of-a-stride", FILE)
    change(root, "A border adds", "Borders add")
    assert changes() == {"changed": [change_of("second", 8, parts=["section"])]}


def test_what_is_moved_to_another_file_says_where_from(root: Path) -> None:
    (root / "quizzes/more").mkdir()
    (root / FILE).rename(root / "quizzes/more/strides.yml")
    assert changes() == {
        "changed": [
            change_of(name, line, path="quizzes/more/strides.yml", **{"moved-from": FILE})
            for name, line in (("first", 2), ("second", 8))
        ]
    }


def test_comments_order_of_fields_and_forms_of_text_are_no_change(root: Path) -> None:
    change(
        root,
        "    stem: A stride skips places.\n    answer: true\n",
        "    answer: true  # so\n    stem: 'A stride skips places.'\n",
        FILE,
    )
    assert changes() == {}


def test_a_passage_that_says_something_else_changes_the_questions_that_name_it(root: Path) -> None:
    text = QUESTIONS.replace("    section: strides.md#borders\n", "    passage: here\n")
    draw(root, {FILE: f"passages:\n  here: A network of two layers.\n{text}"})
    git("commit", "-qam", "two")
    change(root, "two layers", "three layers", FILE)
    assert changes() == {"changed": [change_of("second", 10, parts=["passage"])]}


def test_translations_are_compared_with_themselves(root: Path) -> None:
    german = "questions:\n  - id: first\n    stem: Sie lässt Stellen aus.\n    explanation: So ist es.\n"
    draw(root, {"quizzes/strides.de.yml": german})
    git("add", "-A")
    git("commit", "-qm", "two")
    change(root, "lässt", "liess", "quizzes/strides.de.yml")
    assert changes() == {"changed": [change_of("first", 2, path="quizzes/strides.de.yml", parts=["stem"])]}
    assert changes(since="main~1") == {"added": [change_of("first", 2, path="quizzes/strides.de.yml")]}


def test_a_folder_of_questions_may_begin_with_a_dot_and_what_is_hidden_in_it_is_passed_over(
    root: Path,
) -> None:
    configuration = CONFIGURATION.replace("- selfcheck", "- selfcheck: {quizzes: [.questions]}")
    files = {".questions/a.yml": QUESTIONS, ".questions/.draft.yml": QUESTIONS, "mkdocs.yml": configuration}
    draw(root, files)
    git("add", "-A")
    git("commit", "-qm", "two")
    change(root, "    answer: true\n", "    answer: false\n", ".questions/a.yml")
    change(root, "    answer: true\n", "    answer: false\n", ".questions/.draft.yml")
    changed = changes()["changed"]
    assert [(each["path"], each["question"]) for each in changed] == [(".questions/a.yml", "first")]


def test_only_the_files_that_are_meant_are_compared(root: Path) -> None:
    draw(root, {"quizzes/other.yml": QUESTIONS.replace("first", "third").replace("second", "fourth")})
    change(root, "answer: true", "answer: false", FILE)
    assert changes(FILE) == {"changed": [change_of("first", 2, parts=["answer"])]}
    assert [each["question"] for each in changes("quizzes/other.yml")["added"]] == ["third", "fourth"]


@pytest.mark.parametrize("is_now", [True, False], ids=["now", "then"])
@pytest.mark.parametrize("content", [b"questions: {", b"\xff\xfe", b"questions: []\n---\nquestions: []\n"])
def test_a_file_that_cannot_be_read_is_named_and_its_questions_are_not_called_lost(
    root: Path, content: bytes, is_now: bool
) -> None:
    (root / FILE).write_bytes(content)
    if not is_now:
        git("commit", "-qam", "two")
        (root / FILE).write_text(QUESTIONS, "utf-8")
    assert changes() == {"unread": [FILE]}


def test_a_link_is_compared_with_what_it_led_to(root: Path) -> None:
    (root / "quizzes/.kept").mkdir()
    (root / FILE).rename(root / "quizzes/.kept/strides.yml")
    (root / FILE).symlink_to(".kept/strides.yml")
    git("add", "-A")
    git("commit", "-qm", "two")
    change(root, "answer: true", "answer: false", FILE)
    assert changes() == {"changed": [change_of("first", 2, parts=["answer"])]}


def test_a_site_at_the_top_of_its_repository_whose_files_are_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(tmp_path, {"docs/strides.md": PAGE})
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    git("add", "mkdocs.yml")
    git("commit", "-qm", "one")
    draw(tmp_path, {FILE: QUESTIONS})
    assert [each["question"] for each in changes()["added"]] == ["first", "second"]
    assert [each["question"] for each in changes(".")["added"]] == ["first", "second"]


@pytest.mark.parametrize("name", ["nowhere", "--output=lost", "", "main:quizzes"])
def test_an_unknown_revision_is_told_in_words(root: Path, name: str) -> None:
    done = run("--since", name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f'--since: git knows no revision "{name}"; name a branch, a tag or a commit' in done.stderr
    assert not (root / "lost").exists()


def test_a_shallow_clone_says_how_to_get_the_rest(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(root, "answer: true", "answer: false", FILE)
    git("commit", "-qam", "two")
    git("clone", "-q", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone" / "a b" / "ä")
    assert changes(since="HEAD") == {}
    done = run("--since", "HEAD~1")
    assert done.exit_code == 2
    assert 'this clone is shallow and does not have the revision "HEAD~1"; fetch the history' in done.stderr


def test_without_a_repository_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(draw(tmp_path, {FILE: QUESTIONS, "docs/strides.md": PAGE}))
    done = run("--since", "main")
    assert done.exit_code == 2
    assert "stands in no git repository that can be read here" in done.stderr


def test_without_git_it_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    done = run("--since", "main")
    assert done.exit_code == 2
    assert "git is not installed here" in done.stderr


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_forms_that_mark_problems_alone_do_not_leave_changes_out_in_silence(root: Path, form: str) -> None:
    done = run("--since", "main", "--format", form)
    assert done.exit_code == 2
    assert f"what has changed is told by --format text or json, not {form}" in done.stderr


def test_changes_are_no_problems(root: Path) -> None:
    change(root, "answer: true", "answer: false", FILE)
    change(root, "skips places", "skips many places")
    assert run("--since", "main").exit_code == 0
