"""The table of an experiment as the engineers' page shows it."""

from experiments.results import Results
from experiments.variants import VARIANTS

_HEAD = """| variant | parameters | mean IoU | boundary F1, 1 pixel | loss at the end |
|---|--:|--:|--:|--:|
"""
_LABELS = {
    "none": "no skips",
    "wider": "no skips, wider decoder",
    "add": "skips, added",
    "concat": "skips, concatenated",
}


def table(results: Results) -> str:
    """Markdown: a row a variant, mean ± standard deviation over its seeds."""
    return _HEAD + "".join(_row(results, variant) for variant in VARIANTS)


def _row(results: Results, variant: str) -> str:
    runs = results.of(variant)
    summary = results.summary(variant)
    (iou, iou_spread), (f1, f1_spread) = summary.mean_iou, summary.boundary_f1
    loss = sum(run.losses[-1] for run in runs) / len(runs)
    measured = f"{iou:.3f} ± {iou_spread:.3f} | {f1:.3f} ± {f1_spread:.3f} | {loss:.3f}"
    return f"| {_LABELS[variant]} | {runs[0].parameters:,} | {measured} |\n"
