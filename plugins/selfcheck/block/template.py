"""The templates of the types: one for each, and what those of a site's own say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateSyntaxError, nodes

from selfcheck.option_labels import shown_option
from selfcheck.question_types import QuestionType, TypeFolderError, text_of

PACKAGE = Path(__file__).parent.parent
"""Templates are named from here, as `item/template.html`, which those of all types extend."""

_MAY_BE_MISSING = ("default", "d", "defined", "undefined")
"""Filters and tests that take what is not there."""


@cache
def template_of(kind: QuestionType) -> Template:
    """The template of a type."""
    file = kind.file("template.html")
    environment = _environment()
    code = environment.compile(text_of(file), filename=str(file))  # tracebacks name the file by it
    return environment.template_class.from_code(environment, code, environment.make_globals(None))


def words_said(kind: QuestionType) -> Iterator[tuple[str, int]]:
    """The words that a template says as `words.NAME`, each with its line. Raises TypeFolderError."""
    file = kind.file("template.html")
    try:
        template_of(kind)  # finds filters and tests that there are not, which a tree may name
        tree = _environment().parse(text_of(file))
    except TemplateSyntaxError as error:
        raise TypeFolderError(f"{file}:{error.lineno}: this is no template: {error.message}") from error
    own = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    if "words" in own:  # it is another thing then
        return
    asked = [each for each in tree.find_all((nodes.Filter, nodes.Test)) if each.name in _MAY_BE_MISSING]
    optional = {each.attr for node in asked for each in node.find_all(nodes.Getattr)}
    for each in tree.find_all(nodes.Getattr):
        if isinstance(each.node, nodes.Name) and each.node.name == "words" and each.attr not in optional:
            yield each.attr, each.lineno


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["shown_option"] = shown_option
    return environment
