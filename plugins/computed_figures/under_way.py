"""Drawings that are being made: no more at a time than there are cores, and none twice at a time."""

import os
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock, Semaphore, Thread, main_thread

from computed_figures.drawing import Drawing

_drawings: dict[Hashable, Future[Drawing]] = {}
"""What is being drawn or waits for its turn, and nothing else: what has been drawn is kept elsewhere."""
_LOCK = Lock()
_TURNS = Semaphore(os.cpu_count() or 1)


def begin(key: Hashable, draw: Callable[[], Drawing]) -> tuple[Future[Drawing], bool]:
    """Return a drawing's future, and whether this call began it: what is under way is not begun again."""
    with _LOCK:
        if key in _drawings:
            return _drawings[key], False
        drawing = _drawings[key] = Future()
    Thread(target=_take_turn, args=(key, drawing, draw)).start()
    return drawing, True


def _take_turn(key: Hashable, drawing: Future[Drawing], draw: Callable[[], Drawing]) -> None:
    with _TURNS:
        try:
            # A build that has ended, with problems, waits for what is being drawn and for nothing more.
            if main_thread().is_alive():
                drawing.set_result(draw())
            else:
                drawing.cancel()
        except Exception as error:  # Raised again where the drawing is waited for.
            drawing.set_exception(error)
        finally:
            with _LOCK:
                del _drawings[key]
