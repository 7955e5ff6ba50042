"""`selfcheck check --build`: what only pages show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from selfcheck.catalogue import explanation
from selfcheck.cli import main
from selfcheck.passages_above import passages_above
from selfcheck.waivable import OF_BANKS
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import CONFIGURATION, draw

PAGE = (
    "# Strides\n\nOf the page.\n\n## Several\n\n"
    "The strides of all layers multiply & more, so that three of 2 make 8.\n\n"
    "```quiz\na\n```\n\nBetween.\n\n```quiz\nb\n```\n"
)
LINKED = (
    "id: linked\ntype: true-false\nstem: See ![a map](images/lost.svg).\nanswer: true\n"
    "explanation: It is, since [this](gone.md) says so.\n"
)
UNUSED = "id: unused\ntype: true-false\nstem: So.\nanswer: true\nexplanation: It is, since it is.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    question = explanation("answered-above").bad
    files = {
        "docs/index.md": PAGE,
        "quizzes/a.yml": quiz_of(question[question.index("id:") :]),
        "quizzes/b.yml": quiz_of(LINKED),
        "quizzes/c.yml": quiz_of(UNUSED),
    }
    monkeypatch.chdir(draw(tmp_path, files))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "--build", "--format", "json", *arguments])


def told(done: Result) -> list[tuple[Any, ...]]:
    return [
        (each["path"], each["line"], each["code"], each["severity"])
        for each in json.loads(done.stdout)["problems"]
    ]


def test_what_no_question_file_shows_is_told_at_its_line(root: Path) -> None:
    done = run()
    assert told(done) == [
        ("quizzes/a.yml", 6, "answered-above", "note"),
        ("quizzes/b.yml", 4, "link", "warning"),
        ("quizzes/b.yml", 6, "link", "warning"),
        ("quizzes/c.yml", 1, "unused", "warning"),
    ]
    assert (done.exit_code, json.loads(done.stdout)["unchecked"]) == (1, [])
    assert not (root / "site").exists()


def test_tests_of_a_bank_are_flaws_that_may_be_left_out(root: Path) -> None:
    questions = [UNUSED.replace("id: unused", f"id: said-{n}").replace("So.", f"So {n}.") for n in range(20)]
    draw(
        root,
        {
            "mkdocs.yml": CONFIGURATION.replace("- selfcheck", "- selfcheck: {lint: true}"),
            "docs/index.md": "# C\n\n```quiz\nc\n```\n",
            "quizzes/c.yml": quiz_of(*questions),
        },
    )
    for name in ("a", "b"):
        (root / f"quizzes/{name}.yml").unlink()
    assert {code for *_, code, _ in told(run())} & {*OF_BANKS}
    assert told(run("--no-lint")) == []


def test_problems_that_stop_a_build_are_told_and_what_was_not_seen_for_them(root: Path) -> None:
    draw(root, {"docs/index.md": PAGE.replace("\nb\n", "\nbb\n")})
    draw(root, {"quizzes/c.yml": quiz_of(UNUSED.replace("stem:", "section: index.md#severl\nstem:"))})
    draw(root, {"docs/c.md": "# C\n\n```quiz\nc\n```\n", "docs/index.md": PAGE.replace("\nb\n", "\nbb\n")})
    done = run()
    assert told(done) == [("docs/index.md", 16, "fence", "error"), ("quizzes/c.yml", 4, "section", "error")]
    assert "what no page shows, links and passages" in done.stdout


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("plugins:\n  - selfcheck: {enabled: false}", "the built page shows this fence as code"),
        (
            "plugins:\n  - selfcheck: {enabled: !ENV [UNSET, false]}",
            "the built page shows this fence as code",
        ),
        ("plugins: []\nmarkdown_extensions: [selfcheck, attr_list]", "the built page loads "),
    ],
)
def test_a_build_in_which_the_plugin_has_no_part_is_compared_with_its_pages(
    root: Path, written: str, said: str
) -> None:
    configuration = f"site_name: T\ntheme: {{name: mkdocs}}\n{written}\n"
    draw(root, {"mkdocs.yml": configuration, "docs/index.md": "# C\n\n```quiz\nc\n```\n"})
    found = [each for each in json.loads(run("--no-lint").stdout)["problems"] if each["code"] == "built-site"]
    assert {(each["path"], each["line"]) for each in found} == {("docs/index.md", 3)}
    assert all(each["message"].startswith(said) for each in found)


@pytest.mark.parametrize(
    ("files", "arguments", "said"),
    [
        ({"mkdocs.yml": f"{CONFIGURATION}nav: [index.md\n"}, [], "mkdocs.yml"),
        ({"mkdocs.yml": f"{CONFIGURATION}hooks: [lost.py]\n"}, [], "mkdocs.yml cannot be built: "),
        (
            {"zensical.toml": "[project]\nsite_name = 'A'\n[project.markdown_extensions.selfcheck]\n"},
            ["-f", "zensical.toml"],
            "this is a site of Zensical; build the site and name its folder by --site",
        ),
        ({"mkdocs.yml": ""}, ["quizzes"], "there is no configuration of one here"),
        ({}, ["-f", "none.yml", "quizzes"], "none.yml: No such file or directory"),
    ],
    ids=["no-yaml", "no-hook", "zensical", "no-site", "no-file"],
)
def test_a_site_that_cannot_be_built_is_no_problem_of_a_question(
    root: Path, files: dict[str, str], arguments: list[str], said: str
) -> None:
    for name, text in files.items():
        (root / name).write_text(text, "utf-8")
        if not text:
            (root / name).unlink()
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output


def test_the_passage_of_a_question_begins_at_the_heading_above_it(tmp_path: Path) -> None:
    page = (
        "<nav>Links</nav><h1>Strides</h1><p>Of the <b>page</b>.</p><h2>Several</h2><p>They multiply "
        "&amp; more.<script>n()</script></p><self-check id='check-one' data-type='x'><p>Stem</p></self-check>"
        "<p>Between.</p>"
        '<self-check id="check-two"></self-check>'
    )
    (tmp_path / "index.html").write_text(page, "utf-8")
    assert list(passages_above(tmp_path)) == [
        ("one", "Several They multiply & more."),
        ("two", "Several They multiply & more. Between."),
    ]
