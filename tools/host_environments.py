"""An environment for each host that the tests build sites in, made from its lock in tests/hosts/.

It holds the host and what selfcheck needs, never selfcheck itself: a test puts the wheel beside it, so
that tests that run side by side share an environment without changing it.
"""

import fcntl
import hashlib
import subprocess
import sys
from pathlib import Path

from tools.python_environment import ENVIRONMENT, ROOT, sync

LOCKS = ROOT / "tests" / "hosts"
CACHE = ENVIRONMENT / "hosts"


def names() -> list[str]:
    """The names of all hosts that have a lock, in alphabetical order."""
    return sorted(lock.stem for lock in LOCKS.glob("*.txt"))


def ensure(name: str) -> Path:
    """The interpreter of a host's environment, which is made first if its lock or this Python is new."""
    return environment(CACHE / name, LOCKS / f"{name}.txt")


def environment(home: Path, lock: Path) -> Path:
    """The interpreter of an environment in `home` that holds what `lock` names, made first if need be.

    Safe to call from several processes at once. Raises FileNotFoundError where there is no such lock and
    subprocess.CalledProcessError where the installation fails.
    """
    wanted = fingerprint(lock)
    home.parent.mkdir(parents=True, exist_ok=True)
    with home.with_name(f"{home.name}.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        stamp = home / "lock.sha256"
        if not stamp.exists() or stamp.read_text() != wanted:
            print(f"setting up {home.name} for {home.parent.name}", file=sys.stderr, flush=True)
            create(home, lock)
            stamp.write_text(wanted)
    return home / "bin" / "python"


def fingerprint(lock: Path) -> str:
    """What an environment depends on: the lock's text and the version of Python."""
    return hashlib.sha256(sys.version.encode() + lock.read_bytes()).hexdigest()


def create(home: Path, lock: Path) -> None:
    """A fresh environment with what the lock names and nothing else, pip included."""
    own = Path(sys.executable)
    subprocess.run([own, "-m", "venv", "--clear", "--without-pip", home], check=True)
    sync(uv_of=own, python=home / "bin" / "python", lock=lock)


def main() -> int:
    """Set up every host's environment."""
    for name in names():
        ensure(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
