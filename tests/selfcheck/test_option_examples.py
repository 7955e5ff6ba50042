"""What comes of the examples of options in the guide: sites are built with them, and quotations compared."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from shutil import copytree

import pytest
import yaml
from click.testing import CliRunner
from markdown import Markdown

from selfcheck.cli import main
from selfcheck.extension import SelfCheckExtension
from selfcheck.options import ExtensionOptions, Options, option_complaints, options_of
from tests.selfcheck.sites import Outcome, build, build_apart, draw
from tools.option_pictures import first_question, guide_section, guide_settings

OWN_TYPES = Path(__file__).parent / "own_types"
PLUGIN = [each.name for each in options_of(Options)]
FURTHER = [each.name for each in options_of(ExtensionOptions) if each.name not in PLUGIN]
EXTENSION = "Hosts without plugins"


def quoted(option: str, language: str) -> list[str]:
    """The blocks of a language in the section of an option."""
    return [
        each.rstrip("\n") for each in re.findall(rf"```{language}\n(.*?)```", guide_section(option), re.S)
    ]


def example_site(root: Path, option: str, files: dict[str, str] | None = None) -> Path:
    """A site with what the guide sets, the first question of the guide, and files of its own."""
    theme = "site_name: Lessons\ntheme: {name: mkdocs}\n"
    return draw(
        root,
        {
            "mkdocs.yml": theme + guide_settings(option),
            "docs/index.md": "# Lessons\n\n```quiz\nfirst\n```\n",
            "quizzes/first.yml": first_question(),
            **(files or {}),
        },
    )


def page_of(outcome: Outcome, root: Path) -> str:
    """The first page of a site whose build said nothing."""
    assert (outcome.exit_code, outcome.said) == (0, "")
    return (root / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize("option", PLUGIN)
def test_an_option_has_a_section_with_an_example_and_with_what_comes_of_it(option: str) -> None:
    settings = yaml.safe_load(guide_settings(option))["plugins"][0]["selfcheck"]
    assert list(option_complaints(Options, settings)) == []
    (each,) = (each for each in options_of(Options) if each.name == option)
    assert settings[option] != each.default_in_file
    _, _, after = guide_section(option).partition(guide_settings(option))
    assert re.search(r"!\[.+\]\(images/|```(?:text|html|console|yaml)\n|^\| .+ \|$", after, re.M)


def test_the_options_of_the_extension_alone_have_an_example_of_what_comes_of_them(tmp_path: Path) -> None:
    settings = yaml.safe_load(quoted(EXTENSION, "yaml")[-1])["markdown_extensions"][0]["selfcheck"]
    assert list(settings) == FURTHER
    draw(tmp_path, {"quizzes/first.yml": first_question()})
    html = Markdown(extensions=[SelfCheckExtension(**{**settings, "root": str(tmp_path)})]).convert(
        "```quiz\nfirst\n```\n"
    )
    (address,) = quoted(EXTENSION, "text")
    assert f'href="{address}"' in html
    assert "Prüf dich selbst" in html


def test_quizzes_a_fence_names_a_file_of_any_folder(tmp_path: Path) -> None:
    rows = re.findall(r"^\| `(.+\.yml)` \| `(.+)` \|$", guide_section("quizzes"), re.M)
    assert len(rows) == 3
    files = {
        file: first_question().replace("rate-adds-weights", f"q-{at}") for at, (file, _) in enumerate(rows)
    }
    fences = "".join(f"```quiz\n{name}\n```\n\n" for _, name in rows)
    root = example_site(tmp_path, "quizzes", {**files, "docs/index.md": f"# Lessons\n\n{fences}"})
    page = page_of(build(root, strict=True), root)
    assert re.findall(r'id="check-(q-\d)"', page) == ["q-0", "q-1", "q-2"]


def test_require_stops_a_build_with_the_message_of_the_guide(tmp_path: Path) -> None:
    outcome = build(example_site(tmp_path, "require"))
    assert outcome.exit_code == 1
    assert outcome.problems == quoted("require", "text")


def test_heading_level_is_told_to_assistive_technology_as_the_guide_says(tmp_path: Path) -> None:
    root = example_site(tmp_path, "heading_level")
    (label,) = quoted("heading_level", "html")
    assert label in page_of(build(root, strict=True), root)


def test_cache_holds_what_the_guide_lists(tmp_path: Path) -> None:
    root = example_site(tmp_path, "cache")
    page_of(build(root, strict=True), root)
    kept = "\n".join(sorted(each.name for each in (root / ".cache/lessons").iterdir()))
    mark = re.compile(
        r"[0-9a-f]{8,12}(?=\.lines)"
    )  # it follows the version of the package, and of what it needs
    assert mark.sub("…", kept) == mark.sub("…", quoted("cache", "text")[0])


def test_lint_warns_in_a_build_with_the_message_of_the_guide(tmp_path: Path) -> None:
    files = {
        "quizzes/strides.yml": quoted("lint", "yaml")[1],
        "docs/index.md": "# Lessons\n\n```quiz\nfirst\n```\n\n```quiz\nstrides\n```\n",
    }
    outcome = build_apart(example_site(tmp_path, "lint", files))
    assert outcome.exit_code == 0
    assert [line for line in outcome.said.splitlines() if "WARNING" in line] == quoted("lint", "text")


def test_types_are_known_to_the_command_as_the_guide_shows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(example_site(tmp_path, "types"))
    copytree(OWN_TYPES, "question-types")
    (shown,) = quoted("types", "console")
    command, told = shown.split("\n", 1)
    assert command == "$ selfcheck types | grep estimate"
    lines = CliRunner().invoke(main, ["types"]).output.splitlines()
    assert [line for line in lines if "estimate" in line] == [told]


def _filled(html: str, values: list[str]) -> str:
    """What a variant says, from its values."""
    for number, value in enumerate(values):
        html = re.sub(rf'<span data-value="{number}">.*?</span>', value, html)
    return html


def test_functions_compute_what_the_guide_says(tmp_path: Path) -> None:
    root = example_site(tmp_path, "functions", {"quizzes/first.yml": quoted("functions", "yaml")[1]})
    page = page_of(build(root, strict=True), root)
    ((variants, explanation),) = re.findall(
        r'data-variants="([^"]+)".*class="self-check__explanation[^"]*"><p>(.+?)</p>', page
    )
    said = [_filled(explanation, values) for _, values in json.loads(unescape(variants))]
    rows = re.findall(r"^\| \d+ \| (.+) \|$", guide_section("functions"), re.M)
    assert sorted(said) == sorted(rows)
    assert len(rows) == 2


def test_exports_are_given_what_the_guide_quotes(tmp_path: Path) -> None:
    file = tmp_path / "given.html"
    hook = f"""from pathlib import Path

def on_page_content(html, **_):
    Path({str(file)!r}).write_text(html, "utf-8")
"""
    root = example_site(tmp_path, "exports", {"hooks/summary.py": hook})
    page_of(build(root, strict=True), root)
    heading, given = file.read_text("utf-8").split("\n", 1)
    assert heading == '<h1 id="lessons">Lessons</h1>'
    assert [given.strip()] == quoted("exports", "html")
