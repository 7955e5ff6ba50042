"""What the explorer says in words and numbers; `wording.js` says the same."""

from __future__ import annotations

from fractions import Fraction

from explorers.receptive_field.arithmetic import WIDEST, Outcome, Step, tenths
from explorers.receptive_field.stack import Window
from explorers.wording import counted

PER_CENT = "\u00a0%"
"""The sign, parted from its number by a space that does not break."""


def square(side: int) -> str:
    """A square of pixels."""
    return f"{side}×{side}"


def layer(number: int, window: Window) -> str:
    """A layer with all of its settings."""
    return f"Layer {number}: {square(window.kernel)}, {_settings(window)}"


def button(number: int, window: Window) -> str:
    """What a layer's button is called: its text, for readers who speak to their device, and all settings."""
    return f"Layer {number}: {short(window)}, {_settings(window)}"


def _settings(window: Window) -> str:
    return f"stride {window.stride}, padding {window.padding}, dilation {window.dilation}"


def short(window: Window) -> str:
    """A layer in a few signs."""
    return f"{square(window.kernel)} {brief(window)}".rstrip()


def brief(window: Window) -> str:
    """Stride and dilation of a layer, where they are not 1."""
    said = (("s", window.stride), ("d", window.dilation))
    return " ".join(f"{letter} {value}" for letter, value in said if value > 1)


def result(outcome: Outcome) -> str:
    """What an output reads, and what stands in the way."""
    field, reads = outcome.field, outcome.reads
    whole = "all of them" if reads == field else _holes(reads**2, field**2)
    sees, read = ("would see", "read") if outcome.refused else ("sees", "reads")
    return (
        f"An output of layer {len(outcome.steps)} {sees} {square(field)} pixels and {read} {whole}."
        f"{_beyond(outcome)} With equal weights, half of its paths begin in the middle "
        f"{square(outcome.half)}, 95{PER_CENT} in the middle {square(outcome.most)}.{_limits(outcome)}"
    )


def _holes(reads: int, field: int) -> str:
    return f"{reads:,} of these {field:,} ({share(reads, field)}): the others are holes"


def _beyond(outcome: Outcome) -> str:
    """A field is not cut at the border: where layers give outputs, what goes beyond the image is padding."""
    size = outcome.stack.size
    if outcome.refused or outcome.field <= size:
        return ""
    return f" The image has only {square(size)}: the rest of the field is padding."


def share(part: int, whole: int) -> str:
    """A share in per cent, to a tenth."""
    units, rest = divmod(tenths(part, whole), 10)
    return f"{units}.{rest}{PER_CENT}"


def _limits(outcome: Outcome) -> str:
    shown = len(outcome.steps)
    refused = (
        f" Layer {outcome.refused} gives no output: {outcome.refusal}."
        if 0 < outcome.refused <= shown
        else ""
    )
    wide = (
        f" From layer {shown + 1} on fields are wider than the {WIDEST} pixels that are shown."
        if shown < len(outcome.stack.windows)
        else ""
    )
    return refused + wide


def picture(outcome: Outcome) -> str:
    """What the picture shows, for readers who do not see it."""
    layers = "; ".join(layer(number, each) for number, each in enumerate(outcome.stack.windows, 1))
    return (
        f"The field of one output. Image of {outcome.stack.size} pixels a side. {layers}. {result(outcome)}"
    )


def caption(outcome: Outcome) -> str:
    """How the picture is to be read."""
    side = outcome.pixels_drawn
    each = "a pixel" if side == 1 else f"a square of {square(side)} pixels"
    return (
        f"Shade: how many paths lead from {each} to the output; a dot: none. "
        f"Dotted: half of the paths; dashed: 95{PER_CENT}. Below: the paths of each column of pixels."
    )


def steps(outcome: Outcome) -> str:
    """All layers with size, field, step and start, as the rows of a table."""
    heads = ("Layer", "Output", "Field", "Step", "Start")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    image = f"<td>{outcome.stack.size}</td><td>1</td><td>1</td><td>0</td>"
    rows = "".join(_row(number, each) for number, each in enumerate(outcome.steps, 1))
    return f'<thead><tr>{head}</tr></thead><tbody><tr><th scope="row">image</th>{image}</tr>{rows}</tbody>'


def _row(number: int, step: Step) -> str:
    window = step.window
    cells = (str(step.size or "none"), str(step.field), str(step.step), place(step.start))
    data = "".join(f"<td>{each}</td>" for each in cells)
    return f'<tr><th scope="row">{number}: {short(window)}</th>{data}</tr>'


def place(value: Fraction) -> str:
    """A place in pixels: a whole number, or a half."""
    size = abs(value)
    return f"{'−' if value < 0 else ''}{size.numerator // size.denominator}{'.5' if size % 1 else ''}"


def table(outcome: Outcome) -> str:
    """The pixels of a row of the field with their paths, as the rows of a table."""
    heads = ("Pixel of a row", "Paths", "Share")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    total = sum(outcome.paths)
    rows = "".join(
        f'<tr><th scope="row">{at}</th><td>{f"{count:,}" if count else "never read"}</td>'
        f"<td>{share(count, total)}</td></tr>"
        for at, count in enumerate(outcome.paths)
    )
    return f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"


def network(name: str, windows: int) -> str:
    """What a button of a network says to readers who do not see it."""
    return f"{name}, {counted(windows, 'layer')}"
