"""What a reader does on the page of a review, and what she is told."""

from __future__ import annotations

from playwright.sync_api import Page, Request, expect

from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.review_site import (
    review,
    status,
)


def answer(block: Block, number: str) -> None:
    block.fill({"response": number})
    block.button.click()


def go_on(block: Block) -> None:
    """Press the button again, once it counts: the clock stands still for a reader's eyes, too."""
    block.page.clock.fast_forward(1000)
    block.button.click()


def put_off(page: Page) -> None:
    """Leave the question for later, once it has arrived and a press counts."""
    expect(review(page).locator('self-check[data-state="open"]')).to_have_count(1)
    page.clock.fast_forward(1000)
    review(page).get_by_role("button", name="Later").click()


def expect_due(page: Page, count: int) -> None:
    said = f"{count} question is due" if count == 1 else f"{count} questions are due"
    expect(status(page)).to_have_text(said)


def expect_next(page: Page, when: str) -> None:
    expect(status(page)).to_have_text(SAYS["review_none"].format(when=when))
    expect(review(page).locator("self-check")).to_have_count(0)


def asked(page: Page, part: str) -> list[str]:
    """The addresses with this part that are asked for from now on."""
    addresses: list[str] = []

    def note(request: Request) -> None:
        if part in request.url:
            addresses.append(request.url.rpartition("/")[2])

    page.on("request", note)
    return addresses
