"""A site of questions and its twin: the same text as plain lists, without the plugin."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

_WORDS = [
    "the",
    "network",
    "reads",
    "each",
    "pixel",
    "of",
    "an",
    "image",
    "and",
    "keeps",
    "what",
    "its",
    "window",
    "sees",
    "while",
    "pooling",
    "merges",
    "four",
    "values",
    "into",
    "one",
    "so",
    "that",
    "position",
    "turns",
    "coarse",
    "but",
    "meaning",
    "grows",
    "with",
    "depth",
    "kernel",
    "stride",
    "padding",
    "dilation",
    "receptive",
    "field",
    "decoder",
    "encoder",
    "skip",
    "connection",
    "label",
    "class",
    "feature",
    "map",
    "boundary",
]

_MKDOCS = """site_name: Benchmark
theme: {{name: material, font: false}}
markdown_extensions:
  - admonition
  - attr_list
  - footnotes
  - md_in_html
  - tables
  - toc: {{permalink: true}}
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.superfences
plugins: {plugins}
"""


@dataclass(frozen=True, slots=True)
class Question:
    """One single choice of four options with feedback, as text only."""

    id: str
    stem: str
    options: tuple[tuple[str, str], ...]
    key: int
    explanation: str

    def as_yaml(self) -> str:
        """An entry of a question file."""
        lines = [
            f"  - id: {self.id}",
            "    type: single-choice",
            "    stem: |",
            f"      {self.stem}",
            "    options:",
        ]
        for number, (text, feedback) in enumerate(self.options):
            lines += [f"      - text: '{text}'", "        feedback: |", f"          {feedback}"]
            lines += ["        correct: true"] if number == self.key else []
        return "\n".join([*lines, "    explanation: |", f"      {self.explanation}", ""])

    def as_list(self) -> str:
        """The same text as Markdown without the plugin."""
        items = "\n".join(f"- {text}\n\n    {feedback}\n" for text, feedback in self.options)
        return f"{self.stem}\n\n{items}\n{self.explanation}"


class Author:
    """Writes sentences from a fixed seed, with the emphasis and code that real text has."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def sentence(self, words: int) -> str:
        """A sentence of so many words."""
        chosen = [self.random.choice(_WORDS) for _ in range(words)]
        chosen[3] = f"*{chosen[3]}*"
        if words > 9:
            chosen[7] = f"`{chosen[7]}`"
        return " ".join(chosen).capitalize() + "."

    def sentences(self, count: int) -> str:
        """A paragraph."""
        return " ".join(self.sentence(self.random.randint(8, 16)) for _ in range(count))

    def question(self, name: str) -> Question:
        """A question with four options."""
        options = tuple((self.sentence(9), self.sentence(14)) for _ in range(4))
        return Question(name, self.sentence(14), options, self.random.randrange(4), self.sentences(3))


def write_sites(folder: Path, pages: int = 100, questions: int = 10) -> tuple[Path, Path]:
    """Write both sites below `folder`: (with questions, as lists), each to be built by its `mkdocs.yml`."""
    author = Author(seed=7)
    quiz, plain = folder / "quiz", folder / "lists"
    for site, plugins in ((quiz, "[search, selfcheck]"), (plain, "[search]")):
        (site / "docs").mkdir(parents=True)
        (site / "mkdocs.yml").write_text(_MKDOCS.format(plugins=plugins), "utf-8")
    (quiz / "quizzes").mkdir()
    for page in range(pages):
        asked = [(author.sentences(4), author.question(f"question-{page}-{n}")) for n in range(questions)]
        head = f"# Page {page}\n\n"
        body = (f"{text}\n\n```quiz\nquiz: page-{page}\nonly: [{each.id}]\n```" for text, each in asked)
        (quiz / "docs" / f"page-{page}.md").write_text(head + "\n\n".join(body), "utf-8")
        body = (f"{text}\n\n{each.as_list()}" for text, each in asked)
        (plain / "docs" / f"page-{page}.md").write_text(head + "\n\n".join(body), "utf-8")
        entries = "".join(each.as_yaml() for _, each in asked)
        (quiz / "quizzes" / f"page-{page}.yml").write_text(f"questions:\n{entries}", "utf-8")
    return quiz, plain
