"""The HTML inside the element of an explorer, whole without script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from explorers.card import card, slider
from explorers.mask_metrics.arithmetic import Outcome
from explorers.mask_metrics.drawing import svg, swatch
from explorers.mask_metrics.offer import NUMBERS, Offer
from explorers.mask_metrics.wording import Score, caption, fraction, result, scores

_LABELS: Mapping[str, str] = {
    "thin": "Cut thin parts",
    "erode": "Erode",
    "dilate": "Dilate",
    "across": "Move right",
    "down": "Move down",
    "tolerance": "Tolerance",
}


def explorer_html(offer: Offer, element: str, awaited: str) -> str:
    """The controls and the result of the settings at first.

    `element` is the id of the explorer's element, `awaited` the id of the question that it waits for, or "".
    """
    found = offer.map
    outcome = Outcome.of(found.truth, offer.settings)
    name = escape(found.name)
    shown = (
        f'<p class="explorer__sum"><output>{result(outcome)}</output></p>'
        f'<figure class="explorer__figure">{svg(found, outcome, element)}'
        f"<figcaption><span>{caption(outcome)}</span> Thick line: the true outline. "
        "Thin lines: where classes meet.</figcaption></figure>"
        f"{counts_table(outcome, element, name)}"
        f"{scores_list(outcome)}"
    )
    return card("Masks and metrics", _controls(offer), shown, awaited)


def _controls(offer: Offer) -> str:
    sliders = "".join(
        slider(name, _LABELS[name], offer.ranges[name], getattr(offer.settings, name)) for name in NUMBERS
    )
    return (
        '<fieldset class="explorer__controls" disabled><legend>Settings, in pixels</legend>'
        f'<div class="explorer__settings">{sliders}</div>'
        '<p class="mask-metrics__hint">The drawing can be dragged, too.</p></fieldset>'
    )


def counts_table(outcome: Outcome, element: str, name: str) -> str:
    """The confusion matrix, which is the key of the picture too; `name` is escaped."""
    heads = "".join(f'<th scope="col">{head}</th>' for head in (f"drawn as {name}", "not drawn"))
    return (
        '<table class="mask-metrics__counts"><caption>Pixels</caption>'
        f"<thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{''.join(_rows(outcome, element, name))}</tbody></table>"
    )


def _rows(outcome: Outcome, element: str, name: str) -> Iterator[str]:
    each = outcome.counts
    for head, cells in (
        (f"truly {name}", (("right", each.right), ("missed", each.missed))),
        (f"not {name}", (("invented", each.invented), ("neither", each.neither))),
    ):
        row = "".join(
            f"<td>{'' if word == 'neither' else swatch(element, word)}<b>{count:,}</b> {word}</td>"
            for word, count in cells
        )
        yield f'<tr><th scope="row">{head}</th>{row}</tr>'


def scores_list(outcome: Outcome) -> str:
    """All scores side by side."""
    return f'<div class="mask-metrics__scores">{"".join(map(_score, scores(outcome)))}</div>'


def _score(score: Score) -> str:
    """Name, value and bar of a score, and the counts that it is made of."""
    return (
        f'<div class="mask-metrics__score"><p><span>{score.name}</span> <b>{fraction(score.value)}</b></p>'
        '<svg class="mask-metrics__bar" width="100%" height="8" aria-hidden="true">'
        f'<rect width="100%" height="8"/><rect width="{fraction(100 * score.value)}%" height="8"/></svg>'
        f'<p class="mask-metrics__made"><span>{score.words}</span> <span>{score.numbers}</span></p></div>'
    )
