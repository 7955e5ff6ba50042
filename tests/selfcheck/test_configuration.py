"""The command reads a site's configuration as the host does, and takes no empty site for a sound one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError

from selfcheck.cli import main
from selfcheck.configuration import site_of
from selfcheck.configuration_file import ConfigurationUnreadable
from selfcheck.errors import ProblemsFound
from selfcheck.pages.path import CONFIGURATION_FILES
from selfcheck.plugin import SelfCheckPlugin
from selfcheck.site import Site
from tests.selfcheck.sites import UNCHECKED

QUIZ = """
questions:
  - id: is-it-found
    type: true-false
    stem: Is it found?
    answer: true
    explanation: It is where the configuration says.
"""
PLUGIN = "site_name: A\nplugins: [selfcheck]\n"
NATIVE = '[project]\nsite_name = "A"\n\n[project.markdown_extensions.selfcheck]\n'


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def in_a_build(file: Path) -> Site:
    """The site as MkDocs has it, at the start of a build that goes no further."""
    config = load_config(str(file))
    plugin = config.plugins["selfcheck"]
    assert isinstance(plugin, SelfCheckPlugin)
    plugin.on_config(config)
    plugin.on_build_error(error=BuildError("a build that goes no further"))
    return plugin.site


BASE = """
theme: {name: material, language: de}
plugins:
  search: {}
  selfcheck: {quizzes: [q2], require: []}
"""
CONFIGURATIONS: dict[str, dict[str, str]] = {
    "one text where several may stand": {
        "mkdocs.yml": "plugins: [selfcheck: {quizzes: q2, require: hints}]\n"
    },
    "a truth as a text": {"mkdocs.yml": "plugins: [selfcheck: {confidence: 'yes'}]\n"},
    "a list of plugins": {"mkdocs.yml": "plugins: [search, selfcheck: {quizzes: [q2]}]\n"},
    "a mapping of plugins": {"mkdocs.yml": "plugins: {selfcheck: {quizzes: [q2], confidence: yes}}\n"},
    "a plugin with nothing behind it": {"mkdocs.yml": "plugins:\n  - selfcheck:\n"},
    "an inherited file": {"mkdocs.yml": "INHERIT: ../base.yml\n", "../base.yml": BASE},
    "a field over an inherited one": {
        "mkdocs.yml": "INHERIT: ../base.yml\nplugins: {selfcheck: {require: [hints]}}\n",
        "../base.yml": BASE,
    },
    "a list over an inherited mapping": {
        "mkdocs.yml": "INHERIT: ../base.yml\nplugins: [selfcheck]\ntheme: readthedocs\n",
        "../base.yml": BASE,
    },
    "a chain, each file's path from its own folder": {
        "mkdocs.yml": "INHERIT: ../common/near.yml\n",
        "../common/near.yml": "INHERIT: more/far.yml\ntheme: {language: fr}\n",
        "../common/more/far.yml": BASE,
    },
    "an environment variable": {"mkdocs.yml": "plugins: [selfcheck: {quizzes: [!ENV QUIZZES]}]\n"},
    "a variable that is not set, with a default": {
        "mkdocs.yml": "plugins: [selfcheck: {confidence: !ENV [UNSET, true], cache: !ENV [UNSET, ALSO, c]}]\n"
    },
    "the first of several variables that is set": {
        "mkdocs.yml": "plugins: [selfcheck: {language: !ENV [UNSET, LANGUAGE_HERE, en]}]\n"
    },
    "a variable that is no text": {"mkdocs.yml": "plugins: [selfcheck: {confidence: !ENV ASKED}]\n"},
    "a variable in the path of the inherited file": {
        "mkdocs.yml": "INHERIT: !ENV [UNSET, ../base.yml]\n",
        "../base.yml": BASE,
    },
    "tags of other programs": {
        "mkdocs.yml": """
plugins: [selfcheck: {quizzes: [q2]}]
markdown_extensions:
  - pymdownx.snippets: {base_path: !relative $docs_dir}
  - toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode }
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
"""
    },
    "pages in another folder": {"mkdocs.yml": "plugins: [selfcheck]\ndocs_dir: pages\n", "pages/a.md": ""},
    "pages outside the folder of the configuration": {
        "mkdocs.yml": "plugins: [selfcheck: {quizzes: [../quizzes]}]\ndocs_dir: ../pages\n",
        "../pages/a.md": "",
    },
    "an anchor and a merged mapping": {
        "mkdocs.yml": "extra: {ours: &ours {quizzes: [q2]}}\nplugins: [selfcheck: {<<: *ours}]\n"
    },
}


@pytest.mark.parametrize("files", CONFIGURATIONS.values(), ids=CONFIGURATIONS)
def test_the_command_reads_what_a_build_reads(
    files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZZES", "q2")
    monkeypatch.setenv("ASKED", "true")
    monkeypatch.setenv("LANGUAGE_HERE", "es")
    root = write(tmp_path / "site", {"docs/index.md": "", **files})
    file = root / "mkdocs.yml"
    file.write_text(f"site_name: A\n{file.read_text('utf-8')}", "utf-8")

    assert site_of(file) == in_a_build(file)


def test_a_relative_path_to_the_configuration_makes_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(tmp_path / "site", {"mkdocs.yml": PLUGIN, "docs/index.md": ""})
    absolute = site_of(root / "mkdocs.yml")
    for folder, named in (
        (root, "mkdocs.yml"),
        (tmp_path, "site/mkdocs.yml"),
        (root / "docs", "../mkdocs.yml"),
    ):
        monkeypatch.chdir(folder)
        assert site_of(Path(named)) == absolute


def test_a_configuration_of_zensical_is_read(tmp_path: Path) -> None:
    options = 'quizzes = ["asked"]\nrequire = []\nconfidence = true\nlanguage = "de"\n'
    text = NATIVE.replace("[project.m", 'docs_dir = "pages"\n\n[project.m') + options
    root = write(tmp_path, {"zensical.toml": text})

    assert site_of(root / "zensical.toml") == Site(
        tmp_path, quizzes=("asked",), require=(), confidence=True, language="de", docs="pages"
    )


def test_a_configuration_of_zensical_may_go_without_the_table_project(tmp_path: Path) -> None:
    root = write(tmp_path, {"zensical.toml": NATIVE.replace("[project]\n", "").replace("project.", "")})
    assert site_of(root / "zensical.toml") == Site(tmp_path)


@pytest.mark.parametrize("name", CONFIGURATION_FILES)
def test_the_command_finds_the_file_by_the_names_that_hosts_give_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = NATIVE if name.endswith(".toml") else PLUGIN
    monkeypatch.chdir(write(tmp_path, {name: text, "quizzes/a.yml": QUIZ}))

    checked = run("check")
    unchecked = UNCHECKED.replace("--build tells", "--site tells of sections and fences")
    told = unchecked if name.endswith(".toml") else UNCHECKED  # no build of ours reads a file of Zensical
    assert (checked.exit_code, checked.output) == (0, f"1 question in 1 file: no problems\n{told}")


def test_of_two_configurations_the_command_says_which_it_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, {"mkdocs.yml": PLUGIN, "zensical.toml": NATIVE, "quizzes/a.yml": QUIZ}))
    told = "reading mkdocs.yml, not zensical.toml; --config-file names another file\n"
    assert run("check").stderr == told
    assert run("check", "-f", "zensical.toml").stderr == ""


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "mkdocs.yml: No such file or directory; name the right file by --config-file"),
        ({"mkdocs.yml": "- a\n"}, "mkdocs.yml: a mapping is expected; begin it with `site_name:`"),
        ({"mkdocs.yml": ""}, "mkdocs.yml: a mapping is expected; begin it with `site_name:`"),
        (
            {"mkdocs.yml": "site_name: A: B\n"},
            "mkdocs.yml:1:13: a colon and a space stand inside a text; "
            "put quotes round the text, or start it on a new line after `|`",
        ),
        (
            {"mkdocs.yml": "site_name: A\nextra: {day: 2024-02-30}\n"},
            "mkdocs.yml: a value cannot be read: day is out of range for month; "
            "put quotes round what is meant as text",
        ),
        (
            {"mkdocs.yml": "docs_dir: 2024\nplugins: [selfcheck]\n"},
            "mkdocs.yml: `docs_dir` is no text; put quotes round the path of the pages",
        ),
        (
            {"mkdocs.yml": "INHERIT: base.yml\n"},
            'mkdocs.yml: INHERIT names "base.yml", which is no file; write its path',
        ),
        (
            {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": "INHERIT: ./mkdocs.yml\n"},
            "base.yml: INHERIT leads back to mkdocs.yml; remove one of the two",
        ),
        (
            {"mkdocs.yml": "site_name: A\nplugins: [search]\n"},
            "mkdocs.yml: selfcheck is neither among the plugins nor among the Markdown extensions; "
            "add `- selfcheck` to one",
        ),
        (
            {"zensical.toml": '[project]\nsite_name = "A"\nplugins = ["selfcheck"]\n'},
            "zensical.toml: selfcheck is not among the Markdown extensions, and Zensical runs no plugins; "
            "add the table [project.markdown_extensions.selfcheck]",
        ),
        (
            {"zensical.toml": "[project]\nsite_name = A\n"},
            "zensical.toml:2:13: this is not TOML: Invalid value; mend this line",
        ),
        (
            {"zensical.toml": "[project]\nnav = [\n"},
            "zensical.toml:2: this is not TOML: Invalid value; mend this line",
        ),
    ],
)
def test_what_is_wrong_with_a_configuration_is_told(
    files: dict[str, str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, files))
    checked = run("check")
    assert (checked.exit_code, checked.stderr) == (2, f"Error: {said}\n")


@pytest.mark.parametrize(
    ("plugins", "said"),
    [
        ("[selfcheck: [lint]]", "4:11: the options of selfcheck are a mapping, not a list; "),
        ("{selfcheck: [lint]}", "4:11: the options of selfcheck are a mapping, not a list; "),
        ("{search: {}, selfcheck: 3}", '4:23: the options of selfcheck are a mapping, not "3"; '),
        ("\nmarkdown_extensions: [selfcheck: 3]", '5:23: the options of selfcheck are a mapping, not "3"; '),
        ("[selfcheck: lint]", '4:11: the options of selfcheck are a mapping, not "lint"; '),
        ("[selfcheck: true]", "4:11: the options of selfcheck are a mapping, not true; "),
        (
            "\n  - selfcheck:\n    lint: true\n",
            "5:5: `lint` stands beside selfcheck, and not among its options; "
            "indent it further than `selfcheck`",
        ),
        (
            "\n  - selfcheck\n  - search\n  - selfcheck: {lint: true}\n",
            "7:5: selfcheck stands twice among the plugins; keep one of the two",
        ),
        (
            "selfcheck",
            '4:10: a list is expected behind `plugins`, not "selfcheck"; write each name on a line of',
        ),
        (
            "[selfcheck: {quizzes: [a, a/]}]",
            '4:36: the option `quizzes` names "a/" twice; keep one of the two',
        ),
        (
            "[selfcheck: {quizzes: [a/b, a]}]",
            '4:38: the option `quizzes` names "a/b", which is read with "a" already; '
            "leave one of the two out",
        ),
        ('[selfcheck: {quizzes: ""}]', "4:23: the option `quizzes` names no folder; write its path"),
        (
            "[selfcheck: {language: deutsch}]",
            '4:23: the option `language` is a language tag, not "deutsch"; write one, as en or pt-BR',
        ),
    ],
)
def test_what_a_host_refuses_of_a_plugin_is_told_by_command_and_build(
    plugins: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration = f"site_name: A\n\ntheme: mkdocs\nplugins: {plugins}"
    monkeypatch.chdir(write(tmp_path, {"mkdocs.yml": configuration, "docs/index.md": "# A\n"}))
    checked = run("check")
    assert checked.exit_code == 2
    assert f"mkdocs.yml:{said}" in checked.stderr
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], capture_output=True, text=True, check=False
    )
    assert built.returncode == 1
    assert "Traceback" not in built.stderr


@pytest.mark.parametrize(
    ("file", "text", "place", "name"),
    [
        (
            "mkdocs.yml",
            "plugins:\n  - search\n  - mkdocs-selfcheck: {lint: true}\n",
            "3:5",
            "mkdocs-selfcheck",
        ),
        ("mkdocs.yml", "plugins: [SelfCheck]\n", "1:11", "SelfCheck"),
        ("mkdocs.yml", "markdown_extensions: {self_check: {}}\n", "1:23", "self_check"),
        ("zensical.toml", "[project.markdown_extensions]\nself-check = {}\n", "2:1", "self-check"),
    ],
)
def test_a_plugin_by_another_name_is_told_at_its_line(
    file: str, text: str, place: str, name: str, tmp_path: Path
) -> None:
    write(tmp_path, {file: text})
    told = f'{file}:{place}: selfcheck is called "{name}" here, which hosts do not know; write `selfcheck`'
    with pytest.raises(ProblemsFound, match=re.escape(told)):
        site_of(tmp_path / file)


def test_options_in_toml_are_told_how_to_write_them_there(tmp_path: Path) -> None:
    write(tmp_path, {"zensical.toml": "[project.markdown_extensions]\nselfcheck = true\n"})
    with pytest.raises(ProblemsFound, match=r"not true; write a table, as `selfcheck = \{ lint = true \}`"):
        site_of(tmp_path / "zensical.toml")


def test_the_language_of_pages_that_an_extension_is_told_is_a_tag(tmp_path: Path) -> None:
    given = "markdown_extensions: [selfcheck: {page_language: deutsch}]\n"
    write(tmp_path, {"mkdocs.yml": f"site_name: A\ntheme: mkdocs\n{given}"})
    told = r'3:35: the option `page_language` is a language tag, not "deutsch"; write one, as en or pt-BR'
    with pytest.raises(ProblemsFound, match=told):
        site_of(tmp_path / "mkdocs.yml")


@pytest.mark.parametrize(("language", "known"), [("deutsch", "en"), ("pt_br", "pt-BR")])
def test_a_theme_whose_language_is_none_is_no_fault_of_an_option(
    tmp_path: Path, language: str, known: str
) -> None:
    theme = f"theme: {{name: material, language: {language}}}"
    file = tmp_path / "mkdocs.yml"
    write(tmp_path, {"mkdocs.yml": f"site_name: A\n{theme}\nplugins: [selfcheck]\n"})
    assert site_of(file).page_language == known


def test_a_configuration_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_bytes(b"site_name: \xe9\n")
    with pytest.raises(ConfigurationUnreadable, match=r"the file is not UTF-8; save it with this encoding"):
        site_of(file)


def test_no_question_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {"mkdocs.yml": PLUGIN, "quizzes/readme.txt": "", "asked/a.yml": QUIZ}))
    checked = run("check")
    assert checked.exit_code == 2
    assert checked.output == (
        "Error: mkdocs.yml: there is no question file in quizzes; "
        "write one there, or name the right folders by the option `quizzes`\n"
    )


@pytest.mark.parametrize(("name", "text"), [("mkdocs.yml", PLUGIN), ("zensical.toml", NATIVE)])
def test_the_command_tells_of_answers_that_a_site_would_publish(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quizzes = ["docs/asked"]
    asked = f"quizzes = {quizzes}\n".replace("'", '"') if name.endswith(".toml") else ""
    text = text.replace("[selfcheck]", f"[selfcheck: {{quizzes: {quizzes}}}]") + asked
    monkeypatch.chdir(write(tmp_path, {name: text, "docs/asked/a.yml": QUIZ}))
    checked = run("check")
    assert checked.exit_code == 1
    assert "docs/asked: the site publishes this folder, and with it every answer; " in checked.output

    excluded = 'exclude_docs = "asked/"\n' if name.endswith(".toml") else 'exclude_docs: "asked/"\n'
    text = text.replace("[project]\n", f"[project]\n{excluded}") if asked else text + excluded
    write(tmp_path, {name: text})
    assert run("check").exit_code == 0


@pytest.mark.parametrize(
    ("setting", "is_published"),
    [
        ('exclude_docs: "drafts/"\n', True),
        ('exclude_docs: "asked"\n', False),
        ("exclude_docs: |\n  asked/*\n  !a.yml\n", True),
        ('draft_docs: "/asked/"\n', False),
        ('not_in_nav: "/asked/"\n', True),
    ],
)
def test_the_command_reads_what_is_excluded_as_a_build_does(
    setting: str, is_published: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"site_name: A\nplugins: [selfcheck: {{quizzes: [docs/asked]}}]\n{setting}"
    monkeypatch.chdir(
        write(tmp_path, {"mkdocs.yml": text, "docs/asked/a.yml": QUIZ, "docs/index.md": "# A\n"})
    )
    said = "docs/asked: the site publishes this folder, and with it every answer; "
    assert (said in run("check").output) == is_published
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q"], capture_output=True, text=True, check=False
    )
    assert (said in build.stderr) == is_published


def test_the_command_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two = QUIZ + QUIZ.replace("questions:\n", "").replace("is-it-found", "is-it-too")
    monkeypatch.chdir(write(tmp_path, {"mkdocs.yml": PLUGIN, "quizzes/a.yml": two}))
    assert run("check").output == f"2 questions in 1 file: no problems\n{UNCHECKED}"
    write(tmp_path, {"quizzes/b.yml": QUIZ.replace("is-it-found", "is-it-there")})
    assert run("check").output == f"3 questions in 2 files: no problems\n{UNCHECKED}"


def test_a_configuration_elsewhere_is_checked_with_the_folders_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"site/mkdocs.yml": PLUGIN, "site/quizzes/a.yml": QUIZ, "here/a.txt": ""})
    monkeypatch.chdir(tmp_path / "here")
    assert run("check", "-f", os.path.join("..", "site", "mkdocs.yml")).output == (
        f"1 question in 1 file: no problems\n{UNCHECKED}"
    )
