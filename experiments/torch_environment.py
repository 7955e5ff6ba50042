"""PyTorch in a folder of its own: beside the packages of `.venv`, so that nothing else ever imports it."""

import fcntl
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tools.python_environment import ENVIRONMENT, ROOT

FOLDER = ENVIRONMENT / "torch"


def ensure() -> Path:
    """The folder, to be put on the path; pip fills it first if it does not hold what pyproject.toml pins.

    pip itself chooses among the builds of PyTorch, as its configuration says: those for graphics processors
    are large. Safe to call from several processes at once. Raises subprocess.CalledProcessError where the
    installation fails.
    """
    wanted = f"{requirements()} {sys.version}"
    stamp = FOLDER / "requirements.stamp"
    with FOLDER.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text() != wanted:
            print(f"setting up {', '.join(requirements())}", file=sys.stderr, flush=True)
            shutil.rmtree(FOLDER, ignore_errors=True)
            command = [sys.executable, "-m", "pip", "--quiet", "install", "--target", str(FOLDER)]
            # What pip prints must not mix with the answer of `main`.
            subprocess.run([*command, *requirements()], check=True, stdout=sys.stderr)
            stamp.write_text(wanted)
    return FOLDER


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
