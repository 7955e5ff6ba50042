"""What of a finished page is open: a question that stands there in clear, and nothing that is put away."""

from __future__ import annotations

import pytest

from selfcheck.course.open_blocks import open_blocks

BLOCK = (
    '<self-check class="self-check" data-fingerprint="0123abcd" data-key="{}" data-type="single-choice" '
    'id="check-one"><form>One > none</form></self-check>'
)


def ids(page: str) -> list[str]:
    return [block.id for block in open_blocks(page)]


def test_a_block_that_stands_in_a_page_is_open() -> None:
    (block,) = open_blocks(f"<main><h1>A page</h1>{BLOCK}</main>")
    assert (block.id, block.fingerprint) == ("one", "0123a")


@pytest.mark.parametrize(
    "tag",
    [
        "<self-check data-fingerprint=0123abcd data-type=cloze id=check-one>",
        '<self-check data-type="cloze"data-fingerprint="0123abcd"id="check-one">',
        "<self-check data-type='cloze'data-fingerprint='0123abcd'hidden id='check-one'>",
        '<self-check data-type = "cloze" data-fingerprint\n= "0123abcd" id ="check-one">',
    ],
)
def test_a_block_is_found_in_a_page_without_quotes_and_spaces(tag: str) -> None:
    (block,) = open_blocks(f"<main>{tag}One</self-check></main>")
    assert (block.id, block.fingerprint) == ("one", "0123a")


def test_an_inline_drawing_puts_nothing_away_behind_it() -> None:
    drawing = "<svg><title/><style/><g><path d='M0 0'/></g><script/></svg><svg/>"
    assert ids(f"{drawing}{BLOCK}") == ["one"]


@pytest.mark.parametrize(
    "page",
    [
        "<main></main>",
        f"<svg><title>{BLOCK}</title></svg>",
        f"<svg><!-- </svg>{BLOCK} --></svg>",
        f"<svg><svg><g/></svg>{BLOCK}</svg>",
        f"<svg><svg/>{BLOCK}</svg>",
        f"<title/>{BLOCK}",
        f"<!-- {BLOCK} -->",
        f"<!-- {BLOCK}",
        f"<template>{BLOCK}</template>",
        f"<script type='text/plain'>{BLOCK}</script>",
        f"<textarea>{BLOCK}</textarea>",
        f"<noscript>{BLOCK}</noscript>",
        f"<div data-later='{BLOCK}'></div>",
        f"<pre>{BLOCK.replace('<', '&lt;')}</pre>",
        BLOCK.replace("self-check ", "self-check-sheet ").replace("</self-check>", "</self-check-sheet>"),
        BLOCK.replace("</self-check>", ""),
    ],
)
def test_what_is_put_away_is_not_open(page: str) -> None:
    assert ids(page) == []


def test_a_question_counts_once_on_a_page() -> None:
    assert ids(f"{BLOCK}{BLOCK}{BLOCK.replace('check-one', 'check-two')}") == ["one", "two"]


def test_a_block_names_its_objective_and_the_passage_that_teaches_it() -> None:
    section = '<p class="self-check__section" data-search-exclude=""><a href="../a/#b&amp;c">Read</a></p>'
    (block,) = open_blocks(
        BLOCK.replace("data-key", 'data-objective="say &quot;why&quot;" data-key').replace("</form>", section)
    )
    assert (block.objective, block.section) == ('say "why"', "../a/#b&c")


def test_a_passage_is_found_in_a_page_without_quotes() -> None:
    section = "<p class=self-check__section data-search-exclude><a href=../a/#b>Read</a>"
    (block,) = open_blocks(BLOCK.replace("</form>", section))
    assert block.section == "../a/#b"


def test_a_passage_is_found_in_a_page_without_spaces_between_attributes() -> None:
    section = '<p data-search-exclude=""class="self-check__section"><a class="x"href="../a/#b">Read</a>'
    (block,) = open_blocks(BLOCK.replace("</form>", section))
    assert block.section == "../a/#b"
