"""The fence `questions`: at the end of a section, links to the questions that test it."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from selfcheck import page_questions
from selfcheck.site import Site
from tests.selfcheck.listed import lists
from tests.selfcheck.sites import CONFIGURATION, build, draw

QUESTIONS = """\
questions:
  - id: first
    type: true-false
    objective: say what a stride is
    section: lessons/strides.md#steps
    stem: A stride skips places.
    answer: true
    explanation: It does.
  - id: second
    type: true-false
    objective: say what a stride is
    section: lessons/strides.md#steps
    stem: A stride adds places.
    answer: false
    explanation: It does not.
  - id: third
    type: true-false
    section: lessons/strides.md#wide-ones
    stem: |
      A *stride* of `2` halves [both sides](lessons/strides.md) of every map that it meets on its way down.
    answer: true
    explanation: It does.
  - id: fourth
    type: true-false
    section: lessons/strides.md#steps
    stem: "Is 1 < 2 & *so* <b>on</b>?"
    answer: true
    explanation: It is.
"""
PAGE = """\
# Strides

## Steps

They skip places.

```quiz
quiz: strides
only: [first, second]
```

```questions
```

### Wide ones

They skip more.

> ```questions
> ```
"""
TASKS = "# Tasks\n\n```quiz\nquiz: strides\nonly: [third, fourth, first]\n```\n"


def without_plugin(root: Path) -> str:
    """The configuration of a host that runs the extension alone."""
    configuration = CONFIGURATION.replace("plugins:\n  - selfcheck\n", "plugins: []\n")
    return configuration.replace("[admonition", f"[selfcheck: {{root: {root}}}, admonition")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return draw(
        tmp_path,
        {"quizzes/strides.yml": QUESTIONS, "docs/lessons/strides.md": PAGE, "docs/other tasks.md": TASKS},
    )


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pages that are read for lists, as they are read."""
    names: list[str] = []
    text = page_questions.page_text

    def noted(page: Path) -> str:
        names.append(page.name)
        return text(page)

    monkeypatch.setattr(page_questions, "page_text", noted)
    return names


def test_a_section_lists_the_questions_that_name_it_with_links_to_where_they_stand(root: Path) -> None:
    assert build(root, strict=True).problems == []
    assert lists(root) == [
        [
            ("#check-first", "say what a stride is"),
            ("#check-second", "say what a stride is (2)"),
            ("../../other%20tasks/#check-fourth", "Is 1 &lt; 2 &amp; so &lt;b&gt;on&lt;/b&gt;?"),
        ],
        [
            (
                "../../other%20tasks/#check-third",
                "A stride of 2 halves both sides of every map that it meets on its way down.",
            )
        ],
    ]
    html = (root / "site/lessons/strides/index.html").read_text("utf-8")
    assert html.count("Questions on this section") == 2
    assert 'id="check-first"' in html
    assert 'id="check-third"' in (root / "site/other tasks/index.html").read_text("utf-8")


def test_the_list_stands_in_the_words_of_the_page(root: Path) -> None:
    draw(root, {"docs/lessons/strides.md": f"---\nlanguage: de\n---\n{PAGE}"})
    assert build(root).problems == []
    assert "Fragen zu diesem Abschnitt" in (root / "site/lessons/strides/index.html").read_text("utf-8")


def test_a_long_stem_is_cut_between_words(root: Path) -> None:
    draw(
        root,
        {"quizzes/strides.yml": QUESTIONS.replace("its way down", "its long way down to the last layer")},
    )
    build(root)
    [[_, name]] = lists(root)[1]
    assert name == "A stride of 2 halves both sides of every map that it meets on its long way down …"


@pytest.mark.parametrize(
    ("stem", "shown"),
    [
        ("What does `max_pool` return for 3*4 and `w[0]`?", "What does max_pool return for 3*4 and w[0]?"),
        ("Is **3 * 4** _the_ product of my_name?", "Is 3 * 4 the product of my_name?"),
        ("What is ``a`b`` in $x_1 * y_{2}$ or $$z_*$$?", "What is a`b in x_1 * y_{2} or z_*?"),
        ("Does it cost $5 or $6, as [he](a.md) said?", "Does it cost $5 or $6, as he said?"),
        ("Which ![a *nice* pic](p.png) is [that `*x*`](a.md)!", "Which a nice pic is that *x*!"),
        ("Which of [0, 1] is **not** in [0, 1)?", "Which of [0, 1] is not in [0, 1)?"),
        ("Is [![a pic](p.png)](a.md) of [w[0] alone](b.md)?", "Is a pic of w[0] alone?"),
    ],
)
def test_a_stem_loses_its_markup_alone_where_no_finished_page_is_known(
    root: Path, stem: str, shown: str
) -> None:
    questions = re.sub(r"A \*stride.*\n", lambda _: f"{stem}\n", QUESTIONS)
    draw(root, {"mkdocs.yml": without_plugin(root), "quizzes/strides.yml": questions})
    build(root)
    [[_, name]] = lists(root)[1]
    assert name == shown


@pytest.mark.parametrize(
    ("stem", "shown"),
    [
        ("What does `a[0]` call &lt;b&gt; & \\*stars\\*?", "What does a[0] call <b> & *stars*?"),
        ("Is 10^5^ ==more== than H~2~O, m^th^, ++ctrl+c++?", "Is 10^5 more than H2O, mth, Ctrl+C?"),
        ("Is $a_1$ an IoU[^note] or :smile: *so*{ .red }?", "Is a_1 an IoU or 😄 so?"),
        ("Which ![a pic](p.png) is [that `*x*`][there]?\n\n[there]: a.md", "Which a pic is that *x*?"),
        ("```python\nx = 1\n```\n\nIs it `[so](a)`?", "x = 1 Is it [so](a)?"),
        ("```mermaid\ngraph LR\n```\n\nIs it so?", "Is it so?"),
        ('=== "One"\n\n    first\n\nWhich is `<b>`?', "One first Which is <b>?"),
    ],
)
def test_a_stem_in_a_list_reads_as_on_its_page(root: Path, stem: str, shown: str) -> None:
    questions = re.sub(r"stem: \|\n +A \*stride.*\n", lambda _: f"stem: {json.dumps(stem)}\n", QUESTIONS)
    extensions = json.dumps(
        [
            *("attr_list", "footnotes", "md_in_html", "pymdownx.caret", "pymdownx.emoji", "pymdownx.keys"),
            *("pymdownx.mark", "pymdownx.tilde", {"pymdownx.arithmatex": {"generic": True}}),
            {"pymdownx.tabbed": {"alternate_style": True}},
            {"pymdownx.superfences": {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}},
        ]
    )
    draw(
        root,
        {
            "quizzes/strides.yml": questions,
            "docs/other tasks.md": f"{TASKS}\n[^note]: A note.\n",
            "mkdocs.yml": re.sub(r"\[admonition.*", lambda _: extensions, CONFIGURATION),
        },
    )
    assert build(root).exit_code == 0
    [[_, name]] = lists(root)[1]
    assert unescape(name) == shown


def test_the_text_of_a_cloze_is_no_part_of_its_name(root: Path) -> None:
    section = "section: lessons/strides.md#wide"
    cloze = f"type: cloze\n    text: The [_x_].\n    gaps: {{x: {{answers: [y]}}}}\n    {section}"
    questions = QUESTIONS.replace(f"type: true-false\n    {section}", cloze)
    start, _, fourth = questions.rpartition("answer: true\n    explanation: It does.\n")
    draw(root, {"quizzes/strides.yml": f"{start}explanation: It does.\n{fourth}"})
    assert build(root).exit_code == 0
    [[_, name]] = lists(root)[1]
    assert name == "A stride of 2 halves both sides of every map that it meets on its way down."


def test_a_long_stem_without_spaces_is_cut_between_signs(root: Path) -> None:
    stem = "步幅为二的卷积层会把特征图的高和宽都减半，" * 6
    draw(root, {"quizzes/strides.yml": re.sub(r"A \*stride.*\n", f"{stem}\n", QUESTIONS)})
    build(root)
    [[_, name]] = lists(root)[1]
    assert name == f"{stem[:80]} …"


def test_a_question_that_no_page_shows_is_not_linked(root: Path) -> None:
    draw(root, {"docs/other tasks.md": "# Tasks\n"})
    build(root)
    assert lists(root) == [
        [("#check-first", "say what a stride is"), ("#check-second", "say what a stride is (2)")]
    ]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("## Steps", "**Steps**", 'no question names the section "lessons/strides.md#strides"'),
        ("# Strides\n\n## Steps\n", "", "no heading stands above this list of questions"),
        (
            "```questions\n```\n\n###",
            "<div>\n```questions\n```\n</div>\n\n###",
            "this fence stands inside raw HTML",
        ),
        (
            "```questions\n```\n\n###",
            "```questions x\n```\n\n###",
            'the fence says "questions x"; write ```questions',
        ),
        ("> ```questions\n> ```\n", "```questions\n", "this fence is never closed"),
    ],
)
def test_what_is_wrong_with_a_fence_is_told_at_its_line(
    root: Path, before: str, after: str, told: str
) -> None:
    assert before in PAGE
    text = PAGE.replace(before, after)
    draw(root, {"docs/lessons/strides.md": text})
    lines = [number for number, line in enumerate(text.splitlines(), 1) if "```questions" in line]
    done = build(root)
    assert any(
        each.startswith(f"docs/lessons/strides.md:{line}: {told}") for each in done.problems for line in lines
    ), done.said


def test_a_list_is_not_called_empty_while_questions_have_problems(root: Path) -> None:
    draw(
        root,
        {
            "quizzes/strides.yml": QUESTIONS.replace(
                "answer: true\n    explanation: It does.", "answer: perhaps"
            )
        },
    )
    assert [each for each in build(root).problems if each.startswith("docs/")] == []


def test_lists_are_made_from_finished_pages_and_no_source_is_read_for_them(
    root: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfcheck.left_out.pages_below", lambda *_: ())
    build(root)
    assert [len(each) for each in lists(root)] == [3, 1]
    assert read == []


def test_code_of_this_name_stays_code(root: Path) -> None:
    draw(root, {"docs/index.md": "# Test\n\n```questions\nask(1)\n```\n"})
    assert build(root, strict=True).problems == []
    assert "ask(1)" in (root / "site/index.html").read_text("utf-8")


def test_without_a_plugin_the_extension_lists_questions_of_all_pages(root: Path) -> None:
    draw(root, {"mkdocs.yml": without_plugin(root)})
    assert build(root).exit_code == 0
    assert [len(each) for each in lists(root)] == [3, 1]


def test_without_a_plugin_pages_are_read_for_lists_once_until_one_changes(
    root: Path, read: list[str]
) -> None:
    site = Site(root, cache="")
    pages = [root / "docs/other tasks.md", root / "docs/lessons/strides.md"]
    shown = {"first": "lessons/strides.md", "second": "lessons/strides.md"}
    others = dict.fromkeys(["third", "fourth"], "other tasks.md")
    assert site.homes.of(pages, site.bank()) == site.homes.of(pages, site.bank()) == shown | others
    assert len(read) == 2
    draw(root, {"docs/other tasks.md": "# Tasks\n"})
    assert site.homes.of(pages, site.bank()) == shown
    assert len(read) == 4
    draw(root, {"quizzes/strides.yml": QUESTIONS.replace("id: second", "id: other")})
    assert site.homes.of(pages, site.bank()).keys() == {"first"}
    assert len(read) == 6


def test_a_dirty_build_follows_the_questions_that_a_page_links_to(root: Path) -> None:
    page = "# Strides\n\n## Steps\n\n```questions\n```\n\n### Wide ones\n"
    tasks = TASKS.replace("only: [third, fourth, first]", "only: [third, fourth, first, second]")
    draw(root, {"docs/lessons/strides.md": page, "docs/other tasks.md": tasks})
    build(root)
    draw(root, {"quizzes/strides.yml": QUESTIONS.replace("say what a stride is", "name strides")})
    assert build(root, dirty=True).exit_code == 0
    assert [name for _, name in lists(root)[0]][:2] == ["name strides", "name strides (2)"]
