"""Options in an order of the reader's own, where the author allows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import choice, small_site

HER_NUMBER = 'if (location.host) localStorage.setItem("self-check:/:.order", "7");'
LISTEN_TO_PRINT = """addEventListener("beforeprint", () => {
  window.printed = [...document.querySelectorAll("#check-free [data-option]")].map(row => row.innerText);
});"""


DRAW = """async (readers) => {
  const block = document.getElementById("check-free"), { parentElement } = block, drawn = [];
  for (let number = 1; number <= readers; number++) {
    block.remove();
    localStorage.setItem("self-check:/:.order", number);
    parentElement.append(block);
    // Of many that come at once, some are made in a later task.
    while (!block.dataset.state) await new Promise(done => setTimeout(done));
    drawn.push([...block.querySelectorAll("[data-option]")].map(row => row.dataset.option).join(""));
  }
  return drawn;
}"""
"""The order that each of so many readers meets."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    questions = (choice("free", "shuffle: true"), choice("also-free", "shuffle: true"), choice("as-written"))
    with small_site(tmp_path_factory.mktemp("shuffle"), *questions) as site:
        yield site


def rows(block: Block) -> list[str]:
    """The text of each option, as shown."""
    return [" ".join(text.split()) for text in block.part("row").all_inner_texts()]


def order(block: Block) -> list[str]:
    """The options by the number they have in the file."""
    options: list[str] = block.root.locator("[data-option]").evaluate_all("r => r.map(n => n.dataset.option)")
    return options


def written(letters: str = "") -> list[str]:
    """The rows in the order of the file; where no script runs, and on paper, with their letters."""
    texts = [f"answer number {number}" for number in range(1, 5)]
    return [f"{letter} {text}" for letter, text in zip(letters, texts, strict=True)] if letters else texts


def test_every_order_is_as_likely_as_any_other(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    Block(page, "free").expect_state("open")
    drawn = page.evaluate(DRAW, 2400)
    counts = Counter(drawn)
    assert len(counts) == 24
    # Chi square with 23 degrees of freedom exceeds 49.7 once in a thousand.
    assert sum((count - 100) ** 2 / 100 for count in counts.values()) < 49.7


def test_her_order_stays_and_letters_follow_what_is_shown(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), script=HER_NUMBER)
    free, also, fixed = (Block(page, name) for name in ("free", "also-free", "as-written"))
    fixed.expect_state("open")
    shown = order(free)
    assert sorted(shown) == ["1", "2", "3", "4"] != shown
    assert order(also) != shown, "questions must not share one order"
    assert rows(free) == [f"answer number {n}" for n in shown]
    assert rows(fixed) == written()
    free.give({"response": "2"})
    free.expect_state("wrong")
    expect(free.status).to_contain_text("why number 2")
    free.give({"response": "1"})
    letter = "ABCD"[shown.index("1")]
    expect(free.part("key")).to_have_text(f"The answer: {letter}")
    reasons = free.root.locator("[data-reason]").evaluate_all("all => all.map(one => one.dataset.reason)")
    assert reasons == shown
    page.reload()
    free.expect_state("right")
    assert order(free) == shown
    expect(free.part("key")).to_have_text(f"The answer: {letter}")


def test_the_number_that_a_reader_draws_at_first_stays_over_a_reload(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"))
    Block(page, "free").expect_state("open")
    number = page.evaluate("() => localStorage.getItem('self-check:/:.order')")
    assert int(number) > 0
    page.reload()
    assert page.evaluate("() => localStorage.getItem('self-check:/:.order')") == number


def test_an_arrow_key_goes_to_the_row_below(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), script=HER_NUMBER)
    block = Block(page, "free")
    block.expect_state("open")
    shown = order(block)
    block.field("response", shown[0]).focus()
    page.keyboard.press("ArrowDown")
    expect(block.field("response", shown[1])).to_be_checked()


def test_paper_has_the_written_order_with_letters_and_focus_stays(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), script=HER_NUMBER)
    block = Block(page, "free")
    block.expect_state("open")
    shown = order(block)
    block.field("response", shown[0]).check()
    block.field("response", shown[0]).focus()
    page.evaluate(LISTEN_TO_PRINT)
    page.emulate_media(media="print")  # what is read when printing begins is then what paper shows
    page.pdf()
    page.emulate_media(media="screen")
    printed = page.evaluate("() => window.printed")
    assert [" ".join(text.split()) for text in printed] == written("ABCD")
    expect(block.field("response", shown[0])).to_be_focused()
    expect(block.field("response", shown[0])).to_be_checked()
    assert order(block) == shown


def test_without_script_the_order_is_the_written_one(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), java_script_enabled=False)
    assert rows(Block(page, "free")) == written("ABCD")


def test_a_block_that_leaves_the_page_takes_its_order_off(visits: Visits, site: Built) -> None:
    page = visits.open(site.page("lesson"), script=HER_NUMBER)
    block = Block(page, "free")
    block.expect_state("open")
    left = page.evaluate(_LEFT)
    assert left == ["1", "2", "3", "4"]


_LEFT = """() => {
  const block = document.getElementById("check-free");
  block.remove();
  return [...block.querySelectorAll("[data-option]")].map(row => row.dataset.option);
}"""


def test_a_pinned_option_is_the_last_in_every_order(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pinned = choice("free", "shuffle: true").replace("why number 4\n", "why number 4\n    pinned: true\n")
    with small_site(tmp_path_factory.mktemp("pinned"), pinned) as site:
        page = visits.open(site.page("lesson"))
        Block(page, "free").expect_state("open")
        drawn = set(page.evaluate(DRAW, 200))
        assert sorted(drawn) == ["1234", "1324", "2134", "2314", "3124", "3214"]
