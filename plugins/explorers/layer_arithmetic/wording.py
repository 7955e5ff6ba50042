"""What an explorer says in words and numbers; `wording.js` says the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from explorers.layer_arithmetic.arithmetic import Outcome
from explorers.layer_arithmetic.settings import Settings
from explorers.wording import counted, listed

NUMBERED_UP_TO = 30
"""With more positions in a row, there is no room for numbers in its cells."""

SPAN = "<var>k<sub>d</sub></var>"


class Look(NamedTuple):
    """What is looked at: an output or an input pixel, counted from 0."""

    side: Literal["output", "input"]
    at: int


def named(noun: str, numbers: Sequence[int]) -> str:
    """A noun with the numbers of those that are meant."""
    return f"{noun}{'' if len(numbers) == 1 else 's'} {listed(numbers)}" if numbers else f"no {noun}"


def result(outcome: Outcome) -> str:
    """How many outputs there are, and what that leaves out."""
    if outcome.refusal:
        return f"No output: {outcome.refusal}."
    size, outputs = outcome.settings.size, outcome.outputs
    sentence = f"{counted(size, 'pixel')} give{'s' if size == 1 else ''} {counted(outputs, 'output')}."
    missed = [at for at, count in enumerate(outcome.counts) if not count]
    if outcome.settings.transposed:
        unreached = f" Reached by no pixel: {named('output', missed)}." if missed else ""
        return f"{sentence} {_overlap(outcome.turns)}{unreached}"
    return (
        f"{sentence} Never read: {named('pixel', missed)}." if missed else f"{sentence} Every pixel is read."
    )


def _overlap(turns: Sequence[int]) -> str:
    where = "In the middle of a long row"
    if min(turns) == max(turns):
        return f"{where} every output is reached by {counted(turns[0], 'pixel')}: an even overlap."
    return f"{where} outputs are reached by {listed(turns)} pixels in turn: an uneven overlap."


def seen(outcome: Outcome, look: Look) -> str:
    """What is read by what is looked at, or what reads it."""
    if outcome.refusal:
        return "There is nothing to look at."
    each = outcome.settings
    if look.side == "output":
        reads = outcome.reads(look.at)
        pixels = [at for at in reads if 0 <= at < each.size]
        verb = "is reached by" if each.transposed else "reads"
        return f"Output {look.at} {verb} {named('pixel', pixels)}{_padding(len(reads) - len(pixels))}."
    outputs = [at for at in outcome.read_by(look.at) if 0 <= at < outcome.outputs]
    if not each.transposed:
        return f"Pixel {look.at} is read by {named('output', outputs)}."
    cut = each.kernel - len(outputs)
    lost = f", and over {counted(cut, 'position')} cut away" if cut else ""
    return f"Pixel {look.at} is spread over {named('output', outputs)}{lost}."


def _padding(count: int) -> str:
    return f", and {counted(count, 'position')} of the padding" if count else ""


def picture(outcome: Outcome, look: Look) -> str:
    """What the picture shows, for readers who do not see it."""
    each = outcome.settings
    layer = "Transposed convolution" if each.transposed else "Convolution"
    more = f", output padding {each.output_padding}" if each.transposed else ""
    settings = f"kernel {each.kernel}, stride {each.stride}, padding {each.padding}, dilation {each.dilation}"
    return (
        f"{layer} of {counted(each.size, 'pixel')}: {settings}{more}. {result(outcome)} {seen(outcome, look)}"
    )


def caption(outcome: Outcome) -> str:
    """How the picture is to be read."""
    shown = "Number and shade" if outcome.fine <= NUMBERED_UP_TO else "Shade"
    if outcome.settings.transposed:
        return (
            f"{shown}: how many pixels reach an output; crossed: none does. Dashed: cut away by the padding."
        )
    return f"{shown}: how many outputs read a pixel; crossed: none does. Dashed: padding."


def formulas(outcome: Outcome) -> list[str]:
    """The span of the kernel and the size of the output as HTML, in letters and in numbers."""
    return [_in_steps("size", *_size(outcome)), _in_steps(SPAN, *_span(outcome.settings))]


def _in_steps(name: str, *steps: str) -> str:
    """A line that may be broken before its signs of equality alone."""
    return " ".join(f"<span>{step}</span>" for step in (name, *(f"= {step}" for step in steps)))


def _span(each: Settings) -> tuple[str, ...]:
    letters = "<var>d</var> (<var>k</var> − 1) + 1"
    return letters, f"{each.dilation} · ({each.kernel} − 1) + 1", f"<b>{each.span}</b>"


def _size(outcome: Outcome) -> tuple[str, ...]:
    each = outcome.settings
    if each.transposed:
        steps = [
            f"<var>s</var> (<var>n</var> − 1) − 2<var>p</var> + {SPAN} + <var>q</var>",
            f"{each.stride} · ({each.size} − 1) − 2 · {each.padding} + {each.span} + {each.output_padding}",
        ]
    else:
        steps = [
            f"⌊(<var>n</var> + 2<var>p</var> − {SPAN}) / <var>s</var>⌋ + 1",
            f"⌊({each.size} + 2 · {each.padding} − {each.span}) / {each.stride}⌋ + 1",
        ]
    if outcome.refusal:
        return (*steps[:1], f"{steps[1]}: no output")
    middle = [] if each.transposed else [f"{outcome.outputs - 1} + 1"]
    return (*steps, *middle, f"<b>{outcome.outputs}</b>")


def table(outcome: Outcome) -> str:
    """All outputs with what each reads, as the rows of a table."""
    each = outcome.settings
    if each.transposed:
        heads = ("Output", "Reached by pixels", "How many")
    else:
        heads = ("Output", "Reads pixels", "Positions of the padding")
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rows = "".join(_row(outcome, output) for output in range(outcome.outputs))
    none = '<tr><td colspan="3">no output</td></tr>'
    return f"<thead><tr>{head}</tr></thead><tbody>{rows or none}</tbody>"


def _row(outcome: Outcome, output: int) -> str:
    reads = outcome.reads(output)
    pixels = [at for at in reads if 0 <= at < outcome.settings.size]
    count = len(pixels) if outcome.settings.transposed else len(reads) - len(pixels)
    names = ", ".join(map(str, pixels)) or "none"
    return f'<tr><th scope="row">{output}</th><td>{names}</td><td>{count}</td></tr>'
