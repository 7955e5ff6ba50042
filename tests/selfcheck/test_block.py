"""A block on its way through a page: what the page's processors see of it, and what comes out."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from selfcheck.extension import SelfCheckExtension
from selfcheck.site import Site

QUESTIONS = """
questions:
  - id: stride
    type: single-choice
    stem: "What does HTML *halve*{: .word } here?"
    section: lessons/strides.md#halving
    options:
      - {text: "The width", correct: true, feedback: "HTML says [so](lessons/strides.md)."}
      - text: "The depth"
    explanation: |
      Every other column is left out.
      {: .note }
"""


class Looking(Treeprocessor):
    """Stands for a host's own processor: takes note of the elements of the page, and turns its links."""

    def run(self, root: Element) -> None:
        self.seen = [element.tag for element in root.iter()]
        for link in root.iter("a"):
            link.set("href", f"turned/{link.attrib['href']}")


@pytest.fixture
def looking(tmp_path: Path) -> Looking:
    return Looking()


@pytest.fixture
def page(tmp_path: Path, looking: Looking) -> str:
    """The page with the question, as HTML."""
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "strides.yml").write_text(QUESTIONS, "utf-8")
    extension = SelfCheckExtension(Site(tmp_path, cache=""))
    md = Markdown(extensions=["abbr", "attr_list", extension])
    md.treeprocessors.register(looking, "looking", -1)
    return md.convert("*[HTML]: a language\n\n```quiz\nstrides\n```\n")


def test_processors_of_the_page_see_fragments_and_links_alone(page: str, looking: Looking) -> None:
    assert set(looking.seen) <= {
        "div",
        "script",
        "link",
        "self-check",
        "legend",
        "span",
        "em",
        "abbr",
        "a",
        "p",
    }
    assert "<form" in page
    assert '<input name="check-stride-response" type="radio" value="1" />' in page


def test_a_host_turns_the_links_of_the_template_and_of_fragments(page: str) -> None:
    assert page.count('href="turned/lessons/strides.md') == 2


def test_attributes_that_an_author_gives_reach_their_elements(page: str) -> None:
    assert '<em class="word">halve</em>' in page
    assert '<p class="note">Every other column is left out.</p>' in page


def test_abbreviations_of_the_page_are_explained_in_every_fragment(page: str) -> None:
    assert page.count('<abbr title="a language">HTML</abbr>') == 2


def test_no_slot_and_no_line_break_of_a_template_is_left(page: str) -> None:
    block = page[page.index("<self-check") :]
    assert "slot" not in block
    assert "\n" not in block.strip()
