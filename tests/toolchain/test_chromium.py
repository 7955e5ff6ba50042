"""Which Chromium the tests drive, and what a machine without one is told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import chromium, system_packages
from tools.chromium import ChromiumMissing
from tools.python_environment import ROOT

# Installs by writing the program; notes every call.
APT_GET = """#!/bin/sh
echo "$@" >> {folder}/calls
echo "Unpacking chromium ..."
case "$*" in install*chromium*) {touch} {folder}/chromium && {chmod} +x {folder}/chromium ;; esac
"""


def program(path: Path, text: str = "#!/bin/sh\n") -> Path:
    path.write_text(text)
    path.chmod(0o755)
    return path


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, on a machine with fonts and without applications."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "env").symlink_to(str(shutil.which("env")))
    (tmp_path / "some.ttf").touch()
    monkeypatch.delenv(chromium.CHOICE, raising=False)
    monkeypatch.setattr(chromium, "MAC_APPLICATIONS", ())
    monkeypatch.setattr(chromium, "FONT_FOLDERS", (str(tmp_path),))
    apt_get = APT_GET.format(folder=folder, touch=shutil.which("touch"), chmod=shutil.which("chmod"))
    program(tmp_path / "apt-get", apt_get)
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def apt_get(path: Path, tmp_path: Path) -> Path:
    """A package manager on PATH; returns the file that notes its calls."""
    (tmp_path / "apt-get").rename(path / "apt-get")
    return path / "calls"


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 65534)


def test_chromium_comes_before_chrome(path: Path) -> None:
    program(path / "google-chrome")
    assert chromium.find() == path / "google-chrome"
    program(path / "chromium-browser")
    assert chromium.find() == path / "chromium-browser"
    program(path / "chromium")
    assert chromium.find() == path / "chromium"


def test_a_chosen_browser_comes_before_the_one_on_path(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(path / "chromium")
    mine = program(tmp_path / "mine")
    monkeypatch.setenv(chromium.CHOICE, str(mine))
    assert chromium.find() == mine


@pytest.mark.usefixtures("apt_get", "root")
def test_a_chosen_browser_that_is_none_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path / "chromium")
    monkeypatch.setenv(chromium.CHOICE, str(path / "absent"))
    with pytest.raises(ChromiumMissing, match="which is not a program"):
        chromium.ensure()


@pytest.mark.usefixtures("root")
def test_a_browser_on_path_is_taken_as_it_is(path: Path, apt_get: Path) -> None:
    program(path / "chromium")
    assert chromium.ensure() == path / "chromium"
    assert not apt_get.exists()


@pytest.mark.usefixtures("root")
def test_a_missing_browser_is_installed_with_a_font(path: Path, apt_get: Path) -> None:
    assert chromium.ensure() == path / "chromium"
    update, install = apt_get.read_text().splitlines()
    assert update.startswith("update")
    assert install.endswith("chromium fonts-liberation")


@pytest.mark.usefixtures("apt_get", "root")
def test_what_the_package_manager_says_is_no_part_of_the_browsers_path(
    path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert chromium.main() == 0
    said = capfd.readouterr()
    assert said.out == f"{path / 'chromium'}\n"
    assert "Unpacking chromium ..." in said.err


@pytest.mark.usefixtures("root")
def test_a_missing_font_is_installed_alone(path: Path, apt_get: Path, tmp_path: Path) -> None:
    program(path / "chromium")
    (tmp_path / "some.ttf").unlink()
    assert chromium.ensure() == path / "chromium"
    assert apt_get.read_text().splitlines()[1].endswith("--no-install-recommends fonts-liberation")


@pytest.mark.usefixtures("path", "apt_get", "nobody")
def test_without_permission_nothing_is_installed_and_the_message_says_what_to_do() -> None:
    with pytest.raises(ChromiumMissing, match=r"none on PATH: install Chromium \(Debian") as missing:
        chromium.ensure()
    assert isinstance(missing.value.__cause__, system_packages.InstallationNotPermitted)


@pytest.mark.usefixtures("nobody")
def test_sudo_that_asks_for_a_password_is_no_permission(path: Path, apt_get: Path) -> None:
    program(path / "sudo", "#!/bin/sh\nexit 1\n")
    with pytest.raises(ChromiumMissing):
        chromium.ensure()
    assert not apt_get.exists()


@pytest.mark.usefixtures("apt_get", "nobody")
def test_sudo_without_a_password_is_permission(path: Path) -> None:
    program(path / "sudo", '#!/bin/sh\n[ "$1" = -n ] && shift\n[ "$1" = true ] || exec "$@"\n')
    assert chromium.ensure() == path / "chromium"


@pytest.mark.usefixtures("root")
def test_an_installation_that_fails_says_what_to_do(path: Path) -> None:
    program(path / "apt-get", "#!/bin/sh\nexit 100\n")
    with pytest.raises(ChromiumMissing, match="apt-get could not install chromium fonts-liberation: install"):
        chromium.ensure()


def test_the_command_ends_with_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    environment = {"PATH": str(tmp_path), "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tools.chromium"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("the tests need Chromium and there is none on PATH: install Chromium")
    assert done.stderr.count("\n") == 1
