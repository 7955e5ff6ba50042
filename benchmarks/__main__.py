"""Runs every measurement and prints it beside its target: `make bench`."""

from __future__ import annotations

import tempfile
from itertools import chain
from pathlib import Path

from benchmarks import builds, figures, weights


def main() -> None:
    """Print one line a measurement."""
    with tempfile.TemporaryDirectory() as folder:
        for row in chain.from_iterable(part.measure(Path(folder)) for part in (builds, weights, figures)):
            print(row, flush=True)


if __name__ == "__main__":
    main()
