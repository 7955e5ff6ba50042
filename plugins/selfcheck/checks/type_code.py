"""Calls what the code of a type says about a question, which may fail where the type is a site's own."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import get_args

from selfcheck.complaint import Complaint
from selfcheck.errors import FAILURES
from selfcheck.model.fields import TRUSTED
from selfcheck.model.item import Item


def is_of_package(model: type[Item]) -> bool:
    """Whether a model is that of a type of this package, and not of one that a site brings."""
    return model.__module__.startswith("selfcheck.")


def said_by(model: type[Item], code: str, ask: Callable[[], Iterable[Complaint]]) -> list[Complaint]:
    """The complaints of a type, of a kind `code`; where a site's own type fails, the complaint about that."""
    try:
        return [each.of_kind(code) for each in ask()]
    except FAILURES as error:
        return [failure_of(model, error)]


def failure_of(model: type[Item], error: BaseException) -> Complaint:
    """The complaint about a question over which the code or the template of a site's own type fails.

    Raises the error where the type is of this package.
    """
    if is_of_package(model):
        raise error
    (name,) = get_args(model.model_fields["type"].annotation)
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    cure = f"mend {_place(Path(inspect.getfile(model)).parent, error)}"
    return Complaint((), f'the type "{name}" fails over this question: {said}', cure, code=name)


def try_out(item: Item) -> Iterable[Complaint]:
    """Ask an item what pages and the linter ask of it, so that it fails here if it fails at all.

    It is kept as a text, and read from there.
    """
    type(item).model_validate_json(item.as_text(), context=TRUSTED)
    _ = (item.key, item.interaction, item.fingerprint, item.variations, list(item.texts()))
    return ()


def _place(folder: Path, error: BaseException) -> str:
    """The last line of the folder that took part; its model, where none did."""
    calls = traceback.extract_tb(error.__traceback__)
    own = [call for call in calls if Path(call.filename).is_relative_to(folder)]
    return f"{own[-1].filename}:{own[-1].lineno}" if own else str(folder / "model.py")
