"""The elements of a placed figure."""

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement

from computed_figures.drawing import Drawing

SCROLLS_FROM_PX = 480
"""A wider drawing without a narrow variant keeps its size on a narrow screen and scrolls."""


def figure_element(name: str, drawing: Drawing, stash: Callable[[str], str]) -> Element:
    """Return the `figure` element; its caption still is Markdown, for the page's inline patterns.

    `stash` takes finished HTML and returns the text that stands for it: the drawing passes the page's
    processors untouched, and unread.
    """
    figure = Element("figure", {"class": "computed-figure", "id": f"figure-{name}"})
    if drawing.narrow_svg is not None:
        figure.text = stash(drawing.narrow_svg + drawing.svg)  # In this order for the stylesheet.
    elif drawing.width_px > SCROLLS_FROM_PX:
        scroller = {"class": "computed-figure__scroll", "role": "group", "tabindex": "0"}
        scroller["aria-labelledby"] = f"figure-{name}.wide-title"
        SubElement(figure, "div", scroller).text = stash(drawing.svg)
    else:
        figure.text = stash(drawing.svg)
    figure.append(_caption(drawing.caption))
    figure.tail = "\n"
    return figure


def _caption(markdown: str) -> Element:
    caption = Element("figcaption")
    paragraphs = re.split(r"\n\s*\n", markdown.strip())
    if len(paragraphs) == 1:
        caption.text = paragraphs[0]
    else:
        for paragraph in paragraphs:
            SubElement(caption, "p").text = paragraph.strip()
    return caption
