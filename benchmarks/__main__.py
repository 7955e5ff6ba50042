"""Runs every measurement and prints it beside its target: `make bench`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks import builds, figures, weights


def main() -> None:
    """Print one line a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        for row in (
            *builds.measure(Path(folder)),
            *weights.measure(Path(folder)),
            *figures.measure(Path(folder)),
        ):
            print(row, flush=True)


if __name__ == "__main__":
    main()
