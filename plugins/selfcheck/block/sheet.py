"""Worksheets and answer keys: blocks with space for handwriting in place of their controls."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

WORKSHEET, ANSWER_KEY = "worksheet", "answer-key"
SHEETS = (ANSWER_KEY, WORKSHEET)
"""The values of `as` in a fence."""

_CONTROLS = frozenset({"button", "input", "select", "textarea"})
_PLACES = {"radio": "circle", "checkbox": "box"}
"""The mark to fill in by hand, by the type of an input. Any other input becomes a blank to write on."""


def put_on_paper(block: Element) -> None:
    """Replace every control of a block, in place, by space for handwriting."""
    listed = {
        control for row in block.iter() if "data-option" in row.attrib for control in row.iter("select")
    }
    for parent in list(block.iter()):
        for control in [child for child in parent if child.tag in _CONTROLS]:
            index = list(parent).index(control)
            rooms = list(_by_hand(control, control in listed))
            parent[index : index + 1] = rooms
            if rooms:
                rooms[-1].tail = control.tail
            elif index:
                parent[index - 1].tail = (parent[index - 1].tail or "") + (control.tail or "")
            else:
                parent.text = (parent.text or "") + (control.tail or "")
        parent.attrib.pop("for", None)


def _by_hand(control: Element, is_listed: bool) -> Iterator[Element]:
    """The space for one control. The entries of a menu are written out unless it stands in a row."""
    if control.tag == "textarea":
        yield _room("div", "writing-lines")
    elif control.tag != "button" and control.get("type") != "hidden":
        # Not a span: those of a row are its text.
        yield _room("i", _PLACES.get(control.get("type", ""), "blank"))
    if control.tag == "select" and not is_listed:
        yield _menu_entries([option for option in control.iter("option") if option.get("value")])


def _menu_entries(options: list[Element]) -> Element:
    offered = _room("span", "offered")
    for option in options:
        SubElement(offered, "span").text = "".join(option.itertext())
    return offered


def _room(tag: str, name: str) -> Element:
    return Element(tag, {"class": f"self-check__{name}"})
