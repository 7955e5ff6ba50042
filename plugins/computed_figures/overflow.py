"""Finds text that leaves its drawing."""

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from xml.etree.ElementTree import Element, fromstring

import numpy as np
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextPath

_SVG = "{http://www.w3.org/2000/svg}"
_GLYPHS = f"{_SVG}text/{_SVG}tspan"
_SIZE = re.compile(r"font-size: ([\d.]+)px")
_ANCHOR = re.compile(r"text-anchor: (\w+)")
_BOLD = re.compile(r"font-weight: ([6-9]00)")
_ROTATE = re.compile(r"rotate\(([-\d.]+)")
_TRANSLATE = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")
_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
TOLERANCE_PX = 1.0
CAPITALS = 0.73
"""Height of a capital letter of DejaVu Sans in ems."""


def texts_outside(written: str) -> list[str]:
    """Return the texts of matplotlib's SVG that do not fit into its view box, set in matplotlib's own font.

    That font is wider than most pages' fonts. Of a formula the glyphs' origins count, and one em at its end.
    """
    root = fromstring(written)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    texts = [text for text in root.iter(f"{_SVG}text") if text.text and text.text.strip()]
    # Most texts fit even by an upper bound of their length, which takes a tenth of the time to compute.
    doubtful = [text for text in texts if not _line(text, _greatest_length).fits(width, height)]
    lines = [_line(text, _length) for text in doubtful]
    formulas = [_formula(group) for group in root.iter(f"{_SVG}g") if group.find(_GLYPHS) is not None]
    return [written.text for written in lines + formulas if not written.fits(width, height)]


@dataclass(frozen=True, slots=True)
class _Written:
    """A line of text: its box in its own coordinates (y downwards, baseline 0), then turned and moved."""

    text: str
    left: float
    right: float
    top: float
    turned: float
    moved: tuple[float, float]

    def fits(self, width: float, height: float) -> bool:
        """Whether it lies inside a drawing of that size, but for TOLERANCE_PX."""
        return all(
            -TOLERANCE_PX <= x <= width + TOLERANCE_PX and -TOLERANCE_PX <= y <= height + TOLERANCE_PX
            for x, y in self.corners()
        )

    def corners(self) -> Iterator[tuple[float, float]]:
        """Yield the ends of baseline and top in the drawing's pixels."""
        cos, sin = math.cos(self.turned), math.sin(self.turned)
        for along, down in product((self.left, self.right), (0.0, self.top)):
            yield self.moved[0] + along * cos - down * sin, self.moved[1] + along * sin + down * cos


def _line(element: Element, length_of: Callable[[TextPath], float]) -> _Written:
    style, text = element.get("style", ""), element.text or ""
    size = float(_found(_SIZE, style, "0"))
    font = FontProperties(family="DejaVu Sans", weight="bold" if _BOLD.search(style) else "normal")
    length = length_of(TextPath((0, 0), text, size=size, prop=font, usetex=False))
    start = -_BEFORE[_found(_ANCHOR, style, "start")] * length
    return _Written(text, start, start + length, -CAPITALS * size, *_turned_and_moved(element))


def _length(path: TextPath) -> float:
    length: float = path.get_extents().width
    return length


def _greatest_length(path: TextPath) -> float:
    """A curve lies between its end points and control points."""
    return float(np.ptp(path.vertices[:, 0])) if len(path.vertices) else 0.0


def _formula(group: Element) -> _Written:
    # matplotlib groups the glyphs by font.
    spans = sorted(group.iter(f"{_SVG}tspan"), key=lambda span: float(span.get("x", 0)))
    sizes = [float(_found(_SIZE, span.get("style", ""), "0")) for span in spans]
    right = max(float(span.get("x", 0)) + size for span, size in zip(spans, sizes, strict=True))
    top = min(float(span.get("y", 0)) - CAPITALS * size for span, size in zip(spans, sizes, strict=True))
    text = "".join(span.text or "" for span in spans)
    return _Written(text, 0.0, right, top, *_turned_and_moved(group))


def _turned_and_moved(element: Element) -> tuple[float, tuple[float, float]]:
    transform = element.get("transform", "")
    angle = math.radians(float(_found(_ROTATE, transform, "0")))
    moved = _TRANSLATE.search(transform)
    if moved:
        return angle, (float(moved[1]), float(moved[2]))
    return angle, (float(element.get("x", 0)), float(element.get("y", 0)))


def _found(pattern: re.Pattern[str], text: str, otherwise: str) -> str:
    found = pattern.search(text)
    return found[1] if found else otherwise
