"""The command `python -m experiments`: trains every variant from every seed and stores what it found."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from experiments.measures import scores
from experiments.results import RESULTS, Finished, Results, Run, results_file
from experiments.samples import store_labels, store_scenes
from experiments.scenes import Scene, scenes
from experiments.settings import EXPERIMENTS, LOSS_DIGITS, Settings
from experiments.training import label_maps, trained
from experiments.variants import VARIANTS


def main() -> int:
    """Run what the arguments ask for."""
    names = [settings.name for settings in EXPERIMENTS]
    parser = argparse.ArgumentParser(prog="python -m experiments", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*names, []], help="experiments to run; all of them")
    parser.add_argument("--variant", action="append", choices=VARIANTS, help="variants to train; all of them")
    parser.add_argument(
        "--seed", action="append", type=int, help="seeds to train from; those of the settings"
    )
    parser.add_argument("--into", type=Path, default=RESULTS, help="folder for the results")
    parser.add_argument("--resume", action="store_true", help="keep the runs that stand there already")
    asked = parser.parse_args()
    for settings in EXPERIMENTS:
        if settings.name in (asked.names or names):
            seeded = replace(settings, seeds=tuple(asked.seed or settings.seeds))
            run_all(seeded, asked.variant or settings.variants, asked.into, resume=asked.resume)
    return 0


def run_all(settings: Settings, variants: Sequence[str], folder: Path, *, resume: bool) -> None:
    """Train seed by seed; results are written after every run, so that little is lost to an interruption."""
    held_out = scenes(
        settings.measured_seed, settings.measured_scenes, settings.shapes, settings.side, settings.noise
    )
    store_scenes(folder / settings.name, held_out, settings)
    file = results_file(settings.name, folder)
    results = _begun(file, settings) if resume and file.exists() else _empty(settings)
    for seed in settings.seeds:
        for variant in variants:
            if any(run.seed == seed for run in results.of(variant)):
                continue
            run = _run(variant, seed, settings, held_out, folder)
            results = results.with_run(run)
            file.write_text(results.to_json(), "utf-8")
            print(_line(settings, run), flush=True)


def _empty(settings: Settings) -> Results:
    return Results(settings, torch.__version__, ())


def _begun(file: Path, settings: Settings) -> Results:
    """The results so far. Raises SystemExit where they were found under other settings."""
    begun = Results.from_json(file.read_text("utf-8"))
    if (begun.settings, begun.torch) != (settings, torch.__version__):
        raise SystemExit(f"{file} was made with other settings or another PyTorch; run without --resume")
    return begun


def _run(variant: str, seed: int, settings: Settings, held_out: Sequence[Scene], folder: Path) -> Run:
    """Train, measure after each length, and store the samples of the first seed."""
    truths = [each.labels for each in held_out]
    finished: list[Finished] = []
    for result in trained(variant, settings, seed):
        maps = label_maps(result.network, held_out)
        finished.append(Finished(result.steps, result.losses[-1], scores(truths, maps, settings)))
    if seed == settings.seeds[0]:
        store_labels(folder / settings.name / f"{variant}.png", maps, settings)
    losses = tuple(round(loss, LOSS_DIGITS) for loss in result.losses)
    return Run(variant, seed, result.network.parameter_count, losses, tuple(finished))


def _line(settings: Settings, run: Run) -> str:
    reached = ", ".join(f"{each.steps} steps: mean IoU {each.scores.mean_iou:.3f}" for each in run.finished)
    return f"{settings.name}, {run.variant}, seed {run.seed}: {reached}"


if __name__ == "__main__":
    sys.exit(main())
