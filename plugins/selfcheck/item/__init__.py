"""What every question shares: its model, its frame and its words."""

from selfcheck.item.complaint import Complaint
from selfcheck.item.drawing import draw
from selfcheck.item.fields import Boolean, Count, Identifier, Markdown, Model, Number, Section, Text
from selfcheck.item.formula import Formula
from selfcheck.item.interaction import (
    Choice,
    ChoiceOption,
    Idea,
    Interaction,
    Match,
    NumberEntry,
    Order,
    Painting,
    Pair,
    PictureRegion,
    PointSelection,
    WrittenAnswer,
)
from selfcheck.item.model import Item, Parts
from selfcheck.item.traits import Traits
from selfcheck.item.twins import twins
from selfcheck.item.variant import Variant
from selfcheck.item.varied import Varied

__all__ = [
    "Boolean",
    "Choice",
    "ChoiceOption",
    "Complaint",
    "Count",
    "Formula",
    "Idea",
    "Identifier",
    "Interaction",
    "Item",
    "Markdown",
    "Match",
    "Model",
    "Number",
    "NumberEntry",
    "Order",
    "Painting",
    "Pair",
    "Parts",
    "PictureRegion",
    "PointSelection",
    "Section",
    "Text",
    "Traits",
    "Variant",
    "Varied",
    "WrittenAnswer",
    "draw",
    "twins",
]
