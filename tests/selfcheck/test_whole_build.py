"""A build reports all problems of all files and pages at once, and fails without a traceback."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from selfcheck.cli import main
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import CONFIGURATION, Outcome, build, build_apart, draw

STRIDES = quiz_of(sample("first"), sample("second"))
PAGE = "# Page\n\n```quiz\nstrides\n```\n"


def with_field(question: str, line: str) -> str:
    return f"{question.rstrip()}\n{line}\n"


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """What `mkdocs build` says about a site with a mistake of every kind."""
    root = draw(
        tmp_path_factory.mktemp("site"),
        {
            "quizzes/empty.yml": "",
            "quizzes/latin.yml": "title: Größe".encode("latin-1"),
            "quizzes/open.yml": 'title: "open\n',
            "quizzes/strides.yml": STRIDES,
            "quizzes/tabbed.yml": "questions:\n\t- id: a\n",
            "quizzes/wrong.yml": quiz_of(
                sample("Wrong Id"),
                sample("no-stem").replace("stem:", "# stem:"),
                with_field(sample("lost-page"), "section: atlas.md"),
                with_field(sample("lost-anchor"), "section: index.md#nowhere"),
                with_field(sample("odd-field"), "colour: red"),
                sample("first"),
            ),
            "docs/index.md": "# Test\n\n```quiz\nstrids\n```\n\n- item\n\n    ```quiz\n    ```\n",
            "docs/more.md": "---\ntitle: More\n---\n\n```quiz\nstrides\n```\n\n```quiz\nquiz: strides\n"
            "only: [second, third]\nstyle: x\n```\n\n<div>\n\n```quiz\nwrong\n```\n\n</div>\n",
            "docs/open.md": "# Open\n\n```quiz\nstrides\n",
            "docs/shown.md": "# Shown\n\n```quiz\nwrong\n```\n",
        },
    )
    return build_apart(root)


def test_a_build_with_mistakes_fails_without_a_traceback(outcome: Outcome) -> None:
    assert outcome.exit_code == 1
    assert "selfcheck found 17 problems:" in outcome.said
    assert "Traceback" not in outcome.said


def test_the_output_is_complete_and_in_order(outcome: Outcome) -> None:
    lines = sample("x").count("\n")
    starts = [2 + number * lines for number in range(3)]
    anchor, odd, twin = starts[2] + lines + 1, starts[2] + 2 * (lines + 1), starts[2] + 3 * (lines + 1)
    fields = "explanation, hints, id, objective, passage, section, section-stamp"
    (unknown,) = [line for line in outcome.problems if 'unknown field "colour"' in line]
    assert unknown.startswith(f"quizzes/wrong.yml:{odd + lines}:5: odd-field: ")
    assert all(field in unknown for field in fields.split(", "))
    assert [line for line in outcome.problems if line != unknown] == [
        'docs/index.md:4: there is no quiz "strids"; did you mean "strides"?',
        "docs/index.md:9: the fence is empty; write the name of a quiz, as in `skip-connections`",
        'docs/more.md:9: the question "second" is shown twice on this page; remove it from one of the fences',
        'docs/more.md:11: there is no question "third" in the quiz "strides"; valid: first, second',
        'docs/more.md:12: unknown field "style"; valid: as, only, quiz',
        "docs/more.md:17: this fence stands inside raw HTML, where nothing is rendered; "
        "add the attribute `markdown` to the element",
        "docs/open.md:3: this fence is never closed; "
        "close it with the same sign, as often and as far in as it was opened",
        "quizzes/empty.yml:1:1: the file is empty; write `questions:` and a list of questions below it",
        "quizzes/latin.yml:1:10: the file is not UTF-8; save it with the encoding UTF-8",
        "quizzes/open.yml:1:8: the quote that opens here is never closed; "
        "add the closing quote, or start a text with this sign on a new line after `|`",
        "quizzes/tabbed.yml:2:1: the line is indented with a tab; indent with spaces",
        f'quizzes/wrong.yml:{starts[0]}:9: Wrong Id: "Wrong Id" is no id: '
        "small letters, digits and single hyphens only; write wrong-id",
        f'quizzes/wrong.yml:{starts[1]}:9: no-stem: "stem" is missing; '
        "add `stem:`, the question itself, in Markdown",
        f'quizzes/wrong.yml:{starts[2] + lines}:14: lost-page: there is no page "atlas.md"; '
        "valid: index.md, more.md, open.md, shown.md",
        f'quizzes/wrong.yml:{anchor + lines}:14: lost-anchor: the page "index.md" has no anchor "#nowhere"; '
        "valid: test",
        f'quizzes/wrong.yml:{twin}:9: first: the id "first" is given twice; '
        "the first is quizzes/strides.yml:2; give one of the two another id",
    ]


@pytest.mark.parametrize("strict", [False, True])
def test_a_single_mistake_fails_any_build(tmp_path: Path, strict: bool) -> None:
    draw(tmp_path, {"docs/index.md": "```quiz\nnone\n```\n"})
    done = build(tmp_path, strict=strict)
    assert done.exit_code == 1
    assert done.problems == ['docs/index.md:2: there is no quiz "none"; there is none yet']
    assert "selfcheck found 1 problem:" in done.said
    assert "Traceback" not in done.said


def test_a_sound_site_builds_strictly_and_says_nothing(tmp_path: Path) -> None:
    draw(tmp_path, {"quizzes/strides.yml": STRIDES, "docs/index.md": PAGE})
    done = build(tmp_path, strict=True)
    assert (done.exit_code, done.said) == (0, "")


def test_a_quiz_that_no_page_shows_fails_a_strict_build_only(tmp_path: Path) -> None:
    draw(tmp_path, {"quizzes/strides.yml": STRIDES})
    warning = (
        "quizzes/strides.yml:1:1: no page shows this quiz; "
        "put the fence ```quiz with the name strides into a page, or remove the file"
    )
    done, strict = build(tmp_path), build(tmp_path, strict=True)
    assert (done.exit_code, strict.exit_code) == (0, 1)
    assert warning in done.said
    assert warning in strict.said
    assert "Traceback" not in strict.said


def test_a_question_that_no_page_shows_fails_a_strict_build_only(tmp_path: Path) -> None:
    draw(
        tmp_path,
        {"quizzes/strides.yml": STRIDES, "docs/index.md": "```quiz\nquiz: strides\nonly: [first]\n```\n"},
    )
    line = 2 + sample("first").count("\n")
    warning = (
        f"quizzes/strides.yml:{line}:9: second: no page shows this question; name it in a fence, or remove it"
    )
    done, strict = build(tmp_path), build(tmp_path, strict=True)
    assert (done.exit_code, strict.exit_code) == (0, 1)
    assert warning in done.said


def test_the_passage_of_a_question_that_no_page_shows_may_be_to_come(tmp_path: Path) -> None:
    draw(tmp_path, {"quizzes/strides.yml": quiz_of(with_field(sample("first"), "section: to-come.md#why"))})
    done = build(tmp_path)
    assert (done.exit_code, "no page shows this quiz" in done.said, "to-come" in done.said) == (
        0,
        True,
        False,
    )


def test_a_question_may_stand_on_two_pages(tmp_path: Path) -> None:
    draw(tmp_path, {"quizzes/strides.yml": STRIDES, "docs/index.md": PAGE, "docs/again.md": PAGE})
    assert build(tmp_path, strict=True).exit_code == 0


def test_a_section_that_exists_is_linked(tmp_path: Path) -> None:
    question = with_field(sample("first"), "section: lessons/strides.md#why")
    draw(
        tmp_path,
        {
            "quizzes/strides.yml": quiz_of(question),
            "docs/index.md": PAGE,
            "docs/lessons/strides.md": "# Strides\n\n## Why\n",
        },
    )
    assert build(tmp_path, strict=True).exit_code == 0
    assert 'href="lessons/strides/#why"' in (tmp_path / "site" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            "{require: [explanaton]}",
            'the option `require` knows no "explanaton"; did you mean "explanation"?',
        ),
        ("{quizzes: [questions]}", "questions: there is no such folder; create it"),
        ("{quizes: [questions]}", "quizes"),
        (
            "{confidence: maybe}",
            'the option `confidence` is true or false, not "maybe"; write one of the two',
        ),
        ("{quizzes: questions}", "questions: there is no such folder; create it"),
    ],
)
def test_an_option_that_is_wrong(tmp_path: Path, options: str, told: str) -> None:
    draw(tmp_path, {"mkdocs.yml": CONFIGURATION.replace("- selfcheck", f"- selfcheck: {options}")})
    done = build(tmp_path, strict=True)
    assert done.exit_code == 1
    assert told in done.said
    assert "Traceback" not in done.said


@pytest.mark.parametrize("cache", ["notes.txt/cache", "a" * 300])
def test_a_site_where_no_cache_can_be_written_is_built_and_checked_all_the_same(
    tmp_path: Path, cache: str
) -> None:
    root = draw(
        tmp_path,
        {
            "mkdocs.yml": CONFIGURATION.replace("- selfcheck", f"- selfcheck: {{cache: {cache}}}"),
            "notes.txt": "no folder",
            "quizzes/strides.yml": STRIDES,
            "docs/index.md": PAGE,
        },
    )
    assert build(root).exit_code == 0
    checked = CliRunner().invoke(main, ["check", "--no-lint", "-f", str(root / "mkdocs.yml")])
    assert checked.exit_code == 0, checked.output


def test_a_folder_of_questions_whose_name_is_too_long_is_told_as_one_that_is_not_there(
    tmp_path: Path,
) -> None:
    text = CONFIGURATION.replace("- selfcheck", f"- selfcheck: {{quizzes: {'a' * 300}}}")
    root = draw(tmp_path, {"mkdocs.yml": text, "docs/index.md": "# A\n"})
    checked = CliRunner().invoke(main, ["check", "--no-lint", "-f", str(root / "mkdocs.yml")])
    for said in (build(root).said, checked.output):
        assert "a: there is no such folder; create it" in said


def test_a_file_that_cannot_be_read_hides_no_problem_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "mkdocs.yml": CONFIGURATION,
        "quizzes/a.yml": STRIDES,
        "quizzes/b.yml": "",
        "docs/index.md": "# A\n",
    }
    draw(tmp_path, files)
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        # Whoever may read everything, as in a container, is refused nothing by the rights of a file.
        if path.name == "a.yml":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    output = CliRunner().invoke(main, ["check", "-f", str(tmp_path / "mkdocs.yml")]).output
    assert "quizzes/a.yml:1:1: the file cannot be read: Permission denied; " in output
    assert "quizzes/b.yml:1:1: the file is empty; " in output


def test_a_page_that_a_hook_has_emptied_has_no_fence(tmp_path: Path) -> None:
    hook = 'def on_page_markdown(markdown, page, **more):\n    return "" if page.meta.get("off") else None\n'
    files = {
        "mkdocs.yml": f"{CONFIGURATION}hooks: [off.py]\n",
        "off.py": hook,
        "quizzes/strides.yml": STRIDES,
        "docs/index.md": PAGE,
        "docs/off.md": f"---\noff: true\n---\n{PAGE}",
    }
    assert build_apart(draw(tmp_path, files)).exit_code == 0
