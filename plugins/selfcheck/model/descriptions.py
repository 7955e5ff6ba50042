"""The descriptions of a model's fields, which are the texts below them in the source code."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


@cache
def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """The description of each field by name, including inherited fields.

    pydantic can gather this itself, but does so for every model at import, which takes longer than a page.
    """
    bases = [
        base for base in reversed(model.__mro__) if issubclass(base, BaseModel) and base is not BaseModel
    ]
    return {name: text for base in bases for name, text in _own(base) if name in model.model_fields}


def _own(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    try:
        source = textwrap.dedent(inspect.getsource(model))
    except OSError:  # made at run time, as that of a whole file is
        return
    (definition,) = ast.parse(source).body
    assert isinstance(definition, ast.ClassDef)
    for field, below in pairwise(definition.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match below:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    yield field.target.id, inspect.cleandoc(text)
