"""The same pages as sites: plain lists, our question files, and the syntax of each peer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.content import Page, Question

LISTS = "lists"
OURS = "selfcheck"

_CONFIGURATION = """site_name: Benchmark
theme: {{name: material, font: false}}
markdown_extensions: [admonition, attr_list, tables, pymdownx.superfences]
plugins: [{plugins}]
"""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to write a site: the plugin it needs ("" for none), and the questions of a page as Markdown."""

    plugin: str
    written: Callable[[Page], str]
    question_file: Callable[[Page], str] | None = None


def write(folder: Path, way: Way, pages: Iterable[Page]) -> Path:
    """Write a site into `folder`, to be built by its `mkdocs.yml`; returns the folder."""
    (folder / "docs").mkdir(parents=True)
    (folder / "quizzes").mkdir()
    for page in pages:
        text = f"# {page.name}\n\n{page.prose}\n\n{way.written(page)}\n"
        (folder / "docs" / f"{page.name}.md").write_text(text, "utf-8")
        if way.question_file:
            (folder / "quizzes" / f"{page.name}.yml").write_text(way.question_file(page), "utf-8")
    plugins = f"search, {way.plugin}" if way.plugin else "search"
    (folder / "mkdocs.yml").write_text(_CONFIGURATION.format(plugins=plugins), "utf-8")
    return folder


def _each(written: Callable[[Question], str]) -> Callable[[Page], str]:
    return lambda page: "\n\n".join(map(written, page.questions))


def _as_list(question: Question) -> str:
    options = "\n".join(f"- {option}" for option in question.options)
    return f"{question.stem}\n\n{options}\n\n{question.explanation}"


def _as_quiz_element(question: Question) -> str:
    options = "\n".join(_checkbox(question, index) for index in range(len(question.options)))
    return f"<quiz>\n{question.stem}\n{options}\n\n{question.explanation}\n</quiz>"


def _as_mcq_fence(question: Question) -> str:
    options = []
    for index in range(len(question.options)):
        explanation = f"\n  > {question.explanation}" if index == question.key else ""
        options.append(_checkbox(question, index) + explanation)
    return f"```mcq\n---\ntype: single\nquestion: {question.stem}\n---\n\n" + "\n".join(options) + "\n```"


def _checkbox(question: Question, index: int) -> str:
    return f"- [{'x' if index == question.key else ' '}] {question.options[index]}"


def _question_file(page: Page) -> str:
    return "questions:\n" + "".join(map(_entry, page.questions))


def _entry(question: Question) -> str:
    kind = "true-false" if question.is_statement else "single-choice"
    lines = [f"  - id: {question.name}", f"    type: {kind}", f"    stem: {question.stem}"]
    if question.is_statement:
        lines.append(f"    answer: {'true' if question.key == 0 else 'false'}")
    else:
        lines.append("    options:")
        for index, option in enumerate(question.options):
            lines.append(f"      - text: {option}")
            lines += ["        correct: true"] if index == question.key else []
    return "\n".join([*lines, f"    explanation: {question.explanation}", ""])


WAYS = {
    LISTS: Way("", _each(_as_list)),
    OURS: Way("selfcheck", lambda page: f"```quiz\n{page.name}\n```", _question_file),
    "mkdocs-quiz": Way("mkdocs_quiz", _each(_as_quiz_element)),
    "mkdocs-mcq": Way("mcq", _each(_as_mcq_fence)),
}
"""Every way, by the name that its rows bear; peers are named as their packages are."""
