"""The rules of the linter: each module of this folder has a table of them, `RULES`."""

from importlib import import_module
from pkgutil import iter_modules

from selfcheck.lint.rule import Rule

_MODULES = sorted(module.name for module in iter_modules(__path__, f"{__name__}."))

RULES: dict[str, Rule] = {rule.name: rule for name in _MODULES for rule in import_module(name).RULES}
"""Every rule by its name."""
