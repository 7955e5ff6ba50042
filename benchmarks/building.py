"""Builds a site in a process of its own and takes its processor time and its peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PYTHON = Path(sys.executable)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build took: user and system time in seconds, peak resident memory in MiB."""

    cpu_s: float
    memory_mib: float


def build(site: Path, out: Path, python: Path = PYTHON) -> Cost:
    """Run `mkdocs build` by an interpreter. Raises `RuntimeError` with its output where it fails."""
    command = [str(python), "-m", "mkdocs", "build", "--quiet"]
    command += ["-f", str(site / "mkdocs.yml"), "-d", str(out)]
    log = out.with_suffix(".log")
    # Byte code is kept from build to build, as on most machines: compiling is no part of what is compared.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(log.read_text())
    kib = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(usage.ru_utime + usage.ru_stime, kib / 1024)
