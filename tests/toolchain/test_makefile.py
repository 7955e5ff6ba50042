"""The commands: all of them listed, and the ones that the continuous check runs."""

import os
import re
import subprocess

from tools.python_environment import ROOT

MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def make(*arguments: str) -> str:
    """What make prints, free of the options of a make that runs the tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    command = ["make", "--no-print-directory", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True)
    return done.stdout


def test_help_lists_every_target_that_makes_no_file() -> None:
    (phony,) = re.findall(r"^\.PHONY: (.*)", MAKEFILE, re.MULTILINE)
    listed = re.findall(r"^  make (\S+) +\S", make("help"), re.MULTILINE)
    assert sorted(listed) == sorted(phony.split())


def test_make_alone_prints_the_help() -> None:
    assert make() == make("help")


def test_the_whole_matrix_is_one_option_more_than_the_tests() -> None:
    assert "--all-states" not in make("--dry-run", "test")
    assert "-k search --all-states" in make("--dry-run", "test-all", "ARGS=-k search")


def test_the_continuous_check_runs_the_two_commands_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "set -euo pipefail" in script
    assert script.endswith("make check\nmake test\n")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
