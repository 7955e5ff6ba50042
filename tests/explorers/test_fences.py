"""What a fence of an explorer says, and what authors are told of their mistakes."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from markdown import Markdown, markdown

from explorers.fields import Text
from explorers.layer_arithmetic.arithmetic import Outcome
from explorers.prediction import waits_for
from explorers.problems import ExplorerProblems
from tests.explorers.settings import layer
from tests.explorers.telling import page, told
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import CONFIGURATION, build, draw

NAMED = "explorer: layer-arithmetic\n"
BLOCK = '<self-check id="check-{}" data-type="{}"></self-check>'
VARYING = '<self-check id="check-rows" data-type="numeric" data-variants="[]"></self-check>'
REFERS_TO_ITSELF = "3: the fence refers to itself or is nested too deeply; write it out"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (
            "layer-arithmetik",
            '4:1: there is no explorer "layer-arithmetik"; the nearest is "layer-arithmetic"',
        ),
        ("kernel: 3", '4:1: "explorer" is missing; add `explorer: layer-arithmetic`'),
        (f"{NAMED}kernal: 3", '5:1: unknown field "kernal"; the nearest is "kernel"'),
        (f"{NAMED}kernel: three", '5:9: "kernel" is "three"; write a whole number from 1 to 9'),
        (f"{NAMED}stride: 0", '5:9: "stride" is 0; write a whole number from 1 to 4'),
        (f"{NAMED}padding: -1", '5:10: "padding" is "-1"; write a whole number from 0 to 6'),
        (f"{NAMED}size: [1, 2]", '5:7: "size" is more than a number; write a whole number from 1 to 24'),
        (f"{NAMED}size: {{from: 3, top: 9}}", '5:17: unknown field "top"; the nearest is "to"'),
        (
            f"{NAMED}size: {{value: 9, to: 6}}",
            '5:1: "size" is 9, and its control goes from 1 to 6; let `from` be below `to`',
        ),
        (f"{NAMED}size: {{from: 6, to: 6}}", '5:1: "size" is 6, and its control goes from 6 to 6; let'),
        (f"{NAMED}transposed: yes", '5:1: "transposed" is "yes"; write true or false'),
        (f"{NAMED}kernel: 3\nkernel: 5", '6:1: the field "kernel" stands twice; remove one'),
        (f"{NAMED}kernel: [", "5:10: the fence is no YAML: "),
        (
            "explorer: &a\n  inner: *a",
            REFERS_TO_ITSELF,
        ),
        (f"{NAMED}size: &a\n  - *a", REFERS_TO_ITSELF),
        (
            f"{NAMED}size: {'[' * 5000}",
            REFERS_TO_ITSELF,
        ),
        ("- layer-arithmetic", "4:1: a list stands where fields are expected; write the name of an explorer"),
        (
            f"{NAMED}size: 2\nkernel: 5\npadding: 0",
            "4:1: these settings give no output: "
            "the kernel reaches over 5 positions but the padded input has 2; begin with others",
        ),
        (f"{NAMED}reveal-after:", '5:1: "reveal-after" names no question; write the id of a question'),
        (
            f"{NAMED}reveal-after: rows",
            '5:15: no question "rows" stands above on this page; there is none',
        ),
    ],
)
def test_a_mistake_is_told_at_its_place_with_its_cure(body: str, problem: str) -> None:
    (found,) = told(body)
    assert found.startswith(f"page:{problem}")


def test_all_mistakes_of_a_page_are_told_at_once() -> None:
    assert len(told(f"{NAMED}kernal: 3\nstride: 9\ntransposed: no\nreveal-after: rows")) == 4


def test_in_a_quote_the_column_counts_from_the_beginning_of_the_line() -> None:
    with pytest.raises(ExplorerProblems, match=r":3:11: "):
        markdown(f"> ```explorer\n> {NAMED}> stride: 9\n> ```\n", extensions=["explorers"])


@pytest.mark.parametrize(
    ("above", "problem"),
    [
        ("", r'no question "rows" stands above on this page; there is none'),
        (BLOCK.format("row", "numeric"), r'no question "rows" stands above.*; the nearest is "row"'),
        (
            BLOCK.format("rows", "cloze"),
            r'the question "rows" is cloze, so nothing can be predicted; name a numeric',
        ),
        (
            VARYING,
            r'the question "rows" has variants, and the explorer has one set of numbers; '
            r"name a question without variants",
        ),
    ],
)
def test_what_is_waited_for_has_to_stand_above_and_to_ask_for_a_number(above: str, problem: str) -> None:
    complaint = waits_for(Text("rows", 0, 0), iter(fromstring(f"<div>{above}</div>")))
    assert complaint is not None
    assert re.search(problem, f"{complaint.message}; {complaint.cure}")


def test_a_question_with_variants_is_refused_on_a_built_page(tmp_path: Path) -> None:
    question = """id: rows
type: numeric
stem: Two by [=n]?
parameters: {n: [3, 4]}
answer: 2 * n
explanation: It is [=2 * n].
"""
    files: dict[str, str | bytes] = {
        "mkdocs.yml": f"{CONFIGURATION.rstrip()[:-1]}, explorers]\n",
        "quizzes/lesson.yml": quiz_of(question),
        "docs/index.md": f"# Test\n\n```quiz\nlesson\n```\n\n```explorer\n{NAMED}reveal-after: rows\n```\n",
    }
    said = build(draw(tmp_path, files)).said
    assert 'docs/index.md:9:15: the question "rows" has variants, and the explorer has one set' in said


def test_the_overlap_that_is_told_is_that_of_a_long_row() -> None:
    html = page(f"{NAMED}size: 6\nkernel: 3\nstride: 1\npadding: 0\ndilation: 3\ntransposed: true")
    assert "In the middle of a long row every output is reached by 3 pixels: an even overlap." in html
    assert max(Outcome.of(layer(size=6, kernel=3, dilation=3, transposed=True)).counts) == 2


def test_settings_of_the_fence_are_those_of_the_figure() -> None:
    html = page(f"{NAMED}size: 12\nkernel: 2\nstride: 3\npadding: {{value: 0, to: 2}}")
    assert "12 pixels give 4 outputs. Never read: pixels 2, 5, 8 and 11." in html
    assert 'name="padding" min="0" max="2" value="0"' in html


def test_a_range_reaches_as_far_as_the_value() -> None:
    assert 'name="size" min="1" max="20" value="20"' in page(f"{NAMED}size: 20")


def test_two_explorers_on_a_page_have_ids_of_their_own() -> None:
    html = markdown("```explorer\nlayer-arithmetic\n```\n\n" * 2, extensions=["explorers"])
    assert re.findall(r'<layer-arithmetic-explorer [^>]*id="([^"]*)"', html) == [
        "explorer-layer-arithmetic",
        "explorer-layer-arithmetic-2",
    ]
    assert html.count("<script ") == html.count("<link ") == 1


def test_nothing_stands_inline_that_a_strict_policy_would_refuse() -> None:
    html = page("layer-arithmetic")
    assert "style=" not in html
    assert "<style" not in html
    assert not re.search(r"<script(?![^>]* src=)| on[a-z]+=", html)


def test_on_a_page_in_another_language_the_explorer_says_that_it_is_english() -> None:
    md = Markdown(extensions=["explorers", "meta"])
    html = md.convert("language: ar\n\n```explorer\nlayer-arithmetic\n```\n")
    assert re.search(r'<layer-arithmetic-explorer [^>]*dir="ltr"[^>]*lang="en"', html) is not None
