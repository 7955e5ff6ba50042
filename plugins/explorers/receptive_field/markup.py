"""The HTML inside the element of the explorer, whole without script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explorers.card import card, slider, values
from explorers.receptive_field.arithmetic import Outcome
from explorers.receptive_field.drawing import svg
from explorers.receptive_field.networks import NETWORKS
from explorers.receptive_field.offer import LIMITS, MOST_LAYERS, Offer
from explorers.receptive_field.stack import Stack, Window
from explorers.receptive_field.wording import brief, button, caption, network, result, square, steps, table

_LABELS: Mapping[str, tuple[str, str]] = {
    "kernel": ("Kernel", "k"),
    "stride": ("Stride", "s"),
    "padding": ("Padding", "p"),
    "dilation": ("Dilation", "d"),
}
_ACTIONS = (("add", "Add a copy"), ("earlier", "Move earlier"), ("later", "Move later"), ("remove", "Remove"))
_NOTE = (
    "Output: positions a side. Field: pixels a side that one of them sees. Step: pixels to the next one. "
    "Start: over which place the first stands, 0 being the middle of the first pixel."
)


def explorer_html(offer: Offer, element: str, awaited: str) -> str:
    """The controls and the result of the stack at first; the last layer is chosen.

    `element` is the id of the explorer's element, `awaited` the id of the question that it waits for, or "".
    """
    outcome = Outcome.of(offer.stack)
    shown = (
        f'<p class="explorer__sum"><output>{result(outcome)}</output></p>'
        '<div class="explorer__pair">'
        f'<figure class="explorer__figure">{svg(outcome)}<figcaption>{caption(outcome)}</figcaption></figure>'
        '<div class="explorer__scroll explorer__steps" role="group" aria-label="Layer by layer" tabindex="0">'
        f'<table class="explorer__table">{steps(outcome)}</table><p>{_NOTE}</p></div></div>'
        f"{values(table(outcome))}"
    )
    return card("Receptive field", _controls(offer, element), shown, awaited)


def layers(stack: Stack, element: str, chosen: int) -> str:
    """A radio button for each layer; `chosen` counts from 1."""
    return "".join(
        _layer(number, window, element, number == chosen) for number, window in enumerate(stack.windows, 1)
    )


def _layer(number: int, window: Window, element: str, is_chosen: bool) -> str:
    return (
        f'<label class="explorer__layer"><input type="radio" name="{element}-layer" value="{_text(window)}"'
        f' aria-label="{button(number, window)}" autocomplete="off"{" checked" if is_chosen else ""}>'
        f"<span>{square(window.kernel)}</span> <small>{brief(window)}</small></label>"
    )


def _text(window: Window) -> str:
    return Stack(0, (window,)).text.partition(";")[2]


def _controls(offer: Offer, element: str) -> str:
    stack = offer.stack
    return (
        '<fieldset class="explorer__controls" disabled><legend>Settings</legend>'
        f'<div class="explorer__buttons"><span>Layers</span>{"".join(_actions(stack))}</div>'
        '<div class="explorer__layers" role="radiogroup" aria-label="Layers, from the image on">'
        f"{layers(stack, element, len(stack.windows))}</div>"
        '<div class="explorer__settings">'
        '<div class="explorer__chosen" role="group" aria-label="Chosen layer">'
        f"{''.join(_sliders(stack))}</div>"
        f"{slider('size', 'Image, <var>n</var>', offer.sizes, stack.size)}</div>"
        f'<div class="explorer__buttons"><span>Begin with</span>{"".join(_networks(stack))}</div></fieldset>'
    )


def _actions(stack: Stack) -> Iterator[str]:
    count = len(stack.windows)
    off = {"add": count == MOST_LAYERS, "earlier": count == 1, "later": True, "remove": count == 1}
    for name, words in _ACTIONS:
        yield f'<button type="button" name="{name}"{" disabled" if off[name] else ""}>{words}</button>'


def _sliders(stack: Stack) -> Iterator[str]:
    for name, (word, letter) in _LABELS.items():
        value = getattr(stack.windows[-1], name)
        yield slider(name, f"{word}, <var>{letter}</var>", LIMITS[name], value)


def _networks(stack: Stack) -> Iterator[str]:
    yield f'<button type="button" name="load" value="{stack.text}">As at first</button>'
    for name, each in NETWORKS.values():
        yield (
            f'<button type="button" name="load" value="{each.text}" '
            f'aria-label="{network(name, len(each.windows))}">{name}</button>'
        )
