"""Computed numbers put into running text: the Markdown extension `computed_figures.value`."""

from computed_figures.value.extension import ValueExtension, makeExtension

__all__ = ["ValueExtension", "makeExtension"]
