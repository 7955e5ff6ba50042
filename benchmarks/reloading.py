"""How long a saved question file takes to be served, over a saved page, on this project's own site."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks.report import Row

PAGE = "lessons/skip-connections"
BEFORE_SIGN = {".md": "decoder", ".yml": "stem: |\n      A"}
"""What stands before running text, in the page and in its question file."""
TARGET = 1.1
PATIENCE_S = 120


def measure(site: Path, rounds: int) -> Iterator[Row]:
    """Serve a copy of the site that is drawn already, and save each of the two files in turn."""
    files = (site / "docs" / f"{PAGE}.md", site / "quizzes" / f"{PAGE.rpartition('/')[2]}.yml")
    times: list[tuple[float, ...]] = []
    with _served(site) as address:
        for number in range(rounds + 1):
            times.append(tuple(_seconds(file, f"saved-{number}-{file.suffix}", address) for file in files))
    times = times[1:]  # the first of all pays for what is read once
    ratio = median(question_s / page_s for page_s, question_s in times)
    page = median(page_s for page_s, _ in times)
    question = median(question_s for _, question_s in times)
    note = f"(page {page:.2f} s, question file {question:.2f} s, by the clock)"
    yield Row("saved question file until it is served, over a saved page", ratio, "x", TARGET, note)


def _seconds(file: Path, sign: str, address: str) -> float:
    """Seconds from putting a sign into the running text of a file until it is served. Raises TimeoutError."""
    text = file.read_text("utf-8")
    before = BEFORE_SIGN[file.suffix]
    changed = text.replace(f"{before} ", f"{before} {sign} ", 1)
    begin = time.perf_counter()
    file.write_text(changed, "utf-8")
    while sign not in _read(address):
        if time.perf_counter() - begin > PATIENCE_S:
            raise TimeoutError(f"{file.name} was saved and {address} does not show it")
        time.sleep(0.01)
    return time.perf_counter() - begin


def _read(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE_S) as answer:
            return str(answer.read().decode())
    except (urllib.error.HTTPError, ConnectionError):  # while the site is emptied
        return ""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """The page's address on the development server, once it is up. Raises TimeoutError or RuntimeError."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = site.with_suffix(".log")
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "-a", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=site, stdout=output, stderr=output)
    try:
        deadline = time.monotonic() + PATIENCE_S
        while not _is_up(port):
            if process.poll() is not None:
                raise RuntimeError(log.read_text())
            if time.monotonic() > deadline:
                raise TimeoutError("the development server does not come up")
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/{PAGE}/"
    finally:
        process.terminate()
        process.wait()


def _is_up(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0
