"""Questions on paper: what is pressed or typed on a page is marked or written by hand on a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

WORKSHEET, ANSWER_KEY = "worksheet", "answer-key"
SHEETS = (ANSWER_KEY, WORKSHEET)
"""What a fence may ask for by `as`."""

_CONTROLS = frozenset({"button", "input", "select", "textarea"})
_PLACES = {"radio": "circle", "checkbox": "box"}
"""By the type of an input: the place that is marked by hand. Any other is a blank to write into."""


def put_on_paper(block: Element) -> None:
    """Replace every control of a block, in place, by room for a hand."""
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
        parent.attrib.pop("for", None)


def _by_hand(control: Element, is_listed: bool) -> Iterator[Element]:
    """Room in the control's place. What a menu offers is written out, unless every row offers it."""
    if control.tag == "textarea":
        yield _room("div", "lines")
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
