"""The mask metrics explorer, as fences and pages have it."""

from explorers.explorer import Explorer
from explorers.mask_metrics.markup import explorer_html
from explorers.mask_metrics.offer import names, read_offer

EXPLORER = Explorer(
    name="mask-metrics",
    fields=names(),
    read=read_offer,
    write=explorer_html,
)
