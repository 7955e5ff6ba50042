"""A straight border along a grid of cells: how far from its place it comes back, in cells, at most."""

from math import sqrt

label = 1 / 2
"""With one label a cell the border moves to the nearer side of the cell that it cuts."""

shares = 3 / 2 - sqrt(2)
"""With shares. Let the border leave the share f of its cell, at least one half, on the far side: it lies
1 - f from the near side. Between the middle of the cell before, share 0, and that of this cell, share f, the
enlarged share reaches one half at 1 / (2 f) - 1 / 2 from that side. The difference, f + 1 / (2 f) - 3 / 2, is
0 at f = 1/2 and f = 1 and largest in size at f = 1 / sqrt(2). Smaller shares mirror these.
"""
