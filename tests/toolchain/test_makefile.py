"""The commands: all of them listed, what the tests' runs hold, and what the continuous check runs."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.selection import RUNS
from tools.python_environment import ROOT

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
RUNS_OF_FILES = ("test", *(f"test-{folder}" for folder in RUNS))
EVERY_RUN = (*RUNS_OF_FILES, "test-all")


def make(*arguments: str) -> str:
    """What make prints, free of the options of a make that runs the tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--no-print-directory", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return done.stdout


def asked_of_pytest(target: str, *more: str) -> list[str]:
    """The options and paths that a target gives to pytest, with ours behind them."""
    _, _, options = make("--dry-run", target, f"ARGS={' '.join(more)}").rpartition(" -m pytest ")
    return shlex.split(options)


def files_of(run: str) -> frozenset[str]:
    """The files of tests that a target collects."""
    asked = asked_of_pytest(run, "--collect-only", "-q", "-p", "tests.toolchain.by_file")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *asked]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return frozenset(re.findall(r"^(\S+)::whole$", done.stdout, re.MULTILINE))


def run_of(file: str) -> str:
    """The run that a file of tests belongs to by the folder it stands in."""
    folder = Path(file).parts[1]
    return f"test-{folder}" if folder in RUNS else "test"


def test_help_lists_every_target_that_makes_no_file() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)", MAKEFILE, re.MULTILINE)
    listed = re.findall(r"^  make (\S+) +\S", make("help"), re.MULTILINE)
    assert sorted(listed) == sorted(phony.split())


def test_make_alone_prints_the_help() -> None:
    assert make() == make("help")


def test_every_file_of_tests_belongs_to_exactly_one_run() -> None:
    files = [file.relative_to(ROOT).as_posix() for file in (ROOT / "tests").rglob("test_*.py")]
    held = {run: files_of(run) for run in RUNS_OF_FILES}
    runs = {file: [run for run, collected in held.items() if file in collected] for file in files}
    assert runs == {file: [run_of(file)] for file in files}


def test_the_whole_matrix_holds_our_tests_and_the_hosts_and_leaves_nothing_out() -> None:
    assert asked_of_pytest("test-all") == [*asked_of_pytest("test"), "--hosts", "--all-states"]
    assert not [run for run in RUNS_OF_FILES if "--all-states" in asked_of_pytest(run)]


def test_options_and_workers_reach_every_run() -> None:
    assert [run for run in EVERY_RUN if asked_of_pytest(run, "-k", "search")[-2:] != ["-k", "search"]] == []
    assert [run for run in EVERY_RUN if "-n 7 " not in make("--dry-run", run, "WORKERS=7")] == [
        "test-engines"
    ]


def test_modules_stay_compiled_whatever_the_shell_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else every process that a test starts compiles what it imports, which takes twice as long."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    said = make("--eval", "said: ; @echo PYTHONDONTWRITEBYTECODE=$${PYTHONDONTWRITEBYTECODE-}", "said")
    assert said == "PYTHONDONTWRITEBYTECODE=\n"


def test_each_worker_computes_in_one_thread() -> None:
    computing = [run for run in EVERY_RUN if "export OPENBLAS_NUM_THREADS=1 && " in make("--dry-run", run)]
    assert computing == ["test", "test-hosts", "test-all"]


def test_environments_of_hosts_are_made_for_the_runs_that_build_in_them() -> None:
    making = [run for run in EVERY_RUN if "tools.host_environments" in make("--dry-run", run)]
    assert making == ["test-hosts", "test-all"]


def test_no_test_of_another_run_builds_in_an_environment_of_a_host() -> None:
    asks = re.compile(r"^(?:from|import) tests\.hosts\b", re.MULTILINE)
    asking = {file for file in (ROOT / "tests").rglob("*.py") if asks.search(file.read_text("utf-8"))}
    assert {file.relative_to(ROOT).parts[1] for file in asking} == {"hosts"}


def test_the_continuous_check_runs_the_checks_our_tests_and_the_hosts() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "set -euo pipefail" in script
    assert re.findall(r"^make (.*)$", script, re.MULTILINE) == ["check", "test", "test-hosts"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_site_is_published_only_where_all_of_these_hold() -> None:
    jobs = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text("utf-8"))["jobs"]
    needed = [step["run"] for job in jobs["build"]["needs"] for step in jobs[job]["steps"] if "run" in step]
    assert needed == ["make check", "make test", "make test-hosts", "make test-engines"]
