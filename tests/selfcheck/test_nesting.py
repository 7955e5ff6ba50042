"""Blocks nest elements as the HTML standard requires."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown

from selfcheck.extension import SelfCheckExtension
from selfcheck.site import Site
from tests.pages.nesting import Nesting
from tests.selfcheck import golden
from tests.selfcheck.cases import Accepted, all_accepted, write_quizzes


def test_a_block_in_a_label_is_found() -> None:
    assert Nesting("<p>a<br/></p><label><b>A</b><div>x</div></label>").found == ["div in label, line 1"]


@pytest.mark.parametrize("case", all_accepted(), ids=str)
def test_no_block_stands_where_only_text_may(case: Accepted) -> None:
    assert Nesting(golden.file_of(case).read_text("utf-8")).found == []


@pytest.mark.parametrize("case", [case for case in all_accepted() if "```" in case.question], ids=str)
def test_code_of_plain_fences_stands_where_it_may_too(case: Accepted, tmp_path: Path) -> None:
    """`fenced_code` puts its code aside as `pymdownx.superfences` does."""
    write_quizzes(tmp_path / "quizzes", [case])
    page = Markdown(extensions=["fenced_code", "tables", SelfCheckExtension(Site(tmp_path, cache=""))])
    html = page.convert(f"```quiz\n{case}\n```\n")
    assert "<pre>" in html
    assert Nesting(html).found == []
