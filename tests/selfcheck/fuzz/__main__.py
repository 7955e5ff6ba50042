"""Tries many damaged files and pages: `make fuzz`, `make fuzz ARGS="--from 500 --count 1"`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor

from tests.selfcheck.fuzz.trial import failures

PORTION = 500


def main() -> int:
    """Try the specimens, tell each kind of failure once, and say how many there were."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--from", dest="first", type=int, default=0, help="the seed of the first specimen")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    end = options.first + options.count
    starts = range(options.first, end, PORTION)
    counts = [min(PORTION, end - start) for start in starts]
    kinds: Counter[str] = Counter()
    sound = 0
    with ProcessPoolExecutor(options.workers) as pool:
        for some, wrong in pool.map(failures, starts, counts):
            sound += some
            for seed, said in wrong.items():
                kind = "\n".join(said.splitlines()[-4:-1])
                if not kinds[kind]:
                    print(f"seed {seed}:\n{said}", flush=True)
                kinds[kind] += 1
    print(f"{options.count:,} specimens, {sound:,} of them sound;", end=" ")
    print(f"{kinds.total():,} failures of {len(kinds)} kinds")
    return 1 if kinds else 0


if __name__ == "__main__":
    sys.exit(main())
