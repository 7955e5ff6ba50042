"""The script that readers download: it opens as a notebook, it prints what is stored, and skips win in it."""

import ast
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from experiments import torch_environment
from tools.python_environment import ROOT
from values import companion

SCRIPT = ROOT / "docs" / "reference" / "skip_experiment.py"
TEXT = SCRIPT.read_text("utf-8")
STORED = ROOT / "experiments" / "results" / "companion"
QUESTIONS = yaml.safe_load((ROOT / "quizzes" / "skip-experiment.yml").read_text("utf-8"))["questions"]


@dataclass(frozen=True)
class Row:
    """A line that the script prints: one network."""

    skips: str
    steps: int
    seed: int
    iou: float
    loss: float


def rows(printed: str) -> list[Row]:
    head, *lines = printed.splitlines()
    assert head.split() == ["skips", "steps", "seed", "IoU", "of", "crosses", "loss"]
    parted = (line.split() for line in lines)
    return [
        Row(skips, int(steps), int(seed), float(iou), float(loss)) for skips, steps, seed, iou, loss in parted
    ]


def stored(name: str) -> list[Row]:
    return rows((STORED / f"{name}.txt").read_text("utf-8"))


def check_that_skips_win(found: list[Row]) -> None:
    """In every seed and at both lengths; and both kinds learn, the one without skips for longer."""
    by_key = {(row.skips, row.steps, row.seed): row for row in found}
    seeds = {row.seed for row in found}
    assert len(by_key) == len(found) == 2 * 2 * len(seeds)
    for seed in seeds:
        for steps in (600, 2400):
            assert by_key["whole", steps, seed].iou > by_key["none", steps, seed].iou + 0.1, (steps, seed)
            assert by_key["whole", steps, seed].iou > 0.95, (steps, seed)
        assert by_key["none", 2400, seed].iou > by_key["none", 600, seed].iou + 0.1, seed
        assert by_key["none", 2400, seed].loss < by_key["none", 600, seed].loss, seed


def test_each_cell_of_the_notebook_is_whole() -> None:
    before, *cells = re.split(r"^# %%(.*)\n", TEXT, flags=re.MULTILINE)
    assert before == ""
    kinds, bodies = cells[::2], cells[1::2]
    assert len(bodies) >= 9
    for kind, body in zip(kinds, bodies, strict=True):
        if kind == " [markdown]":
            assert all(line.startswith("#") for line in body.strip().splitlines())
        else:
            assert kind == ""
            assert ast.parse(body).body


def test_it_is_short_and_needs_nothing_but_pytorch() -> None:
    assert companion.lines < 100
    imported = re.findall(r"^(?:import|from) (\w+)", TEXT, re.MULTILINE)
    assert set(imported) == {"math", "itertools", "torch"}


def test_the_exercises_change_lines_that_stand_in_it() -> None:
    page = SCRIPT.with_name("skip-experiment.md").read_text("utf-8")
    changed = set(re.findall(r"`([A-Z]+) = ", page))
    assert changed == {"SEEDS", "SKIPS", "STEPS", "WIDTHS"}
    assert all(re.search(rf"^{name} = ", TEXT, re.MULTILINE) for name in changed)


def test_in_the_stored_run_skips_win() -> None:
    check_that_skips_win(stored("default"))


def test_the_share_that_averaged_skips_keep_is_the_key_of_its_question() -> None:
    (question,) = (each for each in QUESTIONS if each["id"] == "what-averaged-skips-keep")
    assert question["answer"] == round(companion.kept_percent)
    assert question["mistakes"][0]["value"] == 100 - question["answer"]
    assert question["tolerance"] < question["answer"]
    for seed in range(companion.seeds):
        none, averaged, whole = (
            next(row.iou for row in stored(name) if (row.skips, row.steps, row.seed) == (skips, 2400, seed))
            for name, skips in (("default", "none"), ("averaged", "averaged"), ("default", "whole"))
        )
        share = 100 * (averaged - none) / (whole - none)
        assert abs(share - question["answer"]) < question["tolerance"], seed


def test_the_order_of_the_four_networks_is_the_key_and_holds_in_every_seed() -> None:
    shallow = stored("one-pooling")
    for seed in {row.seed for row in shallow}:
        found = [
            next(row.iou for row in run if (row.skips, row.steps, row.seed) == (skips, steps, seed))
            for run, skips, steps in (
                (stored("default"), "none", 600),
                (stored("default"), "none", 2400),
                (shallow, "none", 2400),
                (stored("default"), "whole", 2400),
            )
        ]
        assert found == sorted(found), seed


@pytest.mark.slow
@pytest.mark.timeout(7200)
def test_the_script_runs_as_it_is_and_comes_out_alike(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(torch_environment.ensure())}
    done = subprocess.run(
        [sys.executable, str(SCRIPT)], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    again = rows(done.stdout)
    check_that_skips_win(again)
    for row, before in zip(again, stored("default"), strict=True):
        assert (row.skips, row.steps, row.seed) == (before.skips, before.steps, before.seed)
        # Another processor adds in another order, which is as good as another seed.
        assert abs(row.iou - before.iou) < 0.2
