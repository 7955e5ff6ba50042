"""Python figure files drawn once and placed as inline SVG: the Markdown extension `computed_figures`."""

from computed_figures.extension import ComputedFiguresExtension, makeExtension

__all__ = ["ComputedFiguresExtension", "makeExtension"]
