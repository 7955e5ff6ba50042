"""The sections of pages as stamps: what counts as a change of a text, and where a section ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck.sections.pages import Sections, SectionsUnreadable
from selfcheck.sections.section_text import sections_in, stamp_of
from selfcheck.site import Site
from tests.selfcheck.sites import draw

PAGE = """\
---
title: Strides
---
# Strides

Before all.

## Steps { #steps }

A *stride* of 2 halves [both sides](maps.md) of a map: `s = 2`.[^1]

| a | b |
|---|---|
| 1 | 2 |

### Wide ones

Wide.

## Borders

<p id="aside">Aside.</p>

Last.

[^1]: A note.
"""
EXTENSIONS = ["attr_list", "footnotes", {"toc": {"permalink": True}}, "md_in_html", "pymdownx.superfences"]


def stamps(root: Path, page: str, extensions: object = EXTENSIONS) -> dict[str, str]:
    draw(root, {"docs/strides.md": page})
    known = Sections(Site(root), extensions).of("strides.md")
    assert known is not None
    return dict(known.stamps)


def changed(root: Path, before: str, after: str) -> set[str]:
    """The anchors of the sections that a change of the page changes."""
    assert before in PAGE
    old, new = stamps(root, PAGE), stamps(root, PAGE.replace(before, after))
    return {anchor for anchor in old if old[anchor] != new.get(anchor) and ":" not in anchor}


def test_a_section_reaches_to_the_next_heading_of_its_level() -> None:
    html = (
        '<h1 id="a">A</h1><p>one</p><h2 id="b">B</h2>two<h3 id="c">C</h3>three<h2 id="d">D</h2>four'
        '<p id="e">five</p><h3>F</h3>six<h1><a name="g"></a>G</h1>seven'
    )
    found = {anchor: (each.title, each.text) for anchor, each in sections_in(html).items()}
    assert found == {
        "": ("", "AoneBtwoCthreeDfourfiveFsixGseven"),
        "a": ("A", "oneBtwoCthreeDfourfiveFsix"),
        "b": ("B", "twoCthree"),
        "c": ("C", "three"),
        "d": ("D", "fourfiveFsix"),
        "e": ("", "five"),
        "g": ("G", "seven"),
    }


def test_a_stamp_is_eight_letters() -> None:
    # SHA-256 of "abc" begins with ba7816bf, as FIPS 180-2 gives it.
    assert stamp_of("a b\n\u00a0c") == "lkhibglp"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*stride*", "**stride**"),
        ("A *stride* of 2 halves", "A *stride*\nof 2   halves"),
        ("(maps.md)", "(other.md#there){.external}"),
        ("`s = 2`", "s = 2"),
        ("| a | b |\n|---|---|", "|a|b|\n|:-:|-:|"),
        ("Wide.\n", "Wide.\n\n```quiz\nstrides\n```\n<!-- a comment -->\n"),
        ("Wide.\n", "- Wide.\n"),
        ("A note.", "Another note."),
        ("title: Strides", "title: Others"),
        ("\n", "\r\n"),
    ],
    ids=str,
)
def test_markup_spaces_notes_and_fences_of_questions_do_not_count(
    tmp_path: Path, before: str, after: str
) -> None:
    assert changed(tmp_path, before, after) == set()


@pytest.mark.parametrize(
    ("before", "after", "others"),
    [
        ("of 2 halves", "of 3 halves", "steps"),
        ("s = 2", "s=-2", "steps"),
        ("| 2 |", "| 3 |", "steps"),
        ("Wide.", "Wide!", "steps wide-ones"),
        ("Wide.", "Wide.\n\n```python\nx = 1\n```", "steps wide-ones"),
        ("Wide.", "Wide. ![a grid](g.svg)", "steps wide-ones"),
        ("Before all.", "Before.", ""),
        ("Aside.", "Beside.", "borders aside"),
        ("Last.", "", "borders aside"),
        ("## Steps {", "## Strides {", ""),
        ("### Wide ones", "### Wide strides {#wide-ones}", "steps"),
    ],
    ids=str,
)
def test_what_is_read_counts_in_every_section_around_it(
    tmp_path: Path, before: str, after: str, others: str
) -> None:
    assert changed(tmp_path, before, after) == {"", "strides", *others.split()}


def test_a_page_is_converted_once_as_long_as_it_does_not_change(tmp_path: Path) -> None:
    draw(tmp_path, {"docs/strides.md": PAGE})
    first = Sections(Site(tmp_path), EXTENSIONS)
    known = first.of("strides.md")
    first.save(is_whole=True)
    second = Sections(Site(tmp_path), EXTENSIONS)
    assert second.of("strides.md") == known
    assert "_converter" not in second.__dict__
    draw(tmp_path, {"docs/strides.md": PAGE.replace("Wide.", "Narrow.")})
    third = Sections(Site(tmp_path), EXTENSIONS)
    assert third.of("strides.md") != known
    assert "_converter" in third.__dict__


@pytest.mark.parametrize(
    "page", ["gone.md", "../quizzes/a.yml", "folder", "a\0b.md", "x/../strides.md", "lone-\ud800.md"]
)
def test_what_is_no_page_has_no_sections(tmp_path: Path, page: str) -> None:
    draw(tmp_path, {"docs/strides.md": PAGE, "docs/folder/a.md": "", "quizzes/a.yml": ""})
    assert Sections(Site(tmp_path)).of(page) is None


def test_a_page_that_is_no_text_has_sections_all_the_same(tmp_path: Path) -> None:
    draw(tmp_path, {"docs/a.md": b"# A\n\n\xff\xfe\x00\n<div><b class='toc'>never closed\n</i>\n## B\n"})
    known = Sections(Site(tmp_path)).of("a.md")
    assert known is not None
    assert "a" in known.stamps


def test_extensions_that_are_not_at_hand_are_told(tmp_path: Path) -> None:
    draw(tmp_path, {"docs/strides.md": PAGE})
    with pytest.raises(SectionsUnreadable):
        Sections(Site(tmp_path), ["pymdownx.nothing"]).of("strides.md")


def test_an_extension_that_fails_over_a_page_is_told_with_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(tmp_path, {"docs/strides.md": PAGE})

    def fail(text: str) -> str:
        raise ValueError("no such formula")

    sections = Sections(Site(tmp_path))
    monkeypatch.setitem(sections.__dict__, "_converter", fail)
    assert sections.of("strides.md") is None
    assert sections.unread == {"strides.md": "ValueError: no such formula"}
