"""Problems have the right line and column in every style of YAML."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markdown import Markdown

from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from selfcheck.source import read
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample

QUESTION = sample("example").rstrip("\n")
COUNT = QUESTION.count("\n") + 1


def place_of(text: str, words: str) -> tuple[int, int]:
    """Where these words begin; lines as an editor counts them, columns in characters."""
    before = text[: text.index(words)].replace("\r\n", "\n")
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def places(text: str) -> list[tuple[int | None, int | None]]:
    quiz = read_quiz("quiz", "quiz.yml", text, ["explanation"])
    return [(problem.line, problem.column) for problem in quiz.problems]


@pytest.mark.parametrize(
    ("field", "pointed_at"),
    [
        ("hints: [fine, [wrong]]", "[wrong]"),
        ("hints:\n  - fine\n  -   [wrong]", "[wrong]"),
        ("hints:\n- fine\n- [wrong]", "[wrong]"),
        ("objective:\n    {wrong: kind}", "{wrong"),
        ("objective: größer, Größe, 🙂\nhints: wrong", "wrong"),
        ("wrong-name: x", "wrong-name"),
        ("'wrong-name': x", "'wrong-name'"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_problem_stands_at_its_line_and_column(field: str, pointed_at: str, newline: str) -> None:
    text = quiz_of(f"{QUESTION}\n{field}\n").replace("\n", newline)
    assert places(text) == [place_of(text, pointed_at)]


@pytest.mark.parametrize(
    ("field", "pointed_at"),
    [
        ("objective: |\n  # fine here\nhints:\n  - |\n    text\n\n    # wrong", "# wrong"),
        ("hints:\n  - |2\n      indented\n    # wrong", "# wrong"),
        ("hints:\n  - |-\n\n\n    # wrong\n\n", "# wrong"),
        ("hints:\n  - >\n    text\n\n    # wrong", "# wrong"),
        ("hints:\n  - >-\n    text that is\n    folded\n\n    ```python\n    code", "```python"),
        ("hints:\n  - >\n    folded\n    text\n\n    [^1]: wrong\n    and on", "[^1]: wrong"),
        ("hints: ['# wrong']", "'# wrong'"),
        ('hints: ["text\\n\\n# wrong"]', '"text'),
        ("hints:\n  - '# wrong\n\n    and on'", "'# wrong"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_problem_of_a_text_on_a_page_stands_at_its_line_and_column(
    field: str, pointed_at: str, newline: str, tmp_path: Path
) -> None:
    text = quiz_of(f"{QUESTION}\n{field}\n").replace("\n", newline)
    file = tmp_path / "quizzes/quiz.yml"
    file.parent.mkdir()
    file.write_bytes(text.encode())
    extension = SelfCheckExtension(Site(tmp_path, cache=""))
    with pytest.raises(ProblemsFound) as raised:
        Markdown(extensions=["footnotes", "fenced_code", extension]).convert("```quiz\nquiz\n```")
    found = [(problem.line, problem.column) for problem in raised.value.problems]
    assert found == [place_of(text, pointed_at)]


def test_flow_style() -> None:
    one, other = (f"{{id: {name}, type: riddle, stem: Why?, explanation: So.}}" for name in "ab")
    text = f"{{questions: [{one}, {other}]}}"
    assert places(text) == [(1, 1 + text.index("riddle")), (1, 1 + text.rindex("riddle"))]


def test_an_alias_points_to_where_the_text_stands() -> None:
    wrong = f"{QUESTION}\nhints: &hints\n  - [wrong]\n"
    other = QUESTION.replace("example", "another") + "\nhints: *hints\n"
    text = quiz_of(wrong, other)
    assert places(text) == [place_of(text, "[wrong]")] * 2


def test_the_second_question_of_a_file() -> None:
    text = quiz_of(QUESTION + "\n", QUESTION.replace("example", "Another One") + "\n")
    assert places(text) == [place_of(text, "Another One")]


def test_comments_and_empty_lines_count() -> None:
    text = "# yaml-language-server: $schema=x\n\n---\n" + quiz_of(f"{QUESTION}\n# comment\n\nhints: wrong\n")
    assert places(text) == [place_of(text, "wrong")]


def test_a_fault_breaks_only_the_question_it_stands_in() -> None:
    text = quiz_of(f"{QUESTION}\nid: again\n", QUESTION.replace("example", "another") + "\n")
    quiz = read_quiz("quiz", "quiz.yml", text)
    assert [entry.item.id for entry in quiz.entries] == ["another"]
    assert quiz.broken == {"example"}


def test_a_fault_breaks_only_its_question_in_one_line_too() -> None:
    flow = json.dumps(read(QUESTION).data).replace('"true"', "true")
    text = f"questions: [{flow[:-1]}, id: again}}, {flow.replace('example', 'another')}]"
    quiz = read_quiz("quiz", "quiz.yml", text)
    assert [entry.item.id for entry in quiz.entries] == ["another"]
