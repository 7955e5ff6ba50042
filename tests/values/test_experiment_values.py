"""What lessons say of the skip experiment, counted again from what is stored."""

import json
from pathlib import Path
from statistics import fmean
from typing import Any

import numpy as np
import pytest
from PIL import Image

from values import bar, coarse_cells, joined, resnet50, skip_experiment, unet

Summary = dict[str, dict[str, list[float]]]
Scores = dict[str, Any]
STORED = Path(__file__).parents[2] / "experiments" / "results"


def _strip(name: str, run: str = "two-shapes") -> list[list[int]]:
    pixels: list[list[int]] = np.asarray(Image.open(STORED / run / f"{name}.png")).tolist()
    return pixels


@pytest.mark.parametrize(("label", "name"), [(1, "disc"), (2, "cross")])
@pytest.mark.parametrize(
    ("run", "said"), [("two-shapes", coarse_cells.short), ("two-shapes-long", coarse_cells.long)]
)
def test_the_network_drew_what_its_stored_pixels_say(
    run: str, said: dict[str, float], label: int, name: str
) -> None:
    pairs = [
        (true == label, drawn == label)
        for rows in zip(_strip("truth"), _strip("none", run), strict=True)
        for true, drawn in zip(*rows, strict=True)
    ]
    both = sum(true and drawn for true, drawn in pairs)
    assert said[name] == pytest.approx(both / sum(true or drawn for true, drawn in pairs))


def test_crosses_over_all_measured_scenes_are_the_mean_over_the_seeds() -> None:
    for steps, mean in coarse_cells.everywhere.items():
        reached = [scores["iou"]["cross"] for scores in _runs("two-shapes-long", "none", steps)]
        assert len(reached) == coarse_cells.seeds
        assert mean == pytest.approx(fmean(reached))


@pytest.mark.parametrize(("label", "name"), [(1, "disc"), (2, "cross")])
def test_no_number_of_the_fullest_cells_overlaps_better(label: int, name: str) -> None:
    truth = _strip("truth")
    counts = [
        sum(truth[row + down][column + right] == label for down in range(8) for right in range(8))
        for row in range(0, len(truth), 8)
        for column in range(0, len(truth[0]), 8)
    ]
    fullest = sorted(counts, reverse=True)
    reached = [
        sum(fullest[:filled]) / (64 * filled + sum(fullest[filled:])) for filled in range(1, len(fullest) + 1)
    ]
    assert coarse_cells.labels[name] == pytest.approx(max(reached))


def _summary(name: str) -> Summary:
    summary: Summary = json.loads((STORED / f"{name}.json").read_text("utf-8"))["summary"]
    return summary


def _runs(name: str, variant: str, steps: int) -> list[Scores]:
    """One variant's scores after so many steps, a seed after the other, straight from the file."""
    runs = json.loads((STORED / f"{name}.json").read_text("utf-8"))["runs"]
    return [
        each["scores"]
        for run in runs
        for each in run["finished"]
        if run["variant"] == variant and each["steps"] == steps
    ]


@pytest.mark.parametrize(
    ("setting", "name"),
    [("two", "two-shapes"), ("four", "four-shapes"), ("noisy", "noisy-discs-shallow")],
)
@pytest.mark.parametrize("run", ["short", "long"])
def test_means_and_spreads_are_those_of_the_stored_summary(run: str, setting: str, name: str) -> None:
    summary = _summary(name if run == "short" else f"{name}-long")
    reached = getattr(skip_experiment, run)[setting]
    assert list(reached) == list(summary)
    for variant, values in reached.items():
        mean, spread = summary[variant]["mean_iou"]
        assert (values.mean_iou.mean, values.mean_iou.deviation) == pytest.approx((mean, spread))


@pytest.mark.parametrize("steps", [600, 1200, 2400, 4800, 9600])
def test_scores_by_length_are_those_of_the_file(steps: int) -> None:
    for variant in ("none", "wider", "add", "concat", "coarse"):
        crosses = [each["iou"]["cross"] for each in _runs("two-shapes-long", variant, steps)]
        assert skip_experiment.after[steps]["two"][variant].iou["cross"].values == crosses


def test_what_is_kept_by_averaged_skips_is_their_share_of_the_way_from_none_to_added() -> None:
    none, coarse, add = (
        fmean(each["iou"]["cross"] for each in _runs("two-shapes-long", variant, 9600))
        for variant in ("none", "coarse", "add")
    )
    assert none + skip_experiment.kept * (add - none) == pytest.approx(coarse)
    assert skip_experiment.kept < 0.25  # "Nearly all of it is fine position."


def test_training_twice_as_long_changes_far_less_than_skips_bring() -> None:
    for setting in ("two", "four"):
        assert skip_experiment.last_doubling[setting] < skip_experiment.lead[setting] / 3


def test_skips_lead_in_every_seed_and_at_every_length() -> None:
    for steps in (600, 1200, 2400, 4800, 9600):
        best = {
            variant: [each["iou"]["cross"] for each in _runs("two-shapes-long", variant, steps)]
            for variant in ("none", "wider", "add", "concat")
        }
        assert max(best["none"] + best["wider"]) < min(best["add"] + best["concat"])


def test_the_seed_called_unlucky_recovers() -> None:
    short = [each["iou"]["cross"] for each in _runs("two-shapes", "add", 600)]
    long = [each["iou"]["cross"] for each in _runs("two-shapes-long", "add", 9600)]
    assert [seed for seed, value in enumerate(short) if value == 0] == [skip_experiment.unlucky_seed]
    assert skip_experiment.unlucky_finally == long[skip_experiment.unlucky_seed] > 0.9


def test_one_seed_with_added_skips_is_behind_at_first_and_ahead_in_the_end() -> None:
    def reached(variant: str, steps: int, seed: int) -> float:
        return float(_runs("four-shapes-long", variant, steps)[seed]["mean_iou"])

    for seed in range(5):
        behind = [
            steps
            for steps in skip_experiment.late
            if reached("add", steps, seed) < min(reached("none", steps, seed), reached("wider", steps, seed))
        ]
        assert behind == ([600, skip_experiment.late_behind] if seed == 4 else [])
    crosses = [_runs("four-shapes-long", "add", steps)[4]["iou"]["cross"] for steps in skip_experiment.late]
    assert list(skip_experiment.late.values()) == crosses


def test_added_skips_are_behind_on_the_boundary_of_noisy_discs_in_every_seed() -> None:
    none, add = (
        [each["boundary_f1"] for each in _runs("noisy-discs-shallow-long", variant, 4800)]
        for variant in ("none", "add")
    )
    assert all(with_skips < without for without, with_skips in zip(none, add, strict=True))
    assert skip_experiment.removed["usual"]["deep"] > 0.9 > 0.2 > skip_experiment.removed["strong"]["deep"]


def test_leads_on_discs_are_differences_of_one_seed_each() -> None:
    named = {
        ("usual", "deep"): "discs-deep",
        ("usual", "shallow"): "discs-shallow",
        ("strong", "deep"): "noisy-discs-deep",
        ("strong", "shallow"): "noisy-discs-shallow-long",
    }
    for (noise, depth), name in named.items():
        none, add = ([each["mean_iou"] for each in _runs(name, variant, 2400)] for variant in ("none", "add"))
        differences = [with_skips - without for without, with_skips in zip(none, add, strict=True)]
        assert skip_experiment.discs[noise][depth].values == pytest.approx(differences)
        assert len(differences) == 5


def test_a_single_pooling_takes_most_of_the_lead_and_strong_noise_much_of_it() -> None:
    discs = skip_experiment.discs
    assert min(discs["usual"]["deep"].values) > max(discs["strong"]["deep"].values) > 0
    assert min(discs["strong"]["deep"].values) > 0
    assert discs["strong"]["deep"].mean < 0.7 * discs["usual"]["deep"].mean
    assert discs["usual"]["shallow"].mean < 0.25 * discs["usual"]["deep"].mean
    assert abs(discs["strong"]["shallow"].mean) < 0.005


def test_joining_maps_of_different_channels() -> None:
    assert (joined.risen, joined.skip, joined.concatenated) == ("96×60×60", "32×60×60", "128×60×60")
    assert joined.projection == 32 * 96


def test_fields_are_those_of_araujo_and_others_and_of_a_gradient() -> None:
    assert resnet50.field == {"1x1": 483, "3x3": 427}
    assert unet.field_of_narrow_end == 140


def test_the_bar_is_worth_filling_and_its_neighbours_are_not() -> None:
    assert 0 < bar.threshold < 3 / 8
    assert bar.threshold == pytest.approx(6 / 22)
