"""Resolves every lock of the project again: its own, and one for each host that the tests build in."""

import subprocess
import sys

from tools.python_environment import ROOT

PYTHON = (
    "3.11"  # the oldest that is supported: what resolves there, for every platform and later Python, is kept
)
LOCKS = {
    # One version of a package for every Python, or the figures would differ between two machines.
    "requirements.txt": ("--extra=material", "--group=dev", "--fork-strategy=fewest"),
    # The declared ranges themselves, at their lower ends and at their upper ends.
    "tests/hosts/lowest.txt": ("--extra=material", "--resolution=lowest-direct"),
    "tests/hosts/newest.txt": ("--extra=material",),
    "tests/hosts/properdocs.txt": ("--group=properdocs",),
    "tests/hosts/zensical.txt": ("--group=zensical",),
}


def main() -> int:
    """Write every lock; stops at the first that does not resolve."""
    for lock, what in LOCKS.items():
        print(f"resolving {lock}", flush=True)
        if subprocess.run(resolve(lock, what), cwd=ROOT, stdout=subprocess.DEVNULL).returncode:
            return 1
    return 0


def resolve(lock: str, what: tuple[str, ...]) -> list[str]:
    """The command that resolves pyproject.toml into a lock with hashes that names no index."""
    return [
        sys.executable,
        *("-m", "uv", "pip", "compile", "pyproject.toml", *what),
        *("--universal", f"--python-version={PYTHON}", "--upgrade", "--quiet"),
        *("--generate-hashes", "--no-emit-index-url", "--custom-compile-command=make lock"),
        f"--output-file={lock}",
    ]


if __name__ == "__main__":
    sys.exit(main())
