"""The layer arithmetic explorer, as fences and pages have it."""

from explorers.explorer import Explorer
from explorers.layer_arithmetic.markup import explorer_html
from explorers.layer_arithmetic.offer import names, read_offer

EXPLORER = Explorer(
    name="layer-arithmetic",
    fields=names(),
    read=lambda fields, _: read_offer(fields),
    write=explorer_html,
)
