"""Copies of a record, as tabs, devices and files have them, are joined by one rule whatever the order."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from selfcheck.frame.words import FRAME
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, Built
from tests.selfcheck.browser.states import is_choice

SCRIPTS = "\n".join((FRAME / "behaviour" / f"{name}.js").read_text("utf-8") for name in ("record", "joining"))

DRAWING = """
const drawn = (seed) => {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
};
const sorted = (value) => value instanceof Object && !Array.isArray(value)
  ? Object.fromEntries(Object.keys(value).sort().map(name => [name, sorted(value[name])])) : value;
const text = (value) => JSON.stringify(sorted(value));
const orders = ([a, b, c]) => [
  joined(joined(a, b), c), joined(a, joined(b, c)), joined(joined(c, a), b), joined(b, joined(c, a)),
  joined(joined(c, b), a), joined(joined(a, b), joined(c, a)), joined(joined(a, joined(b, c)), b),
];
"""

LIVING = """
const question = { fingerprint: "f", type: "t", stem: "s" };
// Three devices, each with its clock, a store, and a tab that may know less than the store.
const live = (seed, acts) => {
  const draw = drawn(seed);
  let now = 1000;
  const device = (skew) => ({ skew: (skew - 1) * draw(40), store: newRecord(), tab: newRecord() });
  const devices = [0, 1, 2].map(device);
  const save = (device) => { device.store = device.tab = structuredClone(joined(device.store, device.tab)); };
  for (let step = 0; step < 30; step++) {
    const device = devices[draw(3)];
    const { tab } = device;
    now += draw(3);
    Date.now = () => now + device.skew;
    tab.fingerprint = "f";
    const act = acts[draw(acts.length)];
    if (act === "reload") { device.tab = structuredClone(device.store); continue; }
    if (act === "join") {
      device.store = structuredClone(joined(device.store, devices[draw(3)].store));
      continue;
    }
    const response = { response: String(draw(4)) };
    if (act === "edit" && !isSettled(tab)) Object.assign(tab, { response, state: "open" });
    else if (act === "check" && tab.state === "open") addDeed(tab, draw(2) ? "right" : "wrong", question);
    else if (act === "show" && tab.state === "wrong") addDeed(tab, "shown", question);
    else if (act === "again" && tab.state !== "open") Object.assign(tab, { state: "open", response: {} });
    else if (act === "hint") tab.hints++;
    else continue;
    tab.at = timeOfChange(tab);
    save(device);
  }
  return devices.map(({ store }) => store);
};
"""

INTERLEAVINGS = """([acts, from, count]) => {
  SCRIPTS
  const clock = Date.now;
  const runs = [];
  for (let seed = from; seed < from + count; seed++) {
    const stores = live(seed, acts);
    const ends = new Set(orders(stores).map(text));
    const again = stores.every(store => text(joined(store, store)) === text(store));
    runs.push([ends.size, again, JSON.parse([...ends][0]), stores.map(isSettled)]);
  }
  Date.now = clock;
  return JSON.stringify(runs);
}""".replace("SCRIPTS", SCRIPTS + DRAWING + LIVING)

ARBITRARY = """([from, count]) => {
  SCRIPTS
  const failed = [];
  for (let seed = from; seed < from + count; seed++) {
    const draw = drawn(seed);
    const pick = (...values) => values[draw(values.length)];
    const many = () =>
      Array(40).fill(0).map((_, at) => [at % 37, pick("right", "wrong", "later", "odd"), 0]).concat(
        Array(40).fill(0).map((_, at) => [at, pick("review-right", "review-wrong"), 0]).slice(draw(41)));
    const record = () => pick(null, 7, "x", { v: 2 }, ...Array(12).fill(0).map(() => ({
      v: 1, fingerprint: pick("f", "g"), response: pick({}, { a: "1" }, { a: "2", b: "3" }),
      at: pick(0, 5, 6, 7, "8", -1, "x"), state: pick("open", "wrong", "right", "shown", "glad", undefined),
      step: draw(2), attempts: draw(4), first: pick("", "right", "later", "shown", 3), hints: draw(3),
      settled: pick(undefined, 0, 5, 6), changed: pick(undefined, undefined, 5),
      before: pick(undefined, 1, 9), deeds: pick(undefined, [], 3, many(), [[5, "right", 0]],
        [[5, "wrong", 1], [6, "later", 2, "more"]]), confidence: pick(undefined, 50, 95),
      due: pick(undefined, 5, 6, 6.5, "x", -1),
      note: pick(undefined, "a", { deep: [1] }), other: pick(undefined, 1, 2),
    })));
    const records = [record(), record(), record()];
    const ends = new Set(orders(records).map(text));
    const end = JSON.parse([...ends][0]);
    if (ends.size > 1 || text(joined(end, end)) !== text(end) || end.deeds.length > 63)
      failed.push([seed, records, [...ends]]);
  }
  return failed.slice(0, 1);
}""".replace("SCRIPTS", SCRIPTS + DRAWING)

ACTS = ["edit", "edit", "check", "show", "again", "hint", "reload", "join"]


@pytest.fixture
def page(visits: Visits, plain: Built) -> Page:
    return visits.open(plain.page("empty"))


def interleaved(page: Page, acts: list[str], *, start: int, count: int = 500) -> list[Any]:
    runs: list[Any] = json.loads(page.evaluate(INTERLEAVINGS, [acts, start, count]))
    return runs


def test_random_interleavings_on_three_copies_end_alike_whatever_the_order(page: Page) -> None:
    runs = interleaved(page, ACTS, start=1, count=1000)
    assert len(runs) == 1000
    for seed, (ends, again, end, _) in enumerate(runs, 1):
        assert (seed, ends, again) == (seed, 1, True)
        settling = [deed for deed in end["deeds"] if deed[1] in ("right", "later", "shown")]
        assert end["first"] == (settling[0][1] if settling else "")
    # They have come to every state, and to more than one deed.
    assert {end["state"] for _, _, end, _ in runs} == {"open", "wrong", "right", "shown"}
    assert max(len(end["deeds"]) for _, _, end, _ in runs) > 5


def test_a_draft_replaces_no_settled_answer(page: Page) -> None:
    acts = [act for act in ACTS if act != "again"]
    runs = interleaved(page, acts, start=5000)
    assert any(any(settled) for *_, settled in runs)
    for seed, (_, _, end, settled) in enumerate(runs):
        assert (seed, end["state"] in ("right", "shown")) == (seed, any(settled))


def test_records_of_any_kind_are_joined_alike_whatever_the_order(page: Page) -> None:
    assert page.evaluate(ARBITRARY, [1, 2000]) == []


def join(page: Page, one: Any, other: Any) -> dict[str, Any]:
    script = f"([one, other]) => {{ {SCRIPTS} return JSON.parse(JSON.stringify(joined(one, other))); }}"
    record: dict[str, Any] = page.evaluate(script, [one, other])
    assert record == page.evaluate(script, [other, one])
    return record


OLD = {"v": 1, "fingerprint": "f", "step": 0, "hints": 0}


def test_a_record_without_deeds_counts_as_one_rated_by_its_first(page: Page) -> None:
    old = {**OLD, "response": {"r": "1"}, "state": "right", "first": "later", "attempts": 2, "at": 50}
    new = {
        **OLD,
        "response": {"r": "2"},
        "state": "right",
        "attempts": 1,
        "at": 40,
        "deeds": [[40, "right", 0]],
    }
    record = join(page, old, new)
    assert record["deeds"] == [[40, "right", 0], [50, "later", 0]]
    assert (record["first"], record["response"], record["state"]) == ("right", {"r": "1"}, "right")


def test_of_many_deeds_the_first_settling_one_and_the_latest_are_kept(page: Page) -> None:
    deeds = [[at, "right" if at == 3 else "wrong", 0] for at in range(1, 41)]
    record = join(
        page,
        {**OLD, "response": {}, "state": "wrong", "at": 40, "deeds": deeds[::2]},
        {**OLD, "response": {}, "state": "wrong", "at": 39, "deeds": deeds[1::2]},
    )
    assert record["deeds"] == [[3, "right", 0], *deeds[-31:]]
    assert record["first"] == "right"


def test_a_new_attempt_that_she_asked_for_stays_open(page: Page) -> None:
    settled = {**OLD, "response": {"r": "1"}, "state": "right", "at": 50, "settled": 50, "attempts": 1}
    again = {**OLD, "response": {}, "state": "open", "at": 60, "settled": 50, "attempts": 1}
    assert join(page, settled, again)["state"] == "open"
    # Of an answer that another device has settled meanwhile she knew nothing.
    assert join(page, {**settled, "at": 55, "settled": 55}, again)["state"] == "right"


def test_verdicts_on_two_devices_are_both_counted(page: Page) -> None:
    wrong = {**OLD, "response": {"r": "1"}, "state": "wrong", "attempts": 1}
    here, there = ({**wrong, "at": at, "deeds": [[at, "wrong", 0]]} for at in (50, 60))
    assert join(page, here, there)["attempts"] == 2
    # A copy from before there were deeds has counted more.
    assert join(page, {**here, "attempts": 5}, there)["attempts"] == 5


def test_verdicts_on_another_variant_are_none_on_the_present_one(page: Page) -> None:
    wrong = {**OLD, "response": {"r": "1"}, "state": "wrong", "attempts": 1}
    here, there = (
        {**wrong, "at": at, "variant": variant, "deeds": [[at, "wrong", variant]]}
        for at, variant in ((50, 1), (60, 2))
    )
    both = join(page, here, there)
    assert (both["variant"], both["attempts"], both["before"]) == (2, 2, 1)


def test_a_record_tells_what_was_asked(visits: Visits, plain: Built) -> None:
    assert is_choice(ANY)
    page = visits.open(plain.page(ANY))
    block = Block(page, ANY)
    block.give(ANY.right)
    record = block.record
    assert record is not None
    assert record["type"] == ANY.type
    assert record["stem"]
    assert " ".join(block.part("stem").inner_text().split()).startswith(record["stem"][:40])


def test_a_day_holds_only_for_the_deeds_that_it_was_computed_from(page: Page) -> None:
    settled = {**OLD, "response": {"r": "1"}, "state": "right", "at": 50, "settled": 50, "attempts": 1}
    here = {**settled, "deeds": [[50, "right", 0]], "due": 7}
    there = {**settled, "deeds": [[60, "review-wrong", 0]], "due": 8}
    assert "due" not in join(page, here, there)
    # A copy without the day is no other one.
    assert join(page, here, {**here, "due": None})["due"] == 7
    # One that knows of both deeds has the day.
    both = {**settled, "deeds": [[50, "right", 0], [60, "review-wrong", 0]], "due": 9}
    assert join(page, join(page, here, there), both)["due"] == 9
    assert join(page, here, join(page, there, both))["due"] == 9


def test_what_was_done_in_reviews_changes_no_count_of_the_page_however_often(page: Page) -> None:
    settled = {**OLD, "response": {"r": "1"}, "state": "right", "at": 50, "settled": 50, "attempts": 1}
    deeds = [[at, "review-wrong", 0] for at in range(60, 130)]
    record = join(page, {**settled, "deeds": [[50, "right", 0]]}, {**settled, "deeds": deeds})
    assert (record["attempts"], record["first"], record["state"]) == (1, "right", "right")
    assert record["deeds"] == [[50, "right", 0], *deeds[-31:]]
    unsettled = {**OLD, "response": {"r": "2"}, "state": "wrong", "at": 50, "attempts": 1}
    record = join(page, unsettled, {**unsettled, "deeds": [[60, "review-right", 0]]})
    assert (record["first"], record["state"], record["attempts"]) == ("", "wrong", 1)
