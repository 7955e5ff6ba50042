"""The Chromium that the tests drive: the one on PATH, else one from the system's package manager."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools import system_packages

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHOICE = "SELFCHECK_CHROMIUM"
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FONT_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "~/.fonts",
    "~/.local/share/fonts",
)
ADVICE = (
    "install Chromium (Debian: apt-get install chromium fonts-liberation; "
    "Ubuntu, whose Chromium is a snap: Google Chrome's own package; "
    "Fedora: dnf install chromium liberation-fonts; macOS: brew install --cask google-chrome) "
    f"or set {CHOICE} to the path of one"
)


class ChromiumMissing(Exception):
    """There is no Chromium to drive, or no font to draw with; the message says what to do."""


def find() -> Path:
    """The browser that SELFCHECK_CHROMIUM names, else the first on PATH, else an application of macOS.

    Raises ChromiumMissing, whose message says what to do.
    """
    chosen = os.environ.get(CHOICE)
    if chosen:
        if os.access(chosen, os.X_OK):
            return Path(chosen)
        raise ChromiumMissing(f"{CHOICE} names '{chosen}', which is not a program; {ADVICE}")
    candidates = [*map(shutil.which, NAMES), *filter(os.path.exists, MAC_APPLICATIONS)]
    for found in filter(None, candidates):
        return Path(found)
    raise ChromiumMissing(f"the tests need Chromium and there is none on PATH: {ADVICE}")


def ensure() -> Path:
    """As `find`, but a browser or a font that is missing is installed where that is permitted."""
    try:
        browser = find()
    except ChromiumMissing as missing:
        if os.environ.get(CHOICE):
            raise
        install("chromium", missing)
        browser = find()
    if not has_font():
        install("font", ChromiumMissing(f"Chromium has no font to draw with: {ADVICE}"))
    return browser


def has_font() -> bool:
    """Whether any outline font is installed; without one Chromium draws every letter as a box."""
    folders = (Path(folder).expanduser() for folder in FONT_FOLDERS)
    return any(next(folder.rglob(f"*.{kind}"), None) for folder in folders for kind in ("ttf", "otf", "ttc"))


def install(what: str, missing: ChromiumMissing) -> None:
    """Install the browser with a font, or the font alone; raises `missing` where it cannot be done."""
    manager = system_packages.available()
    if manager is None:
        raise missing
    packages = manager.font if what == "font" else (*manager.chromium, *manager.font)
    try:
        system_packages.install(manager, packages)
    except system_packages.InstallationNotPermitted as refused:
        raise missing from refused
    except subprocess.CalledProcessError as failure:
        raise ChromiumMissing(
            f"{manager.command} could not install {' '.join(packages)}: {ADVICE}"
        ) from failure


def main() -> int:
    """Print the browser's path; exit code 1, and what to do on stderr, where there is none."""
    try:
        print(ensure())
    except ChromiumMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
