"""The HTML inside the element of an explorer, whole without script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explorers.card import card, slider, values
from explorers.layer_arithmetic.arithmetic import Outcome
from explorers.layer_arithmetic.drawing import svg
from explorers.layer_arithmetic.offer import NUMBERS, Offer
from explorers.layer_arithmetic.wording import Look, caption, formulas, result, seen, table

_LABELS: Mapping[str, tuple[str, str]] = {
    "size": ("Size", "n"),
    "kernel": ("Kernel", "k"),
    "stride": ("Stride", "s"),
    "padding": ("Padding", "p"),
    "dilation": ("Dilation", "d"),
    "output-padding": ("Output padding", "q"),
}


def explorer_html(offer: Offer, element: str, awaited: str) -> str:
    """The controls and the result of the settings at first.

    `element` is the id of the explorer's element, `awaited` the id of the question that it waits for, or "".
    """
    outcome = Outcome.of(offer.settings)
    look = Look("output", min(1, outcome.outputs - 1))
    lines = "".join(f'<p class="explorer__formula">{each}</p>' for each in formulas(outcome))
    shown = (
        f'<div class="explorer__formulas">{lines}</div>'
        f'<p class="explorer__sum"><output>{result(outcome)}</output></p>'
        f'<figure class="explorer__figure">{svg(outcome, look)}'
        f"<figcaption>{caption(outcome)}</figcaption></figure>"
        f"{_look(element, look, outcome)}"
        f'<p class="explorer__seen">{seen(outcome, look)}</p>'
        f"{values(table(outcome))}"
    )
    return card("Layer arithmetic", _controls(offer), shown, awaited)


def _controls(offer: Offer) -> str:
    sliders = "".join(_sliders(offer))
    checked = " checked" if offer.settings.transposed else ""
    return (
        '<fieldset class="explorer__controls" disabled><legend>Settings</legend>'
        f'<div class="explorer__settings">{sliders}</div>'
        f'<label class="explorer__switch"><input type="checkbox" name="transposed"{checked}'
        ' autocomplete="off">Transposed convolution</label></fieldset>'
    )


def _sliders(offer: Offer) -> Iterator[str]:
    for name in NUMBERS:
        word, letter = _LABELS[name]
        value, reach = getattr(offer.settings, name.replace("-", "_")), offer.ranges[name]
        off = " disabled" if name == "output-padding" and not offer.settings.transposed else ""
        yield slider(name, f"{word}, <var>{letter}</var>", reach, value, off)


def _look(element: str, look: Look, outcome: Outcome) -> str:
    most = outcome.outputs - 1
    radios = "".join(
        f'<label class="explorer__switch"><input type="radio" name="{element}-side" value="{side}"'
        f' autocomplete="off"{" checked" if side == look.side else ""}>{words}</label>'
        for side, words in (("output", "an output"), ("input", "an input pixel"))
    )
    return (
        f'<fieldset class="explorer__look" disabled><legend>Look at</legend>{radios}'
        f'<input type="range" name="at" aria-label="Which output" min="0" max="{most}" value="{look.at}"'
        f' aria-valuetext="{seen(outcome, look)}" autocomplete="off"></fieldset>'
    )
