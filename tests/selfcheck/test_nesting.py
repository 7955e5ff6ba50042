"""Blocks nest elements as the HTML standard requires."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown import Markdown

from selfcheck.extension import SelfCheckExtension
from selfcheck.site import Site
from tests.selfcheck import golden
from tests.selfcheck.cases import Accepted, all_accepted, write_quizzes

# Their content models are phrasing content: https://html.spec.whatwg.org/multipage/dom.html#phrasing-content
TEXT_ONLY = {
    "b",
    "button",
    "code",
    "em",
    "i",
    "label",
    "legend",
    "option",
    "p",
    "pre",
    "small",
    "span",
    "strong",
}
BLOCKS = {
    "blockquote",
    "details",
    "div",
    "dl",
    "fieldset",
    "figure",
    "form",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "table",
    "ul",
}
VOID = {"br", "hr", "img", "input", "wbr"}


class _Nesting(HTMLParser):
    """Finds every block inside an element that holds text alone."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.found += [
                f"{tag} in {outer}, line {self.getpos()[0]}" for outer in self.open if outer in TEXT_ONLY
            ]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self.open and self.open.pop() != tag:
            pass


def test_a_block_in_a_label_is_found() -> None:
    assert _Nesting("<p>a<br/></p><label><b>A</b><div>x</div></label>").found == ["div in label, line 1"]


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_no_block_stands_where_only_text_may(case: Accepted) -> None:
    assert _Nesting(golden.file_of(case).read_text("utf-8")).found == []


@pytest.mark.parametrize("case", [case for case in all_accepted() if "```" in case.question], ids=str)
def test_code_of_plain_fences_stands_where_it_may_too(case: Accepted, tmp_path: Path) -> None:
    """`fenced_code` puts its code aside as `pymdownx.superfences` does."""
    write_quizzes(tmp_path / "quizzes", [case])
    page = Markdown(extensions=["fenced_code", "tables", SelfCheckExtension(Site(tmp_path, cache=""))])
    html = page.convert(f"```quiz\n{case}\n```\n")
    assert "<pre>" in html
    assert _Nesting(html).found == []
