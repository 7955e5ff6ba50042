"""Makes an item anew from the text that is kept of it."""

from __future__ import annotations

from selfcheck.expressions import Functions
from selfcheck.item import Item, Varied, draw
from selfcheck.model.fields import TRUSTED
from selfcheck.question_types import QuestionType


def may_vary(item: Item) -> bool:
    """Whether the item may have formulas, which may call what a site has added to them."""
    return isinstance(item, Varied)


def item_from_text(
    text: str, kind: QuestionType, functions: Functions, language: str, original: Item | None
) -> Item:
    """The item whose fields these are; `language` is that of its texts, `original` what it translates.

    Its variants are selected again. Raises ValueError where that is not possible with these functions.
    """
    item = kind.model.model_validate_json(text, context=TRUSTED)
    if original:
        item.use_original(original)
    if isinstance(item, Varied) and draw(item, functions, language):
        raise ValueError(item.id)
    return item
