"""Stamps of sections, written where a question names its section."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from selfcheck.site import Site
from tests.selfcheck.sites import build, draw
from tests.selfcheck.stamped_site import FIRST, PAGE, QUESTIONS, SECOND, change, codes, run, write_site


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return write_site(tmp_path, monkeypatch)


def test_a_stamp_is_written_below_the_section(root: Path) -> None:
    done = run("stamp")
    lines = "".join(f"quizzes/strides.yml: {name} stamped\n" for name in ("first", "second"))
    assert (done.exit_code, done.output) == (0, lines)
    assert (root / "quizzes/strides.yml").read_text("utf-8") == QUESTIONS.replace(
        "stride\n    stem", f"stride\n    section-stamp: {FIRST}\n    stem"
    ).replace("borders\n", f"borders\n    section-stamp: {SECOND}\n")
    again = run("stamp")
    assert (again.exit_code, again.output) == (0, "")


@pytest.mark.parametrize("plugins", ["[i18n, selfcheck]", "{i18n: {}, selfcheck: {}}", "[selfcheck]"])
def test_a_section_is_not_stamped_where_pages_in_the_language_show_another_file(
    root: Path, plugins: str
) -> None:
    draw(
        root,
        {
            "mkdocs.yml": f"site_name: T\nplugins: {plugins}\n",
            "docs/strides.de.md": PAGE,
            "quizzes/strides-de.yml": f"language: de\n{QUESTIONS}".replace("id: ", "id: de-"),
            "quizzes/strides.de.yml": "questions:\n  - {id: first, stem: S., section: strides.md#borders}\n",
        },
    )
    done = run("stamp", "--question", "first", "--question", "de-first", "--question", "second")
    assert "quizzes/strides.yml: second stamped\n" in done.output
    told = "not stamped: strides.md#steps-of-a-stride: pages in its language show strides.de.md, "
    assert (f"quizzes/strides-de.yml:5:14: de-first: {told}" in done.output) == ("i18n" in plugins)
    is_written = "section-stamp" in (root / "quizzes/strides.de.yml").read_text("utf-8")
    assert is_written != ("i18n" in plugins)


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("two  words.md", "two%20%20words/"),
        ("lessons on/a%20 b?.markdown", "lessons%20on/a%2520%20b%3F/"),
        ('größe ein "wort".mdown', "gr%C3%B6%C3%9Fe%20ein%20%22wort%22/"),
    ],
)
def test_a_page_may_have_any_name(root: Path, page: str, address: str) -> None:
    (root / "docs/strides.md").unlink()
    named = QUESTIONS.replace("strides.md#borders", f"{page}#borders")
    named = named.replace("strides.md#steps-of-a-stride", page)
    text = PAGE.replace("## Borders\n", "## Borders\n\n```questions\n```\n")
    draw(
        root, {f"docs/{page}": text, "docs/index.md": "```quiz\nstrides\n```\n", "quizzes/strides.yml": named}
    )
    done = build(root, strict=True)
    assert done.exit_code == 0, done.said
    assert (
        f'<a href="{address}#borders">Read this section again</a>' in (root / "site/index.html").read_text()
    )
    stamped = run("stamp")
    assert stamped.output.count("stamped\n") == 2, stamped.output


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


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old"])
def test_yaml_without_a_place_for_a_stamp_is_left_alone_and_told(root: Path, ending: str) -> None:
    change(
        root,
        "    section: strides.md#borders\n",
        "    ? section\n    : strides.md#borders\n",
        "quizzes/strides.yml",
    )
    draw(root, {"quizzes/other.yml": QUESTIONS.replace("first", "third").replace("second", "fourth")})
    before = (root / "quizzes/strides.yml").read_bytes().replace(b"\n", ending.encode())
    (root / "quizzes/strides.yml").write_bytes(before)
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


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("mkdocs.yml", "!!python/name:markdown.extensions.toc.slugify_unicode"),
        ("mkdocs.yml", "!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}"),
        ("zensical.toml", '{object = "pymdownx.slugs.slugify", kwds = {case = "lower"}}'),
    ],
)
def test_anchors_are_those_that_the_functions_of_the_site_make(root: Path, name: str, settings: str) -> None:
    change(root, "## Borders", "## Große Ränder")
    change(root, "#borders", "#große-ränder", "quizzes/strides.yml")
    configuration = {
        "mkdocs.yml": "site_name: T\nplugins: [selfcheck]\nmarkdown_extensions:\n  - toc:\n      slugify: ",
        "zensical.toml": "[project]\nmarkdown_extensions.selfcheck = {}\nmarkdown_extensions.toc.slugify = ",
    }
    (root / "mkdocs.yml").unlink()
    (root / name).write_text(f"{configuration[name]}{settings}\n", "utf-8")
    assert run("stamp").output.count(" stamped\n") == 2
    assert codes("--no-lint") == []
    if name == "mkdocs.yml":
        done = build(root, strict=True)
        assert done.exit_code == 0, done.said


@pytest.mark.parametrize(
    ("name", "settings"),
    [
        ("mkdocs.yml", "!!python/name:anchors.of"),
        ("mkdocs.yml", "!!python/object/apply:anchors.making {kwds: {prefix: s}}"),
        ("zensical.toml", '"anchors.of"'),
        ("zensical.toml", '{object = "anchors.making", kwds = {prefix = "s"}}'),
    ],
)
def test_of_anchors_that_a_function_of_the_site_makes_nothing_is_said(
    root: Path, name: str, settings: str
) -> None:
    configuration = {
        "mkdocs.yml": "site_name: T\nplugins: [selfcheck]\nmarkdown_extensions:\n  - attr_list\n"
        "  - toc:\n      slugify: ",
        "zensical.toml": "[project]\nmarkdown_extensions.selfcheck = {}\nmarkdown_extensions.attr_list = {}\n"
        "markdown_extensions.toc.slugify = ",
    }
    (root / "mkdocs.yml").unlink()
    (root / name).write_text(f"{configuration[name]}{settings}\n", "utf-8")
    change(root, "## Borders", "## Borders {#borders}")
    assert run("stamp").exit_code == 0
    change(root, "strides.md#borders", "strides.md#s-borders", "quizzes/strides.yml")
    assert codes("--no-lint") == []
    done = run("check", "--no-lint", "--fix")
    assert (
        "the sections of strides.md: `slugify` of `toc` names a function that only a build has" in done.output
    )
    left = run("stamp").output
    assert "second: not stamped: strides.md#s-borders: `slugify` of `toc` names a function that" in left
    assert "the pages are not read: `slugify` of `toc` names a function" in run("stats").output


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
