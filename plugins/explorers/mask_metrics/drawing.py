"""The picture of an explorer as SVG, one unit a pixel of the map; `drawing.js` draws its areas again."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import numpy as np
from numpy.typing import NDArray

from explorers.mask_metrics.arithmetic import Outcome
from explorers.mask_metrics.label_map import LabelMap
from explorers.mask_metrics.wording import picture
from maskmetrics import Mask

WIDEST_PX, HIGHEST_PX = 640, 432


def svg(found: LabelMap, outcome: Outcome, element: str) -> str:
    """The picture; `element` is the id of the explorer's element, which those of the patterns begin with."""
    rows, columns = found.labels.shape
    scale = max(1, min(WIDEST_PX // columns, HIGHEST_PX // rows))
    return (
        f'<svg class="mask-metrics__picture" role="img" aria-label="{escape(picture(outcome, found.name))}" '
        f'viewBox="0 0 {columns} {rows}" width="{scale * columns}" height="{scale * rows}" '
        f'data-name="{escape(found.name)}" data-runs="{runs(outcome.truth)}">'
        f"{''.join(_parts(found, outcome, element))}</svg>"
    )


def _parts(found: LabelMap, outcome: Outcome, element: str) -> Iterator[str]:
    yield _patterns(element)
    truth, drawn = outcome.truth, outcome.drawn
    yield f'<path class="mask-metrics__classes" d="{borders(found.labels)}"/>'
    yield f'<path class="mask-metrics__right mask-metrics__drawn" d="{area(truth & drawn)}"/>'
    yield f'<path fill="url(#{element}-missed)" d="{area(truth & ~drawn)}"/>'
    yield f'<path class="mask-metrics__drawn" fill="url(#{element}-invented)" d="{area(drawn & ~truth)}"/>'
    yield f'<path class="mask-metrics__outline" d="{borders(truth)}"/>'


def _patterns(element: str) -> str:
    """A sign for each pixel that is wrong: a stroke if missed, a cross on a ground if invented."""
    return (
        f"<defs>{_pattern(element, 'missed', 'M0 1L1 0')}"
        f"{_pattern(element, 'invented', 'M.2 .2L.8 .8M.2 .8L.8 .2')}</defs>"
    )


def _pattern(element: str, name: str, sign: str) -> str:
    return (
        f'<pattern id="{element}-{name}" width="1" height="1" patternUnits="userSpaceOnUse">'
        f'<rect class="mask-metrics__{name}" width="1" height="1"/>'
        f'<path class="mask-metrics__sign" d="{sign}"/></pattern>'
    )


def swatch(element: str, name: str) -> str:
    """What stands for these pixels in the picture."""
    filled = 'class="mask-metrics__right"' if name == "right" else f'fill="url(#{element}-{name})"'
    return (
        '<svg class="mask-metrics__swatch" viewBox="0 0 2 2" width="16" height="16" aria-hidden="true">'
        f'<rect width="2" height="2" {filled}/></svg>'
    )


def area(mask: Mask) -> str:
    """The pixels of a mask as the path of its runs, row by row."""
    return "".join(
        f"M{begin} {row}h{end - begin}v1h{begin - end}z"
        for row, line in enumerate(mask)
        for begin, end in _runs_of(line)
    )


def borders(labels: NDArray[np.generic]) -> str:
    """The sides between pixels of different labels as a path."""
    across = (
        f"M{begin} {row}h{end - begin}"
        for row, differ in enumerate(labels[1:] != labels[:-1], 1)
        for begin, end in _runs_of(differ)
    )
    down = (
        f"M{column} {begin}v{end - begin}"
        for column, differ in enumerate((labels[:, 1:] != labels[:, :-1]).T, 1)
        for begin, end in _runs_of(differ)
    )
    return "".join((*across, *down))


def runs(mask: Mask) -> str:
    """The mask for the script: lengths of runs in turn outside and inside it, in base 36."""
    flat = mask.ravel()
    turns = np.flatnonzero(np.diff(flat)) + 1
    lengths = np.diff([0, *([0] if flat[0] else []), *turns.tolist(), flat.size])
    return " ".join(np.base_repr(length, 36).lower() for length in lengths)


def _runs_of(line: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where the runs of true values begin and end."""
    turns = np.flatnonzero(np.diff(np.pad(line, 1).astype(np.int8))).tolist()
    return list(zip(turns[::2], turns[1::2], strict=True))
