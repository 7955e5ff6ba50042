"""What a project's own code raises, told as a problem at its line."""

import contextlib
import traceback
from collections.abc import Iterator
from pathlib import Path

from computed_figures.problems import Problem, ProblemError


@contextlib.contextmanager
def failures_in(path: Path, shown: str, line: int = 1) -> Iterator[None]:
    """Turn what the code of a file raises into a problem, at `line` if none of its lines led there."""
    try:
        yield
    except ProblemError:
        raise
    except (Exception, SystemExit) as error:
        raise ProblemError(_failure(error, path, shown, line)) from error


def _failure(error: BaseException, path: Path, shown: str, line: int) -> Problem:
    """Name the file's own line that led to the error, and the error's own place if that is elsewhere."""
    said = f"{type(error).__name__}: {error}"
    if isinstance(error, SyntaxError):
        said = f"{type(error).__name__}: {error.msg}"
        if error.filename == str(path):
            return Problem(shown, error.lineno, said)
        return Problem(shown, _own_line(error, path, line), f"{said} ({error.filename}:{error.lineno})")
    last = traceback.extract_tb(error.__traceback__)[-1]
    if last.filename != str(path):
        said += f" ({last.filename}:{last.lineno})"
    return Problem(shown, _own_line(error, path, line), said)


def _own_line(error: BaseException, path: Path, otherwise: int) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame.lineno for frame in frames if frame.filename == str(path) and frame.lineno is not None]
    return own[-1] if own else otherwise
