"""Makes `.venv` what the lock says: creates it, installs every locked package, removes the others."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

from tools import system_packages

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"
# pip and setuptools come with the environment itself on some Pythons; the project is installed editable.
NOT_IN_THE_LOCK = {"pip", "setuptools", "mkdocs-selfcheck"}

NO_VENV = (
    "This Python cannot create environments: its `ensurepip` module is missing. "
    "Install your system's `venv` package for it (on Debian and Ubuntu: apt-get install python3-venv) "
    "or name another Python: make PYTHON=/path/to/python3 test"
)


def main() -> int:
    """Set `.venv` up; the exit code is not zero when it cannot be done, and stderr says why."""
    try:
        ensure_venv_module()
    except (system_packages.NotPermitted, subprocess.CalledProcessError):
        print(NO_VENV, file=sys.stderr)
        return 1
    python = ENVIRONMENT / "bin" / "python"
    try:
        if not is_usable(python):
            subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
        install_locked(python, LOCK)
        remove_unlocked(python)
        pip(python, "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    except subprocess.CalledProcessError as failure:
        print(f"setting up .venv failed: {failure}", file=sys.stderr)
        return 1
    return 0


def ensure_venv_module() -> None:
    """Debian and Ubuntu ship Python without `ensurepip`; get it from their package manager."""
    if importlib.util.find_spec("ensurepip"):
        return
    manager = system_packages.available()
    # The system's package serves the system's Python and no other.
    if manager is None or not manager.venv or not sys.executable.startswith("/usr/bin/"):
        raise system_packages.NotPermitted("ensurepip")
    system_packages.install(manager, manager.venv)


def is_usable(python: Path) -> bool:
    """Whether the environment's interpreter runs, has pip, and is of this Python's version."""
    probe = "import pip, sys; print(sys.version_info[:3])"
    try:
        answer = subprocess.run([python, "-c", probe], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == str(sys.version_info[:3])


def install_locked(python: Path, lock: Path) -> None:
    """Install exactly what a lock names, every file checked against its hash."""
    pip(python, "install", "--require-hashes", "--requirement", str(lock))


def remove_unlocked(python: Path) -> None:
    """Uninstall what the lock does not name, so that nothing leans on a package nobody declared."""
    listed = subprocess.run(
        [python, "-m", "pip", "--disable-pip-version-check", "list", "--format=freeze"],
        check=True,
        capture_output=True,
        text=True,
    )
    installed = {normalised(line.partition("==")[0]) for line in listed.stdout.splitlines() if line}
    extra = sorted(installed - locked_names(LOCK.read_text("utf-8")) - NOT_IN_THE_LOCK)
    if extra:
        pip(python, "uninstall", "--yes", *extra)


def locked_names(lock: str) -> set[str]:
    """The normalised names of all packages in a lock's text."""
    return {normalised(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, flags=re.MULTILINE)}


def normalised(name: str) -> str:
    """A package's name as the packaging standards compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pip(python: Path, *arguments: str) -> None:
    """Run the environment's pip, quietly, with nobody to answer questions."""
    command = [python, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
