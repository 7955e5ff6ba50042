"""Paths in fewer characters."""

import random

import pytest
from playwright.sync_api import Browser

from computed_figures.path_data import shortened

COURSES = """([long, short]) => [long, short].map((data) => {
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", data);
  const length = path.getTotalLength();
  return Array.from({ length: 41 }, (_, each) => {
    const { x, y } = path.getPointAtLength((length * each) / 40);
    return [x, y];
  }).flat().concat(length);
})"""


@pytest.mark.parametrize(
    ("long", "short"),
    [
        (
            "M 206.68 264.46 L 208.04 264.46 M 204.64 265.14 L 206.68 265.14",
            "M206.68 264.46h1.36m-3.4 .68h2.04",
        ),
        ("M -4.5 4.5 L 4.5 4.5 L 4.5 -4.5 L -4.5 -4.5 z", "M-4.5 4.5h9v-9h-9z"),
        ("M 0 0 L 1 1 L 3 0.5 L 3 -0.25", "M0 0l1 1 2-.5v-.75"),
        ("M 1 1 L 2 1 L 2 2 z M 5 5 L 6 7", "M1 1h1v1zm4 4 1 2"),
        ("M 0 0 Q 1 1 2 0 C 3 1 4 1 5 0", "M0 0q1 1 2 0c1 1 2 1 3 0"),
        ("", ""),
    ],
)
def test_steps_stand_in_place_of_places(long: str, short: str) -> None:
    assert shortened(long) == short


@pytest.mark.parametrize("data", ["M 1 1 A 3 3 0 0 1 2 2", "M 1 1 H 2", "m 1 1 l 2 2", "M 1 1 2 2"])
def test_a_path_that_matplotlib_would_not_write_stays(data: str) -> None:
    assert shortened(data) == data


def test_a_browser_draws_the_same(browser: Browser) -> None:
    page = browser.new_page()
    for seed in range(20):
        long = _path(random.Random(seed))
        before, after = page.evaluate(COURSES, [long, shortened(long)])
        # Less than a hundredth: browsers count in 32 bits.
        assert after == pytest.approx(before, abs=5e-3), long
    page.close()


def _path(dice: random.Random) -> str:
    """A path of every command, whose places have hundredths."""

    def place() -> str:
        return " ".join(f"{dice.randint(-9_999, 9_999) / 100:g}" for _ in range(2))

    parts = [f"M {place()}"]
    for _ in range(dice.randint(5, 60)):
        name, count = dice.choice([("M", 1), ("L", 1), ("L", 1), ("Q", 2), ("C", 3), ("z", 0)])
        parts.append(" ".join([name, *(place() for _ in range(count))]))
    return " ".join(parts)
