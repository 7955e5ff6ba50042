"""The label of a question as a heading, by which a reader goes from question to question by ear."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing.accessibility import faults
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import SAYS, Block
from tests.selfcheck.browser.small_site import choice, small_site

PAGE = """# Lesson

```quiz
quiz: lesson
only: [one]
```

## Part

!!! note

    ```quiz
    quiz: lesson
    only: [two]
    ```

### Detail

```quiz
quiz: lesson
only: [three]
```
"""


def test_buttons_are_told_apart_by_their_names(visits: Visits, tmp_path: Path) -> None:
    questions = (choice("one"), choice("two", "hints: [think]"))
    with small_site(tmp_path, *questions) as site:
        page = visits.open(site.page("lesson"))
        one, two = Block(page, "one"), Block(page, "two")
        one.expect_state("open")
        for block, number in ((one, 1), (two, 2)):
            question = SAYS["count"].format(number=number, total=2)
            expect(block.button).to_have_accessible_name(f"{SAYS['check']} {question}")
            expect(block.button).to_have_text(SAYS["check"])
        expect(two.offered_hint).to_have_accessible_name(f"{SAYS['hint']} {question}")


def test_a_question_may_be_called_as_what_a_script_adds_to_another(visits: Visits, tmp_path: Path) -> None:
    """No id stands twice on the page, before and after an answer."""
    added = ("status", "label", "check", "hint", "answer", "more", "sign-2", "why-2")
    questions = (choice("one", "hints: [think]"), *(choice(f"one-{name}") for name in added))
    ordering = "type: ordering\nstem: Which first?\nrows: [a, b, c]\ndistractors: [d]\nexplanation: because\n"
    questions += (
        f"id: rows\n{ordering}",
        *(choice(f"rows-{name}") for name in ("up", "down", "out", "rest")),
    )
    twice = """() => {
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      return ids.filter((id, place) => ids.indexOf(id) !== place);
    }"""
    with small_site(tmp_path, *questions) as site:
        page = visits.open(site.page("lesson"))
        Block(page, "rows-rest").expect_state("open")
        assert page.evaluate(twice) == []
        one = Block(page, "one")
        one.give({"response": "2"})
        one.expect_state("wrong")
        assert page.evaluate(twice) == []


@pytest.mark.parametrize(("level", "found"), [(0, ["2", "3", "4"]), (5, ["5", "5", "5"])])
def test_each_question_is_a_heading_of_its_place(
    visits: Visits, tmp_path_factory: pytest.TempPathFactory, level: int, found: list[str]
) -> None:
    questions = map(choice, ("one", "two", "three"))
    options = {"heading_level": level}
    root = tmp_path_factory.mktemp("headings")
    with small_site(root, *questions, page=PAGE, theme="material", options=options) as site:
        page = visits.open(site.page("lesson"))
        Block(page, "three").expect_state("open")
        labels = page.locator("self-check .self-check__label")
        assert [label.get_attribute("aria-level") for label in labels.all()] == found
        for number, level_name in enumerate(found, 1):
            heading = page.get_by_role("heading", level=int(level_name), name=f"Question {number} of 3")
            expect(heading).to_have_count(1)
        # Where the level is chosen, whether it fits is for the site to see to.
        if not level:
            assert faults(page, "article") == []
        for title in ("Part", "Detail"):
            expect(page.locator(".md-nav--secondary").get_by_text(title).first).to_be_attached()
        expect(page.locator(".md-nav--secondary").get_by_text("Question")).to_have_count(0)
