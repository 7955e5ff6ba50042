"""Draws one figure in a process of its own: `python -m computed_figures.draw`."""

import io
from dataclasses import asdict
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import matplotlib

from computed_figures.canvas import PX_PER_INCH
from computed_figures.drawing import Drawing
from computed_figures.failures import failures_in
from computed_figures.figure_file import FigureFile
from computed_figures.fresh_process import Request, answer
from computed_figures.overflow import texts_outside
from computed_figures.style import SETTINGS
from computed_figures.svg import UnsafeDrawingError, Words, inline_svg, share_pictures


def draw(name: str, path: Path, shown: str) -> Drawing:
    """Draw the figure `name`, whose file is `path`; ProblemError says what is wrong with it, and where."""
    # The caller's own matplotlibrc must not show in a figure.
    matplotlib.rcdefaults()
    matplotlib.rcParams.update(dict(SETTINGS))
    with failures_in(path, shown):
        file = FigureFile.load(path, shown)
        words = Words(file.title(), file.alt())
        caption = file.caption()
    # No name has a full stop: else the ids of "x" could be those of "x-narrow" or "x-1".
    wide, width_px = _drawn(file, "draw", words, f"figure-{name}.wide", "computed-figure__wide")
    narrow = None
    if hasattr(file.module, "draw_narrow"):
        narrow, _ = _drawn(file, "draw_narrow", words, f"figure-{name}.narrow", "computed-figure__narrow")
    drawings = [wide] if narrow is None else [narrow, wide]  # in the order of the page
    share_pictures(drawings, f"figure-{name}.shared")
    return Drawing(caption, _text(wide), None if narrow is None else _text(narrow), width_px)


def _text(svg: Element) -> str:
    return tostring(svg, encoding="unicode")


def _drawn(
    file: FigureFile, function: str, words: Words, prefix: str, css_class: str
) -> tuple[Element, float]:
    """Return a clean SVG and its width."""
    written = io.StringIO()
    with failures_in(file.path, file.shown, file.line_of(function)):
        figure = file.drawn(function)
        figure.patch.set_visible(False)
        matplotlib.rcParams.update(dict(SETTINGS))  # The figure may have set others, for instance by a style.
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


def _reply(request: Request) -> dict[str, object]:
    drawing = draw(request["name"], Path(request["path"]), request["shown"])
    return {"drawing": asdict(drawing)}


def main() -> None:
    """Answer the request on standard input."""
    answer(_reply)


if __name__ == "__main__":
    main()
