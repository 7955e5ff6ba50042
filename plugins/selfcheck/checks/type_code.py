"""Calls what the code of a type says about a question, which may fail where the type is a site's own."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_args

from selfcheck.checks.failure import failure
from selfcheck.complaint import Complaint
from selfcheck.model.item import Item


def is_of_package(model: type[Item]) -> bool:
    """Whether a model is that of a type of this package, and not of one that a site brings."""
    return model.__module__.startswith("selfcheck.")


def said_by(model: type[Item], code: str, ask: Callable[[], Iterable[Complaint]]) -> list[Complaint]:
    """The complaints of a type, of a kind `code`; where a site's own type fails, the complaint about that."""
    try:
        return [each.of_kind(code) for each in ask()]
    except Exception as error:
        return [failure_of(model, error).of_kind(code)]


def failure_of(model: type[Item], error: Exception) -> Complaint:
    """The complaint about a question over which a site's own type fails. Raises the error of any other."""
    if is_of_package(model):
        raise error
    (name,) = get_args(model.model_fields["type"].annotation)
    return failure(name, Path(inspect.getfile(model)).parent, error)


def try_out(item: Item) -> Iterable[Complaint]:
    """Ask an item what pages and the linter ask of it, so that it fails here if it fails at all."""
    _ = (item.key, item.interaction, item.fingerprint, item.variations, list(item.texts()))
    return ()
