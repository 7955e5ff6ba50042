"""`selfcheck stats` on this site's own bank: its numbers are those of the files."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import yaml
from click.testing import CliRunner

from selfcheck.cli import main
from selfcheck.translation.naming import SUFFIXES

ROOT = Path(__file__).resolve().parents[2]


def test_the_numbers_of_our_own_bank_are_those_of_its_files() -> None:
    command = ["stats", "--format", "json", "--config-file", str(ROOT / "mkdocs.yml")]
    done = CliRunner().invoke(main, command)
    told = json.loads(done.stdout)
    files = [file for file in (ROOT / "quizzes").iterdir() if file.suffix in SUFFIXES]
    originals = [file for file in files if not file.stem.endswith(".de")]
    questions = [each for file in originals for each in yaml.safe_load(file.read_text("utf-8"))["questions"]]
    assert told["types"] == Counter(each["type"] for each in questions)
    assert {name: len(ids) for name, ids in told["sections"].items()} == Counter(
        each["section"] for each in questions
    )
    assert told["passages"]["unshown"] == []
    assert told["ease"]["counted"] > len(questions) / 2
