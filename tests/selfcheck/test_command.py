"""`selfcheck check`, `explain` and `types`: what an author, a reviewer and a program are told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from selfcheck.catalogue import codes, explanation
from selfcheck.cli import main
from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from selfcheck.reports import FORMATS
from tests.selfcheck.cases import all_rejected, quiz_of
from tests.selfcheck.samples import LONG, sample
from tests.selfcheck.sites import CONFIGURATION, build, draw

SARIF = Path(__file__).with_name("sarif-2.1.0.json")
"""The schema of the standard, as its authors' own tool ships it."""

WRONG = LONG.replace("id: long", "id: wrong").replace("explanation:", "explanaton:")
KEY = "the key has 66 characters, and the longest distractor 8; cut the key, or say as much in a distractor"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with a question that is weak, in `b.yml`, and one that is wrong, in `a.yml`."""
    files = {"quizzes/b.yml": quiz_of(LONG), "quizzes/a.yml": quiz_of(WRONG)}
    monkeypatch.chdir(draw(tmp_path, files))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_problems_are_told_file_by_file_with_their_line_and_a_caret(root: Path) -> None:
    done = run("check")
    assert done.exit_code == 1
    assert done.output == (
        'quizzes/a.yml:10:5: wrong: unknown field "explanaton"; did you mean "explanation"? [unknown-field]\n'
        "  10 |     explanaton: The kernel moves on by it, because it is a step.\n"
        "     |     ^\n\n"
        f"quizzes/b.yml:6:15: warning: long: {KEY} [longest-key]\n"
        "  6 |       - text: A step that the kernel takes from one place of the map to the next\n"
        "    |               ^\n\n"
        "1 question in 2 files: 1 problem, 1 warning\n"
        "not checked: what needs pages (sections, links, pictures, fences): --build tells\n"
    )


@pytest.mark.parametrize(
    ("arguments", "status", "codes"),
    [
        ([], 1, ["unknown-field", "longest-key"]),
        (["--no-lint"], 1, ["unknown-field"]),
        (["--errors-only"], 1, ["unknown-field"]),
        (["quizzes/b.yml"], 1, ["longest-key"]),
        (["quizzes/b.yml", "--no-lint"], 0, []),
        (["quizzes/b.yml", "--errors-only"], 0, []),
        (["quizzes"], 1, ["unknown-field", "longest-key"]),
        (["quizzes/a.yml", "quizzes/b.yml"], 1, ["unknown-field", "longest-key"]),
    ],
)
def test_what_is_checked_and_what_counts(
    root: Path, arguments: list[str], status: int, codes: list[str]
) -> None:
    done = run("check", "--format", "json", *arguments)
    assert done.exit_code == status
    assert [each["code"] for each in json.loads(done.output)["problems"]] == codes


def test_a_waived_flaw_is_no_flaw(root: Path) -> None:
    draw(root, {"quizzes/b.yml": quiz_of(f"{LONG}lint-ok: {{longest-key: a definition}}\n")})
    assert run("check", "quizzes/b.yml").exit_code == 0


def test_files_may_stand_anywhere_and_need_no_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"draft.yml": quiz_of(LONG), "more/other.yaml": quiz_of(WRONG), "more/readme.txt": ""}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert "draft.yml:6:15: warning: long: " in run("check", "draft.yml").output
    assert "other.yaml" not in run("check", "draft.yml").output
    assert "more/other.yaml:10:5: wrong: unknown field" in run("check", "more").output
    assert "1 question in 2 files" in run("check", "draft.yml", "more").output
    assert not (tmp_path / ".cache").exists()


@pytest.mark.parametrize(
    ("paths", "count"),
    [
        (["out", "out/a.yml"], "3 questions in 3 files"),
        (["out", "out/sub/c.yml"], "3 questions in 3 files"),
        (["out/sub", "out"], "3 questions in 3 files"),
        (["quizzes", "out"], "4 questions in 4 files"),
        (["out", "out/.hidden"], "4 questions in 4 files"),
        (["quizzes", "out/sub"], "2 questions in 2 files"),
    ],
)
def test_paths_that_lie_in_each_other_are_read_once_and_wholly(
    root: Path, paths: list[str], count: str
) -> None:
    (root / "quizzes/a.yml").unlink()
    draw(root, {"mkdocs.yml": CONFIGURATION.replace("selfcheck", "selfcheck: {quizzes: [quizzes, out/sub]}")})
    names = ("a", "b", "sub/c", ".hidden/d")
    draw(root, {f"out/{name}.yml": quiz_of(sample(f"of-{name[-1]}")) for name in names})
    done = run("check", "--no-lint", *paths)
    assert done.output.splitlines()[0] == f"{count}: no problems"


def test_a_folder_may_hold_the_configuration_of_a_site(root: Path) -> None:
    (root / "quizzes/a.yml").unlink()
    assert run("check", "--no-lint", ".").output.startswith("1 question in 1 file: no problems\n")
    assert 'unknown field "site_name"' in run("check", "mkdocs.yml").output


@pytest.mark.parametrize("paths", [["one", "two"], ["one/quiz.yml", "two/quiz.yml"]])
def test_files_of_one_name_may_stand_in_two_folders_outside_of_the_site(
    paths: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "quiz.yml").write_text(quiz_of(sample(name)), "utf-8")
    monkeypatch.chdir(tmp_path)
    done = run("check", "--no-lint", *paths)
    assert done.output.splitlines()[0] == "2 questions in 2 files: no problems"


def test_the_name_of_an_extension_that_is_none_ends_in_no_traceback(root: Path) -> None:
    configuration = CONFIGURATION.replace("[admonition", "[[toc], admonition")
    draw(root, {"mkdocs.yml": configuration, "quizzes/a.yml": quiz_of(sample("one"))})
    assert run("check", "--no-lint").exit_code == 0


def test_a_file_outside_of_the_sites_folders_is_read_with_the_sites_options(root: Path) -> None:
    without = "\n".join(line for line in quiz_of(LONG).splitlines() if "explanation" not in line)
    draw(root, {"draft.yml": without, "mkdocs.yml": CONFIGURATION})
    assert '"explanation" is missing' in run("check", "draft.yml").output
    lax = CONFIGURATION.replace("- selfcheck", "- selfcheck: {require: []}")
    draw(root, {"mkdocs.yml": lax})
    assert '"explanation" is missing' not in run("check", "draft.yml").output


def test_a_translation_is_checked_by_its_path_with_its_original(root: Path) -> None:
    german = "questions:\n  - id: long\n    stem: Was ist ein Stride?\n"
    draw(root, {"drafts/a.yml": quiz_of(LONG), "drafts/a.de.yml": german, "quizzes/a.yml": quiz_of(WRONG)})
    done = run("check", "drafts/a.de.yml")
    assert "drafts/a.de.yml:2:9: warning: long: the translation has no stamp" in done.output
    assert "drafts/a.yml:" not in done.output


def test_brackets_in_the_name_of_a_file_are_no_pattern(root: Path) -> None:
    german = "questions:\n  - id: long\n    stem: Was ist ein Stride?\n"
    draw(root, {"drafts/week [1].yml": quiz_of(LONG), "drafts/week [1].de.yml": german})
    assert "week [1].de.yml:2:9: warning: long: " in run("check", "drafts/week [1].de.yml").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "nowhere.yml"], "'nowhere.yml' does not exist"),
        (["check", "docs"], "there is no question file in docs"),
        (["check", "docs/index.md"], "docs/index.md is no question file; name one that ends with .yml or"),
        (["stats", "quizzes", "docs/index.md"], "docs/index.md is no question file"),
        (["stamp", "docs/index.md"], "docs/index.md is no question file"),
        (["check", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["check", "quizzes", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["stats", "quizzes", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["stamp", "quizzes", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["preview", "quizzes/b.yml", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["new", "numeric", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["schema", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["types", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["explain", "numeric", "-f", "none.yml"], "none.yml: No such file or directory"),
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["check", "--site", "docs/empty"], "there is no page in this folder"),
        (["explain", "longest-kex"], 'there is no code "longest-kex"; did you mean "longest-key"?'),
    ],
)
def test_what_cannot_run_ends_with_2(root: Path, arguments: list[str], said: str) -> None:
    (root / "docs/empty").mkdir()
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output


def test_json_carries_what_mends_a_question(root: Path) -> None:
    told = json.loads(run("check", "quizzes/b.yml", "--format", "json").output)
    (problem,) = told["problems"]
    assert problem == {
        "path": "quizzes/b.yml",
        "line": 6,
        "column": 15,
        "end": [6, 81],
        "question": "long",
        "field": ["options", 0, "text"],
        "code": "longest-key",
        "severity": "warning",
        "message": KEY.partition("; ")[0],
        "hint": KEY.partition("; ")[2],
        "fix": None,
        "source": "      - text: A step that the kernel takes from one place of the map to the next",
        "reason": explanation("longest-key").reason,
        "good": explanation("longest-key").good,
        "waiver": "lint-ok: {longest-key: …}",
    }
    assert told["counts"] == {"error": 0, "warning": 1, "note": 0}


def test_sarif_is_valid_against_its_schema(root: Path) -> None:
    draw(root, {"quizzes/ä b.yml": quiz_of("id: [x]\n"), "quizzes/c.yml": "questions: {a: b: c}\n"})
    told = json.loads(run("check", "--format", "sarif").output)
    schema = json.loads(SARIF.read_text("utf-8"))
    jsonschema.validators.validator_for(schema).check_schema(schema)
    jsonschema.validate(told, schema)
    (one,) = told["runs"]
    assert {each["ruleId"] for each in one["results"]} >= {"unknown-field", "longest-key", "yaml"}
    assert all(one["tool"]["driver"]["rules"][r["ruleIndex"]]["id"] == r["ruleId"] for r in one["results"])


def test_sarif_of_a_clean_bank_is_valid_too(root: Path) -> None:
    told = json.loads(run("check", "quizzes/b.yml", "--no-lint", "--format", "sarif").output)
    jsonschema.validate(told, json.loads(SARIF.read_text("utf-8")))
    assert told["runs"][0]["results"] == []


def test_github_marks_the_line_from_where_the_job_works(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root / "docs")
    done = run("check", "-f", "../mkdocs.yml", "--format", "github")
    assert done.output.splitlines()[:2] == [
        '::error file=../quizzes/a.yml,line=10,col=5,title=unknown-field::wrong: unknown field "explanaton"; '
        'did you mean "explanation"?',
        f"::warning file=../quizzes/b.yml,line=6,col=15,title=longest-key::long: {KEY}",
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_same_to_a_pipe_and_colours_nothing(root: Path, form: str) -> None:
    command = [str(Path(sys.executable).with_name("selfcheck")), "check", "--format", form]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert done.returncode == 1, done.stderr
    assert "longest-key" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_problem_without_a_line_has_no_excerpt(root: Path) -> None:
    draw(
        root, {"mkdocs.yml": CONFIGURATION.replace("- selfcheck", "- selfcheck: {quizzes: [quizzes, more]}")}
    )
    assert "more: there is no such folder; create it" in run("check").output


def test_every_problem_of_a_rejected_question_has_a_code_that_is_explained() -> None:
    known = {*codes(), *discover()}
    for case in all_rejected():
        for problem in read_quiz("quiz", "quiz.yml", quiz_of(case.question), ["explanation"]).problems:
            assert problem.code in known, problem


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained_with_both_examples(code: str) -> None:
    done = run("explain", code)
    assert done.exit_code == 0
    told = explanation(code)
    assert done.output.startswith(f"{code}\n\n")
    assert all(" ".join(text.split()) in " ".join(done.output.split()) for text in (told.reason, told.bad))


@pytest.mark.parametrize(
    "code",
    "yaml file unknown-field missing-field empty-field wrong-value unknown-type hints variants".split(),  # noqa: SIM905 -- a list of words
)
def test_the_bad_example_of_a_problem_has_it_and_the_good_one_none(code: str) -> None:
    told: Any = explanation(code)
    require = ["explanation"]
    assert code in {each.code for each in read_quiz("a", "a.yml", told.bad, require).problems}
    assert read_quiz("a", "a.yml", told.good, require).problems == ()


def test_a_code_of_a_type_leads_to_its_page() -> None:
    done = run("explain", "numeric")
    pages = ("authoring/numeric.md", "authoring/problems.md")
    assert (done.exit_code, [page in done.output for page in pages]) == (0, [True, True])


def test_all_codes_and_all_types_are_listed() -> None:
    listed = [line.split()[0] for line in run("explain").output.splitlines()]
    assert listed == list(codes())
    assert [line.split()[0] for line in run("types").output.splitlines()] == list(discover())


@pytest.mark.parametrize(("option", "is_told"), [("", False), ("lint: true", True)])
def test_a_build_warns_of_flaws_once_the_site_says_so(tmp_path: Path, option: str, is_told: bool) -> None:
    configuration = CONFIGURATION.replace("- selfcheck", f"- selfcheck: {{{option}}}")
    page = "# A\n\n```quiz\nb\n```\n"
    draw(tmp_path, {"mkdocs.yml": configuration, "quizzes/b.yml": quiz_of(LONG), "docs/index.md": page})
    built = build(tmp_path, strict=True)
    assert (f"quizzes/b.yml:6:15: long: {KEY} [longest-key]" in built.said) == is_told
    assert built.exit_code == int(is_told)


def test_a_site_without_a_folder_of_questions_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration = CONFIGURATION.replace("- selfcheck", "- selfcheck: {quizzes: [], lint: true}")
    monkeypatch.chdir(draw(tmp_path, {"mkdocs.yml": configuration}))
    checked = run("check")
    assert (checked.exit_code, "there is no question file in any folder" in checked.stderr) == (2, True)
    assert build(tmp_path, strict=True).exit_code == 0


@pytest.mark.parametrize("port", ["-1", "65536"])
def test_a_port_that_does_not_exist_is_refused(port: str, tmp_path: Path) -> None:
    file = tmp_path / "quiz.yml"
    file.write_text("questions: []\n", "utf-8")
    refused = run("preview", str(file), "--port", port)
    assert refused.exit_code == 2
    assert f"{port} is not in the range 0<=x<=65535" in refused.stderr


def test_a_folder_that_nobody_may_write_is_told_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("plugins: [selfcheck]\n", "utf-8")
    (tmp_path / "file").write_text("", "utf-8")
    refused = run("assets", str(tmp_path / "file" / "site"), "-f", str(tmp_path / "mkdocs.yml"))
    assert refused.exit_code == 2
    assert refused.stderr == f"Error: {tmp_path}/file/site/assets/selfcheck: Not a directory\n"
