"""Finds the numbers that are typed, not computed: in lessons, questions and the words of figures."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]

_NOT_PROSE = re.compile(
    r"""\A---\n.*?\n---\n                               # front matter
      | ^(?P<fence>[ ]*(?:`{3,}|~{3,})).*?^(?P=fence)   # a fenced block
      | (?P<ticks>`+).+?(?P=ticks)                      # a code span
      | \$\$.+?\$\$ | \$[^$\n]+\$                       # math
      | \[=(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]              # a value
      | \]\([^)\s]*\) | \{[#.:][^}]*\} | <[^>]+>        # addresses, attributes, tags
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\w)")
_WORDS = {"CAPTION", "ALT", "TITLE"}
_NO_WORDS = {"id", "stamp", "type", "section", "correct", "pixels", "mask", "parameters"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A number of three digits or more, or with a decimal point, and the text it stands in."""

    number: str
    place: str
    around: str


def typed_numbers(prose: str, place: str) -> Iterator[Typed]:
    """Yield the typed numbers of a text."""
    for found in _NUMBER.finditer(prose):
        if "." in found[0] or sum(map(str.isdigit, found[0])) > 2:
            around = prose[max(0, found.start() - 40) : found.end() + 40]
            yield Typed(found[0], place, " ".join(around.split()))


def prose_of(markdown: str) -> str:
    """Return a text with code, math, values and addresses blanked out."""
    return blanked(_NOT_PROSE, markdown)


def blanked(pattern: re.Pattern[str], text: str) -> str:
    """Return a text with spaces in place of what matches."""
    return pattern.sub(lambda found: " " * len(found[0]), text)


def texts() -> Iterator[tuple[str, str]]:
    """Yield each file that readers see something of, with the text that they see."""
    pages = [
        page for folder in ("lessons", "reference") for page in sorted((ROOT / "docs" / folder).glob("*.md"))
    ]
    for page in [ROOT / "docs/index.md", *pages]:
        yield _place(page), page.read_text("utf-8")
    for quiz in sorted((ROOT / "quizzes").glob("*.yml")):
        # BaseLoader: every scalar is the text that was typed.
        yield _place(quiz), "\n\n".join(_said(yaml.load(quiz.read_text("utf-8"), yaml.BaseLoader)))
    for figure in sorted((ROOT / "figures").glob("*.py")):
        yield _place(figure), "\n\n".join(_typed_words(ast.parse(figure.read_text("utf-8"))))


def _said(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for each in node:
            yield from _said(each)
    elif isinstance(node, dict):
        for name, each in node.items():
            if name not in _NO_WORDS:
                yield from _said(each)


def _typed_words(module: ast.Module) -> Iterator[str]:
    """Yield what is typed of a figure's caption, title and text alternative, leaving out what is computed."""
    yield ast.get_docstring(module) or ""
    for node in module.body:
        named = node.targets if isinstance(node, ast.Assign) else []
        names = {target.id for target in named if isinstance(target, ast.Name)}
        if isinstance(node, ast.FunctionDef):
            names = {node.name}
        if names & _WORDS:
            yield from _strings(node)


def _strings(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        if not isinstance(node, ast.FormattedValue):
            yield from _strings(child)


def _place(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()
