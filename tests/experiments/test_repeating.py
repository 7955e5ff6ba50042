"""One run again, by the command: it comes out within the spread of the stored ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from experiments import torch_environment
from experiments.results import stored
from tools.python_environment import ROOT

NAME, VARIANT, SEED = "two-shapes", "concat", 0


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    """Where `import torch` works; PyTorch is installed first where it is missing."""
    paths = [str(torch_environment.ensure()), str(ROOT / "plugins"), str(ROOT)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def experiments(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "experiments", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_a_run_repeats_within_the_spread_of_its_seeds(environment: dict[str, str], tmp_path: Path) -> None:
    done = experiments(environment, NAME, "--variant", VARIANT, "--seed", str(SEED), "--into", str(tmp_path))
    assert done.returncode == 0, done.stderr
    (again,) = stored(NAME, tmp_path).runs
    before = stored(NAME)
    (first,) = (run for run in before.of(VARIANT) if run.seed == SEED)
    summary = before.summary(VARIANT)
    assert again.parameters == first.parameters
    # Another processor adds up in another order, which is as good as another seed: three deviations.
    assert abs(again.scores.mean_iou - first.scores.mean_iou) < 3 * summary.mean_iou[1] + 0.005
    assert abs(again.scores.boundary_f1 - first.scores.boundary_f1) < 3 * summary.boundary_f1[1] + 0.005


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_results_of_other_settings_are_not_continued(environment: dict[str, str], tmp_path: Path) -> None:
    stored_file = ROOT / "experiments" / "results" / f"{NAME}.json"
    (tmp_path / f"{NAME}.json").write_text(stored_file.read_text("utf-8"), "utf-8")
    done = experiments(environment, NAME, "--seed", "77", "--into", str(tmp_path), "--resume")
    assert done.returncode == 1
    assert "other settings" in done.stderr
