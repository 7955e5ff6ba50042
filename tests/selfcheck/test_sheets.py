"""Questions on paper: worksheets and answer keys as parts of a page."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import fromstring, tostring

import pytest
from markdown import Markdown

from selfcheck.block.searchable import stems_only
from selfcheck.block.sheet import put_on_paper
from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.question_types import discover
from selfcheck.site import Site
from tests.selfcheck.browser.built import EXTENSIONS
from tests.selfcheck.cases import Accepted, accepted, all_accepted, quiz_of, write_quizzes
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import build, draw


def converted(root: Path, *fences: str) -> str:
    names = [next(iter(each)) if isinstance(each, dict) else each for each in EXTENSIONS]
    configs = {
        name: options for each in EXTENSIONS if isinstance(each, dict) for name, options in each.items()
    }
    page = Markdown(extensions=[*names, SelfCheckExtension(Site(root, cache=""))], extension_configs=configs)
    return page.convert("\n\n".join(f"```quiz\n{fence}\n```" for fence in fences))


def blocks(html: str) -> list[str]:
    return re.findall(r"<self-check-sheet .*?</self-check-sheet>", html, re.S)


@pytest.mark.parametrize("case", all_accepted(), ids=str)
@pytest.mark.parametrize("sheet", ["worksheet", "answer-key"])
def test_a_sheet_holds_the_question_and_no_control(case: Accepted, sheet: str, tmp_path: Path) -> None:
    write_quizzes(tmp_path / "quizzes", [case])
    html = converted(tmp_path, f"quiz: {case}\nas: {sheet}")
    (block,) = blocks(html)
    assert "<script" not in html
    assert "<self-check " not in html
    assert f'id="{sheet}-{case.id}"' in block
    assert 'class="self-check__stem"' in block
    assert re.findall(r'<(?:input|select|textarea|button)\b(?=[^>]*"check-)', block) == []
    assert re.findall(r"<(?:form|select|textarea|button)\b", block) == []
    for secret in ("data-key", "data-fingerprint", "self-check__hint"):
        assert secret not in block


@pytest.mark.parametrize("kind", list(discover().values()), ids=lambda kind: kind.name)
def test_the_answer_stands_on_the_key_alone(kind: object, tmp_path: Path) -> None:
    case = accepted(kind)[0]  # type: ignore[arg-type]
    write_quizzes(tmp_path / "quizzes", [case])
    (work,) = blocks(converted(tmp_path, f"quiz: {case}\nas: worksheet"))
    (key,) = blocks(converted(tmp_path, f"quiz: {case}\nas: answer-key"))
    assert "self-check__explanation" in key
    assert "self-check__explanation" not in work
    assert "data-feedback" not in work


def test_the_space_for_handwriting_has_classes_that_no_type_writes() -> None:
    controls = '<input type="radio"/><input type="checkbox"/><input type="text"/><textarea></textarea>'
    block = fromstring(f"<form>{controls}</form>")
    put_on_paper(block)
    made = {element.get("class", "") for element in block}
    assert len(made) == 4
    for kind in discover().values():
        classes = re.findall(r'class="([^"]*)"', kind.file("template.html").read_text("utf-8"))
        assert made.isdisjoint({name for each in classes for name in each.split()}), kind.name


@pytest.mark.parametrize("control", ['<input type="hidden" />', "<button>x</button>"])
@pytest.mark.parametrize(
    ("before", "left"),
    [("", "percent"), ("About ", "About percent"), ("<b>About</b> ", "<b>About</b> percent")],
)
def test_the_text_behind_a_control_without_space_stays(control: str, before: str, left: str) -> None:
    block = fromstring(f"<p>{before}{control}percent</p>")
    put_on_paper(block)
    assert tostring(block, "unicode") == f"<p>{left}</p>"


def test_a_question_may_stand_on_the_page_and_on_both_sheets(tmp_path: Path) -> None:
    case = accepted(discover()["single-choice"])[0]
    write_quizzes(tmp_path / "quizzes", [case])
    fences = (str(case), f"quiz: {case}\nas: worksheet", f"quiz: {case}\nas: answer-key")
    html = converted(tmp_path, *fences)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert html.count("<self-check ") == 1
    assert len(blocks(html)) == 2
    label = html.partition('<p aria-level="2" class="self-check__label"')[2].partition("</p>")[0]
    assert label.endswith(">Check yourself"), "what is on paper is counted"


def test_the_same_sheet_twice_is_a_problem(tmp_path: Path) -> None:
    case = accepted(discover()["single-choice"])[0]
    write_quizzes(tmp_path / "quizzes", [case])
    with pytest.raises(ProblemsFound, match="is shown twice on this page"):
        converted(tmp_path, *[f"quiz: {case}\nas: worksheet"] * 2)


@pytest.mark.parametrize(
    ("sheet", "problem"),
    [
        ("worksheets", 'a sheet is expected, not "worksheets"; did you mean "worksheet"?'),
        ("paper", 'a sheet is expected, not "paper"; valid: answer-key, worksheet'),
        ("", "a sheet is expected, not nothing; valid: answer-key, worksheet"),
        ("[worksheet]", 'a sheet is expected, not a list; did you mean "worksheet"?'),
    ],
)
def test_an_unknown_sheet_is_a_problem(sheet: str, problem: str, tmp_path: Path) -> None:
    case = accepted(discover()["single-choice"])[0]
    write_quizzes(tmp_path / "quizzes", [case])
    with pytest.raises(ProblemsFound) as raised:
        converted(tmp_path, f"quiz: {case}\nas: {sheet}")
    assert problem in str(raised.value)


def test_sheets_stay_out_of_the_search_and_count_as_shown(tmp_path: Path) -> None:
    question = sample("on-paper")
    files: dict[str, str | bytes] = {
        "quizzes/q.yml": "questions:\n  - " + question.replace("\n", "\n    ").rstrip() + "\n",
        "docs/index.md": "# Paper\n\nbefore\n\n```quiz\nquiz: q\nas: worksheet\n```\n\nafter\n",
    }
    outcome = build(draw(tmp_path, files), strict=True)
    assert outcome.exit_code == 0, outcome.said
    html = (tmp_path / "site/index.html").read_text("utf-8")
    (sheet,) = blocks(html)
    assert 'data-search-exclude=""' in sheet
    left = stems_only(html)
    assert "before" in left
    assert "after" in left
    assert "self-check-sheet" not in left


@pytest.mark.parametrize(("language", "shown"), [("de", "1,234"), ("en", "1.234")])
def test_the_key_on_paper_writes_numbers_as_the_page_does(language: str, shown: str, tmp_path: Path) -> None:
    question = "id: size\ntype: numeric\nstem: How much?\nanswer: 1.234\nexplanation: because\n"
    draw(tmp_path, {"quizzes/size.yml": quiz_of(question)})
    page = Markdown(extensions=[SelfCheckExtension(Site(tmp_path, cache="", language=language))])
    (key,) = blocks(page.convert("```quiz\nquiz: size\nas: answer-key\n```"))
    assert f'<bdi translate="no">{shown}</bdi>' in key
