"""Formulas in the text of a page."""

from __future__ import annotations

import pytest

from course_pages.formulas import kept_with_punctuation

FORMULA = '<math class="a"><mi>r</mi><mo>,</mo></math>'


@pytest.mark.parametrize("after", [",", ").", ";", "?”"])
def test_punctuation_after_a_formula_stays_on_its_line(after: str) -> None:
    html = f"<p>For {FORMULA}{after} and {FORMULA} too</p>"
    assert kept_with_punctuation(html) == (
        f'<p>For <span class="unbroken">{FORMULA}{after}</span> and {FORMULA} too</p>'
    )


def test_only_the_formula_before_the_punctuation_is_kept_with_it() -> None:
    html = f"<p>{FORMULA} is {FORMULA}.</p>"
    assert kept_with_punctuation(html) == f'<p>{FORMULA} is <span class="unbroken">{FORMULA}.</span></p>'


@pytest.mark.parametrize("html", ["", "<p>None, here.</p>", f"<p>{FORMULA} </p>", f"<td>{FORMULA}</td>"])
def test_everything_else_stays(html: str) -> None:
    assert kept_with_punctuation(html) == html
