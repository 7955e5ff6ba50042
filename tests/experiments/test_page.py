"""The engineers' page against what is stored."""

import pytest

from experiments.page import table
from experiments.results import stored
from experiments.settings import EXPERIMENTS
from experiments.variants import VARIANTS
from tools.python_environment import ROOT

PAGE = (ROOT / "docs" / "developing" / "experiments.md").read_text("utf-8")


@pytest.mark.parametrize("name", [settings.name for settings in EXPERIMENTS])
def test_the_page_shows_the_stored_results(name: str) -> None:
    assert table(stored(name)) in PAGE, f"the page should say:\n{table(stored(name))}"


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


def test_early_stopped_networks_are_as_the_page_says() -> None:
    results = stored("four-shapes")
    seed_4 = {variant: results.of(variant)[4].scores.mean_iou for variant in VARIANTS}
    assert max(seed_4["add"], seed_4["concat"]) - seed_4["none"] < 0.02
    ground = {
        variant: sum(run.scores.iou["ground"] for run in results.of(variant)) / 5 for variant in VARIANTS
    }
    assert min(ground["add"], ground["concat"]) > 0.96
    assert 0.89 < min(ground["none"], ground["wider"]) <= max(ground["none"], ground["wider"]) < 0.91


def test_skips_do_not_win_where_there_is_nothing_to_carry() -> None:
    results = stored("noisy-discs-shallow")
    summaries = {variant: results.summary(variant) for variant in VARIANTS}
    means = [summary.mean_iou[0] for summary in summaries.values()]
    assert max(means) - min(means) < 0.005
    for measure in ("mean_iou", "boundary_f1"):
        assert max(VARIANTS, key=lambda variant: getattr(summaries[variant], measure)[0]) == "wider"
    parameters = {variant: results.of(variant)[0].parameters for variant in VARIANTS}
    assert max(VARIANTS, key=lambda variant: parameters[variant]) == "wider"
