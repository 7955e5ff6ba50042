"""PyTorch in a folder of its own: beside the packages of `.venv`, so that nothing else ever imports it."""

import fcntl
import hashlib
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tools.python_environment import ENVIRONMENT, ROOT, sync

FOLDER = ENVIRONMENT / "torch"
LOCKS = [ROOT / "experiments" / "cpu.txt", ROOT / "experiments" / "requirements.txt"]
"""The small build first, which pip may not have been told where to find; then what every registry has."""


def ensure() -> Path:
    """The folder, to be put on the path; it is filled first if it does not hold what a lock names.

    Every file is checked against its hash in the lock that was used. Safe to call from several processes at
    once. Raises subprocess.CalledProcessError where the installation fails.
    """
    wanted = fingerprint()
    stamp = FOLDER / "requirements.stamp"
    with FOLDER.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text() != wanted:
            print(f"setting up {', '.join(requirements())}", file=sys.stderr, flush=True)
            shutil.rmtree(FOLDER, ignore_errors=True)
            install(FOLDER)
            stamp.write_text(wanted)
    return FOLDER


def fingerprint() -> str:
    """What the folder depends on: the text of both locks and the version of Python."""
    texts = [sys.version.encode(), *(lock.read_bytes() for lock in LOCKS)]
    return hashlib.sha256(b"\n".join(texts)).hexdigest()


def install(folder: Path) -> None:
    """Fill a folder from the first lock whose files are all on offer here.

    Raises subprocess.CalledProcessError where that is none.
    """
    own = Path(sys.executable)
    *smaller, last = LOCKS
    for lock in smaller:
        try:
            sync(uv_of=own, python=own, lock=lock, options=["--target", str(folder)])
        except subprocess.CalledProcessError:
            print(f"{lock.name} is not on offer here, taking {last.name}", file=sys.stderr, flush=True)
        else:
            return
    sync(uv_of=own, python=own, lock=last, options=["--target", str(folder)])


def requirements() -> list[str]:
    """The dependency group `experiments`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [str(each) for each in project["dependency-groups"]["experiments"]]


def main() -> int:
    """Set the folder up and print where it is; the exit code is 1 where that fails, and stderr says why."""
    try:
        print(ensure())
    except subprocess.CalledProcessError as failure:
        print(f"setting up PyTorch failed: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
