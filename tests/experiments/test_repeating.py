"""One seed of the long run again, by the command: it agrees with what is stored, at every length."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import stdev

import pytest

from experiments import torch_environment
from experiments.results import stored
from tools.python_environment import ROOT

NAME, VARIANT, SEED = "two-shapes-long", "wider", 0
DEVIATIONS, MARGIN = 3, 0.02
"""Another processor adds up in another order, which is as good as another seed: so many standard deviations
of the stored seeds, and the margin besides, since a deviation from five runs is itself rough."""


@pytest.fixture(scope="module")
def environment() -> dict[str, str]:
    """Where `import torch` works; PyTorch is installed first where it is missing."""
    paths = [str(torch_environment.ensure()), str(ROOT / "plugins"), str(ROOT)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}


def experiments(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "experiments", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_a_seed_of_the_long_run_agrees_with_what_is_stored(
    environment: dict[str, str], tmp_path: Path
) -> None:
    done = experiments(environment, NAME, "--variant", VARIANT, "--seed", str(SEED), "--into", str(tmp_path))
    assert done.returncode == 0, done.stderr
    (again,) = stored(NAME, tmp_path).runs
    before = stored(NAME)
    (first,) = (run for run in before.of(VARIANT) if run.seed == SEED)
    assert again.parameters == first.parameters
    for steps in before.settings.lengths:
        for measure in ("mean_iou", "boundary_f1"):
            seeds = [getattr(run.after(steps).scores, measure) for run in before.of(VARIANT)]
            tolerance = DEVIATIONS * stdev(seeds) + MARGIN
            came_out = getattr(again.after(steps).scores, measure)
            assert abs(came_out - getattr(first.after(steps).scores, measure)) < tolerance, (steps, measure)


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_results_of_other_settings_are_not_continued(environment: dict[str, str], tmp_path: Path) -> None:
    stored_file = ROOT / "experiments" / "results" / f"{NAME}.json"
    (tmp_path / f"{NAME}.json").write_text(stored_file.read_text("utf-8"), "utf-8")
    done = experiments(environment, NAME, "--seed", "77", "--into", str(tmp_path), "--resume")
    assert done.returncode == 1
    assert "other settings" in done.stderr
