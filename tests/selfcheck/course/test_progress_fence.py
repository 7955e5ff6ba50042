"""A fence `progress` names a section, a page or nothing; what else it says is told at its line."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest
from markdown import Markdown

from selfcheck.build import Build
from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.pages.page import Page
from selfcheck.site import Site
from tests.selfcheck.sites import draw

NAVIGATION = {
    "index.md": (),
    "a.md": ("Lessons",),
    "b.md": ("Lessons", "More"),
    "c.md": ("Authors", "More"),
}


def convert(root: Path, markdown: str, *, course: bool = True) -> tuple[str, list[str]]:
    """The HTML of `docs/page.md`, and what is told about it."""
    draw(root, {"docs/page.md": markdown, "quizzes/one.yml": "questions: []\n"})
    build = Build(Site(root, course=course))
    build.navigation = dict(NAVIGATION)
    build.turn_to(Page("page.md", "page/", root / "docs/page.md", "docs/page.md"))
    html = Markdown(extensions=[SelfCheckExtension(build=build), "fenced_code"]).convert(markdown)
    return html, [str(problem) for problem in build.problems]


def fence(body: str = "", info: str = "progress") -> str:
    return f"# Page\n\n```{info}\n{body}```\n"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", 'data-as="overview"'),
        ("null\n", 'data-as="overview"'),
        ("~\n", 'data-as="overview"'),
        ("section: Lessons\n", 'data-section="[&quot;Lessons&quot;]"'),
        ("section: [Authors, More]\n", 'data-section="[&quot;Authors&quot;, &quot;More&quot;]"'),
        ("page: a.md\nas: cards\n", 'data-as="cards" data-page="a.md"'),
    ],
)
def test_a_fence_becomes_one_element_with_its_script_and_style(tmp_path: Path, body: str, said: str) -> None:
    html, problems = convert(tmp_path, fence(body))
    assert problems == []
    assert said in html
    assert html.count("<self-check-progress ") == 1
    assert html.index("../assets/selfcheck/progress.") < html.index("<self-check-progress ")


def test_script_and_style_are_named_once_a_page(tmp_path: Path) -> None:
    html, _ = convert(tmp_path, fence() + "\n" + fence("as: button\n"))
    assert html.count("<self-check-progress ") == 2
    assert html.count("<script") == 1


@pytest.mark.parametrize(
    ("body", "line", "problem"),
    [
        ("section: Lesons\n", 4, 'there is no section "Lesons" in the navigation; did you mean "Lessons"?'),
        (
            "section: [Lessons, Moer]\n",
            4,
            'there is no section "Lessons / Moer" in the navigation; did you mean "More"?',
        ),
        (
            "section: More\n",
            4,
            '2 sections are called "More"; name those that it stands in, too: '
            "[Lessons, More] or [Authors, More]",
        ),
        ("as: cards\npage: aa.md\n", 5, 'there is no page "aa.md" in the navigation; did you mean "a.md"?'),
        ("page: a.md\nsection: Lessons\n", 4, "a page and a section are named; leave one of the two out"),
        (
            "section:\n",
            4,
            'there is no section "" in the navigation; valid: Authors, Lessons, More',
        ),
        ("as: cards\nas: cards\n", 5, 'the field "as" is given twice; keep one'),
        (
            "section: {{ part }}\n",
            4,
            "`{{` stands in this fence, and nothing has filled it in; "
            "write what the macro would say, or let macros be filled in on this page",
        ),
        ("as: card\n", 4, 'a form is expected, not "card"; did you mean "cards"?'),
        ("sectoin: Lessons\n", 4, 'unknown field "sectoin"; did you mean "section"?'),
        (
            "Lessons\n",
            3,
            'a mapping is expected, not "Lessons"; write `section: ` and the name of a section, '
            "or nothing for the whole site",
        ),
    ],
)
def test_what_a_fence_gets_wrong_is_told_at_its_line(
    tmp_path: Path, body: str, line: int, problem: str
) -> None:
    html, problems = convert(tmp_path, fence(body))
    assert problems == [f"docs/page.md:{line}: {problem}"]
    assert "<self-check-progress" not in html


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    _, problems = convert(tmp_path, fence("as: card\nsection: Lesons\n") + "\n" + fence("page: x.md\n"))
    assert len(problems) == 3


def test_words_behind_the_name_are_told(tmp_path: Path) -> None:
    _, problems = convert(tmp_path, fence("", "progress lessons"))
    assert problems == [
        'docs/page.md:3: the fence says "progress lessons"; write ```progress and nothing behind it'
    ]


def test_a_fence_in_raw_html_is_told(tmp_path: Path) -> None:
    _, problems = convert(tmp_path, "# Page\n\n<div>\n```progress\n```\n</div>\n")
    assert [each for each in problems if "stands inside raw HTML" in each] == problems
    assert len(problems) == 1


@pytest.mark.parametrize("body", ["", "section: Lessons\n", "as: cards\n"])
def test_without_a_course_the_fence_is_refused_with_the_cure(tmp_path: Path, body: str) -> None:
    html, problems = convert(tmp_path, fence(body), course=False)
    assert problems == [
        "docs/page.md:3: the progress of a course is shown where the option `course` is on; "
        "write `course: true` below the plugin in the configuration"
    ]
    assert "self-check" not in html


def test_without_a_course_code_in_the_language_of_this_name_stays_code(tmp_path: Path) -> None:
    code = 'DEFINE VARIABLE total AS INTEGER.\nDISPLAY "all: " total.\n'
    html, problems = convert(tmp_path, fence(code), course=False)
    assert problems == []
    assert "DEFINE VARIABLE total" in html


def test_a_sample_of_a_fence_stays_a_sample(tmp_path: Path) -> None:
    html, problems = convert(tmp_path, "# Page\n\n````\n```progress\n```\n````\n\n" + indent(fence(), "    "))
    assert problems == []
    assert "<self-check-progress" not in html
    assert html.count("```progress") == 2


def test_a_host_without_plugins_refuses_it(tmp_path: Path) -> None:
    with pytest.raises(ProblemsFound, match="the option `course` is on"):
        Markdown(extensions=[SelfCheckExtension(Site(tmp_path))]).convert(fence())
