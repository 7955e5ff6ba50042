"""The further browsers of `make test-engines`: those on PATH, else from the system's package manager."""

import shutil
import subprocess
import sys

from tools import system_packages

PROGRAMS = {
    "firefox-esr": ("firefox-esr", "firefox"),
    "webkit2gtk-driver": ("WebKitWebDriver",),
    "xvfb": ("Xvfb",),
}
"""Debian's package for each program, with the names that the program has."""


def missing() -> list[str]:
    """The packages whose program is not on PATH."""
    return [package for package, names in PROGRAMS.items() if not any(map(shutil.which, names))]


def main() -> int:
    """Install what is missing; exit code 1, and what to do on stderr, where that cannot be done."""
    wanted = missing()
    manager = system_packages.available()
    try:
        if wanted and (manager is None or manager.command != "apt-get"):
            raise system_packages.InstallationNotPermitted
        if wanted and manager:
            system_packages.install(manager, wanted)
    except (system_packages.InstallationNotPermitted, subprocess.CalledProcessError):
        names = ", ".join(PROGRAMS[package][0] for package in wanted)
        print(
            f"these programs are needed on PATH: {names}; install them "
            f"(Debian: apt-get install {' '.join(wanted)})",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
