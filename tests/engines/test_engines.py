"""Each type in Firefox and WebKitGTK: answered, answered wrongly, kept over a reload, reached by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from time import sleep

import pytest

from tests.engines.engine import ENTER, SPACE, TAB, Engine, wait_until
from tests.selfcheck.browser.built import FIRST, Built
from tests.selfcheck.browser.states import has_steps
from tests.selfcheck.cases import Accepted

every_type = pytest.mark.parametrize("case", FIRST, ids=str)

IS_IN_STATE = """
const block = document.getElementById(`check-${arguments[0]}`);
return !!block && block.dataset.state === arguments[1];
"""
PUT = """
const [id, name, value] = arguments;
const fields = [...document.querySelectorAll(`[name="check-${id}-${name}"]`)];
const field = fields.find(one => one.value === value) || fields[0];
if (!field.checkVisibility() && field.type !== "hidden") return "";
if (field.type === "checkbox" && field.checked === (value === field.value)) return "";
if (/radio|checkbox/.test(field.type)) { field.id ||= `put-${name}-${value}`; return field.id; }
field.value = value;
field.dispatchEvent(new Event("input", { bubbles: true }));
return "";
"""
TICKED = """
const boxes = document.querySelectorAll(`[type=checkbox][name^="check-${arguments[0]}-"]:checked`);
return [...boxes].map(box => box.name.replace(`check-${arguments[0]}-`, ""));
"""
HELD = """
const prefix = `check-${arguments[0]}-`;
const form = document.querySelector(`#check-${arguments[0]} form`);
return Object.fromEntries([...new FormData(form)].filter(([name, value]) => name.startsWith(prefix) && value)
  .map(([name, value]) => [name.slice(prefix.length), value]));
"""


def visit(engine: Engine, site: Built, case: Accepted) -> None:
    """A first visit: nothing is kept yet."""
    engine.open(site.page(case))
    engine.run("localStorage.clear()")
    engine.open(site.page("empty"))
    engine.open(site.page(case))
    wait_until(engine, IS_IN_STATE, case.id, "open")


def button(case: Accepted) -> str:
    return f"#check-{case.id} .self-check__button"


def give(engine: Engine, case: Accepted, response: Mapping[str, str], state: str) -> None:
    """Fill in and press until there is a verdict; twice for a type of two steps."""
    for _ in range(2):
        ticked = engine.run(TICKED, case.id)
        for name, value in {**dict.fromkeys(ticked, ""), **response}.items():
            if control := engine.run(PUT, case.id, name, value):
                engine.click(f"[id='{control}']")
        engine.click(button(case))
        sleep(0.6)  # as a reader does: a button that has changed its meaning is deaf for so long
        if not engine.run(IS_IN_STATE, case.id, "open"):
            break
    wait_until(engine, IS_IN_STATE, case.id, state)


def answer_again(engine: Engine, case: Accepted) -> None:
    """Begin anew by the menu of the block, whose script comes when it is opened."""
    engine.click(f"#check-{case.id} .self-check__opener")
    choice = f"#check-{case.id} .self-check__choice"
    wait_until(engine, "return !!document.querySelector(arguments[0])", choice)
    engine.click(choice)
    wait_until(engine, IS_IN_STATE, case.id, "open")


@every_type
def test_a_wrong_answer_is_mended_and_the_right_one_survives_a_reload(
    engine: Engine, site: Built, case: Accepted
) -> None:
    visit(engine, site, case)
    give(engine, case, case.wrong, "wrong")
    assert engine.run(f"return !!document.querySelector('#check-{case.id} .self-check__verdict')")
    if has_steps(case):
        answer_again(engine, case)
    give(engine, case, case.right, "right")
    held = engine.run(HELD, case.id)
    assert held.items() >= {name: value for name, value in case.right.items() if value}.items()
    engine.open(site.page("empty"))
    engine.open(site.page(case))
    wait_until(engine, IS_IN_STATE, case.id, "right")
    assert engine.run(HELD, case.id) == held


@every_type
def test_the_keyboard_alone_leads_to_a_verdict(engine: Engine, site: Built, case: Accepted) -> None:
    visit(engine, site, case)
    # A browser that nobody has touched yet gives its keys to no page.
    engine.click("h1")
    inside = f"return !!document.activeElement.closest('#check-{case.id}')"
    is_button = f"return document.activeElement.matches('{button(case)}')"
    for _ in range(60):
        engine.press(TAB)
        if engine.run(inside):
            break
    assert engine.run(inside), "Tab leads into the question"
    engine.press(SPACE)
    for _ in range(200):
        if engine.run(is_button):
            break
        engine.press(TAB)
    assert engine.run(is_button), "Tab leads on to the button"
    engine.press(ENTER)
    wait_until(
        engine,
        "return !!document.querySelector(`#check-${arguments[0]} [role=status]`).textContent.trim()",
        case.id,
    )
    assert engine.run(is_button), "focus stays where it was"
