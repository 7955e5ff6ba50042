"""Python figure files drawn once and placed as inline SVG: the Markdown extension `computed_figures`."""
