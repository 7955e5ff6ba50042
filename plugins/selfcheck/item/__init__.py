"""What every question shares: its model, its frame and its words."""

from selfcheck.item.complaint import Complaint
from selfcheck.item.fields import Boolean, Identifier, Markdown, Model, Section, Text
from selfcheck.item.interaction import Choice, ChoiceOption, Idea, Interaction, WrittenAnswer
from selfcheck.item.model import Item, Parts
from selfcheck.item.twins import twins

__all__ = [
    "Boolean",
    "Choice",
    "ChoiceOption",
    "Complaint",
    "Idea",
    "Identifier",
    "Interaction",
    "Item",
    "Markdown",
    "Model",
    "Parts",
    "Section",
    "Text",
    "WrittenAnswer",
    "twins",
]
