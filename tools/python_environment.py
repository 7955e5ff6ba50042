"""Makes `.venv` hold exactly what the lock says, with the project itself installed editable."""

import ast
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools import system_packages

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOCK = ROOT / "requirements.txt"

NO_VENV = (
    "this Python cannot create environments, because its module `ensurepip` is missing: "
    "install your system's `venv` package for it (Debian and Ubuntu: apt-get install python3-venv) "
    "or name another Python, as in: make test PYTHON=/usr/local/bin/python3"
)


def main() -> int:
    """Set `.venv` up; the exit code is 1 where that cannot be done, and stderr says why."""
    try:
        ensure_venv_module()
    except (system_packages.InstallationNotPermitted, subprocess.CalledProcessError):
        print(NO_VENV, file=sys.stderr)
        return 1
    try:
        set_up(ENVIRONMENT / "bin" / "python")
    except subprocess.CalledProcessError as failure:
        print(f"setting up .venv failed: {failure}", file=sys.stderr)
        return 1
    return 0


def set_up(python: Path) -> None:
    """Create what is not there, install and remove until the lock is met, then install the project."""
    if not is_usable(python):
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
    if not has_module(python, "uv"):
        install_uv(python)
    sync(uv_of=python, python=python, lock=LOCK)
    pip(python, "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def ensure_venv_module() -> None:
    """Debian and Ubuntu ship Python without `ensurepip`: get it from their package manager.

    Raises InstallationNotPermitted or subprocess.CalledProcessError where it is missing and stays so.
    """
    if importlib.util.find_spec("ensurepip"):
        return
    manager = system_packages.available()
    # The system's package serves the system's Python and no other.
    if manager is None or not manager.venv or not sys.executable.startswith("/usr/bin/"):
        raise system_packages.InstallationNotPermitted("ensurepip")
    system_packages.install(manager, manager.venv)


def is_usable(python: Path) -> bool:
    """Whether the environment's interpreter runs, has pip, and is of this Python's version."""
    probe = "import pip, sys; print(sys.version_info[:3])"
    try:
        answer = subprocess.run([python, "-c", probe], capture_output=True, text=True)
    except OSError:
        return False
    return answer.stdout.strip() == str(sys.version_info[:3])


def has_module(python: Path, name: str) -> bool:
    """Whether a module can be found by an interpreter."""
    probe = f"import importlib.util as u, sys; sys.exit(u.find_spec({name!r}) is None)"
    return subprocess.run([python, "-c", probe]).returncode == 0


def install_uv(python: Path) -> None:
    """Let pip fetch the locked uv, which installs all the rest in a tenth of pip's time."""
    entry = re.search(r"^uv==.*?(?=^\S|\Z)", LOCK.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    if entry is None:
        raise LookupError(f"{LOCK} does not name uv; run `make lock`")
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as requirement:
        requirement.write(entry[0])
        requirement.flush()
        pip(python, "install", "--require-hashes", "--requirement", requirement.name)


def sync(*, uv_of: Path, python: Path, lock: Path, options: Sequence[str] = ()) -> None:
    """Install exactly what a lock names into an interpreter's environment and remove all else.

    `options` are uv's own, such as `--target` and a folder. Every file is checked against its hash. What pip
    is told about indexes and certificates, by the environment or by a file, holds for uv too.
    """
    command = [str(uv_of), "-m", "uv", "pip", "sync", "--quiet", "--require-hashes"]
    command += ["--python", str(python), *options, str(lock)]
    settings = {**uv_settings(pip_configuration(uv_of)), **os.environ}
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, env=settings)


def pip_configuration(python: Path) -> dict[str, str]:
    """pip's settings by their bare names ("index-url"), the environment's before those of files."""
    command = [str(python), "-m", "pip", "config", "list"]
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    lines = re.findall(r"^([^\s=]+)\.([\w-]+)=(.+)$", listing, re.MULTILINE)
    # Later entries win, so the environment's come last.
    ordered = sorted(lines, key=lambda line: line[0] == ":env:")
    return {name: str(ast.literal_eval(value)) for _, name, value in ordered}  # as Python writes a text


def uv_settings(configuration: Mapping[str, str]) -> dict[str, str]:
    """The environment variables that tell uv what pip was told."""
    names = {"index-url": "UV_DEFAULT_INDEX", "cert": "SSL_CERT_FILE", "find-links": "UV_FIND_LINKS"}
    told = {names[name]: value for name, value in configuration.items() if name in names}
    if "UV_FIND_LINKS" in told:
        told["UV_FIND_LINKS"] = ",".join(
            told["UV_FIND_LINKS"].split()
        )  # pip parts several by blanks or lines
    return {"UV_SYSTEM_CERTS": "1", **told}


def pip(python: Path, *arguments: str) -> None:
    """Run the environment's pip, quietly, with nobody to answer questions."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*command, *arguments], check=True, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
