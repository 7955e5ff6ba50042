"""Questions that enter a page late, by whatever script: alive, styled, and once."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import ANY, FIRST, Built
from tests.selfcheck.browser.small_site import choice, small_site

FETCH = """async (names) => {
  for (const name of names) {
    const text = await (await fetch(`../${name}/`)).text();
    const box = document.querySelector("main").appendChild(document.createElement("div"));
    box.innerHTML = new DOMParser().parseFromString(text, "text/html").querySelector("main").innerHTML;
  }
}"""
"""Puts the content of other pages behind that of this one; scripts in it do not run."""

KEEP_IN_TEMPLATE = """async (name) => {
  const text = await (await fetch(`../${name}/`)).text();
  const block = new DOMParser().parseFromString(text, "text/html").querySelector("self-check");
  const template = document.querySelector("main").appendChild(document.createElement("template"));
  template.content.append(document.adoptNode(block));
}"""
"""Puts the block of another page into a template, without the links to its script and its style."""

CLONE = """() => {
  const template = document.querySelector("template");
  template.after(template.content.cloneNode(true));
}"""

LOADED = """() => performance.getEntriesByType("resource").map(({ name }) => name)
  .filter(name => /selfcheck/.test(name)).map(name => name.replace(/.*\\//, ""))"""

COUNT_BETWEEN = """
window.counts = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  counts.push(document.querySelectorAll("self-check[data-state]").length);
  if (counts.at(-1) < 60) port2.postMessage(0);
};
port2.postMessage(0);
"""
"""Notes how many questions there are, whenever another script has its turn."""

OTHERS = [case for case in FIRST if case.type != ANY.type]


def test_questions_of_all_types_that_a_script_fetches_come_alive(plain: Built, visits: Visits) -> None:
    page = visits.open(plain.page("other"))
    page.evaluate(FETCH, [str(case) for case in OTHERS])

    expect(page.locator("self-check[data-state=open]")).to_have_count(len(FIRST))
    for case in OTHERS:
        block = Block(page, case)
        block.give(case.right)
        assert block.state == "right", case
    assert_each_once(page, len(FIRST))


def test_a_question_that_is_cloned_from_a_template_comes_alive(plain: Built, visits: Visits) -> None:
    case = next(case for case in OTHERS if case.type == "ordering")
    page = visits.open(plain.page("other"))
    page.evaluate(KEEP_IN_TEMPLATE, str(case))
    expect(page.locator("self-check")).to_have_count(1)
    page.evaluate(CLONE)

    block = Block(page, case)
    block.give(case.right)
    assert block.state == "right"
    assert_each_once(page, 2)


def test_a_question_that_is_taken_out_and_put_back_is_alive_once(plain: Built, visits: Visits) -> None:
    page = visits.open(plain.page("other"))
    block = Block(page, ANY)
    block.give(ANY.right)
    for _ in range(3):
        page.evaluate("() => { window.taken = document.querySelector('self-check'); taken.remove(); }")
        expect(page.locator("self-check-summary")).to_have_count(0)
        page.evaluate("() => document.querySelector('main').append(taken)")

    assert block.state == "right"
    assert_each_once(page, 1)


def test_a_page_that_names_its_scripts_loads_each_of_them_once(plain: Built, visits: Visits) -> None:
    page = visits.open(plain.page("lesson"))
    expect(page.locator("self-check[data-state=open]")).to_have_count(len(FIRST))

    files = page.evaluate(LOADED)
    assert len(files) > len(FIRST)
    assert sorted(files) == sorted(set(files))


def test_instant_navigation_brings_each_script_once(material: Built, visits: Visits) -> None:
    page = visits.open(material.page("empty"))
    page.get_by_role("link", name="Lesson").last.click()

    assert_each_once(page, len(FIRST))


def test_a_type_that_could_not_be_loaded_is_asked_for_again(plain: Built, visits: Visits) -> None:
    case = OTHERS[0]
    page = visits.open(plain.page("other"))
    visits.allowed = ("ERR_FAILED",)
    page.route(f"**/{case.type}.*.js", lambda route: route.abort())
    page.evaluate(KEEP_IN_TEMPLATE, str(case))
    with page.expect_event("requestfailed"):
        page.evaluate(CLONE)
    page.unroute(f"**/{case.type}.*.js")
    page.evaluate("() => document.querySelector('template + self-check').remove()")
    page.evaluate(CLONE)

    expect(Block(page, case).root).to_have_attribute("data-state", "open")


def assert_each_once(page: Page, count: int) -> None:
    """Every block is alive with one button, the summary counts them, and every script came once."""
    expect(page.locator("self-check[data-state]")).to_have_count(count)
    expect(page.locator(".self-check__actions > .self-check__button")).to_have_count(count)
    expect(page.locator("self-check-summary")).to_have_count(1)
    if count > 1:  # a lone question is not counted
        status = page.locator(".self-check-summary__card > [role=status]")
        expect(status).to_contain_text(f"of {count}")
    scripts = [file for file in page.evaluate(LOADED) if file.endswith(".js")]
    assert sorted(scripts) == sorted(set(scripts))


def test_many_questions_are_made_with_pauses_in_which_a_press_is_heard(
    visits: Visits, tmp_path: Path
) -> None:
    with small_site(tmp_path, *(choice(f"number-{number}") for number in range(1, 61))) as site:
        page = visits.open(site.page("lesson"), script=COUNT_BETWEEN)
        expect(page.locator("self-check[data-state=open]")).to_have_count(60)
        expect(page.locator("self-check-summary")).to_have_count(1)
        counts: list[int] = page.evaluate("() => counts")
    assert any(0 < count < 60 for count in counts), counts
