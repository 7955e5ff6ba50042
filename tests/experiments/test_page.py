"""The engineers' page against what is stored."""

from collections.abc import Callable
from statistics import fmean

import pytest

from experiments.measures import Scores
from experiments.page import CONTROLS, controls_rows, lengths_table, table
from experiments.results import Results, stored
from experiments.settings import EXPERIMENTS
from tools.python_environment import ROOT

PAGE = (ROOT / "docs" / "developing" / "experiments.md").read_text("utf-8")


REPEATED = [
    settings.name for settings in EXPERIMENTS if len(settings.seeds) > 1 and settings.name not in CONTROLS
]
LONG = {"two-shapes-long": "cross", "four-shapes-long": "cross", "noisy-discs-shallow-long": "disc"}


@pytest.mark.parametrize("name", REPEATED)
def test_the_page_shows_the_stored_results(name: str) -> None:
    assert table(stored(name)) in PAGE, f"the page should say:\n{table(stored(name))}"


@pytest.mark.parametrize(("name", "shape"), LONG.items())
def test_the_page_shows_what_each_length_brings(name: str, shape: str) -> None:
    assert lengths_table(stored(name), shape) in PAGE


def test_the_page_shows_the_controls_of_the_noisy_discs() -> None:
    assert controls_rows(CONTROLS) in PAGE


def test_the_longest_run_is_told_with_its_numbers() -> None:
    (run,) = stored("two-shapes-longest").runs
    mean, cross = run.scores.mean_iou, run.scores.iou["cross"]
    said = (
        f"after {run.finished[-1].steps:,} steps its mean IoU is {mean:.3f}, its IoU of crosses {cross:.2f}"
    )
    assert said in " ".join(PAGE.split())


def test_the_networks_that_label_no_cross_are_those_that_the_page_names() -> None:
    results = stored("two-shapes")
    without = [(run.variant, run.seed) for run in results.runs if run.scores.iou["cross"] == 0]
    assert without == [("none", 2), ("none", 4), ("add", 4)]
    worse = [
        run.seed
        for run, wider in zip(results.of("add"), results.of("wider"), strict=True)
        if run.scores.mean_iou < wider.scores.mean_iou
    ]
    assert worse == [4]


def test_in_the_long_run_no_seed_is_left_behind() -> None:
    for variant in ("none", "wider", "add", "concat"):
        reached = [run.after(600).scores.iou["cross"] for run in stored("two-shapes-long").of(variant)]
        assert max(reached) - min(reached) < 0.04


def test_the_short_run_with_four_shapes_has_a_seed_without_a_lead() -> None:
    results = stored("four-shapes")
    seed_4 = {variant: results.of(variant)[4].scores.mean_iou for variant in results.settings.variants}
    assert max(seed_4["add"], seed_4["concat"]) - seed_4["none"] < 0.02


def test_with_four_shapes_skips_are_ahead_at_every_length_and_crosses_stand_still_without() -> None:
    results = stored("four-shapes-long")
    for steps in results.settings.lengths:
        reached = _means(results, steps, lambda scores: scores.mean_iou)
        assert max(reached["none"], reached["wider"]) < min(reached["add"], reached["concat"])
    for variant in ("none", "wider"):
        for steps in results.settings.lengths[1:]:
            crosses = [run.after(steps).scores.iou["cross"] for run in results.of(variant)]
            assert fmean(crosses) == pytest.approx(0.3, abs=0.02)


def test_skips_do_not_win_where_there_is_little_to_carry() -> None:
    results = stored("noisy-discs-shallow-long")
    for steps in results.settings.lengths:
        reached = _means(results, steps, lambda scores: scores.mean_iou)
        assert max(reached.values()) - min(reached.values()) < 0.004
        assert abs(reached["none"] - reached["add"]) < 0.001
        assert min(reached["wider"], reached["concat"]) > max(reached["none"], reached["add"])


def _means(results: Results, steps: int, score: Callable[[Scores], float]) -> dict[str, float]:
    return {
        variant: fmean(score(run.after(steps).scores) for run in results.of(variant))
        for variant in results.settings.variants
    }
