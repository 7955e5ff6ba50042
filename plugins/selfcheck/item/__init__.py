"""What every question shares: its model, its frame and its words."""

from selfcheck.item.complaint import Complaint
from selfcheck.item.fields import Boolean, Count, Identifier, Markdown, Model, Number, Section, Text
from selfcheck.item.interaction import (
    Choice,
    ChoiceOption,
    Idea,
    Interaction,
    Match,
    Order,
    Painting,
    Pair,
    Place,
    PointSelection,
    WrittenAnswer,
)
from selfcheck.item.model import Item, Parts
from selfcheck.item.twins import twins

__all__ = [
    "Boolean",
    "Choice",
    "ChoiceOption",
    "Complaint",
    "Count",
    "Idea",
    "Identifier",
    "Interaction",
    "Item",
    "Markdown",
    "Match",
    "Model",
    "Number",
    "Order",
    "Painting",
    "Pair",
    "Parts",
    "Place",
    "PointSelection",
    "Section",
    "Text",
    "WrittenAnswer",
    "twins",
]
