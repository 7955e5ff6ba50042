"""`selfcheck check --site`: a fence that a host ignored is no success, and names its page and line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from selfcheck.cli import main
from tests.selfcheck.sites import CONFIGURATION, build, draw

QUIZ = """
title: Grids
questions:
  - id: a-verdict
    type: true-false
    stem: Is a label a number?
    answer: true
    explanation: Classes are counted from 0.
  - id: another-verdict
    type: true-false
    stem: Is a colour a number?
    answer: false
    explanation: Classes are counted from 0.
"""
PAGES = {
    "docs/index.md": "# Home\n\n```quiz\ngrids\n```\n",
    "docs/part/index.md": "---\ntitle: Part\n---\n# Part\n\n!!! note\n\n    ```quiz\n    grids\n    ```\n",
    "docs/part/lesson.md": "# Lesson\n\n- 1\n\n    ~~~quiz\n    quiz: grids\n    only: [a-verdict]\n    ~~~",
    "docs/none.md": "# None\n\n```text\ngrids\n```\n",
    "quizzes/grids.yml": QUIZ,
}
SAMPLES = """
# How questions are placed

````md
```quiz
grids
```
````

~~~~
~~~quiz
grids
~~~
~~~~

    ```quiz
    grids
    ```

> ````md
> ```quiz
> grids
> ```
> ````

- A list

        ```quiz
        indented
        ```

<!--
```quiz
grids
```
-->

```text
the name: grids
```

Text.
"""
OLD = "# Old\n\n[A script that no version has](assets/selfcheck/frame.0123abcd.js)\n"
AGAIN = "build with --clean; MkDocs needs selfcheck among its plugins, other hosts `selfcheck assets`"
PLACES = ("docs/index.md:3", "docs/part/index.md:8", "docs/part/lesson.md:5")
IGNORED = "the built page shows this fence as code: selfcheck had no part in the build"


def site(root: Path, pages: Mapping[str, str], configuration: str = CONFIGURATION) -> Path:
    """A site as `mkdocs build` makes it with this configuration; the command later reads another."""
    draw(root, {**pages, "mkdocs.yml": configuration})
    outcome = build(root)
    assert outcome.exit_code == 0, outcome.said
    (root / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    return root / "site"


def check(root: Path, folder: str = "site") -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml"), "--site", str(root / folder)])


def ignoring(extensions: str) -> str:
    """A configuration that does not name selfcheck."""
    return f"site_name: Test\ntheme: {{name: mkdocs}}\nplugins: []\nmarkdown_extensions: [{extensions}]\n"


@pytest.mark.parametrize("folders", ["true", "false"])
def test_a_site_that_shows_its_questions_passes(tmp_path: Path, folders: str) -> None:
    site(tmp_path, PAGES, f"{CONFIGURATION}use_directory_urls: {folders}\n")
    checked = check(tmp_path)

    assert checked.exit_code == 0, checked.output
    assert checked.output == f"2 questions in 1 file, 3 fences in {tmp_path / 'site'}: no problems\n"


def test_a_check_of_one_file_knows_the_questions_of_all_pages(tmp_path: Path) -> None:
    other = QUIZ.replace("a-verdict", "first").replace("another-verdict", "second")
    pages = {"docs/other.md": "# Other\n\n```quiz\nother\n```\n", "quizzes/other.yml": other}
    site(tmp_path, {**PAGES, **pages})
    checked = CliRunner().invoke(
        main,
        [
            *("check", "-f", str(tmp_path / "mkdocs.yml"), "--site", str(tmp_path / "site"), "--strict"),
            str(tmp_path / "quizzes/other.yml"),
        ],
    )
    assert checked.output == f"2 questions in 1 file, 4 fences in {tmp_path / 'site'}: no problems\n"


@pytest.mark.parametrize("folders", ["true", "false"])
@pytest.mark.parametrize(
    "extensions",
    [
        "admonition, fenced_code",
        "admonition, pymdownx.superfences",
        "admonition, pymdownx.superfences, pymdownx.highlight: {linenums: true, linenums_style: table}",
        "admonition, pymdownx.superfences, pymdownx.highlight: {linenums: true, linenums_style: inline}",
        "admonition, pymdownx.superfences, pymdownx.highlight: {use_pygments: false}",
        "admonition, tables",
    ],
)
def test_a_fence_that_was_ignored_is_told_with_page_and_line(
    tmp_path: Path, extensions: str, folders: str
) -> None:
    is_nested = "superfences" in extensions
    pages = PAGES if is_nested else {name: PAGES[name] for name in ("docs/index.md", "quizzes/grids.yml")}
    site(tmp_path, pages, f"{ignoring(extensions)}use_directory_urls: {folders}\n")
    checked = check(tmp_path)

    assert checked.exit_code == 1
    said = [line for line in checked.output.splitlines() if line.startswith("docs/")]
    places = PLACES if is_nested else PLACES[:1]
    assert [line.partition(f": {IGNORED}; ")[0] for line in said] == list(places)
    assert checked.output.endswith(f": {len(said)} problem{'s' if len(said) > 1 else ''}\n")


def test_samples_are_no_fences_that_were_ignored(tmp_path: Path) -> None:
    sample = f"{SAMPLES}\n```quiz\ngrids\n```\n"
    extensions = "[admonition, attr_list, pymdownx.superfences]"
    configuration = CONFIGURATION.replace("[admonition, attr_list, md_in_html]", extensions)
    site(tmp_path, {"docs/fences.md": sample, "quizzes/grids.yml": QUIZ}, configuration)
    checked = check(tmp_path)

    assert checked.exit_code == 0, checked.output
    assert "note" not in checked.output


def test_worksheets_are_found(tmp_path: Path) -> None:
    page = (
        "# Paper\n\n```quiz\nquiz: grids\nas: worksheet\n```\n\n```quiz\nquiz: grids\nas: answer-key\n```\n"
    )
    site(tmp_path, {"docs/paper.md": page, "quizzes/grids.yml": QUIZ})
    checked = check(tmp_path)

    assert (checked.exit_code, "note" in checked.output) == (0, False), checked.output


def test_a_page_that_another_plugin_replaced_is_a_note(tmp_path: Path) -> None:
    built = site(tmp_path, PAGES)
    (built / "index.html").write_text("<html><body>U2FsdGVkX1 code <code>grids of all kinds</code>", "utf-8")
    checked = check(tmp_path)

    assert checked.exit_code == 0
    assert checked.output.startswith(
        "docs/index.md:3: note: the built page shows neither this quiz nor its fence; "
        "another plugin may have replaced the page; if it is older than its questions, build with --clean "
        "[built-site]\n"
    )


def test_a_page_that_was_not_built_is_a_note(tmp_path: Path) -> None:
    built = site(tmp_path, PAGES)
    shutil.rmtree(built / "part/lesson")
    (tmp_path / "docs/.drafts").mkdir()
    shutil.copy(tmp_path / "docs/index.md", tmp_path / "docs/.drafts/hidden.md")
    shutil.rmtree(built / "part")
    checked = check(tmp_path)

    assert checked.exit_code == 0
    message = "this page is not in the built site; it may be a draft, or excluded"
    assert f"docs/part/lesson.md:5: note: {message} [built-site]\n" in checked.output
    assert ".drafts" not in checked.output


@pytest.mark.parametrize("is_ignored", [True, False])
def test_a_page_with_an_address_of_its_own_is_found(tmp_path: Path, is_ignored: bool) -> None:
    extensions = "pymdownx.superfences"
    post = {"docs/blog/posts/first.md": PAGES["docs/index.md"], "quizzes/grids.yml": QUIZ}
    built = site(tmp_path, post, ignoring(extensions) if is_ignored else CONFIGURATION)
    address = built / "blog/2026/11/28/the-first-post"
    address.parent.mkdir(parents=True)
    shutil.move(built / "blog/posts/first", address)
    checked = check(tmp_path)

    assert checked.exit_code == int(is_ignored), checked.output
    assert (f"docs/blog/posts/first.md:3: {IGNORED}" in checked.output) == is_ignored
    assert "note" not in checked.output


def test_a_script_that_is_missing_is_told(tmp_path: Path) -> None:
    built = site(tmp_path, PAGES)
    (script,) = (built / "assets/selfcheck").glob("frame.*.js")
    script.unlink()
    checked = check(tmp_path)

    assert checked.exit_code == 1
    missing = f'loads "assets/selfcheck/{script.name}", which is not in the site; {AGAIN}'
    assert f"docs/index.md:3: the built page {missing} [built-site]\n" in checked.output
    assert (
        f'docs/part/lesson.md:5: the built page loads "../../assets/selfcheck/{script.name}"'
        in checked.output
    )


def test_where_no_host_publishes_scripts_the_command_does_in_the_language_of_each_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    alone = CONFIGURATION.replace("plugins:\n  - selfcheck", "plugins: []").replace("[adm", "[selfcheck, adm")
    french = f"---\nlanguage: fr\n---\n{PAGES['docs/index.md']}"
    built = site(tmp_path, {**PAGES, "docs/french.md": french, "docs/old.md": OLD}, alone)
    checked = check(tmp_path)
    assert checked.exit_code == 1
    assert f"which is not in the site; {AGAIN} [built-site]\n" in checked.output

    option = ["--config-file", str(tmp_path / "mkdocs.yml")]
    written = CliRunner().invoke(main, ["assets", str(built), *option]).output.splitlines()
    assert check(tmp_path).exit_code == 0, check(tmp_path).output
    assert len({Path(each).name for each in written if "/frame." in each and each.endswith(".js")}) == 2
    assert sorted(written) == sorted(set(written)) == sorted(map(str, (built / "assets/selfcheck").iterdir()))


def test_a_script_with_its_version_behind_its_name_is_found(tmp_path: Path) -> None:
    built = site(tmp_path, PAGES)
    for page in built.rglob("*.html"):
        html = re.sub(r"(assets/selfcheck/[\w.-]+)", r"\1?v=3", page.read_text("utf-8"))
        page.write_text(html, "utf-8")
    checked = check(tmp_path)

    assert checked.exit_code == 0, checked.output


def test_what_a_host_without_plugins_cannot_check_is_a_note(tmp_path: Path) -> None:
    lost = QUIZ.replace("    stem: Is a label", "    section: part/lesson.md#lessen\n    stem: Is a label")
    more = {"quizzes/grids.yml": lost, "quizzes/more.yml": QUIZ.replace("verdict", "view")}
    draft = {
        "quizzes/drafts.yml": QUIZ.replace("verdict", "draft"),
        "docs/draft.md": "```quiz\ndrafts\n```\n",
    }
    built = site(tmp_path, PAGES)
    for name, text in {**more, **draft}.items():
        (tmp_path / name).write_text(text, "utf-8")
    checked = check(tmp_path)

    assert built.is_dir()
    assert checked.exit_code == 0
    notes = [line for line in checked.output.splitlines() if " note: " in line]
    assert notes == [
        "docs/draft.md:1: note: this page is not in the built site; it may be a draft, or excluded "
        "[built-site]",
        'quizzes/grids.yml:6:14: note: a-verdict: the page "part/lesson.md" has no anchor "#lessen"; '
        'did you mean "lesson"? [section]',
        "quizzes/more.yml:1:1: note: no page shows this quiz; "
        "put the fence ```quiz with the name more into a page, or remove the file [unused]",
    ]


@pytest.mark.parametrize(
    ("section", "more"),
    [
        ("made/page.md#nowhere", {"site/made/page/index.html": "<h2 id='a'>A</h2>"}),
        ("part/lesson.md#nowhere", {"docs/part/lesson.fr.md": "# Leçon\n"}),
        ("part/lesson.md#lesson", {"site/part/lesson/index.html": "<p id='secret'>U2FsdGVkX1</p>"}),
        ("index.md#nowhere", {"site/index.html": "<h2 id='other'>A password</h2>"}),
    ],
    ids=["generated", "translated", "encrypted", "replaced"],
)
def test_sections_of_pages_that_do_not_stand_for_their_files_are_not_judged(
    tmp_path: Path, section: str, more: Mapping[str, str]
) -> None:
    site(tmp_path, PAGES)
    pointing = QUIZ.replace("    stem: Is a label", f"    section: {section}\n    stem: Is a label")
    for name, text in {"quizzes/grids.yml": pointing, **more}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    assert "[section]" not in check(tmp_path).output


def test_a_site_may_be_checked_from_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = (
        '<self-check id="check-a-verdict"></self-check><self-check id="check-another-verdict"></self-check>'
    )
    page = {"docs/index.md": PAGES["docs/index.md"], "site/index.html": shown}
    draw(tmp_path, {**page, "quizzes/grids.yml": QUIZ, "mkdocs.yml": CONFIGURATION})
    monkeypatch.chdir(tmp_path / "site")
    checked = CliRunner().invoke(main, ["check", "-f", "../mkdocs.yml", "--site", "."])
    assert checked.output == "2 questions in 1 file, 1 fence in .: no problems\n"


def test_a_folder_without_pages_is_no_success(tmp_path: Path) -> None:
    site(tmp_path, PAGES)
    checked = check(tmp_path, "docs")

    assert checked.exit_code == 2
    assert "there is no page in this folder; name that of a built site" in checked.output
