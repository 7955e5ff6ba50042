"""The tables of an experiment as the engineers' page shows them."""

from collections.abc import Mapping
from statistics import fmean

from experiments.results import Results, stored
from experiments.settings import EXPERIMENTS

_HEAD = """| variant | parameters | mean IoU | boundary F1, 1 pixel | loss at the end |
|---|--:|--:|--:|--:|
"""
_LABELS = {
    "none": "no skips",
    "wider": "no skips, wider decoder",
    "add": "skips, added",
    "concat": "skips, concatenated",
    "coarse": "control: skips averaged over cells",
}


def table(results: Results) -> str:
    """Markdown: a row a variant after its longest training, mean ± standard deviation over its seeds."""
    return _HEAD + "".join(_row(results, variant) for variant in results.settings.variants)


def lengths_table(results: Results, shape: str) -> str:
    """Markdown: a row a variant, a column a length, the mean IoU of all classes and that of one shape."""
    lengths = results.settings.lengths
    head = ["variant", *(f"{steps:,} steps" for steps in lengths)]
    rows = [head, ["---", *["--:"] * len(lengths)]]
    for variant in results.settings.variants:
        rows.append([_LABELS[variant], *(_means(results, variant, steps, shape) for steps in lengths)])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def controls_rows(titles: Mapping[str, str]) -> str:
    """Markdown: rows of `table` without its head, each led by the title of its experiment."""
    rows = [
        f"| {title} {_row(stored(name), variant)}"
        for name, title in titles.items()
        for variant in stored(name).settings.variants
    ]
    return "".join(rows)


CONTROLS = {
    "discs-deep": "three poolings, noise 0.25",
    "discs-shallow": "one pooling, noise 0.25",
    "noisy-discs-deep": "three poolings, noise 2",
}
"""The experiments that control the setting of noisy discs, as the page titles them."""


def _means(results: Results, variant: str, steps: int, shape: str) -> str:
    reached = [run.after(steps).scores for run in results.of(variant)]
    return (
        f"{fmean(each.mean_iou for each in reached):.3f} / {fmean(each.iou[shape] for each in reached):.2f}"
    )


def _row(results: Results, variant: str) -> str:
    runs = results.of(variant)
    summary = results.summary(variant)
    (iou, iou_spread), (f1, f1_spread) = summary.mean_iou, summary.boundary_f1
    loss = fmean(run.finished[-1].loss for run in runs)
    measured = f"{iou:.3f} ± {iou_spread:.3f} | {f1:.3f} ± {f1_spread:.3f} | {loss:.3f}"
    return f"| {_LABELS[variant]} | {runs[0].parameters:,} | {measured} |\n"


if __name__ == "__main__":
    for settings in EXPERIMENTS:
        results = stored(settings.name)
        print(f"## {settings.name}\n\n{table(results) if len(settings.seeds) > 1 else ''}")
        for shape in settings.shapes if len(settings.lengths) > 1 else ():
            print(f"IoU of {shape}\n\n{lengths_table(results, shape)}")
    print(controls_rows(CONTROLS))
