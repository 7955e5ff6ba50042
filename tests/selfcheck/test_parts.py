"""Questions in a part that another plugin converts apart, as a docstring or what code on the page prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selfcheck.course.open_blocks import open_blocks
from tests.pages.nesting import Nesting
from tests.selfcheck.sites import CONFIGURATION, build, draw

# As mkdocstrings and markdown-exec do: the extensions of the page, without the host's own processor of links,
# and a prefix before each name.
HOOK = """
import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor


class Prefix(Treeprocessor):
    def run(self, root):
        for element in root.iter():
            for name in {"id", "name", "for"}.intersection(element.attrib):
                element.set(name, "part--" + element.get(name))


class Parts(Preprocessor):
    def run(self, lines):
        return re.sub("%%%\\n(.+?)\\n%%%", self._converted, "\\n".join(lines), flags=re.DOTALL).split("\\n")

    def _converted(self, part):
        apart = Markdown(extensions=extensions)
        apart.treeprocessors.register(Prefix(apart), "prefix", 4)
        return self.md.htmlStash.store(apart.convert(part[1]))


class PartsExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Parts(md), "parts", 30)


def on_config(config):
    global extensions
    extensions = config.markdown_extensions
    extensions.append(PartsExtension())
"""
QUIZ = """
questions:
  - id: a-choice
    type: single-choice
    section: deep/apart.md#a-part
    stem: |
      Which? See [the page](index.md?a=b#test) and [below](#a-part).

      ![A dot](dot.svg)
    options:
      - text: |
          one

          block
        correct: true
        feedback: Yes.
      - {text: "![two](dot.svg)", feedback: "No, [why](https://example.org/a.md)."}
    explanation: So it is.
  - id: some-gaps
    type: cloze
    stem: Fill in.
    text: Sky is [_sky_], and grass [_grass_].
    gaps:
      sky: {answers: [blue]}
      grass: {options: [{text: green, correct: true}, {text: red, feedback: No.}]}
    explanation: So it is.
  - id: an-order
    type: ordering
    stem: Sort.
    rows: [{text: ant}, {text: cat}, {text: elephant}]
    explanation: So it is.
  - id: some-pairs
    type: matching
    stem: Match.
    pairs: [{prompt: France, target: Paris}, {prompt: Spain, target: Madrid}]
    explanation: So it is.
"""
FENCE = "```quiz\na\n```"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    draw(
        tmp_path,
        {
            "mkdocs.yml": CONFIGURATION + "hooks: [hook.py]\n",
            "hook.py": HOOK,
            "docs/deep/plain.md": f"# Plain\n\n{FENCE}\n",
            "docs/deep/apart.md": f"# Apart\n\n## A part\n\n%%%\n{FENCE}\n%%%\n",
            "docs/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "quizzes/a.yml": QUIZ,
        },
    )
    assert build(tmp_path, strict=True).said == ""
    return tmp_path / "site"


def test_their_blocks_are_those_of_any_page(site: Path) -> None:
    plain, apart = (_blocks(site, name) for name in ("plain", "apart"))
    assert len(plain) == 4
    assert apart == plain


def test_they_stand_in_no_paragraph(site: Path) -> None:
    page = (site / "deep/apart/index.html").read_text("utf-8")
    assert re.search(r"</h2>\s*<link", page)
    assert Nesting(page).found == []


def test_a_question_stands_on_a_page_once_also_with_what_is_converted_apart(site: Path) -> None:
    root = site.parent
    one = "```quiz\nquiz: a\nonly: [some-gaps]\n```"
    pages = {
        "docs/below.md": f"# Below\n\n%%%\n{FENCE}\n%%%\n\n{one}\n",
        "docs/above.md": f"# Above\n\n{one}\n\n%%%\n{FENCE}\n%%%\n",
        "docs/parts.md": f"# Parts\n\n%%%\n{one}\n%%%\n\n%%%\nNote\n\n{one}\n%%%\n",
        "docs/sheets.md": f"# Sheets\n\n%%%\n{FENCE}\n%%%\n\n```quiz\nquiz: a\nas: worksheet\n```\n",
    }
    draw(root, {"mkdocs.yml": CONFIGURATION + "hooks: [hook.py]\n", **pages})
    built = build(root)
    told = 'the question "some-gaps" is shown twice on this page, whose parts are converted apart'
    for place in ("above.md:9", "below.md:9", "parts.md:13"):
        assert f"docs/{place}: {told}; remove it from one of the fences" in built.said
    assert "selfcheck found 3 problems" in built.said


def _blocks(site: Path, page: str) -> list[str]:
    html = (site / f"deep/{page}/index.html").read_text("utf-8")
    # What leads to the page itself is shorter there, and the headings above differ by a level.
    same = re.sub(r'href="(?:\.\./apart/|\./)?#a-part"', 'href="#a-part"', html)
    return [re.sub(r'aria-level="\d"', "", block.html) for block in open_blocks(same)]
