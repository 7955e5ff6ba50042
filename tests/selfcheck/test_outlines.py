"""Blocks of earlier builds are used again, and a build with them gives the bytes of one without any."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from zlib import crc32

import pytest

from selfcheck.code_version import code_version
from tests.selfcheck.sites import build, build_apart, draw, environment

SETTINGS = """
site_name: Outlines
theme: {name: null, custom_dir: theme, language: en}
repo_url: https://github.com/owner/name
plugins: [selfcheck: {}]
markdown_extensions: [attr_list, tables]
"""
QUIZ = """
questions:
  - id: strides
    type: single-choice
    stem: What does a stride of 2 halve, as in HTML?
    section: index.md#strides
    options:
      - text: "!!! note\\n    the *size* of the map"
        correct: true
        feedback: See [the page][further].
      - text: the number of weights
    explanation: The kernel "skips" every second place.
  - id: named
    type: text-entry
    stem: What is the distance called?
    answers: [stride]
    explanation: It is the stride.
"""
GERMAN = """
questions:
  - id: strides
    stem: Was halbiert eine Schrittweite von 2?
"""
PAGE = "# Page\n\n## Strides {{#strides}}\n\n```quiz\n{fence}\n```\n\n[further]: index.md\n"
SITE = {
    "mkdocs.yml": SETTINGS,
    "theme/main.html": '<!DOCTYPE html>\n<html lang="en"><body>{{ page.content }}</body></html>\n',
    "quizzes/strides.yml": QUIZ,
    "quizzes/more.yml": QUIZ.replace("id: ", "id: more-"),
    "docs/index.md": PAGE.format(fence="strides"),
}


def with_options(**options: object) -> dict[str, str]:
    return {"mkdocs.yml": SETTINGS.replace("selfcheck: {}", f"selfcheck: {json.dumps(options)}")}


def with_extension(name: str) -> dict[str, str]:
    return {"mkdocs.yml": SETTINGS.replace("[attr_list", f"[{name}, attr_list")}


def page(fence: str = "strides", before: str = "", behind: str = "") -> dict[str, str]:
    return {"docs/index.md": before + PAGE.format(fence=fence) + behind}


CHANGES: Mapping[str, Mapping[str, str]] = {
    "a stem": {"quizzes/strides.yml": QUIZ.replace("halve", "double")},
    "a key": {"quizzes/strides.yml": QUIZ.replace("    answers: [stride]", "    answers: [step]")},
    "a line of the question file": {**with_options(), "quizzes/strides.yml": f"# a comment\n{QUIZ}"},
    "its number and the total": page("quiz: strides\nonly: [named]"),
    "the heading above": {"docs/index.md": PAGE.format(fence="strides").replace("## ", "#### ")},
    "the level as an option": with_options(heading_level=5),
    "confidence": with_options(confidence=True),
    "a worksheet": page("quiz: strides\nas: worksheet"),
    "an answer key": page("quiz: strides\nas: answer-key"),
    "words of the site": with_options(words={"en": {"check": "Try"}, "fr": {"check": "Essayer"}}),
    "the language of the words": with_options(language="de"),
    "the language of the page": page(before="---\nlanguage: fr\n---\n"),
    "the language of the document": {"mkdocs.yml": SETTINGS.replace("language: en", "language: fr")},
    "a translation": {"quizzes/strides.de.yml": GERMAN, **page(before="---\nlanguage: de\n---\n")},
    "the repository": {"mkdocs.yml": SETTINGS.replace("owner", "other")},
    "where questions are edited": {"mkdocs.yml": f"{SETTINGS}edit_uri: edit/main/docs/\n"},
    "a paragraph that becomes a block": with_extension("admonition"),
    "what extensions make of texts": with_extension("smarty"),
    "an abbreviation of the page": {
        **with_extension("abbr"),
        **page(behind="\n*[HTML]: Hypertext Markup Language\n"),
    },
    "an address that the page names": {
        "docs/index.md": PAGE.format(fence="strides").replace("[further]: index.md", "[further]: #strides")
    },
}


def html(root: Path) -> str:
    outcome = build(root)
    assert outcome.exit_code == 0, outcome.said
    return (root / "site/index.html").read_text("utf-8")


def outlines(root: Path) -> list[Path]:
    return sorted((root / ".cache/selfcheck").glob("blocks.*.lines"))


def kept(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()


@pytest.mark.parametrize("changed", CHANGES.values(), ids=CHANGES)
def test_a_block_changes_with_each_thing_that_it_depends_on(
    tmp_path: Path, changed: Mapping[str, str]
) -> None:
    before = html(draw(tmp_path, SITE))
    assert before == html(tmp_path)
    after = html(draw(tmp_path, {**SITE, **changed}))
    shutil.rmtree(tmp_path / ".cache")
    assert after == html(tmp_path), "as without a cache"
    assert after != before, "the change is one that a page shows"


def test_a_block_is_taken_from_an_earlier_build(tmp_path: Path) -> None:
    html(draw(tmp_path, SITE))
    (file,) = outlines(tmp_path)
    assert len(kept(file)) == 2
    lines = [line.split(" ", 2) for line in kept(file)]
    marked = [(key, text.replace("self-check__label", "from-the-cache")) for key, _, text in lines]
    file.write_text("".join(f"{key} {crc32(text.encode()):08x} {text}\n" for key, text in marked), "utf-8")
    assert html(tmp_path).count("from-the-cache") == 2


def test_what_is_kept_of_pages_and_questions_that_are_gone_is_dropped(tmp_path: Path) -> None:
    for each in (SITE, {**SITE, **page("more")}):
        assert build_apart(draw(tmp_path, each)).exit_code == 0
    (file,) = outlines(tmp_path)
    assert len(kept(file)) == 2
    assert "more-strides" in "".join(kept(file))


def test_a_dirty_build_keeps_what_it_has_not_looked_at(tmp_path: Path) -> None:
    html(draw(tmp_path, {**SITE, "docs/more.md": PAGE.format(fence="more")}))
    draw(tmp_path, {**SITE, **page(behind="More.\n")})
    assert build(tmp_path, dirty=True).exit_code == 0
    (file,) = outlines(tmp_path)
    assert len(kept(file)) == 4


def test_questions_that_may_follow_the_functions_of_a_site_are_rendered_in_every_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    functions = {"own_functions.py": "def steps(): return 2\n\n__all__ = ['steps']\n"}
    html(draw(tmp_path, {**SITE, **functions, **with_options(functions=["own_functions"])}))
    (file,) = outlines(tmp_path)
    assert [len(kept(file)), "single-choice" in kept(file)[0]] == [1, True]


def test_a_site_without_a_cache_keeps_nothing(tmp_path: Path) -> None:
    html(draw(tmp_path, {**SITE, **with_options(cache="")}))
    assert not (tmp_path / ".cache").exists()


def test_a_build_that_fails_leaves_what_earlier_ones_kept(tmp_path: Path) -> None:
    html(draw(tmp_path, SITE))
    (file,) = outlines(tmp_path)
    before = file.read_bytes()
    draw(tmp_path, {**SITE, "quizzes/strides.yml": QUIZ.replace("answers: [stride]", "answer: stride")})
    assert build(tmp_path).exit_code == 1
    assert file.read_bytes() == before


def test_a_warm_build_loads_neither_models_nor_templates(tmp_path: Path) -> None:
    draw(tmp_path, SITE)
    assert build_apart(tmp_path).exit_code == 0
    code = (
        "import sys\nfrom mkdocs.__main__ import cli\n"
        "cli(['build', '--quiet'], standalone_mode=False)\n"
        "print({'pydantic', 'selfcheck.item', 'selfcheck.quiz_text'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"


def test_a_template_belongs_to_the_version_of_the_code(tmp_path: Path) -> None:
    versions = []
    for text in ("<p>", "<div>"):
        (tmp_path / "template.html").write_text(text, "utf-8")
        code_version.cache_clear()
        versions.append(code_version((tmp_path,)))
    code_version.cache_clear()
    assert len({*versions, code_version()}) == 3
