"""Loads the functions that a site adds to its formulas from the modules it names."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType, ModuleType

from selfcheck.errors import FAILURES, SelfCheckError
from selfcheck.expressions.functions import BUILT_IN, Functions

MAPPING = "functions"
"""A module may offer a mapping of this name instead of `__all__`."""


class FunctionsUnusable(SelfCheckError):
    """A module that a site names cannot be loaded, or offers what a formula cannot call."""


def load_functions(modules: Iterable[str]) -> Functions:
    """The functions of all modules by name. Raises FunctionsUnusable, which names the module and the cure."""
    found: dict[str, Callable[..., object]] = {}
    home: dict[str, str] = {}
    for module in modules:
        for name, function in _functions_of(module).items():
            if name in BUILT_IN:
                raise FunctionsUnusable(f'{module}: "{name}" is there already; give it another name')
            if home.setdefault(name, module) != module:
                raise FunctionsUnusable(f'{module}: "{name}" comes from {home[name]} too; rename one of them')
            found[name] = function
    return MappingProxyType(found)


def _functions_of(name: str) -> Mapping[str, Callable[..., object]]:
    module = _import(name)
    listed = getattr(module, MAPPING, None)
    if isinstance(listed, Mapping):
        candidates = dict(listed)
    elif isinstance(names := getattr(module, "__all__", None), list | tuple):
        candidates = {each: getattr(module, str(each), None) for each in names}
    else:
        raise FunctionsUnusable(f"{name} offers nothing; list its functions in `__all__`")
    for each, function in candidates.items():
        if not (isinstance(each, str) and each.isidentifier() and _is_plain(function)):
            raise FunctionsUnusable(f"{name}: {each!r} is no plain function; list functions only")
    return candidates


def _is_plain(function: object) -> bool:
    return inspect.isfunction(function) or inspect.isbuiltin(function) or hasattr(function, "cache_info")


def _import(name: str) -> ModuleType:
    if not all(part.isidentifier() for part in name.split(".")):
        cure = "write it as an import has it, as convarith.expressions"
        raise FunctionsUnusable(f'"{name}" is no name of a module; {cure}')
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is not None and (name == error.name or name.startswith(f"{error.name}.")):
            file = name.endswith(".py") and name.removesuffix(".py")
            cure = f'did you mean "{file}"?' if file else "install it, or add its folder to PYTHONPATH"
            raise FunctionsUnusable(f'there is no module "{name}"; {cure}') from error
        raise FunctionsUnusable(f"{name} cannot be imported: {error}") from error
    except FAILURES as error:  # a module's own code may fail in any way
        raise FunctionsUnusable(f"{name} cannot be imported: {type(error).__name__}: {error}") from error
