"""Predict first: the question of the page whose verdict an explorer waits for, before it shows its result."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from explorers.fields import Text
from explorers.problems import Complaint, nearest

_BLOCK = "self-check"
_PREFIX = "check-"


def waits_for(awaited: Text, above: Iterator[Element]) -> Complaint | None:
    """What is wrong with waiting for a question: a block above has to show it, and to ask for one number.

    Blocks are known by what they publish: element, id, `data-type` and `data-variants`.
    """
    blocks = {(each.get("id") or "").removeprefix(_PREFIX): each for each in above if each.tag == _BLOCK}
    block = blocks.get(awaited.text)
    if block is None:
        message = f'no question "{awaited.text}" stands above on this page'
        return awaited.complaint(message, nearest(awaited.text, blocks))
    if (kind := block.get("data-type")) != "numeric":
        message = f'the question "{awaited.text}" is {kind}, so nothing can be predicted'
        return awaited.complaint(message, "name a numeric question")
    if block.get("data-variants"):
        message = f'the question "{awaited.text}" has variants, and the explorer has one set of numbers'
        return awaited.complaint(message, "name a question without variants")
    return None
