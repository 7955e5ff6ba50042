"""The pixel of the figure `mask-classification` that is worked out."""

from queries import FEATURES, QUERIES, SCORES

ROW, COLUMN = 1, 2
"""The pixel that is worked out: on the left cat, beside the right one."""

feature = {name: f"{plane[ROW, COLUMN]:g}".replace("-", "−") for name, plane in FEATURES.items()}
logit = {name: float(query.logits[ROW, COLUMN]) for name, query in QUERIES.items()}
mask = {name: float(query.mask[ROW, COLUMN]) for name, query in QUERIES.items()}
score = {label: float(plane[ROW, COLUMN]) for label, plane in SCORES.items()}
of_cat = {name: query.classes["cat"] for name, query in QUERIES.items()}
