"""Runs every measurement and prints it beside its target: `make bench`."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import audits, builds, checking, course, figures, pressing, reloading, startup, weights
from benchmarks.report import Row

PARTS = ("builds", "startup", "checking", "weights", "course", "figures", "reloading", "pressing", "audits")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print one line a measurement."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for row in _rows(Path(folder), asked):
            print(row, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="how often each build is repeated (7)")
    parser.add_argument("--questions", type=int, nargs="+", default=[1_000, 3_000], help="sizes of the site")
    parser.add_argument(
        "--checked", type=int, nargs="+", default=[1_000, 10_000], help="sizes of the bank that is checked"
    )
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="parts, instead of all")
    return parser


def _rows(folder: Path, asked: argparse.Namespace) -> Iterator[Row]:
    if "builds" in asked.only:
        yield from builds.measure(folder / "builds", asked.rounds, asked.questions)
    if "startup" in asked.only:
        yield from startup.measure(folder / "startup", asked.rounds)
    if "checking" in asked.only:
        yield from checking.measure(folder / "checking", asked.rounds, asked.checked)
    if "weights" in asked.only:
        yield from weights.measure(folder / "weights")
    if "course" in asked.only:
        yield from course.measure()
    if {"figures", "reloading", "pressing"} & set(asked.only):
        yield from figures.measure(folder / "own" / "site")
    if "reloading" in asked.only:
        yield from reloading.measure(folder / "own" / "site", asked.rounds)
    if "pressing" in asked.only:
        yield from pressing.measure(folder / "pressing", folder / "own" / "out-site", asked.rounds)
    if "audits" in asked.only:
        yield from audits.measure(folder / "audits", asked.rounds)


if __name__ == "__main__":
    main()
