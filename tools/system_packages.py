"""The system's package manager: which one there is, whether we may use it, and what it calls things."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass


class InstallationNotPermitted(Exception):
    """No package manager is known here, or nobody may use it without a password."""


@dataclass(frozen=True, slots=True)
class PackageManager:
    """How one package manager installs, and the packages it has for Chromium, a font and `venv`."""

    command: str
    install: tuple[str, ...]
    chromium: tuple[str, ...]
    font: tuple[str, ...]
    venv: tuple[str, ...] = ()
    refresh: tuple[str, ...] = ()


MANAGERS = (
    PackageManager(
        command="apt-get",
        refresh=("apt-get", "update", "-qq"),
        install=("apt-get", "install", "-y", "-qq", "--no-install-recommends"),
        chromium=("chromium",),
        font=("fonts-liberation",),
        venv=("python3-venv",),
    ),
    PackageManager(
        command="dnf",
        install=("dnf", "install", "-y", "-q"),
        chromium=("chromium",),
        font=("liberation-fonts",),
    ),
    PackageManager(
        command="apk",
        install=("apk", "add", "--quiet"),
        chromium=("chromium",),
        font=("font-liberation",),
    ),
)


def available() -> PackageManager | None:
    """The first known package manager on PATH."""
    return next((manager for manager in MANAGERS if shutil.which(manager.command)), None)


def privilege() -> tuple[str, ...] | None:
    """What to put before a command so that it runs as root: nothing, sudo, or None where neither works."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ("sudo", "-n")
    return None


def install(manager: PackageManager, packages: Sequence[str]) -> None:
    """Install packages, asking nothing. What the package manager says goes to stderr: stdout is for results.

    Raises InstallationNotPermitted where that needs a password, and subprocess.CalledProcessError where the
    package manager fails.
    """
    prefix = privilege()
    if prefix is None:
        raise InstallationNotPermitted(manager.command)
    # `env` carries the setting through sudo, which clears the environment.
    quiet = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive")
    print(f"installing {' '.join(packages)} with {manager.command}", file=sys.stderr, flush=True)
    if manager.refresh:
        _run([*quiet, *manager.refresh])
    _run([*quiet, *manager.install, *packages])


def _run(command: Sequence[str]) -> None:
    # Not `stdout=sys.stderr`, which is no file where the output is captured.
    with os.fdopen(os.dup(2), "w") as stderr:
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=stderr)
