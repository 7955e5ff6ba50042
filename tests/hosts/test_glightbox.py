"""Pictures that mkdocs-glightbox enlarges: in options a click chooses, everywhere else it enlarges."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browsing.visits import Visits
from tests.hosts.host import Host
from tests.hosts.served import served
from tests.pages.tree import write_tree

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">'
    '<rect width="80" height="60" fill="{}"/></svg>'
)
PAGES = {
    "docs/index.md": "# Home\n\n```quiz\nlesson\n```\n",
    "docs/other.md": "# Other\n",
    "docs/red.svg": DRAWING.format("red"),
    "docs/blue.svg": DRAWING.format("blue"),
    "quizzes/lesson.yml": """
        questions:
          - id: one-of-two
            type: single-choice
            stem: "Which is like this one? ![the first](red.svg)"
            options:
              - text: "![a red picture](red.svg)"
                correct: true
              - text: |
                  ![a blue picture](blue.svg)

                  Below the picture, a text.
              - text: "[![leads elsewhere](blue.svg)](other.md) or not"
            explanation: They are the same.
          - id: some-of-two
            type: multiple-response
            stem: Which are pictures?
            options:
              - {text: "a picture: ![red](red.svg)", correct: true}
              - {text: "another: ![blue](blue.svg)", correct: true}
              - {text: no picture}
            explanation: Both.
          - id: in-pairs
            type: matching
            stem: Match.
            pairs:
              - {prompt: "![red](red.svg)", target: red}
              - {prompt: "![blue](blue.svg)", target: blue}
            explanation: By colour.
    """,
}
SETTINGS = {
    "theme": {"name": "material", "font": False},
    "plugins": ["selfcheck", "glightbox"],
}


@pytest.fixture(scope="module")
def address(host_named: Callable[[str], Host], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a served page with pictures in stems and in options."""
    root = write_tree(tmp_path_factory.mktemp("glightbox"), PAGES)
    with served(host_named("neighbours"), root, SETTINGS) as (address, _):
        yield address


@pytest.fixture
def page(address: str, visits: Visits) -> Page:
    """The page, alive."""
    page = visits.open(address)
    expect(page.locator("self-check[data-state=open]")).to_have_count(3)
    assert page.locator("[data-option] a.glightbox img").count() == 6
    return page


ENLARGED = ".glightbox-container"


def test_a_click_on_a_picture_chooses_its_option(page: Page) -> None:
    block = page.locator("#check-one-of-two")
    for option in ("1", "2"):
        block.locator(f'[data-option="{option}"] img').click()
        expect(block.locator(f'[data-option="{option}"] input')).to_be_checked()
    block.locator('[data-option="1"] img').click()
    block.get_by_role("button", name="Check").click()

    expect(block).to_have_attribute("data-state", "right")
    expect(page.locator(ENLARGED)).to_have_count(0)


def test_a_click_on_a_picture_ticks_and_unticks_a_box(page: Page) -> None:
    block = page.locator("#check-some-of-two")
    box = block.locator('[data-option="1"] input')
    for is_ticked in (True, False, True):
        block.locator('[data-option="1"] img').click()
        expect(box).to_be_checked(checked=is_ticked)
    expect(block.locator('[data-option="2"] input')).not_to_be_checked()


def test_a_click_on_a_picture_changes_no_settled_answer(page: Page) -> None:
    block = page.locator("#check-one-of-two")
    block.locator('[data-option="1"] img').click()
    block.get_by_role("button", name="Check").click()
    expect(block).to_have_attribute("data-state", "right")
    block.locator('[data-option="2"] img').click()

    expect(block.locator('[data-option="1"] input')).to_be_checked()


@pytest.mark.parametrize("place", ["#check-one-of-two .self-check__stem img", "#check-in-pairs img"])
def test_a_picture_outside_of_options_is_enlarged(place: str, page: Page) -> None:
    page.locator(place).first.click()

    expect(page.locator(ENLARGED)).to_be_visible()


def test_a_link_that_an_author_put_round_a_picture_is_followed(page: Page) -> None:
    page.locator('#check-one-of-two [data-option="3"] img').click()

    expect(page).to_have_title("Other - A foreign site")


@pytest.mark.parametrize("wrapped", ["a", "button", "nothing"])
def test_pictures_that_other_scripts_enlarge_choose_their_options(wrapped: str, page: Page) -> None:
    page.evaluate(ENLARGING, wrapped)
    block = page.locator("#check-some-of-two")
    # The row lies over what it holds, apart from links: a click is not given to the picture itself.
    picture = block.locator('[data-option="2"] img')
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    expect(block.locator('[data-option="2"] input')).to_be_checked()
    assert page.evaluate("() => window.enlarged") is None


ENLARGING = """wrapped => {
  for (const picture of document.querySelectorAll("[data-option] img")) {
    const link = picture.closest("a");
    if (wrapped !== "a") link.replaceWith(picture);
    if (wrapped === "button") {
      const button = document.createElement("button");
      picture.replaceWith(button);
      button.append(picture);
    }
    picture.addEventListener("click", (event) => {
      window.enlarged = picture.src;
      event.preventDefault();
    });
  }
}"""
"""What zooming scripts do with pictures: they listen to a link, a button, or the picture itself."""
