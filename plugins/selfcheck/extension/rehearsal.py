"""Converts every question as a page of its site would, for the command, which builds no page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from typing import Any

from markdown import Markdown

from selfcheck.bank import Bank
from selfcheck.build import Build
from selfcheck.errors import SelfCheckError
from selfcheck.extension import SelfCheckExtension
from selfcheck.pages.page import Page
from selfcheck.problems import Problem
from selfcheck.site import Site

_ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs adds to the extensions that a site names."""

_OF_EVERYONE = ("markdown.extensions.", "pymdownx.")
"""The packages whose extensions need no host. What others make of a text is left to the build."""

_READING_FILES = frozenset({"pymdownx.b64", "pymdownx.pathconverter", "pymdownx.snippets"})
_FAMILIES = frozenset({"pymdownx"})
"""Names that stand before those of extensions in tables of TOML."""


class ExtensionsUnusable(SelfCheckError):
    """The extensions that a site names cannot be loaded or configured here."""


def rehearse(site: Site, bank: Bank, extensions: Any) -> list[Problem]:
    """What pages would tell of the questions in a bank; `extensions` as the configuration names them.

    Raises ExtensionsUnusable.
    """
    build = Build(site)
    build.bank = bank
    options = dict(_named(extensions))
    names = [name for name in {**dict.fromkeys(_ALWAYS), **options} if _needs_no_host(name)]
    configs = {name: options[name] for name in names if options.get(name)}
    try:
        page = Markdown(extensions=[*names, SelfCheckExtension(build=build)], extension_configs=configs)
    except Exception as error:  # an extension may refuse its options in any way
        raise ExtensionsUnusable(f"{type(error).__name__}: {error}") from error
    shown = [
        *((quiz, "") for quiz in bank.quizzes),
        *((each.quiz, each.language) for each in bank.translations),
    ]
    for quiz, language in shown:
        build.turn_to(Page("index.md", "", language=language))
        page.reset()
        page.convert(f"```quiz\nquiz: {json.dumps(quiz)}\n```\n")
    return build.problems


def _named(extensions: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The names of extensions with their options, from a list or a table."""
    for each in extensions if isinstance(extensions, list) else [extensions]:
        for name, options in each.items() if isinstance(each, dict) else [(each, None)]:
            if name in _FAMILIES and isinstance(options, dict):
                yield from ((f"{name}.{member}", _known(given)) for member, given in options.items())
            elif isinstance(name, str):
                yield name, _known(options)


def _known(options: Any) -> Any:
    """Options without those that only the host's own reader can make, such as a function by its name."""
    if isinstance(options, Mapping):
        return {name: _known(value) for name, value in options.items() if value is not None}
    return (
        [_known(each) for each in options]
        if isinstance(options, list)
        else ({} if options is None else options)
    )


def _needs_no_host(name: str) -> bool:
    module = next((each.value for each in entry_points(group="markdown.extensions", name=name)), name)
    return name not in _READING_FILES and module.startswith(_OF_EVERYONE)
