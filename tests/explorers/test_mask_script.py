"""The script of the explorer of masks and metrics against the Python that builds it, and so maskmetrics."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from playwright.sync_api import Page

from explorers.mask_metrics.arithmetic import Outcome
from explorers.mask_metrics.drawing import runs, svg
from explorers.mask_metrics.label_map import LabelMap
from explorers.mask_metrics.markup import counts_table, scores_list
from explorers.mask_metrics.offer import NUMBERS
from explorers.mask_metrics.settings import Settings
from explorers.mask_metrics.wording import caption, fraction, result
from maskmetrics import Mask
from tests.browsing.visits import Visits
from tests.explorers.masks import in_script, many, pan, settings
from tests.selfcheck.browser.built import Built

OUTCOMES = """cases => {
  const { outcome, maskOfRuns } = customElements.get("mask-metrics-explorer");
  return cases.map(({ width, runs, settings }) => {
    const found = outcome(maskOfRuns(width, runs), settings);
    return { ...found, truth: [...found.truth.pixels], drawn: [...found.drawn.pixels] };
  });
}"""
TURN = """(explorer, cases) => cases.map(values => {
  for (const [name, value] of Object.entries(values)) {
    const input = explorer.querySelector(`[name="${name}"]`);
    [input.min, input.max, input.value] = [-99, 99, value];
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return {
    result: explorer.querySelector("output").textContent,
    caption: explorer.querySelector("figcaption span").textContent,
    svg: new XMLSerializer().serializeToString(explorer.querySelector(".mask-metrics__picture")),
    counts: explorer.querySelector("table").outerHTML,
    scores: explorer.querySelector(".mask-metrics__scores").outerHTML,
  };
})"""


@pytest.fixture
def page(visits: Visits, plain: Built) -> Page:
    return visits.open(plain.page("masks"))


def computed(page: Page, cases: list[tuple[Mask, Settings]]) -> list[dict[str, Any]]:
    """What the script makes of masks and settings."""
    asked = [
        {"width": truth.shape[1], "runs": runs(truth), "settings": in_script(each)} for truth, each in cases
    ]
    found: list[dict[str, Any]] = page.evaluate(OUTCOMES, asked)
    return found


def in_camel_case(values: dict[str, Any]) -> dict[str, Any]:
    parted = {name: name.split("_") for name in values}
    return {first + "".join(map(str.title, rest)): values[name] for name, (first, *rest) in parted.items()}


def test_the_script_computes_what_maskmetrics_does(page: Page) -> None:
    """To the last digit: drawing, counts, outlines and scores of masks at random, and of one in a picture."""
    turned = [(pan() == label, each) for label in (1, 2) for _, each in many(100, seed=4)]
    cases = [*many(600, seed=3), *turned]
    for (truth, each), found in zip(cases, computed(page, cases), strict=True):
        outcome = Outcome.of(truth, each)
        assert found["truth"] == truth.ravel().astype(int).tolist()
        assert found["drawn"] == outcome.drawn.ravel().astype(int).tolist(), each
        assert found["counts"] == asdict(outcome.counts), each
        assert found["outlines"] == in_camel_case(asdict(outcome.outlines)), each
        assert found["scores"] == in_camel_case(asdict(outcome.scores)), each


def test_every_setting_within_the_usual_reach_alone_gives_the_same(page: Page) -> None:
    cases = [
        (pan() == label, settings(**{name: value, "tolerance": tolerance}))
        for label in (1, 2)
        for name, number in NUMBERS.items()
        for value in range(number.limit.start, number.limit.end + 1)
        for tolerance in ([value] if name == "tolerance" else range(4))
    ]
    for (truth, each), found in zip(cases, computed(page, cases), strict=True):
        assert found["scores"] == in_camel_case(asdict(Outcome.of(truth, each).scores)), each


def test_what_controls_lead_to_is_what_a_build_writes_to_the_letter(page: Page) -> None:
    """Sentence, picture, table and scores, for settings of which some leave nothing of the mask."""
    element = page.locator("mask-metrics-explorer")
    found, cases = LabelMap(pan(), 1, 'the "pan" & its handle'), [each for _, each in many(150, seed=5)]
    empty = 0
    for each, shown in zip(cases, element.evaluate(TURN, list(map(in_script, cases))), strict=True):
        outcome = Outcome.of(found.truth, each)
        assert shown["result"] == result(outcome)
        assert shown["caption"] == caption(outcome)
        assert as_in_html(shown["svg"]) == as_in_html(svg(found, outcome, "explorer-mask-metrics"))
        assert as_in_html(shown["counts"]) == as_in_html(
            counts_table(outcome, "explorer-mask-metrics", "the &quot;pan&quot; &amp; its handle")
        )
        assert as_in_html(shown["scores"]) == as_in_html(scores_list(outcome))
        empty += not outcome.drawn.any()
    assert 5 < empty < 75


def as_in_html(written: str) -> str:
    """Written as a browser and as a build write it, in the words of both."""
    for written_by_one, by_both in (
        (' xmlns="http://www.w3.org/2000/svg"', ""),
        ("&quot;", '"'),
        ("></path>", "/>"),
        ("></rect>", "/>"),
    ):
        written = written.replace(written_by_one, by_both)
    return written


def test_a_half_in_the_fourth_decimal_is_rounded_as_in_a_build(page: Page) -> None:
    """Python by itself writes 0.0625 as 0.062, and browsers 0.063."""
    halves = [at / 16 for at in range(17)]
    rounded = page.evaluate("halves => halves.map(half => half.toFixed(3))", halves)
    assert rounded == [fraction(half) for half in halves]
    assert rounded[1] == "0.063"


def test_no_setting_leads_to_a_number_that_is_none(page: Page) -> None:
    written = json.dumps(computed(page, many(300, seed=6)))
    assert "null" not in written  # as JSON writes NaN
    assert "NaN" not in written
