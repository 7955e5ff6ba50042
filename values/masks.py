"""Pixels that are worked out: one of the figure `mask-classification`, and patches of a photograph."""

from patches import CUTS
from queries import FEATURES, QUERIES, SCORES

ROW, COLUMN = 1, 2
"""The pixel that is worked out: on the left cat, beside the right one."""

feature = {name: f"{plane[ROW, COLUMN]:g}".replace("-", "−") for name, plane in FEATURES.items()}
logit = {name: float(query.logits[ROW, COLUMN]) for name, query in QUERIES.items()}
mask = {name: float(query.mask[ROW, COLUMN]) for name, query in QUERIES.items()}
score = {label: float(plane[ROW, COLUMN]) for label, plane in SCORES.items()}
of_cat = {name: query.classes["cat"] for name, query in QUERIES.items()}
of_sofa = {name: query.classes["sofa"] for name, query in QUERIES.items()}

mixed = {patch: cut.mixed_share for patch, cut in CUTS.items()}
spoon = {patch: cut.spoon_iou for patch, cut in CUTS.items()}
