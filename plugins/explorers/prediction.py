"""Predict first: the question of the page whose verdict an explorer waits for, before it shows its result."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from explorers.fields import Text
from explorers.problems import Complaint, nearest

_BLOCK = "self-check"
_PREFIX = "check-"


def waits_for(awaited: Text, above: Iterator[Element]) -> Complaint | None:
    """What is wrong with waiting for a question: a block above has to show it, and to ask for a number.

    Blocks are known by what they publish: element, id and `data-type`.
    """
    types = {
        (each.get("id") or "").removeprefix(_PREFIX): each.get("data-type")
        for each in above
        if each.tag == _BLOCK
    }
    if awaited.text not in types:
        message = f'no question "{awaited.text}" stands above on this page'
        return awaited.complaint(message, nearest(awaited.text, types))
    if types[awaited.text] != "numeric":
        message = f'the question "{awaited.text}" is {types[awaited.text]}, so nothing can be predicted'
        return awaited.complaint(message, "name a numeric question")
    return None
