"""Stamps of sections: written where a question names its section, and compared with the page."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from selfcheck.cli import main
from selfcheck.site import Site
from tests.selfcheck.sites import CONFIGURATION, build, draw

PAGE = """\
# Strides

## Steps of a stride

A stride skips places.

## Borders

A border adds places.

```quiz
strides
```
"""
QUESTIONS = """\
questions:
  - id: first
    type: true-false
    section: strides.md#steps-of-a-stride
    stem: A stride skips places.
    answer: true
    explanation: It does.
  - id: second
    type: true-false
    section: strides.md#borders
    stem: A border takes places.
    answer: false
    explanation: It adds some.
"""
FIRST, SECOND = "njmnibpn", "gkpheeom"
"""The stamps of the two sections, by `sha256sum` over their letters without spaces.

A change would make every question stale.
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    draw(tmp_path, {"quizzes/strides.yml": QUESTIONS, "docs/strides.md": PAGE})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*command: str) -> Result:
    return CliRunner().invoke(main, command)


def told(*options: str) -> list[tuple[Any, ...]]:
    done = run("check", "--format", "json", *options)
    assert done.exit_code in (0, 1), done.output
    return [
        (each["question"], each["line"], each["column"], each["code"], each["severity"], each["hint"])
        for each in json.loads(done.stdout)["problems"]
    ]


def codes(*options: str) -> list[tuple[str, str]]:
    return [(each[0], each[3]) for each in told(*options)]


def change(root: Path, before: str, after: str, name: str = "docs/strides.md") -> None:
    text = (root / name).read_text("utf-8")
    assert before in text
    (root / name).write_text(text.replace(before, after), "utf-8")


def test_a_stamp_is_written_below_the_section(root: Path) -> None:
    done = run("stamp")
    lines = "".join(f"quizzes/strides.yml: {name} stamped\n" for name in ("first", "second"))
    assert (done.exit_code, done.output) == (0, lines)
    assert (root / "quizzes/strides.yml").read_text("utf-8") == QUESTIONS.replace(
        "stride\n    stem", f"stride\n    section-stamp: {FIRST}\n    stem"
    ).replace("borders\n", f"borders\n    section-stamp: {SECOND}\n")
    again = run("stamp")
    assert (again.exit_code, again.output) == (0, "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    section: S   # why\n", "    section: S   # why\n    section-stamp: T\n"),
        ("    section: S\r\n", "    section: S\r\n    section-stamp: T\r\n"),
        ("    section: 'S'\n\n", "    section: 'S'\n    section-stamp: T\n\n"),
        ("    section: >-\n      S\n\n    # below\n", None),
        ("    section: |\n      S\n", "    section: |\n      S\n    section-stamp: T\n"),
        ('    "section":\n      S\n', '    "section":\n      S\n    section-stamp: T\n'),
        (
            "    section: S\n    section-stamp: 'aaaaaaaa'  # old\n",
            "    section: S\n    section-stamp: 'T'  # old\n",
        ),
    ],
    ids=["comment", "CRLF", "quotes", "folded", "literal", "below", "other"],
)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
def test_nothing_but_the_stamp_is_touched(root: Path, before: str, after: str | None, mark: str) -> None:
    head, rest = "# Ä 😀\nquestions:\n  - id: a\n    type: true-false\n", "    stem: So.\n    answer: true\n"
    rest += "    explanation: Ä.   # last\n"
    if "\r" in before:
        head, rest = head.replace("\n", "\r\n"), rest.replace("\n", "\r\n")
    if after is None:
        after = "    section: >-\n      S\n    section-stamp: T\n\n    # below\n"
    file = root / "quizzes/strides.yml"
    section = "strides.md#borders"
    file.write_bytes(f"{mark}{head}{before.replace('S', section)}{rest}".encode())
    assert run("stamp").exit_code == 0
    expected = f"{mark}{head}{after.replace('S', section).replace('T', SECOND)}{rest}"
    assert file.read_bytes().decode() == expected


def test_in_braces_it_stands_behind_the_section(root: Path) -> None:
    text = (
        'questions: [{id: a, type: true-false, "section":"strides.md#borders" , stem: So., answer: true, '
        "explanation: So}, {type: true-false, id: b, stem: So, answer: true, explanation: So,\n"
        "  section: strides.md#borders # here\n}]"
    )
    file = root / "quizzes/strides.yml"
    file.write_text(text, "utf-8")
    assert run("stamp").exit_code == 0
    stamp = f", section-stamp: {SECOND}"
    expected = text.replace('#borders"', f'#borders"{stamp}').replace("#borders #", f"#borders{stamp} #")
    assert file.read_text("utf-8") == expected


def test_an_alias_gets_a_stamp_of_its_own(root: Path) -> None:
    change(
        root,
        "section: strides.md#steps-of-a-stride",
        "section: &here strides.md#borders",
        "quizzes/strides.yml",
    )
    change(root, "section: strides.md#borders", "section: *here  # the same", "quizzes/strides.yml")
    before = (root / "quizzes/strides.yml").read_text("utf-8")
    assert run("stamp").exit_code == 0
    stamp = f"    section-stamp: {SECOND}\n"
    assert (root / "quizzes/strides.yml").read_text("utf-8") == before.replace(
        "#borders\n", f"#borders\n{stamp}"
    ).replace("the same\n", f"the same\n{stamp}")
    assert codes() == []


def test_yaml_without_a_place_for_a_stamp_is_left_alone_and_told(root: Path) -> None:
    change(
        root,
        "    section: strides.md#borders\n",
        "    ? section\n    : strides.md#borders\n",
        "quizzes/strides.yml",
    )
    draw(root, {"quizzes/other.yml": QUESTIONS.replace("first", "third").replace("second", "fourth")})
    before = (root / "quizzes/strides.yml").read_bytes()
    done = run("stamp")
    assert done.exit_code == 2
    assert (
        f"quizzes/strides.yml:11: second: this YAML leaves no place for a stamp; "
        f"write `section-stamp: {SECOND}` there yourself" in done.output
    )
    assert (root / "quizzes/strides.yml").read_bytes() == before
    assert "section-stamp" in (root / "quizzes/other.yml").read_text("utf-8")


def test_a_read_only_file_stays_as_it_is_and_the_others_are_stamped(root: Path) -> None:
    draw(root, {"quizzes/other.yml": QUESTIONS.replace("first", "third").replace("second", "fourth")})
    file = root / "quizzes/strides.yml"
    file.chmod(0o444)
    done = run("stamp")
    assert done.exit_code == 2
    assert "quizzes/strides.yml: the file is read-only; make it writable" in done.output
    assert file.read_text("utf-8") == QUESTIONS
    assert "section-stamp" in (root / "quizzes/other.yml").read_text("utf-8")


def test_a_link_stays_a_link_and_the_rights_of_its_file_stay(root: Path) -> None:
    file, link = root / "quizzes/.kept/strides.yml", root / "quizzes/strides.yml"
    file.parent.mkdir()
    link.rename(file)
    file.chmod(0o640)
    link.symlink_to(file)
    assert run("stamp").exit_code == 0
    assert link.is_symlink()
    assert "section-stamp" in file.read_text("utf-8")
    assert stat.S_IMODE(os.stat(file).st_mode) == 0o640
    assert [each.name for each in file.parent.iterdir()] == ["strides.yml"]


@pytest.mark.parametrize(
    "text",
    [QUESTIONS + "---\nquestions: []\n", QUESTIONS.replace("answer: true", "anwser: true"), "", "\x00", "{"],
    ids=["two-documents", "a-problem", "empty", "control", "no-yaml"],
)
def test_a_file_with_problems_is_told_and_not_touched(root: Path, text: str) -> None:
    file = root / "quizzes/strides.yml"
    file.write_text(text, "utf-8")
    done = run("stamp")
    assert done.exit_code == 1
    assert "quizzes/strides.yml:" in done.output
    assert file.read_text("utf-8") == text


def test_one_question_alone_can_be_stamped(root: Path) -> None:
    run("stamp", "quizzes", "--question", "second")
    text = (root / "quizzes/strides.yml").read_text("utf-8")
    assert text == QUESTIONS.replace("borders\n", f"borders\n    section-stamp: {SECOND}\n")
    done = run("stamp", "--question", "secnd")
    assert done.exit_code == 2
    assert 'there is no sound question "secnd" here; did you mean "second"?' in done.output


def test_a_section_that_no_markdown_has_is_left_out_and_told(root: Path) -> None:
    change(root, "strides.md#borders", "strides.md#made-by-a-plugin", "quizzes/strides.yml")
    done = run("stamp")
    assert done.exit_code == 0
    assert (
        "quizzes/strides.yml:10:14: second: not stamped: strides.md#made-by-a-plugin: "
        "it is not in the Markdown of the pages" in done.output
    )
    assert [name for name, code in codes() if code == "stale"] == []


def test_a_change_of_the_section_makes_its_question_stale_until_it_is_stamped_again(root: Path) -> None:
    run("stamp")
    assert told() == []
    change(root, "A stride skips places.", "A stride skips many places.")
    cure = "look whether they still agree, then run `selfcheck stamp quizzes/strides.yml --question first`"
    assert told() == [("first", 4, 14, "stale", "warning", cure)]
    assert told("--no-lint") == told()
    assert told("--build") == told()
    run("stamp", "--question", "first")
    assert told() == []


def test_a_second_check_says_the_same(root: Path) -> None:
    run("stamp")
    change(root, "A stride skips places.", "A stride skips many places.")
    first = told()
    assert first
    assert told() == first
    change(root, "A stride skips many places.", "A stride skips places.")
    assert told() == []


def test_a_stamped_site_is_compared_with_a_built_one_too(root: Path) -> None:
    run("stamp")
    change(root, "A stride skips places.", "A stride skips many places.")
    assert build(root).exit_code == 0
    assert codes("--site", "site") == [("first", "stale")]


def test_a_build_asks_where_the_site_says_lint(root: Path) -> None:
    run("stamp")
    change(root, "A stride skips places.", "A stride skips many places.")
    assert build(root, strict=True).exit_code == 0
    draw(root, {"mkdocs.yml": CONFIGURATION.replace("- selfcheck", "- selfcheck: {lint: true}")})
    done = build(root, strict=True)
    assert done.exit_code == 1
    assert "quizzes/strides.yml:4:14: first: the section" in done.said
    run("stamp")
    assert build(root, strict=True).exit_code == 0


def test_a_question_without_a_stamp_is_told_where_others_of_its_file_have_one(root: Path) -> None:
    run("stamp", "--question", "first")
    cure = "run `selfcheck stamp quizzes/strides.yml --question second`, so that a later change is noticed"
    assert told() == [("second", 11, 14, "stale", "warning", cure)]


@pytest.mark.parametrize("options", [(), ("--build",)], ids=["files", "build"])
def test_a_renamed_heading_is_found_by_the_text_below_it(root: Path, options: tuple[str, ...]) -> None:
    run("stamp")
    change(root, "## Steps of a stride", "## What it passes over")
    cure = 'did you mean "what-it-passes-over"? its text is the one that was stamped'
    assert told(*options) == [("first", 4, 14, "section", "error", cure)]


def test_a_renamed_heading_is_mended_where_its_text_is_the_same(root: Path) -> None:
    run("stamp")
    change(root, "## Steps of a stride", "## What it passes over")
    done = run("check", "--fix")
    assert "strides.md#steps-of-a-stride is strides.md#what-it-passes-over now" in done.output
    assert told() == []


@pytest.mark.parametrize("is_stamped", [True, False], ids=["stamped", "unstamped"])
def test_a_renamed_heading_is_guessed_by_its_words(root: Path, is_stamped: bool) -> None:
    if is_stamped:
        run("stamp")
    change(root, "## Steps of a stride", "## Steps of strides {#stride-steps}")
    change(root, "A stride skips places.", "A stride skips many places.")
    assert told("--build") == [("first", 4, 14, "section", "error", 'did you mean "stride-steps"?')]


def test_a_page_that_was_moved_is_found_by_its_name_and_its_text(root: Path) -> None:
    run("stamp")
    (root / "docs/lessons").mkdir()
    (root / "docs/strides.md").rename(root / "docs/lessons/strides.md")
    assert [each[5] for each in told()] == [
        'did you mean "lessons/strides.md#steps-of-a-stride"? its text is the one that was stamped',
        'did you mean "lessons/strides.md#borders"? its text is the one that was stamped',
    ]
    run("check", "--fix")
    assert told() == []


def test_a_translation_is_stamped_for_a_section_of_its_own(root: Path) -> None:
    german = (
        "questions:\n  - id: first\n    section: de.md#schritte\n    stem: Sie lässt Stellen aus.\n"
        "    explanation: So ist es.\n  - id: second\n    stem: Der Rand nimmt Stellen.\n"
        "    explanation: Er fügt welche hinzu.\n"
    )
    draw(root, {"docs/de.md": "# De\n\n## Schritte\n\nStellen.\n", "quizzes/strides.de.yml": german})
    assert run("stamp").exit_code == 0
    text = (root / "quizzes/strides.de.yml").read_text("utf-8")
    assert text.count("section-stamp: ") == 1
    assert codes() == []
    change(root, "Stellen.", "Andere Stellen.", "docs/de.md")
    assert codes() == [("first", "stale")]
    change(root, "A border adds", "Borders add")
    assert codes() == [("first", "stale"), ("second", "stale")]


def test_a_stamp_enters_no_page_and_no_fingerprint(root: Path) -> None:
    before = {name: entry.item.fingerprint for name, entry in Site(root).bank().entries.items()}
    run("stamp")
    bank = Site(root).bank()
    assert {name: entry.item.fingerprint for name, entry in bank.entries.items()} == before
    assert [entry.section_stamp for entry in bank.entries.values()] == [FIRST, SECOND]
    assert build(root).exit_code == 0
    assert FIRST not in (root / "site/strides/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("section-stamp: 4f0c1a7e", '"4f0c1a7e" is no stamp of a section'),
        ("section-stamp: {a: b}", "a text is expected, not a mapping"),
    ],
)
def test_what_is_no_stamp_is_refused(root: Path, line: str, message: str) -> None:
    change(
        root,
        "    section: strides.md#borders",
        f"    section: strides.md#borders\n    {line}",
        "quizzes/strides.yml",
    )
    done = run("check")
    assert done.exit_code == 1
    assert message in done.output


def test_a_stamp_without_a_section_is_refused(root: Path) -> None:
    change(root, "    section: strides.md#borders", "    section-stamp: aaaaaaaa", "quizzes/strides.yml")
    assert (
        "there is no section to compare; write `section:`, or remove `section-stamp`" in run("check").output
    )


def test_extensions_that_are_not_at_hand_keep_sections_from_being_compared(root: Path) -> None:
    run("stamp")
    draw(root, {"mkdocs.yml": CONFIGURATION.replace("[admonition", "[pymdownx.nothing, admonition")})
    done = run("check", "--format", "json")
    assert any(
        each.startswith("whether sections have changed: ") for each in json.loads(done.stdout)["unchecked"]
    )
    assert run("stamp").exit_code == 2


def test_stats_count_what_is_stamped_and_name_what_is_stale(root: Path) -> None:
    def numbers() -> Any:
        return json.loads(run("stats", "--format", "json").stdout)

    assert (numbers()["stamped"], numbers()["stale"]) == (0, [])
    run("stamp")
    change(root, "A stride skips places.", "A stride skips many places.")
    assert (numbers()["stamped"], numbers()["stale"]) == (2, ["first"])
    text = run("stats").stdout
    assert "  stamped        2 of 2 questions\n  changed since  1\n                 first\n" in text
