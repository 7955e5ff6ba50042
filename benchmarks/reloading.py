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

PAGE, QUIZ = "lessons/skip-connections", "skip-connections"
TARGET = 1.1
PATIENCE_S = 120


def measure(site: Path, rounds: int) -> Iterator[Row]:
    """Serve a copy of the site that is drawn already, and save each of the two files in turn."""
    text, questions = site / "docs" / f"{PAGE}.md", site / "quizzes" / f"{QUIZ}.yml"
    times: list[tuple[float, float]] = []
    with _served(site) as address:
        for number in range(rounds + 1):
            page_s = _seconds(text, f"\nSaved page {number}.\n", f"Saved page {number}.", address)
            entry = _entry(number)
            times.append((page_s, _seconds(questions, entry, f'id="check-saved-{number}"', address)))
    times = times[1:]  # the first of all pays for what is read once
    ratio = median(question_s / page_s for page_s, question_s in times)
    page = median(page_s for page_s, _ in times)
    question = median(question_s for _, question_s in times)
    note = f"(page {page:.2f} s, question file {question:.2f} s, by the clock)"
    yield Row("saved question file until it is served, over a saved page", ratio, "x", TARGET, note)


def _entry(number: int) -> str:
    """A question more, with all that the site requires."""
    said = "objective: see it\n    section: lessons/skip-connections.md\n    explanation: It was saved."
    feedback = "feedback: {if-true: It was., if-false: It was.}"
    lines = [f"  - id: saved-{number}", "type: true-false", "stem: Saved.", "answer: true", feedback, said]
    return "\n    ".join(lines) + "\n"


def _seconds(file: Path, addition: str, sign: str, address: str) -> float:
    """Seconds from adding a text to a file until the page holds a sign of it. Raises TimeoutError."""
    with file.open("a", encoding="utf-8") as opened:
        opened.write(addition)
    begin = time.perf_counter()
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
