"""The photograph of a cup of coffee and the label map drawn on it."""

import numpy as np
import photographs.coffee as coffee
from scipy import ndimage


def test_every_pixel_of_the_photograph_has_a_label() -> None:
    labels = coffee.label_map()
    assert labels.shape == coffee.photograph().shape[:2]
    assert set(np.unique(labels)) == {coffee.BACKGROUND, *coffee.LABELS.values()}


def test_each_thing_lies_in_one_piece_and_touches_no_border() -> None:
    labels = coffee.label_map()
    for name in ("cup", "saucer"):
        pieces, _ = ndimage.label(labels == coffee.LABELS[name], structure=np.ones((3, 3)))
        sizes = np.sort(np.bincount(pieces.ravel())[1:])
        assert sizes[-1] > 0.95 * sizes.sum()
    border = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    assert (border == coffee.BACKGROUND).all()


def test_the_outlines_follow_the_photograph() -> None:
    """White is the cup's rim and what the spoon reflects; away from the cup the table is never white."""
    labels, colours = coffee.label_map()[:200, :400], coffee.photograph()[:200, :400].astype(float)
    red, green, blue = np.moveaxis(colours, -1, 0)
    white = labels[(red > 225) & (green > 215) & (blue > 190)]
    assert white.size > 5000
    assert np.mean(white == coffee.LABELS["cup"]) > 0.995
