"""Checks rows of symbols line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfcheck.item import Complaint

FEWEST, MOST = 8, 64
"""The least and the most pixels of a side."""

GREYS = "0123456789abcdef"


def rows_of(text: str) -> list[str]:
    """The rows of a block of text, without empty lines round them."""
    return text.strip("\n").split("\n")


def size_complaints(field: str, text: str) -> Iterator[Complaint]:
    """Complaints about rows of unequal length, and pictures that are too small or too large."""
    rows, first = rows_of(text), _first_line(text)
    width = len(rows[0])
    for number, row in enumerate(rows):
        if len(row) != width:
            message = f"this row has {len(row)} pixels, the first has {width}"
            yield Complaint((field,), message, "make all rows equally long", first + number)
            return
    for count, what in ((width, "columns"), (len(rows), "rows")):
        if not FEWEST <= count <= MOST:
            hint = f"draw at least {FEWEST} and at most {MOST}"
            yield Complaint((field,), f"the picture has {count} {what}", hint)


def symbol_complaints(field: str, text: str, known: Sequence[str], cure: str) -> Iterator[Complaint]:
    """Complaints about the first unknown symbol of each row."""
    for number, row in enumerate(rows_of(text), _first_line(text)):
        strange = next((symbol for symbol in row if symbol not in known), None)
        if strange:
            yield Complaint((field,), f'the symbol "{strange}" means nothing here', cure, number)


def class_complaints(field: str, text: str, symbols: Sequence[str]) -> Iterator[Complaint]:
    """Complaints about classes without pixels."""
    for symbol in symbols:
        if symbol not in text:
            message = f'the class "{symbol}" has no pixel'
            yield Complaint((field,), message, "draw at least one, or remove the class")


def fit_complaints(field: str, text: str, mask: str) -> Iterator[Complaint]:
    """The complaint about a picture of another size than its mask."""
    sizes = [(len(rows[0]), len(rows)) for rows in (rows_of(text), rows_of(mask))]
    if sizes[0] != sizes[1]:
        (width, height), (columns, rows) = sizes
        message = f"the picture has {width}x{height} pixels, its mask {columns}x{rows}"
        yield Complaint((field,), message, "draw both with as many columns and rows")


def _first_line(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))
