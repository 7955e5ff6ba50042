"""The gaps of a cloze in text, code, tables and search, and where gaps are impossible."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from tests.selfcheck import golden
from tests.selfcheck.cases import accepted, quiz_of
from tests.selfcheck.faulty import colon_told, example
from tests.selfcheck.sites import build, draw

CASES = {case.name: case for case in accepted(discover()["cloze"])}

CONFIGURATION = """
site_name: Test
theme: {name: mkdocs, highlightjs: false}
plugins: [search, selfcheck]
markdown_extensions: [tables, pymdownx.highlight, pymdownx.superfences, "l2m4m:LaTeX2MathMLExtension"]
"""


@pytest.mark.parametrize("name", CASES)
def test_every_gap_becomes_one_field_and_nothing_of_its_mark_is_left(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    html = golden.rendered(case, tmp_path)
    asked = re.findall(r"\[_([a-z]+)_\]", case.question)
    fields = re.findall(rf'<(?:input|select)[^>]* name="check-{case.id}-([a-z]+)"', html)
    assert sorted(fields) == sorted(asked)
    assert not re.search(r"\[_|gap[0-9a-f]{12}|in-text", html)


def test_gaps_are_counted_in_the_order_of_the_text_wherever_they_stand(tmp_path: Path) -> None:
    html = golden.rendered(CASES["gaps-in-code"], tmp_path)
    names = re.findall(r'aria-label="(Gap \d of \d)"', html)
    assert names == [f"Gap {number} of 5" for number in range(1, 6)]


def test_texts_to_type_have_one_width(tmp_path: Path) -> None:
    html = golden.rendered(CASES["gaps-in-code"], tmp_path)
    texts = re.findall(r'<input[^>]*dir="auto"[^>]* size="(\d+)"', html)
    assert len(texts) == 2
    assert len(set(texts)) == 1


def page_with(root: Path, *questions: str) -> Path:
    files = {
        "mkdocs.yml": CONFIGURATION,
        "docs/index.md": "# Test\n\n```quiz\nquiz\n```\n",
        "quizzes/quiz.yml": quiz_of(*questions),
    }
    return draw(root, files)


def test_the_search_index_has_the_text_with_dots_for_gaps_and_no_option(tmp_path: Path) -> None:
    root = page_with(
        tmp_path, CASES["first-text-with-gaps"].question.replace("section: index.md#passage\n", "")
    )
    assert build(root).exit_code == 0
    index = json.dumps(
        json.loads((root / "site/search/search_index.json").read_text("utf-8"))["docs"], ensure_ascii=False
    )
    assert "a unit sees … of the image than one before it" in index.replace("\\n", " ")
    for hidden in ("as much", "choose", "Gap 1", "where.", "half of them"):
        assert hidden not in index


def test_several_cloze_questions_share_a_page(tmp_path: Path) -> None:
    code = CASES["gaps-in-code"].question
    root = page_with(tmp_path, code, code.replace("id: gaps-in-code", "id: gaps-in-code-again"))
    assert build(root).exit_code == 0
    html = (root / "site/index.html").read_text("utf-8")
    assert html.count('name="check-gaps-in-code-padding"') == 1
    assert html.count('name="check-gaps-in-code-again-padding"') == 1


@pytest.mark.parametrize(
    "text", ["$1 + [_a_]$ is two.", "[here: [_a_]](index.md) it is.", "![what [_a_] shows](index.md) it is."]
)
def test_a_gap_where_no_field_can_be_is_a_problem_of_the_question(tmp_path: Path, text: str) -> None:
    question = f"id: example\ntype: cloze\nstem: Which?\ntext: |\n  {text}\ngaps: {{a: {{number: 1}}}}\n"
    outcome = build(page_with(tmp_path, f"{question}explanation: so\n"))
    assert outcome.exit_code != 0
    (problem,) = outcome.problems
    assert problem.startswith("quizzes/quiz.yml:2:9: example: nothing can be put where [_a_] stands")


def test_marks_and_gaps_are_compared_though_one_gap_is_wrong() -> None:
    text = "id: example\ntype: cloze\nstem: Which?\ntext: It is [_a_] or [_B_].\n"
    gaps = "gaps:\n  a: red\n  c: {number: 1}\nexplanation: so\n"
    told = [str(problem) for problem in read_quiz("quiz", "quiz.yml", quiz_of(text + gaps)).problems]
    assert told == [
        "quiz.yml:5:26: example: [_B_] is not among the gaps; valid: a, c",
        'quiz.yml:7:10: example: a mapping is expected, not "red"; write `answers:` and what belongs to it',
        "quiz.yml:8:7: example: the text has no [_c_]; write it in, or remove the gap",
    ]


def test_a_worksheet_has_blanks_for_gaps_and_says_what_a_menu_offers(tmp_path: Path) -> None:
    root = page_with(
        tmp_path, CASES["first-text-with-gaps"].question.replace("section: index.md#passage\n", "")
    )
    page = root / "docs/index.md"
    page.write_text("# Test\n\n```quiz\nquiz: quiz\nas: worksheet\n```\n", "utf-8")
    assert build(root).exit_code == 0
    html = (root / "site/index.html").read_text("utf-8")
    assert html.count("self-check__blank") == 3
    assert "<bdi>more</bdi> / <bdi>less</bdi> / <bdi>as much</bdi>" in html
    assert "<select" not in html


def test_a_colon_in_what_a_menu_offers_is_told_as_in_any_text() -> None:
    gaps = "gaps: {x: {options: [Encoder: it, {text: a, correct: true}]}}"
    assert colon_told(example("cloze", "text: '[_x_]'", gaps))
