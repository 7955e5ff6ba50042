"""Which tests a run leaves out; pytest counts them in its last line."""

from __future__ import annotations

from collections.abc import Callable

import pytest


def leave_out(
    config: pytest.Config, items: list[pytest.Item], is_left_out: Callable[[pytest.Item], bool]
) -> None:
    """Take these tests out of `items`, unless the whole matrix is wanted."""
    if config.getoption("all_states"):
        return
    sorted_out: dict[bool, list[pytest.Item]] = {True: [], False: []}
    for item in items:
        sorted_out[is_left_out(item)].append(item)
    config.hook.pytest_deselected(items=sorted_out[True])
    items[:] = sorted_out[False]
