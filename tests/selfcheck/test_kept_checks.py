"""A check after a check says the same, and looks at nothing but what has changed."""

from __future__ import annotations

import json
import os
import pty
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from selfcheck.bank import Bank
from selfcheck.cli import main
from selfcheck.configuration import site_of
from selfcheck.extension import rehearsal
from selfcheck.quiz_text import read_quiz
from tests.selfcheck.cases import all_accepted, all_rejected, quiz_of
from tests.selfcheck.own_type_site import OWN_TYPES
from tests.selfcheck.own_type_site import QUIZ as OWN_QUIZ
from tests.selfcheck.samples import LONG
from tests.selfcheck.sites import CONFIGURATION, draw, environment

HEADING = LONG.replace("id: long", "id: heading").replace("What is a stride?", "'## What is a stride?'")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with two files, of which one has a flaw, and the other a problem."""
    monkeypatch.chdir(draw(tmp_path, {"quizzes/a.yml": quiz_of(LONG), "quizzes/b.yml": quiz_of(HEADING)}))
    return tmp_path


def check(*arguments: str) -> Any:
    done = CliRunner().invoke(main, ["check", "--format", "json", *arguments])
    assert done.exit_code in (0, 1), done.output
    return json.loads(done.stdout)


def codes(*arguments: str) -> list[str]:
    return [each["code"] for each in check(*arguments)["problems"]]


class Looked:
    """The files that checks have looked at again."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from selfcheck import file_checks

        self.files: list[str] = []
        check_files = file_checks.check_files

        def noted(site: Any, files: Any, *rest: Any) -> Any:
            self.files += [each.path for each in files]
            return check_files(site, files, *rest)

        monkeypatch.setattr(file_checks, "check_files", noted)

    def again(self) -> list[str]:
        self.files.clear()
        check()
        return self.files


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> Looked:
    return Looked(monkeypatch)


def test_every_case_has_the_same_problems_in_a_second_check(root: Path) -> None:
    questions = [case.question for case in all_accepted()]
    files = {f"quizzes/{number}.yml": quiz_of(text) for number, text in enumerate(questions)}
    files |= {f"quizzes/no-{n}.yml": quiz_of(case.question) for n, case in enumerate(all_rejected())}
    draw(root, files)
    first = check()
    assert first["counts"]["error"] > 200
    assert check() == first
    assert check("--no-lint") == check("--no-lint")
    for file in (root / ".cache/selfcheck").glob("checked.*"):
        file.write_text("x" * 24 + " [1]\n" + file.read_text("utf-8")[:-100], "utf-8")
    assert check() == first


def test_a_file_is_looked_at_again_once_it_has_changed(root: Path, looked: Looked) -> None:
    assert looked.again() == ["quizzes/a.yml", "quizzes/b.yml"]
    assert looked.again() == []
    draw(root, {"quizzes/a.yml": quiz_of(f"{LONG}lint-ok: {{longest-key: a definition}}\n")})
    assert looked.again() == ["quizzes/a.yml"]
    assert sorted(codes()) == ["longest-key", "markdown"]


@pytest.mark.parametrize(
    "configuration",
    [
        CONFIGURATION.replace("- selfcheck", "- selfcheck: {require: [objective]}"),
        CONFIGURATION.replace("[admonition", "[admonition, footnotes"),
        CONFIGURATION.replace("theme: {name: mkdocs", "theme: {name: mkdocs, locale: de"),
    ],
    ids=["options", "extensions", "language"],
)
def test_all_files_are_looked_at_again_once_the_site_has_changed(
    root: Path, looked: Looked, configuration: str
) -> None:
    check()
    draw(root, {"mkdocs.yml": configuration})
    assert looked.again() == ["quizzes/a.yml", "quizzes/b.yml"]


def test_a_translation_is_looked_at_again_once_its_original_has_changed(root: Path, looked: Looked) -> None:
    german = "questions:\n  - id: long\n    stem: '## Was ist ein Stride?'\n"
    draw(root, {"quizzes/a.de.yml": german, "mkdocs.yml": CONFIGURATION})
    first = codes()
    assert first.count("markdown") == 2
    assert (codes(), looked.again()) == (first, [])
    draw(root, {"quizzes/a.yml": quiz_of(LONG.replace("A border", "A row")), "mkdocs.yml": CONFIGURATION})
    assert looked.again() == ["quizzes/a.yml", "quizzes/a.de.yml"]
    draw(root, {"quizzes/a.de.yml": german.replace("## ", ""), "mkdocs.yml": CONFIGURATION})
    assert looked.again() == ["quizzes/a.de.yml"]


def test_problems_of_several_files_together_are_found_among_kept_ones(root: Path) -> None:
    check()
    draw(root, {"quizzes/c.yml": quiz_of(LONG)})
    assert codes().count("duplicate-id") == codes().count("duplicate-id") == 1
    (root / "quizzes/c.yml").unlink()
    assert "duplicate-id" not in codes()


def test_tests_of_the_bank_count_kept_questions(root: Path) -> None:
    questions = [LONG.replace("id: long", f"id: q-{number}") for number in range(24)]
    draw(root, {f"quizzes/q-{number}.yml": quiz_of(text) for number, text in enumerate(questions)})
    (first,) = [each["message"] for each in check()["problems"] if each["code"] == "key-is-longest"]
    assert "in 25 of 25 questions" in first or "in 26 of 26 questions" in first
    assert [each["message"] for each in check()["problems"] if each["code"] == "key-is-longest"] == [first]


def test_variants_are_proven_again_where_a_site_has_functions_of_its_own(
    root: Path, looked: Looked, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = (
        "id: doubled\ntype: numeric\nstem: What is twice [=n]?\nparameters: {n: [1, 2]}\n"
        "answer: doubled(n)\nexplanation: It is [=n + n].\n"
    )
    configuration = CONFIGURATION.replace("- selfcheck", "- selfcheck: {functions: [doubling]}")
    module = "__all__ = ['doubled']\n\n\ndef doubled(n):\n    return 2 * n\n"
    draw(root, {"doubling.py": module, "mkdocs.yml": configuration, "quizzes/c.yml": quiz_of(question)})
    monkeypatch.syspath_prepend(str(root))
    check()
    assert looked.again() == ["quizzes/c.yml"]


def test_a_problem_that_a_function_of_the_site_makes_goes_with_its_cause(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = (
        "id: halved\ntype: numeric\nstem: What is half of [=n]?\nparameters: {n: [2, 4]}\n"
        "answer: halved(n)\nexplanation: It is [=n / 2].\n"
    )
    configuration = CONFIGURATION.replace("- selfcheck", "- selfcheck: {functions: [halving]}")
    module = (
        "from pathlib import Path\n\n__all__ = ['halved']\n\n\n"
        "def halved(n):\n    return n / int(Path(__file__).with_name('divisor').read_text())\n"
    )
    files = {"halving.py": module, "mkdocs.yml": configuration, "quizzes/c.yml": quiz_of(question)}
    draw(root, {**files, "divisor": "0"})
    monkeypatch.syspath_prepend(str(root))
    assert "has no value: division by zero" in str(check())
    draw(root, {**files, "divisor": "2"})
    assert "has no value" not in str(check())


def test_a_question_of_the_sites_own_type_is_read_every_time(root: Path, looked: Looked) -> None:
    """Its `model.py` may import anything, and nobody sees when that changes."""
    shutil.copytree(OWN_TYPES, root / "kinds")
    configuration = CONFIGURATION.replace("- selfcheck", "- selfcheck: {types: [kinds]}")
    draw(root, {"mkdocs.yml": configuration, "quizzes/c.yml": OWN_QUIZ})
    check()
    assert looked.again() == ["quizzes/c.yml"]
    (questions,) = (root / ".cache/selfcheck").glob("questions.*")
    assert "sky-in-the-picture" not in questions.read_text("utf-8")


def test_a_check_without_news_loads_neither_models_nor_markdown(root: Path) -> None:
    check()
    told = (
        "import sys\nfrom selfcheck.cli import main\n"
        "try:\n    main(['check'])\n"
        "finally:\n"
        "    print(sorted({'pydantic', 'markdown', 'jinja2', 'selfcheck.lint.rules'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=root, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
    assert "1 problem, 2 warnings" in done.stdout


def test_a_bar_is_shown_on_a_terminal(root: Path) -> None:
    draw(root, {f"quizzes/q-{n}.yml": quiz_of(LONG.replace("long", f"q-{n}", 1)) for n in range(60)})
    command = [str(Path(sys.executable).with_name("selfcheck")), "check", "--no-lint"]
    screen, terminal = pty.openpty()
    with os.fdopen(screen, "rb", buffering=0) as shown:
        subprocess.run(
            command, cwd=root, env=environment(), stdout=subprocess.PIPE, stderr=terminal, check=False
        )
        os.close(terminal)
        assert b"checking" in shown.read(4096)


EXTENSIONS = [
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "footnotes", "md_in_html", "meta", "nl2br",
    "sane_lists", "smarty", "tables", "toc", "wikilinks", "pymdownx.arithmatex", "pymdownx.betterem",
    "pymdownx.caret",
    "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.progressbar", "pymdownx.smartsymbols",
    "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
SIGNS = "aB1 \n.,:;!?'\"()*`_-+=/#%–é中"


def test_a_text_that_is_passed_over_has_nothing_that_a_page_would_tell(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw_signs = random.Random(2026)
    texts = ["".join(draw_signs.choices(SIGNS, k=draw_signs.randint(1, 24))) for _ in range(3000)]
    plain = [text for text in texts if rehearsal._is_plain(text) and text.strip()]
    assert len(plain) > 200
    questions = [
        {"id": f"q-{number}", "type": "true-false", "stem": text, "answer": True, "explanation": "So."}
        for number, text in enumerate([*plain, "# A heading"])
    ]
    quiz = read_quiz("quiz", "quizzes/quiz.yml", json.dumps({"questions": questions}))
    assert len(quiz.entries) > 200
    monkeypatch.setattr(rehearsal, "is_plain", lambda entry: False)
    told = rehearsal.rehearse(site_of(root / "mkdocs.yml"), Bank({"quiz": quiz}), EXTENSIONS)(quiz, None)
    assert [problem.item for problem in told] == [f"q-{len(plain)}"]


def test_some_questions_are_passed_over_and_some_are_not() -> None:
    passed_over = list[bool]()
    for case in all_accepted():
        (entry,) = read_quiz("quiz", "quizzes/quiz.yml", quiz_of(case.question)).entries
        passed_over.append(rehearsal.is_plain(entry))
    assert 10 < sum(passed_over) < len(passed_over) - 10
