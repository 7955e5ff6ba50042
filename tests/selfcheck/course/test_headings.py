"""The headings of a finished page that stand there in clear."""

from __future__ import annotations

from selfcheck.course.headings import headings


def test_a_heading_is_its_text_without_the_link_to_itself() -> None:
    page = """<h2 id="deep-water">Deep <em>water</em> &amp; <code>mud</code>
    <a class="headerlink" href="#deep-water" title="Permanent link">\u00b6</a></h2>"""
    assert headings(page) == {"deep-water": "Deep water & mud"}


def test_headings_without_quotes_and_without_ids() -> None:
    assert headings("<h1>Title</h1><h3 id=small>Small</h3>") == {"small": "Small"}


def test_what_is_put_away_is_no_heading() -> None:
    assert headings('<!-- <h2 id="a">A</h2> --><template><h2 id="b">B</h2></template>') == {}
