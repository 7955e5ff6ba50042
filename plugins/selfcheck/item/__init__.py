"""What a type of question is made with: names to import, a template to extend, the contract of its script."""

from selfcheck.checks.pinned import pinned_before_others
from selfcheck.checks.twins import twins
from selfcheck.complaint import Complaint
from selfcheck.model.fields import Boolean, Count, Identifier, Markdown, Model, Number, Section, Text
from selfcheck.model.interaction import (
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
from selfcheck.model.item import Item, Parts
from selfcheck.model.traits import Traits
from selfcheck.model.translatable import NOT_TRANSLATED, TYPED
from selfcheck.option_labels import OptionLabels, numbered_but_shuffled
from selfcheck.variants.formula import Formula
from selfcheck.variants.selection import draw
from selfcheck.variants.variant import Variant
from selfcheck.variants.varied import Varied

__all__ = [
    "NOT_TRANSLATED",
    "TYPED",
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
    "OptionLabels",
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
    "numbered_but_shuffled",
    "pinned_before_others",
    "twins",
]
