"""The figure of the length of training says what is stored."""

from statistics import fmean

import training_length
from trained.two_shapes import LONG
from training_length import BRIEF, MEANS, TRUNK, WHOLE

from experiments.results import stored
from experiments.schedule import trunk_end

SHORT_RUNS, LONG_RUNS = stored("two-shapes"), stored("two-shapes-long")


def test_the_curves_are_the_losses_of_one_network() -> None:
    (short,) = (run for run in SHORT_RUNS.of("none") if run.seed == 0)
    (long,) = (run for run in LONG_RUNS.of("none") if run.seed == 0)
    assert (BRIEF.losses, WHOLE.losses) == ([*short.losses], [*long.losses])
    assert (BRIEF.steps[-1], WHOLE.steps[-1]) == (
        SHORT_RUNS.settings.lengths[-1],
        LONG_RUNS.settings.lengths[-1],
    )


def test_the_short_loss_is_level_at_its_end_and_the_long_one_goes_on_falling() -> None:
    assert BRIEF.losses[-2] - BRIEF.losses[-1] < 0.02 * BRIEF.losses[-1]
    at_same = WHOLE.losses[WHOLE.steps.index(BRIEF.steps[-1])]
    on_the_trunk = WHOLE.losses[WHOLE.steps.index(4 * BRIEF.steps[-1])]
    assert on_the_trunk < 0.7 * at_same < at_same < BRIEF.losses[-1]


def test_the_dotted_line_stands_where_the_rate_begins_to_fall() -> None:
    assert trunk_end(LONG_RUNS.settings.lengths[-1], LONG_RUNS.settings) == TRUNK


def test_every_mean_is_that_of_the_stored_seeds() -> None:
    for variant, means in MEANS.items():
        for steps, mean in zip(LONG.lengths, means, strict=True):
            assert mean == fmean(run.after(steps).scores.iou["cross"] for run in LONG_RUNS.of(variant))


def test_without_skips_the_score_stands_still_at_first_and_then_doubles() -> None:
    first, second, *_, last = MEANS["none"]
    assert abs(second - first) < 0.05
    assert last > 2 * second


def test_averaged_skips_are_nearer_to_none_than_to_whole_ones_at_every_length() -> None:
    for none, add, coarse in zip(MEANS["none"], MEANS["add"], MEANS["coarse"], strict=True):
        assert coarse - none < add - coarse


def test_the_words_carry_the_means() -> None:
    for means in MEANS.values():
        assert all(
            f"{mean:.2f} after {steps:,}" in training_length.ALT()
            for steps, mean in zip(LONG.lengths, means, strict=True)
        )
