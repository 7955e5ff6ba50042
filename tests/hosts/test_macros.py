"""Beside mkdocs-macros: fences survive, and a macro in a question is told, since it does not reach there."""

from collections.abc import Callable

import pytest

from tests.hosts.host import Host, Settings
from tests.pages.tree import Draw

QUIZ = """
    questions:
      - id: a-verdict
        type: true-false
        stem: |
          Is a label a number?

          {stem}
        answer: true
        explanation: "{explanation}"
"""
PAGE = """
    # {{ course }}

    ```quiz
    first
    ```

    In {{ course }} a fence in code stays:

    ````md
    ```quiz
    first
    ```
    ````
"""
TOLD = "stands here, and macros do not reach into questions; write what the macro would say"


def settings(**macros: str | bool) -> Settings:
    return {
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"macros": macros}, "selfcheck"],
        "markdown_extensions": ["pymdownx.superfences"],
        "extra": {"course": "Every pixel"},
    }


@pytest.fixture
def host(host_named: Callable[[str], Host]) -> Host:
    return host_named("neighbours")


def test_macros_on_a_page_leave_its_fences_alone(host: Host, draw: Draw) -> None:
    code = "`{{ course }}` and `{% raw %}` as they are"
    root = draw({"docs/index.md": PAGE, "quizzes/first.yml": QUIZ.format(stem=code, explanation="It is.")})
    page = host.build(root, settings(), strict=True).checked().page("index.html")
    assert page.count("<self-check ") == 1
    assert "Every pixel</h1>" in page.replace('<a class="headerlink"', "</h1>")
    assert "<code>{{ course }}</code> and <code>{% raw %}</code>" in page
    assert "```quiz" in page


def test_a_macro_in_a_fence_is_told_where_macros_wait_to_be_asked_for(host: Host, draw: Draw) -> None:
    asking = "```quiz\n{{ quiz }}\n```\n"
    root = draw(
        {"docs/index.md": asking, "quizzes/first.yml": QUIZ.format(stem="Is it?", explanation="It is.")}
    )
    given = {**settings(render_by_default=False), "extra": {"quiz": "first"}}
    built = host.build(root, given, strict=True)
    assert built.status == 1
    assert "docs/index.md:2: `{{` stands in this fence, and nothing has filled it in" in built.output
    draw({"docs/index.md": f"---\nrender_macros: true\n---\n{asking}"})
    assert host.build(root, given, strict=True).checked().page("index.html").count("<self-check ") == 1


def test_a_macro_in_a_question_is_told_at_its_line(host: Host, draw: Draw) -> None:
    quiz = QUIZ.format(stem="In {{ course }}.", explanation="{% if course %}Yes.{% endif %}")
    root = draw({"docs/index.md": PAGE, "quizzes/first.yml": quiz})
    built = host.build(root, settings(), strict=True)
    assert built.status == 1
    assert f"quizzes/first.yml:7:10: a-verdict: `{{{{` {TOLD}" in built.output
    assert f"quizzes/first.yml:9:19: a-verdict: `{{%` {TOLD}" in built.output


def test_macros_with_signs_of_the_site_s_own_are_told_by_these(host: Host, draw: Draw) -> None:
    quiz = QUIZ.format(stem="In [[ course ]], not in {{ this }}.", explanation="It is.")
    root = draw({"docs/index.md": "```quiz\nfirst\n```\n", "quizzes/first.yml": quiz})
    own = {"j2_variable_start_string": "[[", "j2_variable_end_string": "]]"}
    built = host.build(root, settings(**own), strict=True)
    assert built.status == 1
    assert f"quizzes/first.yml:7:10: a-verdict: `[[` {TOLD}" in built.output
    assert "`{{`" not in built.output


def test_a_macro_in_a_translation_is_told_in_its_file(host: Host, draw: Draw) -> None:
    translation = """
        questions:
          - id: a-verdict
            stem: In {{ course }} ?
            explanation: Oui.
    """
    quiz = QUIZ.format(stem="Is it?", explanation="It is.")
    files = {"quizzes/first.yml": quiz, "quizzes/first.fr.yml": translation}
    built = host.build(draw({"docs/index.md": PAGE, **files}), settings())
    assert f"quizzes/first.fr.yml:3:14: a-verdict: `{{{{` {TOLD}" in built.output


def test_a_macro_in_what_is_not_translated_is_told_once(host: Host, draw: Draw) -> None:
    translation = "questions:\n  - id: a-verdict\n    explanation: Oui.\n"
    quiz = QUIZ.format(stem="In {{ course }}.", explanation="It is.")
    files = {"quizzes/first.yml": quiz, "quizzes/first.fr.yml": translation}
    built = host.build(draw({"docs/index.md": PAGE, **files}), settings())
    assert built.output.count(TOLD) == 1
