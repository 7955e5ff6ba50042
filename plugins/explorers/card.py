"""The card of every explorer: its name, its controls and its result, or what it waits for."""

from html import escape


def card(name: str, controls: str, result: str, awaited: str) -> str:
    """The HTML inside an explorer's element; `awaited` is the id of the question that it waits for, or ""."""
    return (
        f'<p class="explorer__name">{name}</p>{controls}'
        f'<div class="explorer__body">{_prediction(awaited) if awaited else ""}'
        f'<div class="explorer__result">{result}</div></div>'
    )


def slider(name: str, label: str, reach: tuple[int, int], value: int, more: str = "") -> str:
    """A slider with its label and its value; `more` is what else its `input` says."""
    start, end = reach
    return (
        f'<label class="explorer__control"><span>{label}</span>'
        f'<span class="explorer__value" aria-hidden="true">{value}</span>'
        f'<input type="range" name="{name}" min="{start}" max="{end}" value="{value}"'
        f' autocomplete="off"{more}></label>'
    )


def values(table: str) -> str:
    """A table that is opened on demand; `table` is what stands inside its element."""
    return (
        '<details class="explorer__values"><summary>Table of values</summary>'
        '<div class="explorer__scroll" role="group" aria-label="Table of values" tabindex="0">'
        f"<table>{table}</table></div></details>"
    )


def _prediction(awaited: str) -> str:
    return (
        '<div class="explorer__prediction"><p><b>Predict first.</b> The result stands here once'
        f' <a href="#check-{escape(awaited)}">the question above</a> is checked.</p>'
        '<button type="button">Show it now</button></div>'
    )
