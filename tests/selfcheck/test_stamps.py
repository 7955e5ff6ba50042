"""Stamps of translated questions: written into the file as it stands, and compared with the original."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selfcheck.cli import main
from selfcheck.site import Site
from tests.selfcheck.sites import UNCHECKED, build, draw

ORIGINAL = """\
questions:
  - {id: first, type: true-false, stem: A stride skips places., answer: true, explanation: It does.}
  - {id: second, type: true-false, stem: A stride adds weights., answer: false, explanation: It does not.}
"""
GERMAN = """\
questions:
  - id: first
    stem: Eine Schrittweite lässt Stellen aus.
    explanation: So ist es.
  - id: second
    stem: Eine Schrittweite fügt Gewichte hinzu.
    explanation: Das tut sie nicht.
"""
FIRST, SECOND = "c1c1daf3", "2e7cf698"
"""What translations of the two questions are stamped with; a change would make every translation stale."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    draw(tmp_path, {"quizzes/strides.yml": ORIGINAL, "docs/index.md": "```quiz\nstrides\n```\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*command: str) -> Result:
    return CliRunner().invoke(main, command)


def stamped(root: Path, translation: str) -> str:
    """The text of a translation once it has been stamped, twice."""
    file = root / "quizzes/strides.de.yml"
    file.write_bytes(translation.encode())
    assert run("stamp").exit_code == 0
    once = file.read_bytes()
    again = run("stamp")
    assert (again.exit_code, again.output) == (0, "")
    assert file.read_bytes() == once
    return once.decode()


def test_a_stamp_is_written_below_the_id(root: Path) -> None:
    assert stamped(root, GERMAN) == GERMAN.replace("id: first\n", f"id: first\n    stamp: {FIRST}\n").replace(
        "id: second\n", f"id: second\n    stamp: {SECOND}\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "# oben\nquestions:\n- stem: 'Ä 😀'   # hier\n  id: first   # und hier\n\n\n"
            "  explanation: >\n    So.\n",
            "# oben\nquestions:\n- stem: 'Ä 😀'   # hier\n  id: first   # und hier\n  stamp: S\n\n\n"
            "  explanation: >\n    So.\n",
        ),
        (
            "questions:\r\n  - id: first\r\n    stem: Ä\r\n",
            "questions:\r\n  - id: first\r\n    stamp: S\r\n    stem: Ä\r\n",
        ),
        (
            'questions: [{"id": "first", "stem": "Ä"}]',
            'questions: [{"id": "first", stamp: S, "stem": "Ä"}]',
        ),
        ("questions:\n  - stem: Ä\n    id: first", "questions:\n  - stem: Ä\n    id: first\n    stamp: S"),
        (
            "\ufeffquestions:\n  - id: first\n    stem: Ä\n",
            "\ufeffquestions:\n  - id: first\n    stamp: S\n    stem: Ä\n",
        ),
        (
            "questions:\n  - id: first\n    stamp: '00000000'  # alt\n    stem: Ä\n",
            "questions:\n  - id: first\n    stamp: 'S'  # alt\n    stem: Ä\n",
        ),
        (
            "questions:\n  - id: first\n    stem: Ä\n    stamp: 00000000\n",
            "questions:\n  - id: first\n    stem: Ä\n    stamp: S\n",
        ),
        (
            "questions:\n  - id: 'first'\n\n    stem: Ä\n",
            "questions:\n  - id: 'first'\n    stamp: S\n\n    stem: Ä\n",
        ),
    ],
    ids=["comments", "CRLF", "braces", "no-last-line-break", "BOM", "quotes", "other", "quoted-id"],
)
def test_nothing_but_the_stamp_is_touched(root: Path, before: str, after: str) -> None:
    assert stamped(root, before) == after.replace("stamp: S", f"stamp: {FIRST}").replace(
        "stamp: 'S'", f"stamp: '{FIRST}'"
    )


def test_only_the_files_that_are_asked_for_are_stamped(root: Path) -> None:
    for language in ("de", "fr"):
        (root / f"quizzes/strides.{language}.yml").write_text(GERMAN, "utf-8")
    done = run("stamp", "quizzes/strides.fr.yml")
    assert done.output == "".join(f"quizzes/strides.fr.yml: {name} stamped\n" for name in ("first", "second"))
    assert (root / "quizzes/strides.de.yml").read_text("utf-8") == GERMAN


def test_an_original_that_names_no_section_stays_as_it_is(root: Path) -> None:
    done = run("stamp", "quizzes/strides.yml")
    assert (done.exit_code, done.output) == (0, "")
    assert (root / "quizzes/strides.yml").read_text("utf-8") == ORIGINAL


def test_a_file_that_is_no_question_file_is_refused(root: Path) -> None:
    (root / "docs/notes.md").write_text("- a page\n", "utf-8")
    done = run("stamp", "docs/notes.md")
    assert done.exit_code == 2
    assert "docs/notes.md is no question file; name one that ends with .yml or .yaml" in done.output
    assert (root / "docs/notes.md").read_text("utf-8") == "- a page\n"


def test_a_translation_with_problems_is_not_stamped(root: Path) -> None:
    wrong = GERMAN.replace("id: second", "id: sceond")
    (root / "quizzes/strides.de.yml").write_text(wrong, "utf-8")
    (root / "quizzes/strides.fr.yml").write_text(GERMAN, "utf-8")
    done = run("stamp")
    assert done.exit_code == 1
    assert 'there is no question "sceond" in quizzes/strides.yml; did you mean "second"?' in done.output
    assert (root / "quizzes/strides.de.yml").read_text("utf-8") == wrong
    assert "stamp:" in (root / "quizzes/strides.fr.yml").read_text("utf-8")


def test_a_change_of_a_text_of_the_original_is_listed_and_fails_a_strict_check_and_build(root: Path) -> None:
    stamped(root, GERMAN)
    assert run("check").output == f"2 questions in 1 file: no problems\n{UNCHECKED}"
    assert run("check", "--strict").exit_code == 0
    assert build(root, strict=True).exit_code == 0
    (root / "quizzes/strides.yml").write_text(ORIGINAL.replace("adds weights", "adds many weights"), "utf-8")
    told = (
        "quizzes/strides.de.yml:6:9: second: the original has changed since (quizzes/strides.yml:3); "
        "bring the texts up to date, then run `selfcheck stamp quizzes/strides.de.yml`"
    )
    listed = run("check")
    assert listed.exit_code == 1
    place, _, said = told.partition(": ")
    assert listed.output.startswith(f"{place}: warning: {said} [stale-translation]\n")
    assert run("check", "--strict").exit_code == 1
    assert told in build(root).said
    assert build(root, strict=True).exit_code == 1
    run("stamp", "quizzes/strides.de.yml")
    assert build(root, strict=True).exit_code == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("answer: true", "answer: false"),
        ("stem: A stride skips places.", "stem: A stride   skips\n      places."),
    ],
)
def test_what_no_translation_has_and_where_lines_break_leave_a_stamp_valid(
    root: Path, before: str, after: str
) -> None:
    stamped(root, GERMAN)
    (root / "quizzes/strides.yml").write_text(ORIGINAL.replace(before, after), "utf-8")
    assert Site(root).bank().stale == []


def test_what_is_missing_fails_a_strict_check_and_no_build(root: Path) -> None:
    stamped(root, GERMAN.partition("  - id: second")[0])
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1
    assert build(root, strict=True).exit_code == 0
