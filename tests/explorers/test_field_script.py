"""The script of the receptive field explorer against the Python that builds it, and executed layers."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from explorers.receptive_field.arithmetic import Outcome
from explorers.receptive_field.drawing import svg
from explorers.receptive_field.markup import layers
from explorers.receptive_field.networks import NETWORKS
from explorers.receptive_field.stack import Stack
from explorers.receptive_field.wording import caption, result, steps, table
from tests.browsing.visits import Visits
from tests.explorers.stacks import in_script, many_stacks, rates, threes
from tests.selfcheck.browser.built import Built

DATA = Path(__file__).parents[1] / "convarith" / "data" / "executed.json"
OUTCOMES = """cases => {
  const {outcome} = customElements.get("receptive-field-explorer");
  return cases.map(each => outcome(each));
}"""
LOAD = """(explorer, texts) => texts.map(text => {
  explorer.load(text);
  const q = (selector) => explorer.querySelector(selector);
  return {
    layers: q(".explorer__layers").innerHTML,
    result: q("output").textContent,
    caption: q("figcaption").textContent,
    steps: q(".explorer__steps table").innerHTML,
    table: q(".explorer__values table").innerHTML,
    svg: new XMLSerializer().serializeToString(q("svg")),
  };
})"""


@pytest.fixture
def page(visits: Visits, plain: Built) -> Page:
    return visits.open(plain.page("field"))


def executed_chains() -> list[dict[str, Any]]:
    """The chains of convolutions and poolings that the framework has carried out."""
    chains = json.loads(DATA.read_text("utf-8"))["chains"]
    return [case for case in chains if all(layer["type"] != "tconv" for layer in case["layers"])]


def executed_in_script(case: dict[str, Any]) -> dict[str, Any]:
    return {
        "size": case["n"],
        "windows": [
            {"kernel": each["k"], "stride": each["s"], "padding": each["p"], "dilation": each["d"]}
            for each in case["layers"]
        ],
    }


def test_fields_are_those_that_the_gradients_of_the_framework_showed(page: Page) -> None:
    cases = executed_chains()
    assert len(cases) > 20
    assert any(case.get("gridding") for case in cases)
    for case, found in zip(cases, page.evaluate(OUTCOMES, list(map(executed_in_script, cases))), strict=True):
        last = found["steps"][-1]
        assert len(found["steps"]) == len(case["layers"]), case["name"]
        assert (last["size"], last["field"], last["step"]) == (case["out_n"], case["rf"], case["jump"])
        assert (last["start"], found["reads"]) == (case["start_center"], case["pixels_touched"]), case["name"]
        touched = [at for at, count in enumerate(found["paths"]) if count]
        assert case["touched_offsets"] in (None, touched), case["name"]


def test_the_script_computes_what_convarith_does(page: Page) -> None:
    cases = [
        *many_stacks(600, seed=1),
        *many_stacks(100, seed=2, most_layers=18),
        *(stack for _, stack in NETWORKS.values()),
    ]
    wide = refused = 0
    for stack, found in zip(cases, page.evaluate(OUTCOMES, list(map(in_script, cases))), strict=True):
        outcome = Outcome.of(stack)
        assert [
            (each["size"], each["field"], each["step"], Fraction(each["start"])) for each in found["steps"]
        ] == [(each.size, each.field, each.step, each.start) for each in outcome.steps], stack
        assert (found["refused"], found["refusal"]) == (outcome.refused, outcome.refusal), stack
        assert tuple(found["paths"]) == outcome.paths, stack
        assert (found["reads"], found["half"], found["most"]) == (outcome.reads, outcome.half, outcome.most)
        wide += len(outcome.steps) < len(stack.windows)
        refused += bool(outcome.refused)
    assert wide > 50
    assert refused > 50


def test_paths_are_exact_however_many_layers_there_are(page: Page) -> None:
    """Eighteen kernels of 7: as many paths as any stack can have, 7 to the power of 18."""
    window = {"kernel": 7, "stride": 1, "padding": 0, "dilation": 1}
    (found,) = page.evaluate(OUTCOMES, [{"size": 200, "windows": [window] * 18}])
    assert found["field"] == 109
    assert sum(map(int, found["paths"])) == 7**18


def test_what_controls_lead_to_is_what_a_build_writes_to_the_letter(page: Page) -> None:
    """Layers, sentences, tables and picture."""
    cases = [
        *many_stacks(150, seed=3),
        *(stack for _, stack in NETWORKS.values()),
        *(threes(count) for count in range(1, 9)),
        rates(2, 2, 2),
        rates(1, 2, 9),
        rates(2, 4, 8),
    ]
    found = page.locator("receptive-field-explorer").evaluate(LOAD, [stack.text for stack in cases])
    for stack, shown in zip(cases, found, strict=True):
        outcome = Outcome.of(stack)
        written = layers(stack, "explorer-receptive-field", len(stack.windows))
        assert shown["layers"] == written.replace(
            ' autocomplete="off" checked', ' autocomplete="off" checked=""'
        )
        assert shown["result"] == result(outcome)
        assert shown["caption"] == caption(outcome)
        assert shown["steps"] == steps(outcome)
        assert shown["table"].replace("&nbsp;", "\u00a0") == table(outcome)
        assert shown["svg"].replace(' xmlns="http://www.w3.org/2000/svg"', "") == svg(outcome)


def test_no_stack_leads_to_a_number_that_is_none(page: Page) -> None:
    written = json.dumps(page.evaluate(OUTCOMES, [in_script(each) for each in many_stacks(300, seed=4)]))
    assert "null" not in written  # as JSON writes NaN
    assert "undefined" not in written


def test_what_stands_there_at_first_is_what_its_button_leads_back_to(page: Page) -> None:
    explorer = page.locator("receptive-field-explorer")
    at_first = explorer.locator(".explorer__result").inner_html()
    explorer.get_by_role("button", name="U-Net").click()
    assert explorer.locator(".explorer__result").inner_html() != at_first
    explorer.get_by_role("button", name="As at first").click()
    assert explorer.locator(".explorer__result").inner_html() == at_first


def test_a_stack_as_a_text_is_all_of_it() -> None:
    assert Stack(8, threes(2).windows).text == "8;3 1 0 1,3 1 0 1"
