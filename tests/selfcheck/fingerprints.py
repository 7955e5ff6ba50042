"""The fingerprints under which browsers keep readers' answers: of every accepted case, and of our own site.

Record an intended change by `make fingerprints`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from selfcheck.configuration import site_of
from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from tests.selfcheck.cases import accepted, quiz_of

ROOT = Path(__file__).resolve().parents[2]
FILE = Path(__file__).with_name("fingerprints.json")
SAVED = Path(__file__).with_name("saved_answers.json")
"""Answers to accepted cases, saved by the menu of a page in November 2026."""

LOSS = (
    "the fingerprint has changed, which costs readers the answers that they have given to this question; "
    "undo that, or, if it is intended, record it by `make fingerprints` and say so in CHANGELOG.md"
)

Fingerprints = Mapping[str, str]


def recorded() -> dict[str, dict[str, Any]]:
    """What the file holds: `types`, each with its cases by name, and `site`, its questions by id."""
    content: dict[str, dict[str, Any]] = json.loads(FILE.read_text("utf-8"))
    return content


def of_cases(kind: str) -> Fingerprints:
    """The fingerprints of a type's accepted cases, by the name of the case."""
    return {
        case.name: read_quiz("quiz", "quiz.yml", quiz_of(case.question)).entries[0].item.fingerprint
        for case in accepted(discover()[kind])
    }


def of_our_site() -> Fingerprints:
    """The fingerprints of this site's questions by id, read without what an earlier build has kept."""
    site = replace(site_of(ROOT / "mkdocs.yml"), cache="")
    return {name: entry.item.fingerprint for name, entry in sorted(site.bank().entries.items())}


def differences(known: Fingerprints, now: Fingerprints) -> list[str]:
    """What has become of questions since their fingerprints were recorded, and what to do about each."""
    return [
        *(f'"{name}" is new; record it by `make fingerprints`' for name in now if name not in known),
        *(f'"{name}" is gone; record that by `make fingerprints`' for name in known if name not in now),
        *(f'"{name}": {LOSS}' for name in known if now.get(name, known[name]) != known[name]),
    ]


def record() -> None:
    """Keep the fingerprints as they are now, and give them to the saved answers, which must go on loading."""
    types = {name: of_cases(name) for name in discover()}
    FILE.write_text(json.dumps({"types": types, "site": of_our_site()}, indent=1) + "\n", "utf-8")
    saved = json.loads(SAVED.read_text("utf-8"))
    for kind in discover().values():
        for case in accepted(kind):
            if case.id in saved["records"]:
                saved["records"][case.id]["fingerprint"] = types[kind.name][case.name]
    SAVED.write_text(json.dumps(saved, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    record()
