"""Work on many things with all processors, where a process can be forked."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""macOS forks too, but its own libraries may not be used in a fork."""

_CHUNKS_A_PROCESS = 8
"""Into how many parts the work of a process is divided, so that none is left waiting for long."""

_T = TypeVar("_T")
_R = TypeVar("_R")


def each_in_processes(work: Callable[[_T], _R], things: Sequence[_T], *, is_worth_it: bool) -> Iterator[_R]:
    """What `work` makes of each thing, in their order.

    Where a fork is safe and `is_worth_it`, processes share the things out: they have everything that this
    process has, only results are sent, and what `work` remembers in one process is unknown to the others.
    Otherwise this process does it all.
    """
    processes = _processors()
    # A fork copies locks as other threads hold them, and nobody would release the copies.
    if not is_worth_it or processes < 2 or not CAN_FORK or threading.active_count() > 1:
        yield from map(work, things)
        return
    # A short check does not pay for loading these.
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    forking = get_context("fork")
    with ProcessPoolExecutor(processes, forking, _begin, (work, things)) as pool:
        chunk = -(-len(things) // (processes * _CHUNKS_A_PROCESS))
        yield from pool.map(_result, range(len(things)), chunksize=chunk)


def _processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


_given: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def _begin(work: Callable[[Any], Any], things: Sequence[Any]) -> None:
    """Keep in a new process what it has to do; interrupts are left to the process that started it."""
    global _given
    _given = work, things
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # what is not looked through is not copied


def _result(index: int) -> Any:
    assert _given is not None
    work, things = _given
    return work(things[index])
