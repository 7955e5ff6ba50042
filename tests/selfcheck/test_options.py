"""An option is stated once, and means the same under the plugin, under the extension and to the command."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from selfcheck.configuration import site_of
from selfcheck.extension import SelfCheckExtension
from selfcheck.options import ExtensionOptions, Options, options_of
from selfcheck.plugin import SelfCheckPlugin
from selfcheck.site import Site
from tests.selfcheck.sites import draw

GIVEN = {
    "quizzes": "[questions, more]",
    "require": "[hints, section]",
    "language": "de",
    "storage": "lessons",
    "cache": '""',
    "confidence": "true",
    "types": "[]",
    "functions": "[colorsys]",
    "exports": "[summary]",
}


def configured(folder: Path, kind: str, /, **options: str) -> Site:
    """The site as the command finds it, with options under `plugins` or `markdown_extensions`."""
    lines = "".join(f"\n      {name}: {value}" for name, value in options.items())
    draw(folder, {"mkdocs.yml": f"site_name: A\ndocs_dir: pages\n{kind}:\n  - selfcheck:{lines}\n"})
    return site_of(folder / "mkdocs.yml")


def test_the_plugin_takes_every_option_of_a_site() -> None:
    assert [name for name, _ in SelfCheckPlugin.config_scheme] == [each.name for each in fields(Options)]


def test_the_extension_takes_those_and_what_mkdocs_would_know() -> None:
    assert list(SelfCheckExtension().config) == [each.name for each in fields(ExtensionOptions)]


@pytest.mark.parametrize("kind", ["plugins", "markdown_extensions"])
def test_the_command_reads_every_option_that_is_given(tmp_path: Path, kind: str) -> None:
    site = configured(tmp_path, kind, **GIVEN)
    assert site == Site(
        tmp_path.resolve(),
        quizzes=("questions", "more"),
        require=("hints", "section"),
        language="de",
        storage="lessons",
        cache="",
        confidence=True,
        functions=("colorsys",),
        exports=("summary",),
        docs="pages",
        # MkDocs' themes are English where they name no language; of other hosts' nothing is known.
        page_language="en" if kind == "plugins" else "",
    )


def test_the_extension_reads_them_alike(tmp_path: Path) -> None:
    given: dict[str, Any] = {
        "root": str(tmp_path),
        "docs": "pages",
        "quizzes": ["questions"],
        "confidence": "true",
    }
    assert SelfCheckExtension(**given).site == configured(
        tmp_path, "markdown_extensions", quizzes="[questions]", confidence="true"
    )


@pytest.mark.parametrize("option", [each.name for each in options_of(ExtensionOptions)])
def test_an_option_with_nothing_behind_it_has_its_default(tmp_path: Path, option: str) -> None:
    site = configured(tmp_path, "markdown_extensions", **{option: ""})
    assert site == Site(tmp_path.resolve(), docs="pages")


def test_a_site_without_questions_loads_no_models(tmp_path: Path) -> None:
    draw(tmp_path, {"quizzes/readme.md": ""})
    code = (
        "import sys, pathlib, selfcheck.plugin\nfrom selfcheck.site import Site\n"
        f"assert Site(pathlib.Path({str(tmp_path)!r})).bank().quizzes == {{}}\n"
        "print([name for name in ('pydantic', 'selfcheck.item', 'selfcheck.model') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_one_name_is_a_list_of_one(tmp_path: Path) -> None:
    assert configured(tmp_path, "plugins", quizzes="questions").quizzes == ("questions",)
    assert SelfCheckExtension(root=str(tmp_path), quizzes="questions").site.quizzes == ("questions",)
