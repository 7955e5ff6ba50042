"""Elements replace their placeholders wherever Markdown has put them."""

from __future__ import annotations

from xml.etree import ElementTree

from selfcheck.block.insertion import Insertions


def insertions(*words: str) -> Insertions:
    """One `<input name="WORD">` for each word."""
    return Insertions({w: ElementTree.Element("input", name=w) for w in words}, {w: f"[{w}]" for w in words})


def into(tree: str, *words: str) -> tuple[str, list[str]]:
    """The tree with the elements in it, and the marks of those that found no place."""
    root, ready = ElementTree.fromstring(tree), insertions(*words)
    ready.into_tree(root)
    return ElementTree.tostring(root, "unicode"), list(ready.lost.values())


def test_every_placeholder_in_a_text_is_replaced() -> None:
    assert into("<p>a one, two c</p>", "one", "two") == (
        '<p>a <input name="one" />, <input name="two" /> c</p>',
        [],
    )


def test_a_placeholder_after_an_element_is_replaced_after_it() -> None:
    tree = "<p>x <b>one</b> two <i>y</i> three</p>"
    assert into(tree, "one", "two", "three")[0] == (
        '<p>x <b><input name="one" /></b> <input name="two" /> <i>y</i> <input name="three" /></p>'
    )


def test_adjacent_placeholders_are_replaced() -> None:
    assert into("<p>onetwo</p>", "two", "one")[0] == '<p><input name="one" /><input name="two" /></p>'


def test_placeholders_in_formulas_and_attributes_are_reported_as_lost() -> None:
    tree = '<p><math><mi>one</mi></math> two <img alt="three" /><a href="#">four</a></p>'
    html, lost = into(tree, "one", "two", "three", "four")
    assert html.count("<input") == 1
    assert lost == ["[one]", "[three]", "[four]"]


def test_placeholders_in_serialized_html_are_replaced_outside_its_tags() -> None:
    ready = insertions("one", "two")
    html = '<span class="one" title="two">f(one)</span>'
    put = ready.into_html(html, lambda element: f"<{element.get('name')}>")
    assert put == '<span class="one" title="two">f(<one>)</span>'
    assert list(ready.lost) == ["two"]


def test_without_elements_nothing_changes() -> None:
    assert into("<p>a <b>one</b></p>") == ("<p>a <b>one</b></p>", [])
