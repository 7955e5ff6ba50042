"""One rule for fences: what holds for a quiz holds for a figure and for an explorer."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from computed_figures.problems import FigureProblems
from tests.pages.cases import AROUND, FOUND, SAMPLES, TOLD
from tests.pages.kinds import FIGURE, KINDS, QUIZ, Desk, Kind, both
from tests.pages.nesting import Nesting
from tests.pages.outline import Outline
from tests.pages.places import EXTENSIONS, FENCES, PLACES
from tests.pages.tree import write_tree

PLAIN = [each if isinstance(each, str) else next(iter(each)) for each in EXTENSIONS]
with_fences = pytest.mark.parametrize("fences", FENCES)


def cases(of: Iterable[str]) -> pytest.MarkDecorator:
    """Every case with each kind."""
    return pytest.mark.parametrize(("kind", "case"), both(of), ids=str)


@with_fences
@cases(PLACES)
def test_a_fence_works_in_every_place(desk: Desk, kind: Kind, case: str, fences: str) -> None:
    page = desk.convert(PLACES[case].page(kind.word, kind.name), kind, *PLAIN, *FENCES[fences])
    assert page.problems == ()
    assert list(Outline(page.html).blocks.values()) == [PLACES[case].inside]
    assert Nesting(page.html).found == []
    before, thing, after = (page.skeleton.index(mark) for mark in ("before", "THING", "after"))
    assert before < thing < after


@with_fences
@cases(AROUND)
def test_what_stands_round_a_fence_stays(desk: Desk, kind: Kind, case: str, fences: str) -> None:
    text, around = AROUND[case]
    assert desk.convert(text, kind, *PLAIN, *FENCES[fences]).skeleton == around


@with_fences
@cases(FOUND)
def test_a_fence_is_found(desk: Desk, kind: Kind, case: str, fences: str) -> None:
    page = desk.convert(FOUND[case], kind, *PLAIN, *FENCES[fences])
    assert page.problems == ()
    assert page.skeleton.count("THING") == 1


@cases(SAMPLES)
def test_a_sample_is_shown_as_it_was_written(desk: Desk, kind: Kind, case: str) -> None:
    text, shown = SAMPLES[case]
    page = desk.convert(text, kind, *PLAIN, "fenced_code")
    assert page.problems == ()
    assert "THING" not in page.skeleton
    assert kind.page(shown) in page.html


@with_fences
@cases(SAMPLES)
def test_a_sample_places_nothing(desk: Desk, kind: Kind, case: str, fences: str) -> None:
    page = desk.convert(SAMPLES[case][0], kind, *PLAIN, *FENCES[fences])
    assert page.problems == ()
    assert "THING" not in page.skeleton
    assert "\x02" not in page.html


@pytest.mark.parametrize(
    ("kind", "case"), [(kind, case) for kind, case in both(TOLD) if TOLD[case][1] in kind.messages], ids=str
)
def test_a_mistake_is_told_with_its_line(desk: Desk, kind: Kind, case: str) -> None:
    text, mistake, line = TOLD[case]
    first = desk.convert(text, kind, *PLAIN).problems[0]
    line += kind.name_line if mistake == "unknown" else 0
    assert line_of(first) == line
    assert kind.messages[mistake] in first


def line_of(problem: str) -> int:
    """The line that a problem of the page names, be it with a column or without."""
    place = re.match(r"docs/page\.md:(\d+):(\d+:)? ", problem)
    assert place, problem
    return int(place[1])


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_the_line_counts_front_matter(desk: Desk, kind: Kind) -> None:
    text = "# Page\n\n```WORD\nnone\n```\n"
    page = desk.convert(text, kind, source=f"---\ntitle: Page\n---\n{text}")
    assert [line_of(problem) for problem in page.problems] == [6 + kind.name_line]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_fence_from_a_snippet_names_the_page(desk: Desk, kind: Kind) -> None:
    (desk.root / "snippet.md").write_text(kind.page("```WORD\nnone\n```\n"), "utf-8")
    (problem,) = desk.convert('text\n\n--8<-- "snippet.md"\n', kind, "pymdownx.snippets").problems
    assert problem.startswith(f"docs/page.md: {kind.messages['unknown']}")
    assert problem.endswith("(the fence comes from a snippet)")


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_page_without_a_file_has_the_lines_of_its_text(desk: Desk, kind: Kind) -> None:
    page = desk.convert("text\n\n```WORD\nnone\n```\n", kind, file=False)
    assert [line_of(problem) for problem in page.problems] == [3 + kind.name_line]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_converter_forgets_the_page_before(desk: Desk, kind: Kind) -> None:
    md = desk.converter(kind)
    pages = [md.reset().convert(kind.page("before\n\n```WORD\nNAME\n```\n")) for _ in range(2)]
    assert pages[0] == pages[1]


@pytest.mark.parametrize("order", [KINDS, KINDS[::-1]], ids=["as written", "turned round"])
def test_all_kinds_stand_on_one_page(desk: Desk, order: tuple[Kind, ...]) -> None:
    text = "\n\n".join(kind.page("- item\n\n    ```WORD\n    NAME\n    ```\n\ntext") for kind in KINDS)
    html = desk.converter(*order).convert(text)
    assert list(Outline(html).blocks.values()) == [("ul", "li")] * len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_a_sample_of_the_other_kind_is_left_alone(desk: Desk, kind: Kind) -> None:
    other = FIGURE if kind is QUIZ else QUIZ
    text = f"{other.page('````WORD')}\n{kind.page('```WORD')}\nnone\n```\n````\n"
    assert kind.messages["unknown"] not in "".join(desk.convert(text, kind).problems)


QUESTION = """
    questions:
      - id: a-picture
        type: short-answer
        stem: What is shown?
        model-answer: Bars.
        rubric: [{idea: Bars., required: true}]
        explanation: |
          Two bars:

          ```figure
          NAME
          ```

          As written:

              ```figure
              bars
              ```
"""


def picture(desk: Desk, name: str, body: str) -> str:
    """The page of a quiz whose explanation holds a figure."""
    write_tree(desk.root, {"quizzes/pictures.yml": QUESTION.replace("NAME", name)})
    return desk.converter(QUIZ, FIGURE).convert(f"```quiz\n{body}\n```\n")


def test_a_figure_stands_in_a_question(desk: Desk) -> None:
    html = picture(desk, "bars", "pictures")
    assert html.count("<figure ") == 1
    assert "<code>```figure\nbars\n```" in html


def test_a_figure_that_a_worksheet_leaves_out_is_not_missed(desk: Desk) -> None:
    html = picture(desk, "bars", "quiz: pictures\nas: worksheet")
    assert "<self-check" in html
    assert "<figure " not in html


def test_a_mistake_of_a_figure_in_a_question_names_the_page(desk: Desk) -> None:
    with pytest.raises(FigureProblems) as caught:
        picture(desk, "none", "pictures")
    (problem,) = map(str, caught.value.problems)
    assert problem.startswith("docs/page.md: no figure")
    assert problem.endswith("(the fence comes from a question)")
