"""Code can be read in both schemes: every colour of Material's and the site's own against its paper."""

import colorsys
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.site.typed_numbers import ROOT

THEME = find_spec("material")
assert THEME
assert THEME.origin
ASSETS = Path(THEME.origin).parent / "templates" / "assets" / "stylesheets"
SITE = (ROOT / "docs" / "assets" / "site.css").read_text("utf-8")
HUE = "225"  # Material's own, for slate

GREYS = ("comment", "generic", "operator", "punctuation", "variable")

Colour = tuple[float, float, float]


def declared(scheme: str) -> dict[str, str]:
    """The custom properties of a scheme as they end up: Material's, then what the site puts over them."""
    sheets = [next(ASSETS.glob(f"{name}.*.css")).read_text("utf-8") for name in ("main", "palette")] + [SITE]
    bare = re.sub(r"/\*.*?\*/", "", "".join(sheets), flags=re.DOTALL)
    blocks = re.findall(r"([^{}]+)\{([^{}]*)\}", bare)
    wanted = (":root", scheme)
    found: dict[str, str] = {}
    for selector, body in blocks:
        if any(word in selector for word in wanted) and not re.search(r"primary|accent|@|\.", selector):
            found |= dict(re.findall(r"(--md-[\w-]+):\s*([^;}]+)", body))
    return found


def colour(value: str, scheme: dict[str, str]) -> tuple[Colour, float]:
    """Red, green and blue from 0 to 1, and how opaque."""
    value = value.strip()
    if value.startswith("var("):
        return colour(scheme[value[4:-1]], scheme)
    if value.startswith("#"):
        digits = [int(value[at : at + 2], 16) / 255 for at in range(1, len(value), 2)]
        return (digits[0], digits[1], digits[2]), (digits[3] if len(digits) > 3 else 1)
    hue, saturation, light, *opacity = map(
        float, re.findall(r"\d*\.?\d+", value.replace("var(--md-hue)", HUE).removeprefix("hsla"))
    )
    return colorsys.hls_to_rgb(hue / 360, light / 100, saturation / 100), (opacity or [1])[0]


def luminance(of: Colour) -> float:
    """WCAG 2.2, relative luminance."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in of]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(name: str, scheme: dict[str, str]) -> float:
    paper, _ = colour(scheme["--md-code-bg-color"], scheme)
    ink, opacity = colour(scheme[name], scheme)
    seen = (
        opacity * ink[0] + (1 - opacity) * paper[0],
        opacity * ink[1] + (1 - opacity) * paper[1],
        opacity * ink[2] + (1 - opacity) * paper[2],
    )
    lighter, darker = sorted((luminance(seen), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def inks() -> Iterator[str]:
    for name in ("number", "special", "function", "constant", "keyword", "string", "name", *GREYS):
        yield f"--md-code-hl-{name}-color"


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_every_colour_of_code_stands_out_from_its_paper(scheme: str) -> None:
    values = declared(scheme)
    weak = {name: round(ratio, 2) for name in inks() if (ratio := contrast(name, values)) < 4.495}
    assert weak == {}


def test_without_the_site_two_colours_would_be_too_weak(monkeypatch: pytest.MonkeyPatch) -> None:
    """When Material mends them, the site's own rules can go."""
    monkeypatch.setitem(globals(), "SITE", "")
    values = declared("slate")
    weak = [name for name in inks() if contrast(name, values) < 4.5]
    assert weak == ["--md-code-hl-number-color", "--md-code-hl-constant-color"]
