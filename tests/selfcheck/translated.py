"""A quiz and its translations into German, for tests of both."""

from __future__ import annotations

from pathlib import Path

from selfcheck.bank import Bank
from selfcheck.quiz import Entry
from selfcheck.site import Site
from tests.selfcheck.sites import draw

STRIDES = """\
title: Strides
questions:
  - id: halved
    type: single-choice
    objective: say what a stride does
    stem: What does a stride of 2 halve?
    shuffle: true
    options:
      - text: both sides of the map
        correct: true
        feedback: It skips every other place.
      - text: the number of weights
    hints: [Count the places.]
    explanation: The kernel moves by two.
  - id: word
    type: text-entry
    stem: What is the distance between two places called?
    answers: [stride]
    mistakes:
      - {text: pace, feedback: That is what walkers say.}
    explanation: A stride is a step.
"""
HALVED = """\
questions:
  - id: halved
    stem: Was halbiert eine Schrittweite von 2?
    options:
      - text: beide Seiten der Karte
        feedback: Jede zweite Stelle fällt weg.
      - text: die Zahl der Gewichte
"""
WORD = """\
  - id: word
    stem: Wie heißt der Abstand zweier Stellen?
    answers: [Schrittweite, Stride]
    mistakes:
      - {text: Schrittlänge, feedback: So sagt man beim Gehen.}
      - {text: Schritt, feedback: Das ist der Schritt selbst.}
"""
VARIED = """\
questions:
  - id: rows
    type: numeric
    stem: A map of [=n] rows is halved [=k:.1f] times.
    parameters: {n: [64, 128, 256, 512], k: [1, 2, 3]}
    variants: 5
    answer: n / 2 ** k
    mistakes:
      - {value: n / 2, name: Once, feedback: "Half of [=n] is one step."}
    explanation: because
"""


PAGES = {
    "docs/index.md": "# English\n\n```quiz\nstrides\n```\n",
    "docs/de.md": "---\nlanguage: de\n---\n\n```quiz\nstrides\n```\n",
}


def bank_of(root: Path, **files: str) -> Bank:
    """The questions of a site with these files in `quizzes`; `_` stands for a point in their names."""
    names = {f"quizzes/{name.replace('_', '.')}.yml": text for name, text in files.items()}
    return Site(draw(root, {"quizzes/strides.yml": STRIDES, **names}), require=()).bank()


def problems(root: Path, **files: str) -> list[str]:
    return [str(problem) for problem in bank_of(root, **files).problems]


def notes(root: Path, **files: str) -> list[str]:
    return [str(note) for note in bank_of(root, **files).notes]


def german(bank: Bank, name: str) -> Entry:
    return bank.in_language(bank.entries[name], "de-AT")
