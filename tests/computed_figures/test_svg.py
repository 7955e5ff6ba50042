"""What a drawing promises to the page it stands in."""

import base64
import io
import re
from xml.etree.ElementTree import Element, fromstring

import numpy as np
import pytest
from PIL import Image

from tests.computed_figures.project import Project

EVERYTHING = '''
    """A picture of everything. At once."""
    import matplotlib.pyplot as plt
    import numpy as np
    from matplotlib.patches import Circle
    from computed_figures.style import BLUE, GREEN, INK, ORANGE, PURPLE

    ALT = "All that < matplotlib & we > can do."
    PIXELS = (np.arange(48).reshape(4, 4, 3) * 5).astype(np.uint8)

    def draw():
        figure, (left, right) = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
        left.plot([0, 1, 2], [0, 1, 0], "o--", color=ORANGE, label="dashed")
        left.scatter([0, 1], [1, 0], marker="s", color=GREEN)
        left.bar([0, 1], [0.5, 0.7], color=BLUE, hatch="//", alpha=0.6)
        left.fill_between([0, 2], [0, 0.2], color="black")
        left.add_patch(Circle((1, 0.5), 0.4, facecolor=PURPLE, edgecolor=INK))
        left.text(0.5, 0.3, "turned < 90", rotation=30, rotation_mode="anchor")
        left.set_xlabel("size in $2^k$ cells")
        left.legend()
        right.imshow(PIXELS)
        right.set_title("pixels", color="black", fontweight="bold")
        return figure
'''

XLINK = "{http://www.w3.org/1999/xlink}"


@pytest.fixture
def svg(project: Project) -> str:
    project.write("figures/every_thing.py", EVERYTHING)
    return project.drawing("every-thing").svg


@pytest.fixture
def tree(svg: str) -> Element:
    return _parsed(svg)[0]


def _parsed(html: str) -> Element:
    """HTML knows the prefix `xlink`; a parser of XML has to be told."""
    return fromstring(f'<div xmlns:xlink="http://www.w3.org/1999/xlink">{html}</div>')


def test_it_holds_no_style_and_speaks_of_no_host(svg: str) -> None:
    unwanted = r"<style|\sstyle=|http|//|xmlns|<metadata|<!|<\?|font-family"
    without_pictures = re.sub(r'"data:image/\w+;base64,[^"]*"', '""', svg)
    assert re.findall(unwanted, without_pictures) == []


def test_its_ids_are_its_own_and_all_that_is_referred_to_exists(svg: str, tree: Element) -> None:
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("figure-every-thing.") for name in ids)
    references = set(re.findall(r'(?:url\(|href=")#([^")]*)', svg))
    assert references
    assert references <= set(ids)


def test_it_names_and_describes_itself(tree: Element) -> None:
    assert tree.get("role") == "img"
    title, description = tree[0], tree[1]
    assert (title.tag, title.text) == ("title", "A picture of everything")
    assert (description.tag, description.text) == ("desc", "All that < matplotlib & we > can do.")
    assert tree.get("aria-labelledby") == title.get("id")
    assert tree.get("aria-describedby") == description.get("id")


def test_its_size_is_in_css_pixels(tree: Element) -> None:
    assert (tree.get("width"), tree.get("height"), tree.get("viewBox")) == ("648", "288", "0 0 648 288")


def test_its_text_is_text_in_the_pages_ink(tree: Element) -> None:
    texts = {"".join(text.itertext()): text for text in tree.iter("text")}
    assert {"dashed", "pixels", "turned < 90"} <= texts.keys()
    fills = {part.get("fill", "currentColor") for text in texts.values() for part in text.iter()}
    assert fills == {"currentColor"}
    assert texts["pixels"].get("font-weight") == "700"
    assert texts["pixels"].get("text-anchor") == "middle"
    assert texts["turned < 90"].get("transform", "").startswith("rotate(-30 ")


def test_ink_and_black_become_the_pages_colour(svg: str) -> None:
    assert 'stroke="currentColor"' in svg
    assert "#010203" not in svg
    assert "#000000" not in svg
    assert '<svg class="computed-figure__wide" ' in svg
    assert 'fill="currentColor" stroke-linejoin="round"' in svg


def test_palette_colours_hatches_dashes_and_opacity_survive(svg: str, tree: Element) -> None:
    for colour in ("#2878b8", "#d55e00", "#009e73", "#b565a7"):
        assert colour in svg
    assert tree.find(".//pattern") is not None
    assert 'stroke-dasharray="' in svg
    assert 'opacity="0.6"' in svg


def test_the_ground_is_the_pages(tree: Element) -> None:
    width, height = 648, 288
    for path in tree.iter("path"):
        assert not {f"h{width}", f"v{height}"} & set(re.findall(r"[a-z][\d.]+", path.get("d", "")))


def test_a_picture_goes_out_pixel_by_pixel(tree: Element) -> None:
    image = tree.find(".//image")
    assert image is not None
    head, _, data = image.attrib[f"{XLINK}href"].partition(",")
    assert head in ("data:image/png;base64", "data:image/webp;base64")
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGBA"))[..., :3]
    expected = (np.arange(48).reshape(4, 4, 3) * 5).astype(np.uint8)
    upright_or_flipped = (expected, expected[::-1])
    assert any(np.array_equal(pixels, turned) for turned in upright_or_flipped)
    assert image.get("image-rendering") == "pixelated"


OUTLINES = '''
    """Many pieces of two outlines."""
    from computed_figures.canvas import canvas

    ALT = "Lines."

    def draw():
        figure = canvas(300, 150)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.axis("off")
        axes.vlines(range(30), 0, 1, color="#d55e00", linewidth=2)
        axes.vlines(range(30), 1, 2, color="#d55e00", linewidth=2, alpha=0.5)
        return figure
'''


def test_the_pieces_of_an_opaque_outline_are_one_path(project: Project) -> None:
    project.write("figures/outlines.py", OUTLINES)
    lines = [
        each for each in _parsed(project.drawing("outlines").svg).iter("path") if "stroke" in each.attrib
    ]
    opaque = [each for each in lines if "stroke-opacity" not in each.attrib]
    assert [each.attrib["d"].lower().count("m") for each in opaque] == [30]
    assert len(lines) == 31  # where two that let the ground through cross, both are seen


def test_a_picture_that_a_figure_shows_several_times_is_written_once(project: Project) -> None:
    narrow = "\n    def draw_narrow():\n        return draw()\n"
    large = EVERYTHING.replace("np.arange(48).reshape(4, 4, 3)", "np.random.rand(40, 40, 3)")
    project.write("figures/every_thing.py", large + narrow)
    drawing = project.drawing("every-thing")
    assert drawing.narrow_svg is not None
    first, second = _parsed(drawing.narrow_svg), _parsed(drawing.svg)
    (picture,) = first.iter("image")
    uses = [each for svg in (first, second) for each in svg.iter("use") if each.get("transform")]
    own = f"#{picture.attrib['id']}"
    assert [each.attrib[f"{XLINK}href"] for each in uses].count(own) == 2
    assert "data:image" not in drawing.svg


def test_two_processes_draw_the_same_bytes(fresh_project: Project) -> None:
    fresh_project.write("figures/every_thing.py", EVERYTHING)
    first = fresh_project.drawing("every-thing")
    for file in fresh_project.cache.glob("*.json"):
        file.unlink()
    assert fresh_project.drawing("every-thing") == first


def test_a_second_drawing_for_narrow_screens_has_ids_of_its_own(project: Project) -> None:
    narrow = "\n    def draw_narrow():\n        return draw()\n"
    project.write("figures/every_thing.py", EVERYTHING + narrow)
    drawing = project.drawing("every-thing")
    assert drawing.narrow_svg is not None
    both = _parsed(drawing.svg + drawing.narrow_svg)
    ids = [element.attrib["id"] for element in both.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert 'display="none"' in drawing.narrow_svg
    assert 'display="none"' not in drawing.svg


def test_figures_on_one_page_share_no_id(project: Project) -> None:
    narrow = "\n    def draw_narrow():\n        return draw()\n"
    names = ["bars", "every-thing", "every-thing-1", "every-thing-narrow"]
    for name in names[1:]:
        project.write(f"figures/{name.replace('-', '_')}.py", EVERYTHING + narrow)
    html = project.render("\n\n".join(f"```figure\n{name}\n```" for name in names))
    ids = re.findall(r' id="([^"]*)"', html)
    assert {f"figure-{name}" for name in names} <= set(ids)
    assert len(ids) == len(set(ids))
