"""Figures import each other from their own folder, as in the process that draws them."""

import sys
from pathlib import Path

FIGURES = str(Path(__file__).parents[2] / "figures")
if FIGURES not in sys.path:
    sys.path.append(FIGURES)
