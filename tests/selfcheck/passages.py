"""A quiz whose questions share a passage, for tests of several kinds."""

from __future__ import annotations

LINK = "https://example.org"
PASSAGE = f"""\
passages:
  small-network: |
    A network of *three* layers, as in [the plan]({LINK}):

    | layer | stride |
    |---|--:|
    | first | 2 |
    | second | 2 |
"""
TOLD = "A network of <em>three</em> layers"
"""How its HTML begins."""

SIDE = """\
  - id: side
    type: numeric
    passage: small-network
    stem: How many pixels wide is the map of a picture of 64 pixels?
    answer: 16
    explanation: Each stride halves it.
"""
WEIGHTS = """\
  - id: weights
    type: single-choice
    passage: small-network
    stem: |
      Which layer sees more of the picture?

      Count from the picture on.
    options:
      - text: the first
      - text: the second
        correct: true
    explanation: It sees what the first sees, and more.
"""
APART = """\
  - id: apart
    type: true-false
    stem: A stride of 1 keeps the sides.
    answer: true
    explanation: Nothing is skipped.
"""
LAST = WEIGHTS.replace("id: weights", "id: last").replace("more of", "less of")
QUIZ = f"{PASSAGE}questions:\n{SIDE}{WEIGHTS}{APART}{LAST}"
GERMAN = """\
passages:
  small-network: Ein Netz aus drei Schichten.
questions:
  - id: side
    stem: Wie breit ist die Karte?
    explanation: Jede Schrittweite halbiert sie.
"""
