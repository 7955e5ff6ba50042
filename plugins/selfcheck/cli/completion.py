"""Arguments that a shell completes: the names of types, and the codes of problems."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import click
from click.shell_completion import CompletionItem
from click.types import StringParamType


class Names(StringParamType):
    """A word out of some that are known, each with what it means; any other is for the command to refuse."""

    def __init__(self, name: str, known: Callable[[], Mapping[str, str]]) -> None:
        self.name = name
        self._known = known

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """The known words that begin so."""
        known = self._known()
        return [CompletionItem(word, help=known[word]) for word in known if word.startswith(incomplete)]
