"""Takes the pictures of the guide in a browser: what an option changes, and the overview of a course."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

from tools import chromium
from tools.python_environment import ROOT

GUIDE = ROOT / "docs" / "authoring"
FOLDER = GUIDE / "images"
WIDTH_PX = 375
WIDTH_OF_TEXT_PX = 720
SHARPNESS = 2
"""Pixels of a picture along a pixel of the page."""
COLOURS = 64

CONFIGURATION = """site_name: Rates and strides
theme: {name: material, font: false}
use_directory_urls: false
nav: [rates.md, strides.md, weights.md]
not_in_nav: |
  overview.md
  raten.md
"""
_GERMAN = """
questions:
  - id: rate-und-gewichte
    type: true-false
    stem: Eine Faltung mit Rate 2 hat mehr Gewichte als dieselbe mit Rate 1.
    answer: false
    feedback:
      if-true: |
        Sie reicht weiter, was nach einem größeren Kern aussieht. Die Abgriffe rücken aber nur auseinander.
      if-false: Ein 3 × 3-Kern hat bei jeder Rate neun Abgriffe.
    explanation: Die Rate ist der Abstand zwischen den Abgriffen.
"""
_STRIDES = """
questions:
  - id: rows-that-are-left
    type: numeric
    stem: A convolution with stride 2 keeps every second of 224 rows. How many are left?
    objective: say how many rows a stride leaves
    answer: 112
    explanation: 224 / 2 = 112.
  - id: stride-of-one
    type: true-false
    stem: With a stride of 1 a map loses half of its rows.
    objective: tell a stride that keeps the map from one that shrinks it
    section: strides.md#rows-that-are-left
    answer: false
    explanation: Every position is kept.
"""
_WEIGHTS = """
questions:
  - id: taps-of-three
    type: numeric
    stem: How many taps has a kernel of 3 × 3?
    answer: 9
    explanation: 3 · 3 = 9.
"""

_ALONE = {
    "language": {"docs/raten.md": "# Raten\n\n```quiz\nraten\n```\n", "quizzes/raten.yml": _GERMAN},
    "course": {"docs/overview.md": "# Overview\n\n```progress\n```\n"},
}
"""What stands in the site of one option alone."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an option: the page, what its reader does there, and what of the page is taken."""

    name: str
    option: str
    page: str
    do: Callable[[Page], None]
    selector: str
    width_px: int = WIDTH_PX
    shown_on: str = "options"
    """The page of the guide that shows it; that on options does so in the section of the option."""

    @property
    def file(self) -> Path:
        """Where the guide has it."""
        return FOLDER / f"{self.name}.png"

    @property
    def alternative_text(self) -> str:
        """What the guide says is to be seen."""
        found = re.findall(rf"!\[([^]]*)\]\(images/{self.name}\.png\)", self.text_around)
        if len(found) != 1:
            where = f"the section `## {self.option}`" if self.shown_on == "options" else f"{self.shown_on}.md"
            raise LookupError(f"{where} shows images/{self.name}.png {len(found)} times")
        return str(found[0])

    @property
    def text_around(self) -> str:
        """What the guide says where it shows the picture."""
        if self.shown_on == "options":
            return guide_section(self.option)
        return (GUIDE / f"{self.shown_on}.md").read_text("utf-8")

    def pose(self, page: Page, site: Path) -> Locator:
        """What is taken, on a page of the built site, once all that the alternative text quotes is seen."""
        page.goto((site / f"{self.page}.html").as_uri())
        self.do(page)
        taken = page.locator(self.selector)
        for quoted in re.findall(r'"([^"]+)"', self.alternative_text):
            taken.get_by_text(quoted).filter(visible=True).first.wait_for()
        return taken


def guide_section(option: str) -> str:
    """What the guide says of an option below its heading."""
    page = (GUIDE / "options.md").read_text("utf-8")
    found = re.search(rf"^## {option}( {{[^\n]*)?\n(?P<text>.*?)(?=^## |\Z)", page, re.M | re.S)
    if not found:
        raise LookupError(f"docs/authoring/options.md has no section `## {option}`")
    return found["text"]


def guide_settings(option: str) -> str:
    """The first example of an option in the guide, as it stands in `mkdocs.yml`."""
    found = re.search(r"```yaml\n((?:hooks:.*\n)?plugins:\n.*?)```", guide_section(option), re.S)
    if not found:
        raise LookupError(f"the section `## {option}` of docs/authoring/options.md has no example")
    return found[1]


def first_question() -> str:
    """The question file of the guide's first page."""
    page = (GUIDE / "first-question.md").read_text("utf-8")
    return str(re.findall(r"```yaml\n(questions:\n.*?)```", page, re.S)[0])


def build(root: Path, option: str) -> Path:
    """Build the site of the pictures with what the guide sets for an option."""
    for name, content in {
        "mkdocs.yml": CONFIGURATION + guide_settings(option),
        "docs/rates.md": "# Rates\n\n```quiz\nfirst\n```\n",
        "docs/strides.md": "# Strides\n\n## Rows that are left\n\n```quiz\nstrides\n```\n",
        "docs/weights.md": "# Weights\n\n```quiz\nweights\n```\n",
        "quizzes/first.yml": first_question(),
        "quizzes/strides.yml": _STRIDES,
        "quizzes/weights.yml": _WEIGHTS,
        **_ALONE.get(option, {}),
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=root, check=True)
    return root / "site"


def _do_nothing(_: Page) -> None:
    """The page as it is."""


def _answer_wrong(page: Page) -> None:
    _choose(page, "rate-und-gewichte", "true")


def _answer_everything(page: Page) -> None:
    _answer_the_first(page)
    _choose(page, "stride-of-one", "false")


def _answer_page_after_page(page: Page) -> None:
    """The only question of one page, and the first of two of the next."""
    here = page.url
    page.goto(here.replace("strides", "rates"))
    _choose(page, "rate-adds-weights", "false")
    page.goto(here)
    _answer_the_first(page)


def _return_to_the_overview(page: Page) -> None:
    """One page is done, and of the next one question is right and one is not."""
    overview = page.url
    page.goto(overview.replace("overview", "strides"))
    _answer_page_after_page(page)
    _choose(page, "stride-of-one", "true")
    page.goto(overview)
    page.locator(".self-check-progress__more").wait_for()


def _answer_the_first(page: Page) -> None:
    page.locator("#check-rows-that-are-left [type=text]").fill("112")
    _check(page, "rows-that-are-left")


def _choose(page: Page, question: str, value: str) -> None:
    page.locator(f"#check-{question} [type=radio][value={value}]").check()
    _check(page, question)


def _check(page: Page, question: str) -> None:
    page.locator(f"#check-{question} .self-check__button").click()
    page.locator(f"#check-{question} .self-check__verdict").wait_for()


PICTURES = (
    Picture("confidence", "confidence", "rates", _do_nothing, "#check-rate-adds-weights"),
    Picture("language", "language", "raten", _answer_wrong, "#check-rate-und-gewichte"),
    Picture("words", "words", "strides", _do_nothing, "#check-rows-that-are-left"),
    Picture(
        "course-navigation",
        "course",
        "strides",
        _answer_page_after_page,
        ".md-sidebar--primary .md-sidebar__inner",
        1280,
    ),
    Picture("course-card", "course", "strides", _answer_everything, ".self-check-summary__card"),
    Picture(
        "progress",
        "course",
        "overview",
        _return_to_the_overview,
        "self-check-progress",
        WIDTH_OF_TEXT_PX,
        "progress",
    ),
)


def main() -> None:
    """Write every picture."""
    sites = cache(lambda option: build(Path(folder, option), option))
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.ensure())
        for picture in PICTURES:
            window = browser.new_context(
                viewport={"width": picture.width_px, "height": 900},
                device_scale_factor=SHARPNESS,
                reduced_motion="reduce",
                color_scheme="light",
            )
            taken = picture.pose(window.new_page(), sites(picture.option)).screenshot(animations="disabled")
            window.close()
            FOLDER.mkdir(exist_ok=True)
            with Image.open(io.BytesIO(taken)) as image:
                image.convert("RGB").quantize(COLOURS).save(picture.file, optimize=True)


if __name__ == "__main__":
    main()
