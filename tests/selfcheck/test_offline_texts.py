"""The command, which builds no page, reads texts with those extensions of a site that need no host."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selfcheck.cli import main
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.explained import HEADING, NESTED, explained
from tests.selfcheck.sites import draw


def checked(root: Path, question: str, extensions: str) -> Result:
    """What the command says of a site with one question and these extensions."""
    configuration = f"site_name: Test\nplugins: [selfcheck]\nmarkdown_extensions: {extensions}\n"
    draw(root, {"mkdocs.yml": configuration, "quizzes/quiz.yml": quiz_of(question)})
    return CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])


def test_the_command_reads_a_text_as_the_pages_of_its_site_do(tmp_path: Path) -> None:
    comma = explained("```rust,ignore", "#fn main() {", "}", "```")
    for number, (question, extensions, is_sound) in enumerate(
        [
            (comma, "[pymdownx.superfences]", False),
            (explained(*NESTED), "[pymdownx.superfences]", True),
            (explained(*NESTED), "[]", False),
            (explained("*[IoU]: intersection"), "[abbr]", False),
            (explained("*[IoU]: intersection"), "[]", True),
        ]
    ):
        outcome = checked(tmp_path / str(number), question, extensions)
        assert (outcome.exit_code == 0) == is_sound, outcome.output
        assert ("quizzes/quiz.yml:" in outcome.output) != is_sound


LISTED = explained("Which of these:", "* one", "* two")


@pytest.mark.parametrize(
    ("extensions", "is_told"),
    [("[]", True), ("[pymdownx.snippets, admonition]", True), ("[of.nobody.else]", False)],
)
def test_the_command_tells_of_a_list_that_is_none_unless_an_extension_is_unknown_to_it(
    extensions: str, is_told: bool, tmp_path: Path
) -> None:
    output = checked(tmp_path, LISTED, extensions).output
    assert ('"* one" begins no list on this page' in output) == is_told, output


def test_files_that_belong_to_no_site_may_have_lists_of_any_kind(tmp_path: Path) -> None:
    draw(tmp_path, {"quiz.yml": quiz_of(LISTED)})
    assert "begins no list" not in CliRunner().invoke(main, ["check", str(tmp_path / "quiz.yml")]).output


def test_the_command_passes_over_functions_that_only_a_host_can_name(tmp_path: Path) -> None:
    extensions = (
        "\n  - pymdownx.superfences:\n      custom_fences:\n"
        "        - name: mermaid\n          class: mermaid\n"
        "          format: !!python/name:pymdownx.superfences.fence_code_format\n"
        "  - pymdownx.snippets: {check_paths: true}\n  - of.nobody.else\n"
    )
    outcome = checked(tmp_path, explained("```mermaid", "graph LR", "```", "", "# Heading"), extensions)
    assert outcome.exit_code == 1
    assert HEADING in outcome.output
    assert outcome.output.count("quizzes/quiz.yml:") == 1


def test_the_command_says_so_where_an_extension_refuses_its_options(tmp_path: Path) -> None:
    outcome = checked(tmp_path, explained("# Heading"), "[{tables: {no_such_option: true}}]")
    assert outcome.exit_code == 0
    assert "not checked: what pages make of texts: KeyError" in outcome.output


def test_the_command_reads_tables_of_toml(tmp_path: Path) -> None:
    settings = (
        '[project]\nsite_name = "Test"\n[project.markdown_extensions.selfcheck]\n'
        "[project.markdown_extensions.pymdownx.superfences]\n[project.markdown_extensions.toc]\n"
    )
    draw(tmp_path, {"zensical.toml": settings, "quizzes/quiz.yml": quiz_of(explained(*NESTED))})
    assert CliRunner().invoke(main, ["check", "-f", str(tmp_path / "zensical.toml")]).exit_code == 0


def test_the_command_passes_over_functions_that_toml_names_and_knows_families_within_families(
    tmp_path: Path,
) -> None:
    settings = (
        '[project]\nsite_name = "Test"\n[project.markdown_extensions]\nselfcheck = {}\n'
        'pymdownx.emoji.emoji_generator = "zensical.extensions.emoji.to_svg"\n'
        'pymdownx.emoji.emoji_index = "zensical.extensions.emoji.twemoji"\n'
        "pymdownx.blocks.tab.alternate_style = true\n"
        "pymdownx.superfences.custom_fences = [{ name = 'mermaid', class = 'mermaid', "
        "format = 'pymdownx.superfences.fence_code_format' }]\n"
    )
    question = explained("```mermaid", "graph LR", "```", "", "# Heading :smile:")
    draw(tmp_path, {"zensical.toml": settings, "quizzes/quiz.yml": quiz_of(question)})
    outcome = CliRunner().invoke(main, ["check", "-f", str(tmp_path / "zensical.toml")])
    assert HEADING in outcome.output
    assert "what pages make of texts" not in outcome.output
