"""An environment for each plugin that `make bench` compares with, made from its lock in benchmarks/peers/."""

import sys
from pathlib import Path

from tools.host_environments import environment
from tools.python_environment import ENVIRONMENT, ROOT

LOCKS = ROOT / "benchmarks" / "peers"
CACHE = ENVIRONMENT / "peers"


def names() -> list[str]:
    """The names of all peers, as their packages are named, in alphabetical order."""
    return sorted(lock.stem for lock in LOCKS.glob("*.txt"))


def ensure(name: str) -> Path:
    """The interpreter of a peer's environment, which is made first if its lock or this Python is new."""
    return environment(CACHE / name, LOCKS / f"{name}.txt")


def main() -> int:
    """Set up every peer's environment."""
    for name in names():
        ensure(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
