"""A straight bar forced through a grid of cells that keep one label or two shares, and a lamp post."""

import numpy as np
from numpy.typing import NDArray

from maskmetrics import best_cells, cell_shares, iou, soft_label_map, spread

CELL = 8
WIDTH = 6


def _picture(width: int, left: int, cell: int) -> NDArray[np.bool_]:
    """A bar that begins `left` pixels from the edge of the second column of cells."""
    picture = np.zeros((cell, 4 * cell), bool)
    picture[:, cell + left : cell + left + width] = True
    return picture


def _voted(picture: NDArray[np.bool_], cell: int) -> float:
    """IoU once each cell has the label of most of its pixels."""
    cells = cell_shares(picture, cell) > 0.5
    return iou(picture, spread(cells, cell, picture.shape))


def _shared(picture: NDArray[np.bool_], cell: int) -> float:
    """IoU where each cell keeps the shares of bar and ground; they are enlarged, and the larger wins."""
    return iou(picture, soft_label_map(picture.astype(np.int64), 2, cell) == 1)


inside = _voted(_picture(WIDTH, 1, CELL), CELL)
astride = _voted(_picture(WIDTH, 1 + CELL // 2, CELL), CELL)
inside_shares = _shared(_picture(WIDTH, 1, CELL), CELL)
beside_shares = _shared(_picture(WIDTH, 0, CELL), CELL)
"""The bar begins where its column of cells does."""

other_inside_shares = _shared(_picture(10, 3, 16), 16)
"""A bar of 10 pixels in the middle of a cell of 16."""

astride_shares = _shared(_picture(WIDTH, 1 + CELL // 2, CELL), CELL)
best_astride = best_cells(_picture(WIDTH, 1 + CELL // 2, CELL), CELL).iou

threshold = best_astride / (1 + best_astride)
"""The share from which on a cell is worth filling, as `maskmetrics.best_cells` derives it."""

POST, POST_CELL = 5, 16
post_share = float(cell_shares(_picture(POST, 0, POST_CELL), POST_CELL).max())
"""The most of a cell that the lamp post covers."""

_POSTS = [_picture(POST, left, POST_CELL) for left in range(POST_CELL)]
post_survives = any(_voted(post, POST_CELL) > 0 or _shared(post, POST_CELL) > 0 for post in _POSTS)
assert not post_survives, "the question on the lamp post says that it is lost wherever it stands, both ways"
