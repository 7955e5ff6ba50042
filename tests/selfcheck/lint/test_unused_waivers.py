"""A waiver that waives nothing is told, at its line, with a cure that leaves a sound file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from selfcheck.catalogue import explanation
from selfcheck.cli import main
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import LONG
from tests.selfcheck.sites import CONFIGURATION, build, draw

SHORT = LONG.replace("A step that the kernel takes from one place of the map to the next", "A jump")
LONG_IN_GERMAN = """
questions:
  - id: short
    options:
      - text: Ein Schritt, den der Kern von einer Stelle der Karte zur nächsten geht, immer gleich weit
      - {}
      - {}
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    draw(tmp_path, {"mkdocs.yml": CONFIGURATION, "docs/a.md": "# A\n\n```quiz\na\n```\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(*arguments: str) -> list[str]:
    """The place, the question and the cure of each unused waiver."""
    done = CliRunner().invoke(main, ["check", "--format", "json", *arguments])
    assert done.exit_code in (0, 1), done.output
    found: list[dict[str, Any]] = json.loads(done.stdout)["problems"]
    assert {each["severity"] for each in found if each["code"] == "unused-waiver"} <= {"warning"}
    return [
        f"{each['path']}:{each['line']}:{each['column']} {each['question']} {each['hint']}"
        for each in found
        if each["code"] == "unused-waiver"
    ]


def question(waivers: str, text: str = SHORT, name: str = "short") -> str:
    return f"{text.replace('id: long', f'id: {name}')}{waivers}\n"


WHOLE = "short remove lint-ok"
ONE = "short remove this rule from lint-ok"


@pytest.mark.parametrize(
    ("waivers", "expected"),
    [
        ("lint-ok: {longest-key: a definition}", [f"11:5 {WHOLE}"]),
        ("lint-ok:\n  longest-key: a definition", [f"11:5 {WHOLE}"]),
        ('"lint-ok": {"longest-key": "ä"}', [f"11:5 {WHOLE}"]),
        ("lint-ok: {longest-key: a, echo: b, reading-ease: >-\n    c}", None),
        ("lint-ok:\n  longest-key: >2-\n      a definition\n  echo: it is a term", [f"11:5 {WHOLE}"]),
        ("lint-ok:\n  answered-above: a page decides\n  longest-key: why", [f"13:7 {ONE}"]),
        ("lint-ok: {answered-above: a page decides, longest-key: why}", [f"11:47 {ONE}"]),
        ("lint-ok: {answered-above: a page decides}", []),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_each_is_told_at_its_place(root: Path, waivers: str, expected: list[str] | None, end: str) -> None:
    text = quiz_of(question(waivers)).replace("\n", end)
    (root / "quizzes/a.yml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    if expected is None:  # no YAML: the only problem of the file
        assert told() == []
    else:
        assert told() == [f"quizzes/a.yml:{each}" for each in expected]
    assert told() == told("quizzes/a.yml") == told()


def test_a_waiver_beside_one_that_is_needed_is_told_alone(root: Path) -> None:
    waived = question("lint-ok:\n  echo: it is a term\n  longest-key: a definition", LONG, "long")
    draw(root, {"quizzes/a.yml": quiz_of(waived)})
    assert told() == ["quizzes/a.yml:12:7 long remove this rule from lint-ok"]
    draw(root, {"quizzes/a.yml": quiz_of(waived.replace("  echo: it is a term\n", ""))})
    assert told() == []


def test_what_a_translation_breaks_its_original_may_waive(root: Path) -> None:
    original = quiz_of(question("lint-ok: {longest-key: a definition}"))
    draw(root, {"quizzes/a.yml": original, "quizzes/a.de.yml": LONG_IN_GERMAN})
    for _ in range(2):  # the second check asks what the first has kept
        assert told() == told("quizzes/a.yml") == told("quizzes/a.de.yml") == []
    draw(
        root,
        {
            "quizzes/a.de.yml": LONG_IN_GERMAN.replace(
                ", den der Kern von einer Stelle der Karte zur nächsten geht, immer gleich weit", ""
            )
        },
    )
    assert told() == told("quizzes/a.yml") == [f"quizzes/a.yml:11:5 {WHOLE}"]
    assert told("quizzes/a.de.yml") == []


def test_questions_that_share_a_waiver_need_it_if_one_of_them_does(root: Path) -> None:
    shared = "lint-ok: &ok\n  longest-key: a definition\n  echo: a term"
    first, second = question(shared, LONG, "long"), question("lint-ok: *ok")
    draw(root, {"quizzes/a.yml": quiz_of(first, second)})
    assert told() == ["quizzes/a.yml:13:7 long remove this rule from lint-ok"]
    draw(root, {"quizzes/a.yml": quiz_of(first.replace(LONG[9:], SHORT[9:]), second)})
    assert [each.split()[0] for each in told()] == ["quizzes/a.yml:11:5", "quizzes/a.yml:23:5"]


def test_a_question_with_a_problem_says_nothing_of_its_waivers(root: Path) -> None:
    draw(root, {"quizzes/a.yml": quiz_of(question("lint-ok: {longest-key: why}\nhintz: [a]"))})
    assert told() == []


def test_no_flaws_no_waivers(root: Path) -> None:
    draw(root, {"quizzes/a.yml": quiz_of(question("lint-ok: {longest-key: why}"))})
    assert told("--no-lint") == told("--errors-only") == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_rule_that_does_not_know_the_language_is_waived_in_vain(root: Path, language: str) -> None:
    negative = SHORT.replace("A jump", "A step that is not a jump")
    waived = question("lint-ok: {negative-option: the jump is what most say}", negative)
    draw(root, {"quizzes/a.yml": f"language: {language}\n{quiz_of(waived)}"})
    assert told() == ([] if language == "en" else [f"quizzes/a.yml:12:5 {WHOLE}"])


def test_a_build_tells_it_once_the_site_asks_for_flaws(root: Path) -> None:
    draw(root, {"quizzes/a.yml": quiz_of(question("lint-ok: {longest-key: why}"))})
    assert build(root, strict=True).said == ""
    draw(root, {"mkdocs.yml": CONFIGURATION.replace("- selfcheck", "- selfcheck: {lint: true}")})
    built = build(root, strict=True)
    assert "quizzes/a.yml:11:5: short: lint-ok waives nothing here" in built.said
    assert built.exit_code == 1
    assert told("--build") == [f"quizzes/a.yml:11:5 {WHOLE}"]
    assert told("--build", "--no-lint") == []


def test_the_examples_of_the_code_show_it(root: Path) -> None:
    examples = explanation("unused-waiver")
    for text, count in ((examples.bad, 1), (examples.good, 0)):
        draw(root, {"quizzes/a.yml": text})
        assert len(told()) == count
