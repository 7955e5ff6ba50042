"""How figures look and sound in a real browser."""

import io
from collections.abc import Callable, Iterator
from shutil import copy
from typing import Any, Literal

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browsing.accessibility import faults
from tests.browsing.fit import overflow
from tests.browsing.server import serve
from tests.browsing.visits import Visits
from tests.computed_figures.project import BARS, PLUGINS, Project
from tests.selection import each_look

POLICY = "default-src 'self'; img-src 'self' data:"
Scheme = Literal["light", "dark"]
GROUNDS: dict[Scheme, str] = {"light": "rgb(255, 255, 255)", "dark": "rgb(30, 32, 41)"}
NARROW = BARS + "\n    def draw_narrow():\n        return canvas(280, 150)\n"
WIDE = BARS.replace("canvas(400, 200)", "canvas(688, 200)")
COLOURED = '''
    """The palette on the page's ground."""
    import numpy as np
    from computed_figures.canvas import canvas
    from computed_figures.style import PALETTE

    ALT = "Five bars and a picture."

    def draw():
        figure = canvas(300, 150)
        axes = figure.add_axes((0.15, 0.2, 0.5, 0.7))
        axes.bar(range(len(PALETTE)), 1, color=PALETTE, gid="bars")
        figure.add_axes((0.7, 0.2, 0.2, 0.7)).imshow(np.zeros((8, 8, 3), np.uint8))
        return figure
'''
SHARED = '''
    """One picture, three times."""
    import numpy as np
    from computed_figures.canvas import canvas

    ALT = "Red above blue, and noise between them."
    PIXELS = np.random.default_rng(1).integers(0, 256, (30, 30, 3)).astype(np.uint8)
    PIXELS[:10], PIXELS[20:] = (255, 0, 0), (0, 0, 255)

    def draw():
        figure = canvas(400, 200)
        for left, width in ((0, 0.5), (0.75, 0.25)):
            axes = figure.add_axes((left, 0, width, 2 * width))
            axes.imshow(PIXELS)
            axes.axis("off")
        return figure

    def draw_narrow():
        figure = canvas(200, 200)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.imshow(PIXELS)
        axes.axis("off")
        return figure
'''
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Figures</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css">{stylesheet}</head>
<body><main><h1>Figures</h1>
{figures}
</main></body></html>
"""
PAGE_CSS = """
body { margin: 16px; font: 16px sans-serif; color: rgb(20, 20, 20); background: rgb(255, 255, 255); }
main { max-width: 688px; margin: 0 auto; }
@media (prefers-color-scheme: dark) { body { color: rgb(230, 230, 235); background: rgb(30, 32, 41); } }
"""
COLOURS = """() => {
  const colours = new Set(), texts = new Set();
  for (const shape of document.querySelectorAll("#figure-coloured svg path[fill^='#']"))
    colours.add(getComputedStyle(shape).fill);
  for (const text of document.querySelectorAll("svg text")) texts.add(getComputedStyle(text).fill);
  return {shapes: [...colours], texts: [...texts], page: getComputedStyle(document.body).color,
          ground: getComputedStyle(document.body).backgroundColor};
}"""


SIZES = "all => all.map(each => each.getBoundingClientRect()).map(box => [box.width, box.height])"


def settle(page: Page) -> None:
    """Wait until two frames are painted: what is near is decided in the first."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("figures")
    project = Project(root, root / ".cache")
    project.write("figures/bars.py", NARROW)
    project.write("figures/wide.py", WIDE)
    project.write("figures/coloured.py", COLOURED)
    project.write("figures/shared.py", SHARED)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        fences = (f"```figure\n{name}\n```" for name in ("bars", "wide", "coloured", "shared"))
        figures = project.render("\n\n".join(fences))
    copy(PLUGINS / "computed_figures/figure.css", root)
    (root / "page.css").write_text(PAGE_CSS)
    stylesheet = '<link rel="stylesheet" href="figure.css">'
    (root / "styled.html").write_text(PAGE.format(figures=figures, stylesheet=stylesheet), encoding="utf-8")
    (root / "plain.html").write_text(PAGE.format(figures=figures, stylesheet=""), encoding="utf-8")
    with serve(root, POLICY) as address:
        yield address


@pytest.fixture
def show(visits: Visits, address: str) -> Callable[..., Page]:
    """Open a page; at the end, nothing may have been blocked or asked of another host."""

    def open_page(name: str = "styled.html", width: int = 1280, **settings: Any) -> Page:
        return visits.open(f"{address}/{name}", width=width, **settings)

    return open_page


def luminance(colour: str) -> float:
    """Return relative luminance (WCAG 2.2) of a computed `rgb()` colour."""
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


# Left, top and size in pixels of CSS.
@pytest.mark.parametrize(
    ("width", "places"),
    [(1280, [(0, 0, 200), (300, 100, 100)]), (375, [(0, 0, 200)])],
    ids=["wide", "narrow"],
)
def test_a_picture_that_is_written_once_is_shown_at_each_place(
    show: Callable[..., Page], width: int, places: list[tuple[int, int, int]]
) -> None:
    drawing = show(width=width).locator("#figure-shared svg:visible")
    assert drawing.locator("use").count() == len(places)
    shown = np.asarray(Image.open(io.BytesIO(drawing.screenshot())).convert("RGB"))
    for left, top, size in places:
        middle = left + size // 2
        assert tuple(shown[top + size // 6, middle]) == (255, 0, 0)
        assert tuple(shown[top + size * 5 // 6, middle]) == (0, 0, 255)
        assert len({tuple(pixel) for pixel in shown[top + size // 2, left + 2 : left + size - 2]}) > 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_ink_is_the_pages_and_the_palette_can_be_seen(show: Callable[..., Page], scheme: Scheme) -> None:
    seen = show(color_scheme=scheme).evaluate(COLOURS)
    assert seen["ground"] == GROUNDS[scheme]
    assert seen["texts"] == [seen["page"]]
    assert len(seen["shapes"]) == 5
    assert min(contrast(shape, seen["ground"]) for shape in seen["shapes"]) >= 3


def test_text_is_set_in_the_pages_font(show: Callable[..., Page]) -> None:
    page = show()
    font = "e => getComputedStyle(e).fontFamily"
    assert page.eval_on_selector("svg text", font) == page.eval_on_selector("body", font)


def test_a_picture_inside_a_drawing_is_shown_under_the_policy(show: Callable[..., Page]) -> None:
    box = show().locator("#figure-coloured image").bounding_box()
    assert box is not None
    assert box["width"] > 20


@pytest.mark.parametrize(
    ("width", "shown"), [(1280, "wide"), (600, "wide"), (599, "narrow"), (375, "narrow"), (320, "narrow")]
)
def test_one_of_two_drawings_is_shown(show: Callable[..., Page], width: int, shown: str) -> None:
    page = show(width=width)
    drawing = "#figure-bars .computed-figure__{}"
    visible = {kind: page.locator(drawing.format(kind)).is_visible() for kind in ("wide", "narrow")}
    assert visible == {"wide": shown == "wide", "narrow": shown == "narrow"}


def test_without_the_stylesheet_one_drawing_is_shown(show: Callable[..., Page]) -> None:
    page = show("plain.html")
    assert page.locator("#figure-bars .computed-figure__wide").is_visible()
    assert not page.locator("#figure-bars .computed-figure__narrow").is_visible()


@pytest.mark.parametrize("width", [375, 640, 1280])
def test_a_drawing_far_below_is_not_laid_out_and_keeps_its_room(
    show: Callable[..., Page], width: int
) -> None:
    page = show(width=width)
    page.evaluate("() => { document.querySelector('h1').style.marginBottom = '9000px' }")
    text = page.locator("#figure-wide text").first
    is_laid_out = "each => each.checkVisibility({ contentVisibilityAuto: true })"
    settle(page)
    assert not text.evaluate(is_laid_out)
    sizes = page.eval_on_selector_all("svg", SIZES)

    page.evaluate("() => { location.hash = 'figure-wide' }")
    settle(page)
    assert text.evaluate(is_laid_out)

    page.eval_on_selector_all(
        "svg", "all => all.forEach(each => { each.style.contentVisibility = 'visible' })"
    )
    settle(page)
    assert page.eval_on_selector_all("svg", SIZES) == sizes


@pytest.mark.parametrize("width", [320, 599, 1280])
def test_the_page_never_scrolls_sideways(show: Callable[..., Page], width: int) -> None:
    assert overflow(show(width=width)) == 0


SCROLLED = """box => new Promise(done => {
  if (box.scrollLeft > 0) done();
  else box.addEventListener("scroll", () => done(), { once: true });
})"""
"""Waits until a box has been scrolled. Waiting for a condition is refused by the page's policy."""


def test_a_wide_drawing_is_scrolled_by_keyboard_on_a_narrow_screen(show: Callable[..., Page]) -> None:
    page = show(width=375)
    region = page.locator("#figure-wide .computed-figure__scroll")
    region.focus()
    page.keyboard.press("ArrowRight")
    region.evaluate(SCROLLED)
    assert page.locator("#figure-wide svg").bounding_box()["width"] == 688  # type: ignore[index]


def test_a_wide_drawing_fits_its_column_on_a_desktop(show: Callable[..., Page]) -> None:
    region = show(width=700).locator("#figure-wide .computed-figure__scroll")
    assert region.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_a_drawing_is_heard_once_by_name_and_description(show: Callable[..., Page]) -> None:
    page = show(width=375)
    image = page.locator("#figure-bars").get_by_role("img", name="Two bars of different height")
    assert image.count() == 1
    described = image.evaluate("e => document.getElementById(e.getAttribute('aria-describedby')).textContent")
    assert described == "Two bars, 3 and 5 high."


@each_look
def test_axe_finds_nothing(show: Callable[..., Page], scheme: Scheme, width: int) -> None:
    # axe puts a script into the page, which the policy would refuse.
    assert faults(show(width=width, color_scheme=scheme, bypass_csp=True)) == []
