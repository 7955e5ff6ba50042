"""What is stored: complete, of these settings, and with samples that are those of the runs."""

import json
import statistics
from pathlib import Path

import numpy as np
import pytest

from convarith import trace
from experiments.results import RESULTS, Results, results_file, stored
from experiments.samples import stored_labels
from experiments.scenes import scenes
from experiments.settings import EXPERIMENTS, LOSS_DIGITS, LOSS_STEPS, Settings
from experiments.torch_environment import requirements
from experiments.variants import network


@pytest.fixture(params=EXPERIMENTS, ids=lambda settings: settings.name)
def results(request: pytest.FixtureRequest) -> Results:
    settings: Settings = request.param
    return stored(settings.name)


def test_the_results_are_those_of_the_settings_as_they_stand(results: Results) -> None:
    (settings,) = (each for each in EXPERIMENTS if each.name == results.settings.name)
    assert results.settings == settings


def test_every_variant_was_trained_from_every_seed(results: Results) -> None:
    runs = [(run.variant, run.seed) for run in results.runs]
    settings = results.settings
    assert runs == [(variant, seed) for variant in settings.variants for seed in settings.seeds]


def test_the_networks_were_as_large_as_the_arithmetic_says(results: Results) -> None:
    for run in results.runs:
        traced = trace(network(run.variant, results.settings), results.settings.side)
        assert run.parameters == traced.parameters


def test_the_losses_cover_all_steps_and_fall(results: Results) -> None:
    for run in results.runs:
        assert len(run.losses) * LOSS_STEPS == results.settings.lengths[-1]
        assert run.losses[-1] < run.losses[0]
        assert run.losses[-1] == pytest.approx(run.finished[-1].loss, abs=10.0**-LOSS_DIGITS)


def test_every_run_was_measured_after_every_length(results: Results) -> None:
    for run in results.runs:
        assert tuple(each.steps for each in run.finished) == results.settings.lengths
        assert run.after(results.settings.lengths[0]) == run.finished[0]


def test_the_stored_summary_follows_from_the_runs(results: Results) -> None:
    summary = json.loads(results_file(results.settings.name).read_text("utf-8"))["summary"]
    repeated = len(results.settings.seeds) > 1
    assert list(summary) == (list(results.settings.variants) if repeated else [])
    for variant in summary:
        for measure in ("mean_iou", "boundary_f1"):
            values = [getattr(run.scores, measure) for run in results.of(variant)]
            expected = [statistics.mean(values), statistics.stdev(values)]
            assert summary[variant][measure] == pytest.approx(expected)


def test_mean_iou_is_the_mean_of_the_classes(results: Results) -> None:
    for each in (finished.scores for run in results.runs for finished in run.finished):
        assert list(each.iou) == ["ground", *results.settings.shapes]
        assert each.mean_iou == pytest.approx(statistics.mean(each.iou.values()))


def test_results_are_read_as_they_were_written(results: Results) -> None:
    assert Results.from_json(results.to_json()) == results


def test_they_were_made_with_the_pytorch_that_is_pinned(results: Results) -> None:
    (pin,) = requirements()
    assert pin == f"torch=={results.torch.partition('+')[0]}"


def test_the_stored_truth_is_that_of_the_first_measured_scenes(results: Results) -> None:
    settings = results.settings
    drawn = scenes(
        settings.measured_seed, settings.stored_scenes, settings.shapes, settings.side, settings.noise
    )
    kept = stored_labels(RESULTS / settings.name / "truth.png", settings)
    for scene, labels in zip(drawn, kept, strict=True):
        assert np.array_equal(scene.labels, labels)


def test_sample_predictions_hold_labels_of_the_experiment(results: Results) -> None:
    settings = results.settings
    for variant in settings.variants:
        for labels in stored_labels(RESULTS / settings.name / f"{variant}.png", settings):
            assert labels.shape == (settings.side, settings.side)
            assert labels.max() < settings.classes


def test_all_that_is_stored_stays_small() -> None:
    files = [file for file in Path(RESULTS).rglob("*") if file.is_file()]
    assert sum(file.stat().st_size for file in files) < 500_000
