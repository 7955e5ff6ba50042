"""The picture of the home page: cells that show the photograph, and cells that show labels."""

import numpy as np
import photograph_to_labels as figure
from matplotlib.colors import to_rgba
from photographs import coffee


def test_the_left_is_the_photograph_and_the_right_the_label_map() -> None:
    columns = figure.TURNED.mean(axis=0)
    assert (columns[: len(columns) // 3] == 0).all()
    assert (columns[2 * len(columns) // 3 :] == 1).all()
    assert 0 < figure.SHARE < 1


def test_every_pixel_shows_either_its_colour_or_its_label() -> None:
    photograph, painted = figure.photograph(1), figure.painted()
    shown = photograph[..., 3] > 0
    assert (shown != (painted[..., 3] > 0)).all()
    assert np.abs(photograph[shown][:, :3].astype(int) - coffee.photograph()[shown]).mean() < 8
    for name, (row, column) in {"cup": (120, 390), "saucer": (250, 450), "spoon": (290, 380)}.items():
        label = coffee.LABELS[name]
        assert coffee.label_map()[row, column] == label
        assert tuple(painted[row, column]) == to_rgba(*figure.PAINT[label])


def test_each_class_is_named_once_in_either_drawing() -> None:
    for drawing in (figure.draw(), figure.draw_narrow()):
        words = [text.get_text() for axes in drawing.axes for text in axes.texts]
        assert sorted(words) == ["Label map", "Photograph", "background", "cup", "saucer", "spoon"]
