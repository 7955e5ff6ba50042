"""What a text of a question is, the page's own extensions decide; what would leave its question is told."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from markdown import Markdown

from selfcheck.block.rendering import Standing
from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.pages.page import Page
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from selfcheck.source import FieldPath, read
from tests.selfcheck.cases import Accepted, all_accepted, quiz_of
from tests.selfcheck.explained import HEADING, NESTED, explained
from tests.selfcheck.faulty import without
from tests.selfcheck.fuzz.damage import written
from tests.selfcheck.golden import EXTENSIONS
from tests.selfcheck.sites import build, draw

FOOTNOTE = "a footnote definition inside a question would get lost"
ABBREVIATION = "an abbreviation defined inside a question would change the whole page"
ID = 'the id "x" inside a question could be given twice, or change that of a heading'
NOTHING = "nothing of this text is to be seen on the page"
CONTENTS = "[TOC] inside a question would be replaced by the page's contents"

PLAIN = ("fenced_code", "footnotes", "abbr", "attr_list", "toc", "tables", "admonition", "meta")
SUPER = (*EXTENSIONS, "abbr", "meta")


def converted(root: Path, *questions: str, extensions: tuple[str, ...], page: str = "") -> str:
    """The HTML of a page that shows these questions, below another text."""
    (root / "quizzes").mkdir(parents=True, exist_ok=True)
    (root / "quizzes/quiz.yml").write_text(quiz_of(*questions), "utf-8")
    md = Markdown(extensions=[*extensions, SelfCheckExtension(Site(root, cache=""))])
    return md.convert(f"{page}\n\n```quiz\nquiz\n```\n")


def problems(root: Path, *questions: str, extensions: tuple[str, ...] = SUPER, page: str = "") -> list[str]:
    """What is told of these questions on a page."""
    try:
        converted(root, *questions, extensions=extensions, page=page)
    except ProblemsFound as error:
        return [str(problem).removeprefix("quizzes/quiz.yml:") for problem in error.problems]
    return []


def another(*lines: str) -> str:
    """The same question with an id of its own."""
    return explained(*lines).replace("id: example", "id: another")


def no_code(line: str) -> str:
    return f'"{line}" begins no code block on this page'


def no_block(kind: str, line: str) -> str:
    return f'"{line}" begins no {kind} on this page'


OUTSIDE = [
    (["text", "# Heading", "text"], 1, HEADING),
    (["###### Heading"], 0, HEADING),
    (["#Heading, to Python-Markdown"], 0, HEADING),
    (["Heading", "", "# Heading #"], 2, HEADING),
    (["> # Heading"], 0, HEADING),
    (["- # Heading"], 0, HEADING),
    (["1. item", "", "    # Heading"], 2, HEADING),
    (["!!! note", "    text", "", "    # Heading"], 3, HEADING),
    (["text", "", "Heading", "======="], 2, HEADING),
    (["Heading", "---"], 0, HEADING),
    (["---", "title: front matter", "---"], 1, HEADING),
    (["<!--", "# Heading", "-->"], 1, HEADING),
    (["- item", "", "    Heading", "    ---"], 2, HEADING),
    (["text[^1]", "", "[^1]: note"], 2, FOOTNOTE),
    (["text", "[^1]: note", "text"], 1, FOOTNOTE),
    (["> [^1]: note"], 0, FOOTNOTE),
    (["The IoU", "", "*[IoU]: intersection over union"], 2, ABBREVIATION),
    (["text", "{: #x }"], 1, ID),
    (["some *text*{#x} here"], 0, ID),
    (["- item", "{ #x }"], 1, ID),
    (["| a |", "|---|", "| b { #x } |"], 2, ID),
    (["text", "", "``` {.python #x}", "a = 1", "```"], 2, ID),
    (["~~~ { #x .python }", "a = 1", "~~~"], 0, ID),
    (["text", "", "[TOC]"], 2, CONTENTS),
    (["- text", "- [TOC]"], 1, CONTENTS),
    (["see **[TOC]**"], 0, CONTENTS),
    (["```python", "a = 1"], 0, no_code("```python")),
    (["text", "", "~~~~", "a = 1", "~~~"], 2, no_code("~~~~")),
    (["- item", "", "    ```", "    code"], 2, no_code("```")),
    (["> ```", "> code"], 0, no_code("```")),
    (["```rust,ignore", "let a = 1;", "```"], 0, no_code("```rust,ignore")),
    (["Look at this:", "| a | b |", "|---|--:|", "| 1 | 2 |"], 2, no_block("table", "|---|--:|")),
    (["text", "a | b", "--- | ---", "1 | 2"], 2, no_block("table", "--- | ---")),
    (["| a | b |", "|---|", "| 1 | 2 |"], 1, no_block("table", "|---|")),
    (["> text", "> - one", "> - two"], 1, no_block("list", "- one")),
    (["Which of these:", "- one", "- two"], 1, no_block("list", "- one")),
    (["In this order:", "1. one", "2. two"], 1, no_block("list", "1. one")),
    (["1) one", "2) two"], 0, no_block("list", "1) one")),
    (["text", "* one `- a", "- b`", "* two"], 1, no_block("list", "* one")),
    (["[red]: blue"], 0, NOTHING),
    (['!!! note ""'], 0, NOTHING),
    (["* "], 0, NOTHING),
    (["[](index.md)"], 0, NOTHING),
    (["Which hold?", "• one", "• two"], 1, no_block("list", "• one")),
    (["Which hold?", "\uf0b7one", "\uf0b7two"], 1, no_block("list", "\uf0b7one")),
    (["Which hold?", "-\u00a0one", "-\u00a0two"], 1, no_block("list", "-<U+00A0>one")),
    (["Which hold?", "– one", "– two"], 1, no_block("list", "– one")),
    (["a) one", "b) two"], 0, no_block("list", "a) one")),
    (["Which hold?", "", "(A) one", "that goes on", "(B) two"], 2, no_block("list", "(A) one")),
    (["Which hold?", "(1) one", "(2) two"], 1, no_block("list", "(1) one")),
    (["Which hold?", "I. one", "II. two"], 1, no_block("list", "I. one")),
    (["> Which hold?", "> A. one", "> B. two"], 1, no_block("list", "A. one")),
]


@pytest.mark.parametrize("extensions", [PLAIN, SUPER], ids=["plain", "super"])
@pytest.mark.parametrize(("lines", "faulty", "told"), OUTSIDE)
def test_markdown_that_would_leave_its_question(
    lines: list[str], faulty: int, told: str, extensions: tuple[str, ...], tmp_path: Path
) -> None:
    question = explained(*lines)
    first = 2 + question.count("\n") - len(lines)
    column = 7 + len(lines[faulty]) - len(lines[faulty].lstrip())
    found = problems(tmp_path, question, extensions=extensions)
    assert found[0].startswith(f"{first + faulty}:{column}: example: {told}; ")


@pytest.mark.parametrize("extensions", [PLAIN, SUPER], ids=["plain", "super"])
@pytest.mark.parametrize(
    "lines",
    [
        ["```", "# no heading", "[^1]: no note", "*[A]: no abbreviation", "[TOC]", "```"],
        ["text", "", "---", "", "text"],
        [r"\# text", "", "C# too"],
        ["    # indented code"],
        ["- item", "", "        # code in the item"],
        ["!!! note", "    text", "", "        # code in the note"],
        ["``` code span ``` in a line"],
        ["| a |", "|---|", "| b |"],
        ["````", "```", "````"],
        ["~~~", "```", "~~~"],
        ["`[TOC]` and `{#x}`"],
        ["text", "{: .x }"],
        ["text", "- a sentence that begins with a sign"],
        ["$$", "a", "- b", "- c", "$$"],
        ["code `a", "- b", "- c` and more"],
        ["- one", "- two", "", "1. one", "2. two"],
        ["a | b", "in a text"],
        ["a) one", "", "b) two"],
        [r"\[red]: blue"],
        ["![](images/a.svg)"],
        ["---"],
        ["| |", "|-|", "| |"],
        ["```", "```"],
        ["Which hold?  ", "• one  ", "• two"],
        ["Which hold?\\", "(a) one\\", "(b) two"],
        ["A. Turing began", "C. Shannon went on"],
        ["the step", "– the stride – is two"],
        ["    • code", "    • code"],
    ],
)
def test_markdown_that_stays_in_its_question(
    lines: list[str], extensions: tuple[str, ...], tmp_path: Path
) -> None:
    assert problems(tmp_path, explained("text", "", *lines), extensions=extensions) == []


def test_a_site_without_tables_shows_their_lines(tmp_path: Path) -> None:
    assert problems(tmp_path, explained("| a | b |", "|---|---|", "| 1 | 2 |"), extensions=()) == []


def test_where_lines_are_kept_each_is_one(tmp_path: Path) -> None:
    lines = explained("Which of these:", "- one", "- two")
    assert problems(tmp_path, lines, extensions=("nl2br",)) == []


def test_the_same_text_is_code_to_one_extension_and_a_heading_to_another(tmp_path: Path) -> None:
    assert problems(tmp_path, explained(*NESTED), extensions=SUPER) == []
    assert any(HEADING in each for each in problems(tmp_path, explained(*NESTED), extensions=PLAIN))


def test_a_fence_that_the_page_does_not_know_makes_no_heading(tmp_path: Path) -> None:
    question = explained("```rust,ignore", "#fn main() {", "}", "```")
    found = problems(tmp_path, question)
    line = 2 + question.count("\n") - 3
    assert any(each.startswith(f"{line}:7: example: {HEADING}; ") for each in found)


def test_a_strict_build_stops_at_such_a_fence(tmp_path: Path) -> None:
    question = explained("```rust,ignore", "#fn main() {", "}", "```")
    page = "# Page\n\n```quiz\nquiz\n```\n"
    configuration = (
        "site_name: Test\ntheme: {name: mkdocs}\nplugins: [selfcheck]\n"
        "markdown_extensions: [pymdownx.superfences]\n"
    )
    files = {"mkdocs.yml": configuration, "quizzes/quiz.yml": quiz_of(question), "docs/index.md": page}
    outcome = build(draw(tmp_path, files), strict=True)
    assert outcome.exit_code
    assert any(HEADING in each for each in outcome.problems)


def test_a_fence_left_open_swallows_no_other_text(tmp_path: Path) -> None:
    open_one = explained("```python", "a = 1")
    found = problems(tmp_path, open_one, another("```python", "b = 2", "```"))
    assert len(found) == 1
    assert no_code("```python") in found[0]


def test_front_matter_is_no_metadata_in_a_text_with_gaps_or_values(tmp_path: Path) -> None:
    question = (
        "id: varied\ntype: numeric\nparameters: {n: [1, 2]}\nstem: |\n  Note: what is [=n] + 1?\n"
        "answer: n + 1\nexplanation: |\n  Note: [=n] and one.\n"
    )
    html = converted(tmp_path, question, extensions=SUPER)
    assert html.count("Note: ") >= 2


def test_a_link_s_address_holds_in_its_own_question_alone(tmp_path: Path) -> None:
    first = explained("[here][1] and [there][page]", "", "[1]: https://example.org/first")
    second = another("[here][1]", "", "[1]: https://example.org/second")
    html = converted(
        tmp_path,
        first,
        second,
        extensions=SUPER,
        page="[page]: https://example.org/page\n\ntext [of mine][1]",
    )
    for address in ("first", "second", "page"):
        assert html.count(f'href="https://example.org/{address}"') == 1
    assert "[of mine][1]" in html


def test_a_text_over_which_an_extension_fails_is_told_at_its_line(tmp_path: Path) -> None:
    question = explained("text", "", "$\\frac$")
    (problem,) = problems(tmp_path, question)
    first = 2 + question.count("\n") - 3
    assert problem.startswith(f"{first}:7: example: an extension of the page fails over this text: ")


def test_a_heading_in_a_folded_text_or_behind_empty_lines_has_its_line(tmp_path: Path) -> None:
    for style, line in ((">-\n  some text\n\n\n  # Heading\n", 4), ("|+\n\n\n  # Heading\n", 3)):
        question = without("explanation") + f"explanation: {style}"
        first = 2 + without("explanation").count("\n")
        assert problems(tmp_path, question)[0].startswith(f"{first + line}:7: example: {HEADING}")


@pytest.mark.each_type
@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_a_heading_in_any_text_of_any_type_has_its_line(case: Accepted, tmp_path: Path) -> None:
    data: Any = {"questions": [read(case.question).data]}
    places = [(path, text) for path, text in texts_of(data, ()) if text in fragments_of(case)]
    # A field that is one picture refuses anything besides, at its beginning.
    places = [(path, text) for path, text in places if path[-1] != "picture"]
    # A text with values stands on the page otherwise than in its file.
    assert places or "[=" in case.question
    for path, text in places:
        lines = list(written(with_text(data, path, f"{text}\n\n# Never")))
        (tmp_path / "quizzes").mkdir(exist_ok=True)
        (tmp_path / "quizzes/quiz.yml").write_text("\n".join(lines), "utf-8")
        md = Markdown(extensions=[*SUPER, SelfCheckExtension(Site(tmp_path, cache=""))])
        with pytest.raises(ProblemsFound) as raised:
            md.convert("```quiz\nquiz\n```\n")
        (line,) = [number for number, line in enumerate(lines, 1) if "# Never" in line]
        assert {problem.line for problem in raised.value.problems} == {line}


def fragments_of(case: Accepted) -> set[str]:
    """The texts of a question that its block shows as Markdown."""
    (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(case.question)).entries
    texts: set[str] = set()

    def note(text: str) -> ElementTree.Element:
        texts.add(text)
        return ElementTree.Element("div")

    renderer = Site(Path(), cache="").equipment.renderer_for(Page("index.md", "", language="en"))
    renderer.render(entry.item, Standing("index.md", 1, 1), note)
    return texts


def texts_of(node: Any, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    """Every text of some data, with its path."""
    if isinstance(node, str):
        yield path, node.strip("\n")
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, child in steps:
        yield from texts_of(child, (*path, step))


def with_text(data: Any, path: FieldPath, text: str) -> Any:
    """A copy of the data with another text at one place."""
    copy = deepcopy(data)
    holder = copy
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = text
    return copy
