"""Fingerprints do not change from build to build, so that readers keep their answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from selfcheck.question_types import discover
from tests.selfcheck import fingerprints
from tests.selfcheck.cases import accepted, all_accepted, write_pages, write_quizzes
from tests.selfcheck.sites import build_apart, draw
from tests.selfcheck.translating import translation_of

# No theme, since that of MkDocs writes the time of the build into the front page.
CONFIGURATION = """
site_name: Cases
theme: {name: null, custom_dir: theme}
plugins: [selfcheck]
markdown_extensions: [attr_list, tables]
"""
TEMPLATE = "<!DOCTYPE html>\n<html><body>{{ page.content }}</body></html>\n"


@pytest.mark.parametrize("kind", discover())
def test_the_cases_of_a_type_keep_their_fingerprints(kind: str) -> None:
    known = fingerprints.recorded()["types"].get(kind, {})
    assert fingerprints.differences(known, fingerprints.of_cases(kind)) == []


@pytest.mark.parametrize("kind", discover())
def test_the_answers_saved_in_2026_have_the_fingerprints_of_their_questions(kind: str) -> None:
    """In a browser the whole matrix loads each of them, and a quick run that of the first case of a type."""
    records, now = json.loads(fingerprints.SAVED.read_text("utf-8"))["records"], fingerprints.of_cases(kind)
    saved = [case for case in accepted(discover()[kind]) if case.id in records]
    assert {case.id: records[case.id]["fingerprint"] for case in saved} == {
        case.id: now[case.name] for case in saved
    }


def test_the_questions_of_our_own_site_keep_their_fingerprints() -> None:
    known = fingerprints.recorded()["site"]
    assert fingerprints.differences(known, fingerprints.of_our_site()) == []


def test_a_changed_fingerprint_is_reported_with_what_to_do() -> None:
    told = fingerprints.differences({"a": "1", "b": "2", "c": "3"}, {"a": "1", "b": "9", "d": "4"})
    assert [each.split(";")[0].split(",")[0] for each in told] == [
        '"d" is new',
        '"c" is gone',
        '"b": the fingerprint has changed',
    ]
    assert all("`make fingerprints`" in each for each in told)


def test_cold_warm_and_half_warm_builds_of_every_case_and_its_translation_give_the_same_bytes(
    tmp_path: Path,
) -> None:
    cases = all_accepted()
    draw(tmp_path, {"mkdocs.yml": CONFIGURATION, "theme/main.html": TEMPLATE})
    write_pages(tmp_path / "docs", cases)
    write_quizzes(tmp_path / "quizzes", cases)
    for case in cases:
        (tmp_path / "quizzes" / f"{case}.fr.yml").write_text(translation_of(case.question), "utf-8")
        (tmp_path / "docs" / f"{case}-fr.md").write_text(f"---\nlanguage: fr\n---\n\n```quiz\n{case}\n```\n")
    cold = files_of_a_build(tmp_path)
    (kept,) = (tmp_path / ".cache/selfcheck").glob("questions.*.lines")
    questions = kept.read_text("utf-8").splitlines(keepends=True)
    assert len(questions) == 2 * len(cases)
    assert files_of_a_build(tmp_path) == cold, "warm"
    for every in (2, 3):  # with a quiz, its translation or neither
        kept.write_text("".join(questions[::every]), "utf-8")
        for outlines in (tmp_path / ".cache/selfcheck").glob("blocks.*.lines"):
            lines = outlines.read_text("utf-8").splitlines(keepends=True)
            assert len(lines) > 5
            outlines.write_text("".join(lines[::every]), "utf-8")
        assert files_of_a_build(tmp_path) == cold, "half-warm"


def files_of_a_build(root: Path) -> dict[str, bytes]:
    """Build in a process of its own, which knows of earlier builds what lies on the disk alone."""
    outcome = build_apart(root)
    assert outcome.exit_code == 0, outcome.said
    site = root / "site"
    files = [file for file in site.rglob("*") if file.suffix in (".html", ".js", ".css", ".svg")]
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}
