"""Python-Markdown with those extensions of a site that need no host, for commands that build nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from importlib.metadata import entry_points
from typing import Any

from markdown import Extension, Markdown

from selfcheck.configuration_file import makes_anchors
from selfcheck.errors import SelfCheckError

_ALWAYS = ("toc", "tables", "fenced_code")
"""What MkDocs adds to the extensions that a site names."""

_OF_EVERYONE = ("markdown.extensions.", "pymdownx.")
"""The packages whose extensions need no host. What others make of a text is left to the build."""

_READING_FILES = frozenset({"pymdownx.b64", "pymdownx.pathconverter", "pymdownx.snippets"})
_FAMILIES = frozenset({"pymdownx", "pymdownx.blocks"})
"""Names that stand before those of extensions in tables of TOML."""

_MAKING_ANCHORS = ("toc", "markdown.extensions.toc")

UNKNOWN_ANCHORS = (
    "`slugify` of `toc` names a function that only a build has; "
    "give the headings that questions name anchors of their own, as {#size}"
)
"""Why nothing is said of an anchor that no heading has here."""

_FUNCTIONS = frozenset({"emoji_generator", "emoji_index", "format", "validator"})
"""Options that are functions: TOML names one, or says in a table how to make it."""


class ExtensionsUnusable(SelfCheckError):
    """The extensions that a site names cannot be loaded or configured here."""


def offline_markdown(extensions: Any, *further: Extension) -> Markdown:
    """Markdown with `extensions`, as a configuration names them, and further ones of ours.

    Raises ExtensionsUnusable.
    """
    options = dict(_named(extensions))
    names = [name for name in {**dict.fromkeys(_ALWAYS), **options} if _needs_no_host(name)]
    configs = {name: options[name] for name in names if options.get(name)}
    try:
        return Markdown(extensions=[*names, *further], extension_configs=configs)
    except Exception as error:  # an extension may refuse its options in any way
        raise ExtensionsUnusable(f"{type(error).__name__}: {error}") from error


def is_whole(extensions: Any) -> bool:
    """Whether `offline_markdown` reads blocks as the site does: no extension is unknown here."""
    return extensions is not None and all(
        name == "selfcheck" or name in _READING_FILES or _needs_no_host(name)
        for name, _ in _named(extensions)
    )


def knows_anchors(extensions: Any) -> bool:
    """Whether headings have the anchors of a build here: no function makes them that only a build has."""
    return not any(
        name in _MAKING_ANCHORS and isinstance(options, Mapping) and _lacks_slugify(options)
        for name, options in _written(extensions)
    )


def _lacks_slugify(options: Mapping[str, Any]) -> bool:
    return "slugify" in options and _option("slugify", options["slugify"]) is None


def _named(extensions: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The names of extensions with those of their options that can be made here."""
    return ((name, _known(options)) for name, options in _written(extensions))


def _written(extensions: Any) -> Iterator[tuple[str, Any]]:
    """The names of extensions with their options, from a list or a table."""
    for each in extensions if isinstance(extensions, list) else [extensions]:
        for name, options in each.items() if isinstance(each, dict) else [(each, None)]:
            if isinstance(name, str):
                yield from _members(name, options)


def _members(name: str, options: Any) -> Iterator[tuple[str, Any]]:
    """An extension, or those of a family."""
    if name in _FAMILIES and isinstance(options, dict):
        for member, given in options.items():
            yield from _members(f"{name}.{member}", given)
    else:
        yield name, options


def _known(options: Any) -> Any:
    """Options without those that only the host's own reader can make, such as a function by its name."""
    if isinstance(options, Mapping):
        known = {name: _option(name, value) for name, value in options.items()}
        return {name: value for name, value in known.items() if value is not None}
    return (
        [_known(each) for each in options]
        if isinstance(options, list)
        else ({} if options is None else options)
    )


def _option(name: str, value: Any) -> Any:
    if name == "slugify" and isinstance(value, str | Mapping):
        return _anchors_by(value)
    is_lacking = value is None or (name in _FUNCTIONS and isinstance(value, str | Mapping))
    return None if is_lacking else _known(value)


def _anchors_by(named: str | Mapping[str, Any]) -> Any:
    """The function that makes anchors, by its name or by the call that makes it; None for any other."""
    name = named if isinstance(named, str) else str(named.get("object", "pymdownx.slugs.slugify"))
    if not makes_anchors(name):
        return None
    module, _, attribute = name.rpartition(".")
    with suppress(ImportError, AttributeError, TypeError):  # as of a call with wrong arguments
        function = getattr(import_module(module), attribute)
        return function if isinstance(named, str) else function(**(named.get("kwds") or {}))
    return None


def _needs_no_host(name: str) -> bool:
    module = next((each.value for each in entry_points(group="markdown.extensions", name=name)), name)
    return name not in _READING_FILES and module.startswith(_OF_EVERYONE)
