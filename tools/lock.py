"""Resolves every lock of the project again: its own, those of hosts and of peers, and PyTorch's.

`python -m tools.lock` takes the newest version of everything that pyproject.toml allows,
`python -m tools.lock NAME…` of these packages alone: all others keep the version that a lock has.
"""

import subprocess
import sys
from collections.abc import Sequence

from tools.cpu_builds import cpu_lock
from tools.python_environment import ROOT

PYTHON = "3.11"  # the oldest that is supported; the locks hold for later ones, and for every platform, too
PROJECT = "pyproject.toml"
LOCKS = {
    # One version of a package for every Python, or the figures would differ between two machines.
    "requirements.txt": (PROJECT, "--extra=material", "--group=dev", "--fork-strategy=fewest"),
    # The declared ranges themselves, at their lower ends and at their upper ends.
    "tests/hosts/lowest.txt": (PROJECT, "--extra=material", "--resolution=lowest-direct"),
    "tests/hosts/newest.txt": (
        PROJECT,
        "--extra=material",
    ),
    "tests/hosts/properdocs.txt": (
        PROJECT,
        "--group=properdocs",
    ),
    "tests/hosts/neighbours.txt": (PROJECT, "--group=neighbours"),
    "tests/hosts/jupyter.txt": (PROJECT, "--group=jupyter"),
    "tests/hosts/materialx.txt": (PROJECT, "--group=materialx"),
    "tests/hosts/zensical.txt": (PROJECT, "--group=zensical"),
    # Plugins that `make bench` compares with, each with its host and nothing of ours.
    "benchmarks/peers/mkdocs-mcq.txt": ("--group=mkdocs-mcq",),
    "benchmarks/peers/mkdocs-quiz.txt": ("--group=mkdocs-quiz",),
    # The group alone: it goes into a folder of its own, beside the packages of the project.
    "experiments/requirements.txt": ("--group=experiments",),
}
CPU_LOCKS = {"experiments/cpu.txt": "experiments/requirements.txt"}
"""Locks that follow from others, with builds for processors alone."""


def main(packages: Sequence[str] = ()) -> int:
    """Write every lock with new versions of `packages`, or of all; stop at the first that fails."""
    for lock, what in LOCKS.items():
        print(f"resolving {lock}", flush=True)
        if subprocess.run(resolve(lock, what, packages), cwd=ROOT, stdout=subprocess.DEVNULL).returncode:
            return 1
    for lock, resolved in CPU_LOCKS.items():
        (ROOT / lock).write_text(cpu_lock((ROOT / resolved).read_text("utf-8")), "utf-8")
    return 0


def resolve(lock: str, what: Sequence[str], packages: Sequence[str] = ()) -> list[str]:
    """The command that resolves parts of pyproject.toml into a lock with hashes that names no index.

    It takes new versions of `packages`, or, where none is named, of all.
    """
    return [
        sys.executable,
        *("-m", "uv", "pip", "compile", *what),
        *("--universal", f"--python-version={PYTHON}", "--quiet"),
        *([f"--upgrade-package={name}" for name in packages] or ["--upgrade"]),
        *("--generate-hashes", "--no-emit-index-url", "--custom-compile-command=make lock"),
        f"--output-file={lock}",
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
