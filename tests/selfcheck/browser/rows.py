"""The block of an ordering in the browser."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from playwright.sync_api import Locator, Page

from selfcheck.frame.words import words
from selfcheck.question_types import discover
from selfcheck.question_types.ordering.model import Ordering
from selfcheck.quiz_text import read_quiz
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.cases import Accepted, accepted, quiz_of

STEPS = accepted(discover()["ordering"])[0]
SAYS = words("en").types["ordering"]

ROWS = """root => [...root.querySelectorAll(".self-check__order")].map(list =>
  [...list.children].map(row => row.dataset.option))"""
TOPS = """root => [...root.querySelectorAll(".self-check__order > *")]
  .map(row => row.getBoundingClientRect().y)"""


class Rows(Block):
    """The block of an ordering."""

    def lists(self) -> list[list[str]]:
        """The names of the rows in the list, then of those left out; in the order in which they are seen."""
        lists: list[list[str]] = self.root.evaluate(ROWS)
        tops = self.root.evaluate(TOPS)
        assert tops == sorted(tops)
        return lists

    def take(self, name: str) -> None:
        """Take a row into the hand."""
        if self.held() != [name]:
            self.row(name).locator(".self-check__text").click()

    def held(self) -> list[str]:
        """The row in hand."""
        held: list[str] = self.root.locator("[data-held]").evaluate_all(
            "all => all.map(row => row.dataset.option)"
        )
        return held

    def press(self, name: str, label: str) -> Locator:
        """A button of the row in hand, by its own words."""
        text = self.row(name).locator(".self-check__text").inner_text()
        return self.row(name).get_by_role("button", name=f"{SAYS[label]} {text}", exact=True)

    def leaver(self, name: str) -> Locator:
        """The button that leaves the row in hand out, or puts it back."""
        return self.row(name).get_by_role("button").last

    def use(self, name: str, label: str) -> None:
        """Take a row into the hand and press one of its buttons."""
        self.take(name)
        self.press(name, label).click()

    def says(self, name: str, place: int, total: int) -> str:
        """What is said of a row that has come to this place."""
        text = self.row(name).locator(".self-check__text").inner_text()
        return SAYS["moved"].format(row=text, place=place, total=total)

    def grip(self, name: str) -> tuple[float, float]:
        """The middle of a row's grip."""
        return middle(self.row(name).locator(".self-check__handle"))


def middle(place: Locator) -> tuple[float, float]:
    """The middle of what is seen there, in pixels of the window."""
    box = place.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def item_of(case: Accepted) -> Ordering:
    """The question of a case."""
    (entry,) = read_quiz("quiz", "quiz.yml", quiz_of(case.question)).entries
    assert isinstance(entry.item, Ordering)
    return entry.item


def placed(listed: Sequence[int], numbers: Iterable[int]) -> dict[str, str]:
    """The response that has these rows in this order, and leaves out the others of all numbers."""
    places = {row: str(place) for place, row in enumerate(listed, 1)}
    return {f"row-{number}": places.get(number, "out") for number in numbers}


def opened(visits: Visits, site: Built, **settings: Any) -> tuple[Page, Rows]:
    """A fresh page with the question."""
    page = visits.open(site.page(STEPS), **settings)
    block = Rows(page, STEPS)
    block.expect_state("open")
    return page, block


def start() -> list[str]:
    """The rows as the build has ordered them."""
    return [f"row-{number}" for number in item_of(STEPS).start]
