"""Label maps as rows of numbers: read from text, written as runs, shifted, grown and shrunk."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import groupby
from typing import TypeAlias

Labels: TypeAlias = tuple[tuple[int, ...], ...]
"""A label a pixel, rows from the top, columns from the left: 0 is background, 1 the first class."""

BACKGROUND = "."
LETTERS = ".abcd"
"""The letters of labels in a response: background, then one for each class."""

_BESIDE = ((-1, 0), (0, -1), (1, 0), (0, 1))
_AROUND = tuple((x, y) for y in (-1, 0, 1) for x in (-1, 0, 1) if x or y)


def labels_of(rows: Sequence[str], symbols: Sequence[str]) -> Labels:
    """The label map that rows of symbols draw; `symbols` are those of the classes in order."""
    label = {BACKGROUND: 0} | {symbol: number for number, symbol in enumerate(symbols, 1)}
    return tuple(tuple(label[symbol] for symbol in row) for row in rows)


def encode(labels: Labels) -> str:
    """A label map as a response holds it: `WIDTHxHEIGHT:` and runs in reading order, as in `8x8:12.3ab`.

    A run is its length (left out for 1) and a letter; background at the end is left out, and a map of nothing
    but background is the empty text.
    """
    runs = [(label, len(list(group))) for label, group in groupby(label for row in labels for label in row)]
    if not runs[-1][0]:
        runs.pop()
    text = "".join(f"{length if length > 1 else ''}{LETTERS[label]}" for label, length in runs)
    return text and f"{len(labels[0])}x{len(labels)}:{text}"


def shifts(labels: Labels) -> Iterator[Labels]:
    """The map moved by one pixel to the left, up, right and down; background comes in."""
    return (_shift(labels, right, down) for right, down in _BESIDE)


def grown(labels: Labels) -> Labels:
    """Every class one pixel larger on all sides, corners too; where two meet, the first takes the pixel."""

    def label(x: int, y: int) -> int:
        near = [_at(labels, x + right, y + down) or 0 for right, down in _AROUND]
        return labels[y][x] or min((each for each in near if each), default=0)

    return _each(labels, label)


def shrunk(labels: Labels) -> Labels:
    """Every class one pixel smaller on all sides, corners too; the picture's border takes nothing away."""

    def label(x: int, y: int) -> int:
        here = labels[y][x]
        near = (_at(labels, x + right, y + down) for right, down in _AROUND)
        return here if all(each in (here, None) for each in near) else 0

    return _each(labels, label)


def incomplete(labels: Labels) -> Iterator[Labels]:
    """The map without the smallest piece of a class, for every class that has several."""
    for label in sorted({label for row in labels for label in row} - {0}):
        pieces = _pieces(labels, label)
        if len(pieces) > 1:
            yield _without(labels, min(pieces, key=len))


def background(labels: Labels) -> Labels:
    """A map of the same size with background alone."""
    return _each(labels, lambda x, y: 0)


def _without(labels: Labels, lost: Collection[tuple[int, int]]) -> Labels:
    return _each(labels, lambda x, y: 0 if (x, y) in lost else labels[y][x])


def _pieces(labels: Labels, label: int) -> list[set[tuple[int, int]]]:
    """The connected pieces of a label's pixels (x, y); pixels that share a corner are connected."""
    left = {(x, y) for y, row in enumerate(labels) for x, each in enumerate(row) if each == label}
    pieces = []
    while left:
        piece, edge = set[tuple[int, int]](), {left.pop()}
        while edge:
            piece |= edge
            edge = {(x + right, y + down) for x, y in edge for right, down in _AROUND} & left
            left -= edge
        pieces.append(piece)
    return pieces


def _shift(labels: Labels, right: int, down: int) -> Labels:
    return _each(labels, lambda x, y: _at(labels, x - right, y - down) or 0)


def _at(labels: Labels, x: int, y: int) -> int | None:
    return labels[y][x] if 0 <= y < len(labels) and 0 <= x < len(labels[0]) else None


def _each(labels: Labels, label: Callable[[int, int], int]) -> Labels:
    return tuple(tuple(label(x, y) for x in range(len(labels[0]))) for y in range(len(labels)))
