"""The wheel of this checkout, and a clean environment with it for each host."""

import fcntl
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools import host_environments
from tools.python_environment import ROOT, pip

EXTRAS = {
    "lowest": "[material]",
    "newest": "[material]",
    "properdocs": "[mkdocs]",
    "neighbours": "[material]",
    "jupyter": "[material]",
    "materialx": "[mkdocs]",
    "zensical": "",
}


def once(folder: Path, make: Callable[[Path], object]) -> Path:
    """The folder, filled by the first of all workers that asks for it."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f"{folder.name}.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        done = folder.with_name(f"{folder.name}.done")
        if not done.exists():
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def build_wheel(folder: Path) -> None:
    """Build the wheel as `make wheel` does, into `folder`."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


def install(wheel: Path, host: str, folder: Path) -> None:
    """A new environment that sees a host's packages, with the wheel installed by pip.

    There is no index to ask, so pip refuses where the host's lock does not satisfy what the wheel requires.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    interpreter, of_host = folder / "bin" / "python", host_environments.ensure(host)
    (_site_packages(interpreter) / "host.pth").write_text(f"{_site_packages(of_host)}\n", "utf-8")
    if (data := of_host.parents[1] / "share").is_dir():  # where Jupyter looks for its templates
        (folder / "share").symlink_to(data, target_is_directory=True)
    arguments = ("--python", str(interpreter), "install", "--no-index", f"{wheel}{EXTRAS[host]}")
    pip(Path(sys.executable), *arguments)


def _site_packages(interpreter: Path) -> Path:
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    answer = subprocess.run([interpreter, "-c", ask], check=True, capture_output=True, text=True)
    return Path(answer.stdout.strip())
