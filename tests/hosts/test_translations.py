"""Translated questions where other people's hosts and plugins say which language a page has."""

from collections.abc import Callable

import pytest

from tests.hosts.host import Host, Settings
from tests.pages.tree import Draw

FENCE = """
    # {title}

    ```quiz
    lesson
    ```
"""
QUIZZES = {
    "quizzes/lesson.yml": """
        questions:
          - id: boils
            type: true-false
            section: index.md#lesson
            stem: Water boils at 100.
            answer: false
            explanation: It depends on pressure.
    """,
    "quizzes/lesson.fr.yml": """
        questions:
          - id: boils
            section: index.md#lecon
            stem: L'eau bout à 100.
    """,
}
SUFFIX: Settings = {
    "theme": {"name": "material", "language": "en"},
    "plugins": [
        {
            "i18n": {
                "docs_structure": "suffix",
                "languages": [
                    {"locale": "en", "name": "English", "default": True, "build": True},
                    {"locale": "fr", "name": "Français", "build": True},
                ],
            }
        },
        "selfcheck",
    ],
}


def test_each_language_of_static_i18n_shows_the_questions_in_it(
    host_named: Callable[[str], Host], draw: Draw
) -> None:
    host = host_named("neighbours")
    english, french = FENCE.format(title="Lesson"), FENCE.format(title="Leçon")
    root = draw({"docs/index.md": english, "docs/index.fr.md": french, **QUIZZES})
    host.write_settings(root, SUFFIX, "mkdocs")
    status, said = host.selfcheck(root, "stamp")
    assert status == 0, said
    assert "quizzes/lesson.fr.yml: boils stamped" in said.splitlines()
    built = host.build(root, SUFFIX, strict=True).checked()
    assert "Water boils at 100." in built.page("index.html")
    translated = built.page("fr/index.html")
    assert "L'eau bout à 100." in translated
    assert "Water boils at 100." not in translated
    assert '<div lang="en"><p>It depends on pressure.</p></div>' in translated


@pytest.mark.parametrize(
    ("structure", "english", "french"),
    [("suffix", "index.md", "index.fr.md"), ("folder", "en/index.md", "fr/index.md")],
)
def test_in_a_dirty_build_pages_of_each_language_follow_their_questions(
    structure: str, english: str, french: str, host_named: Callable[[str], Host], draw: Draw
) -> None:
    host = host_named("neighbours")
    pages = {f"docs/{english}": FENCE.format(title="Lesson"), f"docs/{french}": FENCE.format(title="Leçon")}
    quiz = QUIZZES["quizzes/lesson.yml"].replace("index.md#lesson", "index.md")
    root = draw({**pages, "quizzes/lesson.yml": quiz})
    of_languages = {"i18n": {**SUFFIX["plugins"][0]["i18n"], "docs_structure": structure}}
    built = host.build(root, {**SUFFIX, "plugins": ["selfcheck", of_languages]}).checked()

    draw({"quizzes/lesson.yml": quiz.replace("It depends on pressure.", "Just changed.")})
    status, output = host.run(root, "-m", host.module, "build", "-f", f"{host.name}.yml", "--dirty")
    assert status == 0, output
    for page in ("index.html", "fr/index.html"):
        assert "Just changed." in built.page(page)


@pytest.mark.parametrize("name", ["zensical", "properdocs"])
def test_the_front_matter_of_a_page_says_its_language(
    name: str, host_named: Callable[[str], Host], draw: Draw
) -> None:
    host = host_named(name)
    pages = {
        "docs/index.md": "# Lesson\n\n```quiz\nlesson\n```\n",
        "docs/fr.md": "---\nlanguage: fr\n---\n\n# Leçon\n\n```quiz\nlesson\n```\n",
    }
    root = draw({**pages, **QUIZZES})
    quiz = root / "quizzes/lesson.fr.yml"
    quiz.write_text(quiz.read_text("utf-8").replace("index.md#lecon", "fr.md#lecon"), "utf-8")
    theme = {"name": "material", "font": False, "language": "en"}
    built = host.build(root, {"theme": theme, "plugins": ["selfcheck"]}).checked()
    assert "Water boils at 100." in built.page("index.html")
    assert "L'eau bout à 100." in built.page("fr/index.html")
    assert 'lang="en"><p>It depends on pressure.' in built.page("fr/index.html")


def test_several_languages_of_static_i18n_and_a_course_are_refused_together(
    host_named: Callable[[str], Host], draw: Draw
) -> None:
    host = host_named("neighbours")
    root = draw({"docs/index.md": FENCE.format(title="Lesson"), **QUIZZES})
    languages = SUFFIX["plugins"][0]
    built = host.build(root, {**SUFFIX, "plugins": [languages, {"selfcheck": {"course": True}}]})
    assert built.status != 0
    assert "the option `course` joins the pages of one language, and `i18n` builds several" in built.output


def test_one_language_of_static_i18n_may_be_a_course(host_named: Callable[[str], Host], draw: Draw) -> None:
    host = host_named("neighbours")
    root = draw({"docs/index.fr.md": FENCE.format(title="Leçon"), **QUIZZES})
    alone = {"i18n": {**SUFFIX["plugins"][0]["i18n"], "build_only_locale": "fr"}}
    built = host.build(root, {**SUFFIX, "plugins": [alone, {"selfcheck": {"course": True}}]}).checked()
    assert "L'eau bout à 100." in built.page("index.html")
    assert '"boils ' in built.page("assets/selfcheck/course/pages.js")
