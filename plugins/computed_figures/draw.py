"""Draws one figure in a process of its own: a request comes in as JSON, a drawing or a problem goes out.

`python -m computed_figures.draw`. A fresh process sees the newest source of every module, keeps matplotlib
out of the host, and lets no figure's settings reach another.
"""

import contextlib
import io
import json
import sys
import traceback
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import matplotlib

from computed_figures.canvas import PX_PER_INCH
from computed_figures.drawing import Drawing
from computed_figures.figure_file import FigureFile
from computed_figures.fresh_import import read_sources_of
from computed_figures.overflow import texts_outside
from computed_figures.problems import Problem, ProblemError
from computed_figures.style import SETTINGS
from computed_figures.svg import UnsafeDrawingError, Words, inline_svg


def draw(name: str, path: Path, shown: str) -> Drawing:
    """Draw the figure `name`, whose file is `path`; ProblemError says what is wrong with it, and where."""
    # The caller's own matplotlibrc must not show in a figure.
    matplotlib.rcdefaults()
    matplotlib.rcParams.update(dict(SETTINGS))
    with _failures_in(path, shown):
        file = FigureFile.load(path, shown)
        words = Words(file.title(), file.alt())
        caption = file.caption()
    wide, width_px = _drawn(file, "draw", words, f"figure-{name}", "computed-figure__wide")
    narrow = None
    if hasattr(file.module, "draw_narrow"):
        narrow, _ = _drawn(file, "draw_narrow", words, f"figure-{name}-narrow", "computed-figure__narrow")
    return Drawing(caption, wide, narrow, width_px)


def _drawn(file: FigureFile, function: str, words: Words, prefix: str, css_class: str) -> tuple[str, float]:
    """Return a clean SVG and its width."""
    written = io.StringIO()
    with _failures_in(file.path, file.shown, file.line_of(function)):
        figure = file.drawn(function)
        figure.patch.set_visible(False)
        matplotlib.rcParams.update(dict(SETTINGS))  # Whatever style the figure took: text stays text.
        figure.savefig(written, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    outside = texts_outside(written.getvalue())
    if outside:
        texts = ", ".join(f'"{text}"' for text in outside)
        raise file.problem(f"{function}() writes outside the drawing: {texts}; leave it room", function)
    try:
        svg = inline_svg(written.getvalue(), words, prefix=prefix, css_class=css_class)
    except UnsafeDrawingError as error:
        raise file.problem(f"{function}() {error}", function) from error
    return svg, figure.get_figwidth() * PX_PER_INCH


@contextlib.contextmanager
def _failures_in(path: Path, shown: str, line: int = 1) -> Iterator[None]:
    """Turn what a figure's own code raises into a problem, at `line` if none of its lines led there."""
    try:
        yield
    except ProblemError:
        raise
    except (Exception, SystemExit) as error:
        raise ProblemError(_failure(error, path, shown, line)) from error


def _failure(error: BaseException, path: Path, shown: str, line: int) -> Problem:
    """Name the figure's own line that led to the error, and the error's own place if that is elsewhere."""
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


def main() -> None:
    """Answer the request on standard input."""
    request = json.load(sys.stdin)
    read_sources_of(map(Path, request["roots"]))
    answer = sys.stdout
    # What a figure prints must not mix with the answer.
    with contextlib.redirect_stdout(sys.stderr):
        try:
            drawing = draw(request["name"], Path(request["path"]), request["shown"])
            reply = {"drawing": asdict(drawing)}
        except ProblemError as error:
            reply = {"problem": asdict(error.problem)}
    json.dump(reply, answer)


if __name__ == "__main__":
    main()
