"""A values file, imported, and the way from one of its names to a value."""

import inspect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from computed_figures.failures import failures_in
from computed_figures.fresh_import import load_source
from computed_figures.nearest import nearest
from computed_figures.value.expression import Expression, ExpressionError, Key, Name
from computed_figures.value.wording import kind, worded


@dataclass(frozen=True, slots=True)
class ValuesFile:
    """An imported file of values; `shown` is its path as problems name it."""

    module: ModuleType
    path: Path
    shown: str

    @classmethod
    def load(cls, path: Path, shown: str) -> "ValuesFile":
        """Import the file; ProblemError with what its code raises."""
        with failures_in(path, shown):
            return cls(load_source(f"computed_values_{path.stem}", path), path, shown)

    def text(self, expression: Expression) -> str:
        """Return a value as it is written; ExpressionError says why there is none.

        Raises ProblemError with what the file's own functions raise.
        """
        value: object = self.module
        walked = self.path.stem
        for step in expression.way:
            value = self._called(self._next(value, step, walked), f"{walked}{step}")
            walked += str(step)
        try:
            return worded(value, expression.spec)
        except ExpressionError as error:
            raise ExpressionError(f"{walked} is {error}") from None

    def _next(self, value: object, step: Name | Key, walked: str) -> object:
        if isinstance(step, Key):
            return _entry(value, step.key, walked)
        if isinstance(value, Mapping):
            return _entry(value, step.name, walked)
        at_start = value is self.module
        names = self._names() if at_start else [name for name in dir(value) if not name.startswith("_")]
        if step.name not in names:
            place = self.shown if at_start else walked
            raise ExpressionError(f'no "{step.name}" in {place}{nearest(step.name, names)}')
        with failures_in(self.path, self.shown):  # A property is code too.
            found: object = getattr(value, step.name)
            return found

    def _names(self) -> list[str]:
        return [
            name
            for name, value in vars(self.module).items()
            if not name.startswith("_") and not inspect.ismodule(value) and not inspect.isclass(value)
        ]

    def _called(self, value: Any, walked: str) -> object:
        """Return what a function of no arguments returns, anything else as it is."""
        if not callable(value) or inspect.isbuiltin(value):
            as_it_is: object = value
            return as_it_is
        if any(_is_needed(parameter) for parameter in inspect.signature(value).parameters.values()):
            raise ExpressionError(f"{walked} is a function that takes arguments; give it a value of its own")
        with failures_in(self.path, self.shown):
            result: object = value()
            return result


def _is_needed(parameter: inspect.Parameter) -> bool:
    starred = parameter.kind in {inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD}
    return parameter.default is inspect.Parameter.empty and not starred


def _entry(value: Any, key: int | str, walked: str) -> object:
    try:
        entry: object = value[key]
    except (LookupError, TypeError):
        raise ExpressionError(f"no [{key}] in {walked}{_keys(value, key)}") from None
    return entry


def _keys(value: object, key: int | str) -> str:
    if isinstance(value, Mapping):
        for each in value:
            if str(each) == str(key):
                return f"; there {key} is {kind(each)}, here {kind(key)}; give the value a name of its own"
        return nearest(str(key), map(str, value))
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        return f"; it goes from [0] to [{len(value) - 1}]"
    return f", which is {kind(value)}"
