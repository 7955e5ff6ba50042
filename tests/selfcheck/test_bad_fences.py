"""Problems of `quiz` fences name the page and the line; fences inside other fences stay samples."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from selfcheck.build import Build
from selfcheck.extension import SelfCheckExtension
from selfcheck.pages.page import Page
from selfcheck.site import Site
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import draw

USAGE = "write the name of a quiz, as in `skip-connections`"
BROKEN = sample("broken").replace("stem:", "stm:")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with two quizzes and a third that is broken."""
    return draw(
        tmp_path,
        {
            "quizzes/strides.yml": quiz_of(sample("first-stride"), sample("second-stride")),
            "quizzes/lessons/kernels.yml": quiz_of(sample("kernel")),
            "quizzes/half-broken.yml": quiz_of(sample("sound"), BROKEN),
            "quizzes/unreadable.yml": "questions: [",
        },
    )


def convert(root: Path, markdown: str, *extensions: str) -> tuple[str, list[str]]:
    """The HTML of `docs/page.md` with this text, and what is told about it."""
    draw(root, {"docs/page.md": markdown})
    build = build_at_page(root)
    extension = SelfCheckExtension(build=build)
    options = {"pymdownx.snippets": {"base_path": [str(root)]}}
    html = Markdown(extensions=[*extensions, extension], extension_configs=options).convert(markdown)
    return html, [str(problem) for problem in build.problems]


def build_at_page(root: Path) -> Build:
    """A build that has come to `docs/page.md`."""
    build = Build(Site(root, cache=""))
    build.turn_to(Page("page.md", "page/", root / "docs" / "page.md", "docs/page.md"))
    return build


def told(root: Path, body: str) -> list[str]:
    """What is told about a fence with this body, whose first line is line 2 of the page."""
    html, problems = convert(root, f"text\n```quiz\n{body}\n```\n")
    assert "<self-check" not in html or "first-stride" in html
    return problems


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("strids", '3: there is no quiz "strids"; did you mean "strides"?'),
        ("quizzes/strides.yml", '3: there is no quiz "quizzes/strides.yml"; did you mean "strides"?'),
        (
            r".\quizzes\lessons\kernels.yaml",
            r'3: there is no quiz ".\quizzes\lessons\kernels.yaml"; did you mean "lessons/kernels"?',
        ),
        ("“strides”", '3: there is no quiz "“strides”"; did you mean "strides"?'),
        ("kernels", '3: there is no quiz "kernels"; did you mean "lessons/kernels"?'),
        (
            "xyz",
            '3: there is no quiz "xyz"; valid: half-broken, lessons/kernels, strides, unreadable',
        ),
        ("quiz: strids\nonly: [a]", '3: there is no quiz "strids"; did you mean "strides"?'),
    ],
)
def test_a_fence_that_names_an_unknown_quiz(root: Path, body: str, problem: str) -> None:
    assert told(root, body) == [f"docs/page.md:{problem}"]


def test_a_fence_that_names_an_unknown_id(root: Path) -> None:
    assert told(root, "quiz: strides\nonly:\n  - first-stride\n  - second-strid") == [
        'docs/page.md:6: there is no question "second-strid" in the quiz "strides"; '
        'did you mean "second-stride"?'
    ]


def test_a_fence_that_looks_for_an_id_in_the_wrong_quiz(root: Path) -> None:
    assert told(root, "quiz: strides\nonly: [kernel]") == [
        'docs/page.md:4: the question "kernel" is not in the quiz "strides"; '
        "it stands in quizzes/lessons/kernels.yml"
    ]


def test_the_same_question_twice_on_a_page(root: Path) -> None:
    html, problems = convert(
        root, "```quiz\nstrides\n```\n\n```quiz\nquiz: strides\nonly: [second-stride]\n```\n"
    )
    assert problems == [
        'docs/page.md:5: the question "second-stride" is shown twice on this page; '
        "remove it from one of the fences"
    ]
    assert html.count('id="check-second-stride"') == 1


@pytest.mark.parametrize("page", ["{fence}\n\n{snippet}", "{snippet}\n\n{fence}"])
def test_the_same_question_from_a_snippet_is_told_at_the_fence_of_the_page(root: Path, page: str) -> None:
    fence = "```quiz\nlessons/kernels\n```"
    (root / "snippet.md").write_text(f"{fence}\n", "utf-8")
    text = page.format(fence=fence, snippet='--8<-- "snippet.md"')
    _, problems = convert(root, f"# A\n\n{text}\n", "pymdownx.snippets")
    line = 3 + text[: text.index("```")].count("\n")
    assert problems == [
        f'docs/page.md:{line}: the question "kernel" is shown twice on this page; '
        "remove it from one of the fences (the other comes from a snippet)"
    ]


def test_the_same_question_twice_in_a_fence(root: Path) -> None:
    (problem,) = told(root, "quiz: strides\nonly: [first-stride, first-stride]")
    assert problem.startswith('docs/page.md:2: the question "first-stride" is shown twice on this page; ')


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("{{ course }}", {3: "{{"}),
        ("quiz: {{ course }}", {3: "{{"}),
        ("quiz: strides\nonly: [{{ a }},\n  {{- b -}}]", {4: "{{", 5: "{{"}),
        ("quiz: strides\nonly:\n  - first-{{ a }}", {5: "{{"}),
        ("{% if course %}\nstrides\n{% endif %}", {3: "{%", 5: "{%"}),
        ("strides\nonly: {{ a }}", {4: "{{"}),
        ('quiz: "{{ course }}"', {3: "{{"}),
        ("# {{ course }}\nstrides # {{ it }}", {}),
    ],
)
def test_macros_that_nothing_has_filled_in(root: Path, body: str, lines: dict[int, str]) -> None:
    assert told(root, body) == [
        f"docs/page.md:{line}: `{sign}` stands in this fence, and nothing has filled it in; "
        "write what the macro would say, or let macros be filled in on this page"
        for line, sign in lines.items()
    ]


@pytest.mark.parametrize("body", ["", "   ", "# a comment", "~"])
def test_an_empty_fence(root: Path, body: str) -> None:
    assert told(root, body) == [f"docs/page.md:2: the fence is empty; {USAGE}"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("quiz: strides\nonyl: [first-stride]", '4: unknown field "onyl"; did you mean "only"?'),
        ("quizz: strides", '3: unknown field "quizz"; did you mean "quiz"?'),
        ("quiz: strides\nstyle: big", '4: unknown field "style"; valid: as, only, quiz'),
        ("only: [first-stride]", '2: "quiz" is missing; add `quiz:` and the name of a quiz'),
    ],
)
def test_an_unknown_or_missing_field(root: Path, body: str, problem: str) -> None:
    assert told(root, body) == [f"docs/page.md:{problem}"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (
            "- strides",
            f"3: a quiz is expected, not a list; {USAGE}",
        ),
        (
            "quiz: [strides]",
            f"3: the name of a quiz is expected, not a list; {USAGE}",
        ),
        (
            "quiz:",
            f"3: the name of a quiz is expected, not nothing; {USAGE}",
        ),
        (
            "quiz: strides\nonly: first-stride",
            '4: a list of ids is expected, not "first-stride"; write `only: [first-id, second-id]`',
        ),
        (
            "quiz: strides\nonly: []",
            "4: a list of ids is expected, not an empty list; write `only: [first-id, second-id]`",
        ),
        (
            "quiz: strides\nonly: [[first-stride]]",
            "4: an id is expected, not a list; write the id of a question",
        ),
        (
            "quiz: strides\nquiz: kernels",
            '4: the field "quiz" is given twice; keep one',
        ),
        ("quiz:strides", "3: no space stands behind this colon; write one"),
        ("quiz：strides", '3: "：" is no colon to YAML; write : and a space'),
        (
            "quiz:\u00a0strides",
            "3: what looks like a space here is another character (U+00A0); write a space",
        ),
        (
            "\nstrides\nas: worksheet",
            "4: fields follow the name of the quiz; write `quiz: strides` in its line",
        ),
        (
            "lessons/kernels\n\n# one of them\nonly: [kernel]",
            "3: fields follow the name of the quiz; write `quiz: lessons/kernels` in its line",
        ),
        (
            "{quiz: strides, only: [first-stride], b}",
            '3: "b" has no value; inside {…} a comma ends a value: '
            "put quotes round a text that has one, and write 1.5, not 1,5",
        ),
        (
            "quiz: strides #1",
            '3: the text ends before "#1", which is a comment to YAML; '
            "put quotes round the text; before a comment, leave two spaces",
        ),
        (
            "quiz: [strides",
            "3: the bracket that opens here is never closed; "
            "close it, or put quotes round a text that begins with this sign",
        ),
    ],
)
def test_a_fence_that_is_not_written_as_it_should(root: Path, body: str, problem: str) -> None:
    assert told(root, body) == [f"docs/page.md:{problem}"]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (
            "quiz: strides\nquiz: strides\nonly: [q9]\nolny: x\nas: paper",
            [
                "4: the field",
                '5: there is no question "q9"',
                '6: unknown field "olny"',
                "7: a sheet is expected",
            ],
        ),
        ("quizz: q\nas: paper\nonly: q1", ["3: unknown field", "4: a sheet is expected", "5: a list of ids"]),
        ("quiz: nope\nonly: q1", ['3: there is no quiz "nope"', "4: a list of ids is expected"]),
        ("as: paper", ['2: "quiz" is missing', "3: a sheet is expected"]),
        ("quiz: strides\nonly: [q9, [q8]]", ["4: an id is expected", '4: there is no question "q9"']),
    ],
)
def test_all_that_is_wrong_with_a_fence_is_told_at_once(root: Path, body: str, wrong: list[str]) -> None:
    problems = sorted(told(root, body))
    assert len(problems) == len(wrong)
    for problem, beginning in zip(problems, wrong, strict=True):
        assert problem.startswith(f"docs/page.md:{beginning}")


@pytest.mark.parametrize("info", ["Quiz", "QUIZ", "quiz\u200b", "\ufeffquiz"])
def test_a_fence_that_only_looks_like_ours_or_has_capitals(root: Path, info: str) -> None:
    _, problems = convert(root, f"```{info}\nstrides\n```\n")
    shown = info.replace("\u200b", "<U+200B>").replace("\ufeff", "<U+FEFF>")
    assert problems == [f'docs/page.md:1: the fence says "{shown}"; write ```quiz and nothing behind it']


@pytest.mark.parametrize("info", ["quiz strides", "{.quiz}", 'quiz title="x"'])
def test_more_than_the_word_quiz_behind_the_fence(root: Path, info: str) -> None:
    _, problems = convert(root, f"``` {info}\nstrides\n```\n")
    assert problems == [f'docs/page.md:1: the fence says "{info}"; write ```quiz and nothing behind it']


@pytest.mark.parametrize("prefix", ["", "- ", "> ", "    "])
def test_an_unclosed_fence(root: Path, prefix: str) -> None:
    before = "!!! note\n" if prefix == "    " else "\n"
    _, problems = convert(root, f"{before}{prefix}```quiz\n", "admonition")
    assert problems == [
        "docs/page.md:2: this fence is never closed; "
        "close it with the same sign, as often and as far in as it was opened"
    ]


def test_a_fence_inside_raw_html(root: Path) -> None:
    html, problems = convert(root, "text\n\n<div>\n\n```quiz\nstrides\n```\n\n</div>\n", "md_in_html")
    assert problems == [
        "docs/page.md:5: this fence stands inside raw HTML, where nothing is rendered; "
        "add the attribute `markdown` to the element"
    ]
    assert "\x02" not in html


def test_a_fence_that_names_a_broken_question_stays_silent(root: Path) -> None:
    assert told(root, "quiz: half-broken\nonly: [broken]") == []


@pytest.mark.parametrize("body", ["unreadable", "quiz: unreadable\nonly: [anything]", "half-broken"])
def test_a_fence_that_names_a_broken_file_stays_silent(root: Path, body: str) -> None:
    _, problems = convert(root, f"```quiz\n{body}\n```\n")
    assert problems == []


def test_the_other_fences_of_the_page_show_their_questions(root: Path) -> None:
    html, problems = convert(root, "```quiz\nnone-such\n```\n\n```quiz\nstrides\n```\n")
    assert len(problems) == 1
    assert html.count("<self-check") == 2


def test_a_fence_in_a_text_of_a_question_is_told_as_such(root: Path) -> None:
    explained = sample("first-stride").replace("explanation:", "explanation: |\n  ```review\n  ```\n\n ")
    draw(root, {"quizzes/strides.yml": quiz_of(explained)})
    (problem,) = told(root, "strides")
    assert problem.endswith("(the fence comes from a question)")
