"""Draws docs/assets/card.png, shown beside a link to this site: the picture of its home page and its name."""

from __future__ import annotations

import io

import photograph_to_labels as picture
from matplotlib.figure import Figure
from mkdocs.utils.yaml import yaml_load
from PIL import Image

from tools.python_environment import ROOT

FILE = ROOT / "docs" / "assets" / "card.png"
WIDTH_PX, HEIGHT_PX = 1200, 630
"""About two to one: sites that show such a picture cut nothing off."""
BAND_PX = 150
"""Height of the band below, which holds the words."""
ROWS = (8, 323)
"""The rows of the photograph that are seen, from the first to before the last."""
COLOURS = 256
"""As many as a byte counts."""
MARGIN_PX = 48
DPI = 72
"""At this one a point is a pixel."""


def card(name: str, sentence: str) -> Image.Image:
    """A picture of WIDTH_PX by HEIGHT_PX with the name of the site and a sentence on it."""
    figure = Figure((WIDTH_PX / DPI, HEIGHT_PX / DPI), dpi=DPI)
    axes = figure.add_axes((0, 0, 1, 1))
    rows, columns = picture.LABELS.shape
    frame = (0, columns, rows, 0)
    axes.imshow(picture.photograph(WIDTH_PX / columns), extent=frame)
    axes.imshow(picture.painted(), extent=frame, interpolation="nearest")
    axes.set(xlim=(0, columns), ylim=ROWS[::-1], aspect="auto")
    words = figure.add_axes((0, 0, 1, BAND_PX / HEIGHT_PX), facecolor="#1e2129")
    for each in (axes, words):
        each.set(xticks=[], yticks=[])
        each.spines[:].set_visible(False)
    words.set(xlim=(0, WIDTH_PX), ylim=(BAND_PX, 0))
    words.text(MARGIN_PX, 62, name, color="white", fontsize=50, weight="bold", va="center")
    words.text(MARGIN_PX, 117, sentence, color="white", fontsize=25, va="center")
    drawing = io.BytesIO()
    figure.savefig(drawing, format="png")
    return Image.open(drawing).convert("RGB")


def main() -> None:
    """Write the card with what the site's configuration says of it."""
    with (ROOT / "mkdocs.yml").open("rb") as file:
        said = yaml_load(file)
    card(said["site_name"], said["site_description"]).quantize(COLOURS).save(FILE, optimize=True)


if __name__ == "__main__":
    main()
