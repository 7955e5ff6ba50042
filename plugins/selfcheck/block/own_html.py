"""What is done to a block's own HTML, as its template wrote it, before fragments stand in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from xml.etree.ElementTree import Element

from selfcheck.block.fragment import SLOT
from selfcheck.block.insertion import Insertions

IN_TEXT = "in-text"
"""Holds, in a type's template, the element that takes the place of its `word` in the fragments; its `mark` is
what the author wrote there."""


_ENTITY = re.compile(r"&(?=(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)


def literal(text: str) -> str:
    """A text for an element that Markdown serializes, which would take `&lt;` in it for an entity."""
    return _ENTITY.sub("&amp;", text) if "&" in text else text


def keep_ampersands(block: Element) -> None:
    """Make all texts and attributes of the block `literal`."""
    for element in block.iter():
        element.text, element.tail = (
            element.text and literal(element.text),
            element.tail and literal(element.tail),
        )
        for name, value in element.attrib.items():
            element.set(name, literal(value))


def take_insertions(block: Element) -> Insertions:
    """Take out of the block what its template holds ready for the text of fragments."""
    elements, marks = {}, {}
    for parent in list(block.iter()):
        for holder in parent.findall(IN_TEXT):
            elements[holder.attrib["word"]] = holder[0]
            marks[holder.attrib["word"]] = holder.attrib["mark"]
            parent.remove(holder)
    return Insertions(elements, marks)


def name_formulas(block: Element, formulas: Collection[str]) -> None:
    """Let a label that holds a formula name its control by reference: some browsers drop MathML otherwise.

    `formulas` are the numbers of the fragments that hold one.
    """
    labels = [
        label
        for label in block.iter("label")
        if any(slot.attrib["n"] in formulas for slot in label.iter(SLOT))
    ]
    for number, label in enumerate(labels, 1):
        control = label.find("input")
        if control is not None:
            label.set("id", f"{block.attrib['id']}-label-{number}")
            control.set("aria-labelledby", label.attrib["id"])


def let_tables_scroll(block: Element) -> None:
    """Put every table into a box that scrolls and that the keyboard reaches, as boxes of hosts do not.

    A table that makes a response has a class, and fits a narrow screen by itself.
    """
    for parent in list(block.iter()):
        for index, table in enumerate(parent):
            if table.tag == "table" and not table.get("class", "").startswith("self-check__"):
                box = Element("div", {"class": "self-check__wide", "tabindex": "0"})
                box.tail, table.tail = table.tail, None
                box.append(table)
                parent[index] = box


def drop_line_breaks(block: Element) -> None:
    """Drop the line breaks of the template; they are no text of the page."""
    for element in block.iter():
        if element.text and "\n" in element.text and not element.text.strip():
            element.text = None
        if element.tail and "\n" in element.tail and not element.tail.strip():
            element.tail = None
