"""A question on a page, as a reader meets it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from selfcheck.frame.words import words
from tests.selfcheck.cases import Accepted

SAYS = words("en").frame
"""The interface words of the frame, by name."""


INTO_HIDDEN = """(field, value) => {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def open_menu(page: Page) -> None:
    """Open the menu in the line below the questions."""
    menu = page.locator("self-check-summary > details")
    if menu.get_attribute("open") is None:
        menu.locator("summary").click()


class Block:
    """One `<self-check>`; a state is reached by what a reader does, never by calling the script."""

    def __init__(self, page: Page, case: Accepted | str) -> None:
        self.page = page
        self.id = case if isinstance(case, str) else case.id
        # An id may begin with a digit after the prefix, and hold nothing that CSS would take for its own.
        self.root = page.locator(f"#check-{self.id}")
        self.button = self.part("button")
        self.status = self.part("status")
        self.answer = self.part("answer")
        self.offered_hint = self.part("offer").first
        self.show_answer = self.part("offer").last
        """Once settled, it unfolds what else there is to say."""
        self.explanation = self.part("explanation")
        self.hints = self.part("hint")
        self.signs = self.part("sign")

    def part(self, name: str) -> Locator:
        """What has the class `self-check__NAME`."""
        return self.root.locator(f".self-check__{name}")

    def row(self, option: str) -> Locator:
        """The row of an option or an idea."""
        return self.root.locator(f'[data-option="{option}"]')

    def marked(self, mark: str) -> Locator:
        """The rows that carry a sign."""
        return self.root.locator(f'[data-mark="{mark}"]')

    def field(self, name: str, value: str = "") -> Locator:
        """The control of a field; of several, the one with this value."""
        named = self.root.locator(f'[name="check-{self.id}-{name}"]')
        return named.and_(self.root.locator(f'[value="{value}"]')) if value else named

    @property
    def controls(self) -> Locator:
        """All that makes the response."""
        return self.root.locator(f'[name^="check-{self.id}-"]')

    @property
    def state(self) -> str | None:
        """`open`, `wrong`, `right` or `shown`; nothing before the script has run."""
        return self.root.get_attribute("data-state")

    @property
    def record(self) -> dict[str, Any] | None:
        """What storage holds of this question."""
        records = self.page.evaluate("() => Object.entries(localStorage)")
        mine = [json.loads(text) for key, text in records if key.endswith(f":{self.id}")]
        return mine[0] if mine else None

    def fill(self, response: Mapping[str, str]) -> None:
        """Put a response in, as far as its fields are in sight; what is ticked besides is unticked."""
        for name in self.ticked() - response.keys():
            self.field(name).uncheck()
        for name, value in response.items():
            field = self.field(name).first
            match field.evaluate("field => field.type"):
                case "radio" | "checkbox":
                    control = self.field(name, value)
                    if control.is_visible():
                        control.check()
                case "select-one":
                    field.select_option(value)
                case "hidden":
                    # The type's own tests work the control that stands for it.
                    field.evaluate(INTO_HIDDEN, value)
                case _:
                    field.fill(value)

    def ticked(self) -> set[str]:
        """The fields of the boxes in sight that are ticked."""
        boxes = self.root.locator("[type=checkbox]:checked").filter(visible=True)
        names: list[str] = boxes.evaluate_all("all => all.map(box => box.name)")
        prefix = f"check-{self.id}-"
        return {name.removeprefix(prefix) for name in names if name.startswith(prefix)}

    def give(self, response: Mapping[str, str]) -> None:
        """Fill in and press, step by step, until there is a verdict; one that was wrong is changed."""
        expect(self.root).to_have_attribute("data-state", re.compile("open|wrong|right|shown"))
        step: str | None = "none yet"
        while self.state in ("open", "wrong") and step != (step := self.root.get_attribute("data-step")):
            self.fill(response)
            self.button.click()

    def answer_again(self) -> None:
        """Begin anew, by the menu of the block."""
        self.part("opener").click()
        self.part("choice").first.click()
        self.expect_state("open")

    def clear(self) -> None:
        """Clear every answer of the page, in the two presses that it takes."""
        open_menu(self.page)
        for name in ("clear", "clear_yes"):
            line = self.page.locator("self-check-summary")
            line.get_by_role("button", name=SAYS[name], exact=True).click()
        self.expect_state("open")

    def response(self) -> dict[str, str]:
        """What the form holds now, without empty fields and those of the content, as tabs bring them."""
        fields: dict[str, str] = self.root.locator("form").evaluate(
            "form => Object.fromEntries(new FormData(form))"
        )
        prefix = f"check-{self.id}-"
        mine = {name.removeprefix(prefix): value for name, value in fields.items() if name.startswith(prefix)}
        return {name: value for name, value in mine.items() if value}

    def expect_state(self, state: str) -> None:
        """Wait until the block is in this state."""
        expect(self.root).to_have_attribute("data-state", state)

    def expect_restored(self, response: Mapping[str, str]) -> None:
        """Wait until the script runs, then compare what the form holds."""
        expect(self.button).to_be_attached()
        assert self.response() == {name: value for name, value in response.items() if value}
