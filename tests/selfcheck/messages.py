"""The messages to authors, collected from the source code."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import selfcheck
from selfcheck.question_types import QuestionType

PACKAGE = Path(selfcheck.__path__[0])

GENERAL = (
    "bank.py",
    "block/template.py",
    "built_site.py",
    "checks/decimal_commas.py",
    "checks/emptiness.py",
    "checks/examination.py",
    "checks/file_fields.py",
    "checks/hints.py",
    "checks/meant.py",
    "checks/positions.py",
    "checks/requirements.py",
    "checks/stamps.py",
    "checks/swallowed.py",
    "checks/twins.py",
    "checks/type_code.py",
    "checks/unvaried.py",
    "checks/validation.py",
    "course/lesson.py",
    "course/progress.py",
    "crosscheck.py",
    "directive.py",
    "encoding.py",
    "expressions/arithmetic.py",
    "expressions/evaluation.py",
    "expressions/functions.py",
    "expressions/grammar.py",
    "expressions/language.py",
    "expressions/site_functions.py",
    "expressions/wording.py",
    "extension/__init__.py",
    "extension/fragments.py",
    "extension/placing.py",
    "extension/publication.py",
    "extension/progress.py",
    "extension/review.py",
    "extension/section_links.py",
    "extension/side_effects.py",
    "extension/taken_ids.py",
    "fence_complaints.py",
    "frame/forms.py",
    "frame/site_words.py",
    "frame/words.py",
    "lint/waived.py",
    "model/fields.py",
    "model/waivers.py",
    "option_labels.py",
    "options.py",
    "own_types.py",
    "plugin/__init__.py",
    "plugin/parts.py",
    "plugin/warnings.py",
    "problems.py",
    "quiz_file.py",
    "quiz_text.py",
    "sections/stale.py",
    "shared_passages.py",
    "site.py",
    "source.py",
    "translation/merging.py",
    "translation/naming.py",
    "translation/notes.py",
    "translation/reading.py",
    "typed/entry.py",
    "typed/markup.py",
    "typed/pattern.py",
    "typed/quantity.py",
    "variants/selection.py",
    "variants/formula.py",
    "variants/inline.py",
    "variants/parameters.py",
    "variants/variant.py",
    "variants/varied.py",
    "yaml_brackets.py",
    "yaml_mistakes.py",
    "yaml_scalar.py",
    "yaml_syntax.py",
)
"""The modules with messages that do not belong to one type."""

HOLE = "…"


def messages_in(files: Iterable[Path]) -> Iterator[str]:
    """The messages and hints of these modules, with `…` for each value."""
    for file in files:
        tree = ast.parse(file.read_text("utf-8"))
        passed_over = set(_passed_over(tree))
        yield from (text for node, text in _texts(tree) if node not in passed_over and _is_said(text))


def general_messages() -> set[str]:
    """The messages about questions of any type, pages and sites."""
    return set(messages_in(PACKAGE / module for module in GENERAL))


def messages_of(kind: QuestionType) -> set[str]:
    """The messages of the modules in the folder of a type."""
    return set(messages_in(sorted(kind.folder.glob("*.py"))))


def _texts(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside.update(ast.walk(node))
            parts = (str(p.value) if isinstance(p, ast.Constant) else HOLE for p in node.values)
            yield node, "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inside:
            yield node, node.value


def _passed_over(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, what an exception tells programmers, what a build notes, and words only looked for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        elif isinstance(node, ast.AnnAssign):
            yield from ast.walk(node)
        elif isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            if getattr(node.exc.func, "id", "") in ("AssertionError", "PydanticCustomError"):
                yield from ast.walk(node.exc)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "log.info":
            yield from ast.walk(node)
        elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and isinstance(node.elts[0], ast.Constant):
            yield node.elts[0]


def _is_said(text: str) -> bool:
    """Whether it is a sentence: several words, and no pattern or path."""
    return len(text.split()) > 2 and not text.startswith(("^", "[", "(?")) and any(map(str.isalpha, text))
