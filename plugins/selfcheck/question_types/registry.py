"""Finds the types of question on the disk."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import get_args

from selfcheck.item import Item


@dataclass(frozen=True, slots=True)
class QuestionType:
    """A folder that makes a type: model, template, behaviour, style, words, cases and guide."""

    name: str
    folder: Path
    model: type[Item]

    def file(self, name: str) -> Path:
        """A file of the folder, whether it exists or not."""
        return self.folder / name


@cache
def discover() -> Mapping[str, QuestionType]:
    """All types by name (kebab-case, as in `type:`), in alphabetical order."""
    folder = Path(__file__).parent
    names = sorted(info.name for info in pkgutil.iter_modules([str(folder)]) if info.ispkg)
    types = [_from_folder(folder / name) for name in names]
    return MappingProxyType({kind.name: kind for kind in types})


def _from_folder(folder: Path) -> QuestionType:
    module = importlib.import_module(f"{__package__}.{folder.name}.model")
    name = folder.name.replace("_", "-")
    return QuestionType(name, folder, _model(module, name))


def _model(module: ModuleType, name: str) -> type[Item]:
    for _, candidate in inspect.getmembers(module, inspect.isclass):
        if issubclass(candidate, Item) and get_args(candidate.model_fields["type"].annotation) == (name,):
            return candidate
    raise TypeError(f'{module.__name__} holds no Item whose field `type` is Literal["{name}"]')
