"""The script of an explorer against the Python that builds it, and against executed layers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from explorers.layer_arithmetic.arithmetic import Outcome
from explorers.layer_arithmetic.drawing import svg
from explorers.layer_arithmetic.offer import NUMBERS
from explorers.layer_arithmetic.settings import Settings
from explorers.layer_arithmetic.wording import Look, caption, formulas, picture, result, seen, table
from tests.browsing.visits import Visits
from tests.explorers.settings import in_script, layer, many
from tests.selfcheck.browser.built import Built

DATA = Path(__file__).parents[1] / "convarith" / "data" / "executed.json"
WORDS = {"n": "size", "k": "kernel", "s": "stride", "p": "padding", "d": "dilation", "op": "output_padding"}
OUTCOMES = """cases => {
  const {outcome} = customElements.get("layer-arithmetic-explorer");
  return cases.map(each => outcome(each));
}"""
TURN = """(explorer, cases) => {
  const set = (input, value) => {
    if (input.type === "range") [input.min, input.max, input.value] = [0, 99, value];
    else input.checked = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const q = (selector) => explorer.querySelector(selector);
  return cases.map(({values, transposed, look}) => {
    set(q("[name=transposed]"), transposed);
    for (const [name, value] of values) set(q(`[name="${name}"]`), value);
    for (const radio of explorer.querySelectorAll("[type=radio]"))
      if (radio.value === look.side) set(radio, true);
    q("[name=at]").value = look.at;
    q("[name=at]").dispatchEvent(new Event("input", { bubbles: true }));
    const svg = q("svg");
    return {
      at: +q("[name=at]").value,
      result: q("output").textContent,
      formulas: [...explorer.querySelectorAll(".explorer__formula")].map(line => line.innerHTML),
      caption: q("figcaption").textContent,
      table: q("table").innerHTML,
      picture: svg.getAttribute("aria-label"),
      seen: q(".explorer__seen").textContent,
      svg: new XMLSerializer().serializeToString(svg),
    };
  });
}"""


@pytest.fixture
def page(visits: Visits, plain: Built) -> Page:
    return visits.open(plain.page("free"))


def executed(case: dict[str, Any]) -> Settings:
    settings = {WORDS[name]: value for name, value in case["params"].items() if name in WORDS}
    return layer(transposed=case["op"] == "conv_transpose2d", **settings)


def test_sizes_are_those_that_the_framework_gave_and_refusals_those_that_it_refused(page: Page) -> None:
    cases = [
        case
        for case in json.loads(DATA.read_text("utf-8"))["cases"]
        if case["op"] in ("conv2d", "conv_transpose2d")
    ]
    outcomes = page.evaluate(OUTCOMES, [in_script(executed(case)) for case in cases])
    assert len(cases) > 100
    assert [outcome["outputs"] for outcome in outcomes] == [case.get("out", 0) for case in cases]
    assert [bool(outcome["refusal"]) for outcome in outcomes] == ["error" in case for case in cases]


def test_the_script_computes_what_convarith_does(page: Page) -> None:
    cases = [*many(600, seed=1), *every_small_one()]
    for each, found in zip(cases, page.evaluate(OUTCOMES, list(map(in_script, cases))), strict=True):
        outcome = Outcome.of(each)
        assert (found["outputs"], found["refusal"]) == (outcome.outputs, outcome.refusal), each
        assert (found["first"], found["fine"]) == (outcome.first, outcome.fine), each
        assert [tuple(link) for link in found["links"]] == list(outcome.links), each
        if not outcome.refusal:
            assert found["counts"] == outcome.counts, each
            assert found["turns"] == (outcome.turns if each.transposed else []), each


def every_small_one() -> list[Settings]:
    """All settings in a small part of what the controls reach."""
    small = (range(1, 5), range(1, 4), range(1, 4), range(3), range(1, 3), range(2))
    return [
        Settings(
            size=size,
            kernel=kernel,
            stride=stride,
            padding=padding,
            dilation=dilation,
            output_padding=output_padding,
            transposed=transposed,
        )
        for size in small[0]
        for kernel in small[1]
        for stride in small[2]
        for padding in small[3]
        for dilation in small[4]
        for output_padding in small[5]
        for transposed in (False, True)
    ]


def test_what_controls_lead_to_is_what_a_build_writes_to_the_letter(page: Page) -> None:
    """Sentences, formulas, table and picture, for settings of which a third has no output."""
    cases = many(120, seed=2)
    asked = [
        {
            "values": [(name, getattr(each, name.replace("-", "_"))) for name in NUMBERS],
            "transposed": each.transposed,
            "look": {"side": ("output", "input")[at % 2], "at": at % 7},
        }
        for at, each in enumerate(cases)
    ]
    found = page.locator("layer-arithmetic-explorer").evaluate(TURN, asked)
    refused = 0
    for at, (each, shown) in enumerate(zip(cases, found, strict=True)):
        outcome = Outcome.of(each)
        side = "output" if at % 2 == 0 else "input"
        most = (outcome.outputs if side == "output" else each.size) - 1
        look = Look(side, min(at % 7, max(0, most)))  # type: ignore[arg-type]
        assert shown["at"] == look.at, each
        assert shown["result"] == result(outcome)
        assert shown["formulas"] == formulas(outcome)
        assert shown["caption"] == caption(outcome)
        assert as_in_html(shown["table"]) == table(outcome)
        assert shown["picture"] == picture(outcome, look)
        assert shown["seen"] == seen(outcome, look)
        assert as_in_html(shown["svg"]) == svg(outcome, look)
        refused += bool(outcome.refusal)
    assert 20 < refused < 100


def as_in_html(written: str) -> str:
    """What a browser writes in its own words, in those of a build."""
    return written.replace(' xmlns="http://www.w3.org/2000/svg"', "")


def test_no_setting_leads_to_a_number_that_is_none(page: Page) -> None:
    cases = [in_script(each) for each in many(400, seed=3)]
    written = json.dumps(page.evaluate(OUTCOMES, cases))
    assert "null" not in written  # as JSON writes NaN
    assert "undefined" not in written
