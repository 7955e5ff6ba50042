"""What the script `skip_experiment.py` printed, as it is and as its exercises change it: one line a network.

Run with PyTorch 2.13.0 on one core of a processor; `make test-all` runs the script again.
"""

from pathlib import Path
from statistics import fmean

DATA = [
    "docs/reference/skip_experiment.py",
    "experiments/results/companion/averaged.txt",
    "experiments/results/companion/default.txt",
    "experiments/results/companion/longer.txt",
    "experiments/results/companion/one-pooling.txt",
]
_SCRIPT, *_RUNS = (Path(file).read_text("utf-8") for file in DATA)
_ROWS = [[line.split() for line in run.splitlines()[1:]] for run in _RUNS]
_AVERAGED, _DEFAULT, _LONGER, _SHALLOW = (
    {(skips, int(steps), int(seed)): (float(iou), float(loss)) for skips, steps, seed, iou, loss in rows}
    for rows in _ROWS
)


def _means(found: dict[tuple[str, int, int], tuple[float, float]], at: int) -> dict[str, dict[int, float]]:
    """By what crosses and number of steps, the mean over seeds of IoU (0) or loss (1)."""
    every = sorted({(skips, steps) for skips, steps, _ in found})
    by_skips: dict[str, dict[int, float]] = {skips: {} for skips, _ in every}
    for skips, steps in every:
        values = [each[at] for key, each in found.items() if key[:2] == (skips, steps)]
        by_skips[skips][steps] = fmean(values)
    return by_skips


iou, loss = _means(_DEFAULT | _AVERAGED | _LONGER, 0), _means(_DEFAULT | _AVERAGED | _LONGER, 1)
shallow = _means(_SHALLOW, 0)

short, long, longer = 600, 2400, 4800
seeds = len({seed for _, _, seed in _DEFAULT})
lead = {steps: iou["whole"][steps] - iou["none"][steps] for steps in (short, long)}
lead_lowest = min(
    _DEFAULT["whole", steps, seed][0] - _DEFAULT["none", steps, seed][0]
    for steps in (short, long)
    for seed in range(seeds)
)
"""The smallest lead of skips over the same seed without, at either length."""

kept = (iou["averaged"][long] - iou["none"][long]) / lead[long]
kept_percent = 100 * kept
by_patience = iou["none"][longer] - iou["none"][long]
missing = iou["whole"][long] - iou["none"][longer]
shallow_lead = shallow["whole"][long] - shallow["none"][long]
lines = sum(bool(line.strip()) and not line.lstrip().startswith("#") for line in _SCRIPT.splitlines())
