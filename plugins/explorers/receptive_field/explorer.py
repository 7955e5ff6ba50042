"""The receptive field explorer, as fences and pages have it."""

from explorers.explorer import Explorer
from explorers.receptive_field.markup import explorer_html
from explorers.receptive_field.offer import FIELDS, read_offer

EXPLORER = Explorer(
    name="receptive-field",
    fields=FIELDS,
    read=lambda fields, _: read_offer(fields),
    write=explorer_html,
)
