"""Ordering in Firefox and WebKitGTK: a row that moves takes the focus along, whichever control moved it."""

from __future__ import annotations

from selfcheck.question_types import discover
from tests.engines.engine import Engine
from tests.engines.test_engines import visit
from tests.selfcheck.browser.built import Built
from tests.selfcheck.cases import accepted

CASE = accepted(discover()["ordering"])[0]

ORDER = """
const rows = document.querySelectorAll(`#check-${arguments[0]} .self-check__order > *`);
return [...rows].map(row => row.dataset.option);
"""
PRESSED = """
const control = document.getElementById(arguments[0]);
control.focus();
control.click();
return document.activeElement === control;
"""
CHOSEN = """
const [name, value] = arguments;
const menu = document.querySelector(`[name="${name}"]`);
menu.focus();
menu.value = value;
menu.dispatchEvent(new Event("input", { bubbles: true }));
return document.activeElement === menu;
"""


def test_a_row_that_moves_takes_the_focus_along(engine: Engine, site: Built) -> None:
    visit(engine, site, CASE)
    order = engine.run(ORDER, CASE.id)
    moved = order[0]  # the first row is in hand
    for place in (1, 2):
        assert engine.run(PRESSED, f"check-{CASE.id}--down")
        order.insert(place, order.pop(place - 1))
        assert engine.run(ORDER, CASE.id) == order
    said = engine.run(f"return document.querySelector('#check-{CASE.id} [role=status]').textContent")
    assert said.endswith("place 3 of 6")
    assert engine.run(CHOSEN, f"check-{CASE.id}-{moved}", "5")
    order.insert(4, order.pop(2))
    assert engine.run(ORDER, CASE.id) == order
    assert engine.run(PRESSED, f"check-{CASE.id}--out")
    order.append(order.pop(4))
    assert engine.run(ORDER, CASE.id) == order
