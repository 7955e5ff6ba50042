"""What a fence of masks and metrics says, and what authors are told of their mistakes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from markdown import markdown
from PIL import Image

from tests.explorers.masks import grey_png, pan, png
from tests.explorers.site import MASKS
from tests.explorers.telling import page, told
from tests.selfcheck.sites import build, draw
from tools.python_environment import ROOT

NAMED = "explorer: mask-metrics\n"
MAP = "map: pan.png\n"
LABEL = "label: 1\n"
NAME = "name: pan\n"
WHOLE = NAMED + MAP + LABEL + NAME


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with label maps and images that are none."""
    monkeypatch.chdir(tmp_path)
    grey = Image.fromarray(pan().astype(np.uint8))
    Path("pan.png").write_bytes(png(pan()))
    Path("palette.png").write_bytes(png(pan(), "P"))
    Path("cut.png").write_bytes(png(pan())[:-30])
    Path("bare.png").write_bytes(re.sub(rb"....IDAT.*(?=....IEND)", b"", png(pan()), flags=re.DOTALL))
    Path("text.png").write_text("no image")
    Path("empty.png").write_bytes(b"")
    grey.convert("RGB").save("colours.png")
    grey.convert("RGBA").save("clear.png")
    grey.convert("I;16").save("wide.png")
    grey.save("photograph.jpg")
    grey.resize((97, 40)).save("large.png")
    grey.resize((24, 7)).save("low.png")
    Image.new("1", (9, 8), 1).save("full.png")
    Path("folder.png").mkdir()
    return tmp_path


AS_LABELS = "save it as a PNG in greyscale or with a palette, its numbers being the labels"
SCALE = "scale it, without blending labels, to 8 to 96 pixels a side"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (NAMED + LABEL + NAME, '4:1: "map" is missing; add it, as in `map: assets/labels.png`'),
        (NAMED + MAP + NAME, '4:1: "label" is missing; add it, as in `label: 1`'),
        (NAMED + MAP + LABEL, '4:1: "name" is missing; add it, as in `name: spoon`'),
        (f"{NAMED}{MAP}{LABEL}name:", '7:1: "name" says nothing; write a text'),
        (f"{NAMED}{MAP}{LABEL}name: [pan]", '7:1: "name" says nothing; write a text'),
        (f"{NAMED}{MAP}{NAME}label: pan", '7:8: "label" is "pan"; write a whole number from 0 to 255'),
        (f"{NAMED}{MAP}{NAME}label: 256", '7:8: "label" is 256; write a whole number from 0 to 255'),
        (
            f"{NAMED}{MAP}{NAME}label: 7",
            "7:8: no pixel of the map has the label 7; name another label or map: this one has 0, 1, 2",
        ),
        (
            f"{NAMED}map: full.png\n{NAME}label: 1",
            "7:8: every pixel of the map has the label 1; name another label or map: this one has 1",
        ),
        (f"{NAMED}{LABEL}{NAME}map: pam.png", '7:6: there is no image "pam.png"; the nearest is "pan.png"'),
        (f"{NAMED}{LABEL}{NAME}map: a/pan.png", '7:6: there is no image "a/pan.png"; there is none'),
        (f"{NAMED}{LABEL}{NAME}map: folder.png", '7:6: there is no image "folder.png"; '),
        (
            f"{NAMED}{LABEL}{NAME}map: ../pan.png",
            '7:6: "../pan.png" leads out of the pages; name a file below them',
        ),
        (f"{NAMED}{LABEL}{NAME}map: /pan.png", '7:6: "/pan.png" leads out of the pages; '),
        (f"{NAMED}{LABEL}{NAME}map: text.png", f'7:6: "text.png" is no PNG that can be read; {AS_LABELS}'),
        (f"{NAMED}{LABEL}{NAME}map: empty.png", '7:6: "empty.png" is no PNG that can be read; '),
        (f"{NAMED}{LABEL}{NAME}map: cut.png", '7:6: "cut.png" is no PNG that can be read; '),
        (f"{NAMED}{LABEL}{NAME}map: bare.png", '7:6: "bare.png" is no PNG that can be read; '),
        (f"{NAMED}{LABEL}{NAME}map: photograph.jpg", '7:6: "photograph.jpg" is no PNG that can be read; '),
        (f"{NAMED}{LABEL}{NAME}map: colours.png", f'7:6: "colours.png" holds no labels but RGB; {AS_LABELS}'),
        (f"{NAMED}{LABEL}{NAME}map: clear.png", '7:6: "clear.png" holds no labels but RGBA; '),
        (f"{NAMED}{LABEL}{NAME}map: wide.png", '7:6: "wide.png" holds no labels but I;16; '),
        (f"{NAMED}{LABEL}{NAME}map: large.png", f'7:6: "large.png" has 97 × 40 pixels; {SCALE}'),
        (f"{NAMED}{LABEL}{NAME}map: low.png", f'7:6: "low.png" has 24 × 7 pixels; {SCALE}'),
        (f"{WHOLE}erode: -1", '8:8: "erode" is "-1"; write a whole number from 0 to 12'),
        (f"{WHOLE}down: 25", '8:7: "down" is 25; write a whole number from -24 to 24'),
        (f"{WHOLE}across: --2", '8:9: "across" is "--2"; write a whole number from -24 to 24'),
        (f"{WHOLE}across: {{from: 2, to: -2}}", '8:1: "across" is '),
        (f"{WHOLE}size: 3", '8:1: unknown field "size"; there is '),
    ],
)
def test_a_mistake_is_told_at_its_place_with_its_cure(body: str, problem: str) -> None:
    (found,) = told(body)
    assert found.startswith(f"page:{problem}")


def test_all_mistakes_are_told_at_once() -> None:
    problems = told(f"{NAMED}map: pam.png\nlabel: pan\nname:\nthin: much\nsize: 3\nreveal-after: rows")
    assert [problem.split(":")[1] for problem in problems] == ["9", "5", "6", "7", "8", "10"]


@pytest.mark.parametrize("image", ["pan.png", "palette.png"])
def test_numbers_of_grey_and_of_a_palette_are_labels(image: str) -> None:
    html = page(f"{NAMED}map: {image}\nlabel: 2\nname: corner\nacross: -2\ntolerance: 3")
    assert "True mask of the class corner: 15 pixels. Drawing: the true mask, moved 2 pixels left;" in html
    assert 'name="across" min="-6" max="6" value="-2"' in html
    assert "within 3 pixels." in html


@pytest.mark.parametrize("bits", [2, 4, 8])
def test_labels_of_few_bits_are_the_numbers_in_the_file(folder: Path, bits: int) -> None:
    (folder / "few.png").write_bytes(grey_png(pan(), bits))
    body = f"{NAMED}map: few.png\nlabel: {{}}\nname: corner"
    assert "class corner: 15 pixels" in page(body.format(2))
    assert told(body.format(7))[0].endswith("this one has 0, 1, 2")


def test_an_image_of_two_colours_has_the_labels_0_and_1(folder: Path) -> None:
    Image.fromarray(pan() == 1).save(folder / "two.png")
    assert "class pan: 52 pixels" in page(f"{NAMED}map: two.png\n{LABEL}{NAME}")


def test_what_a_name_holds_is_text() -> None:
    html = page(f"{NAMED}{MAP}{LABEL}name: <b>\"pan\"</b> & 'lid'")
    assert "drawn as &lt;b&gt;&quot;pan&quot;&lt;/b&gt; &amp; &#x27;lid&#x27;" in html
    assert "<b>&quot;pan" not in html
    assert '<b>"pan' not in html


def test_two_explorers_of_a_page_have_signs_of_their_own() -> None:
    html = markdown(f"```explorer\n{WHOLE}```\n\n" * 2, extensions=["explorers"])
    ids = re.findall(r' id="([^"]*)"', html)
    assert len(ids) == len(set(ids)) == 6
    for used in re.findall(r"url\(#([^)]*)\)", html):
        assert used in ids


def test_nothing_stands_inline_that_a_strict_policy_would_refuse() -> None:
    html = page(WHOLE)
    assert not re.search(r"style=|<style|<script(?![^>]* src=)| on[a-z]+=|data:", html)


def test_a_label_map_is_named_from_the_folder_of_the_pages(tmp_path: Path) -> None:
    """Wherever the page stands, under MkDocs; a wrong one is told in the file of the page."""
    configuration = "site_name: Test\ntheme: {name: mkdocs}\nmarkdown_extensions: [explorers]\n"
    pages: dict[str, str | bytes] = {
        "mkdocs.yml": configuration,
        "docs/images/pan.png": png(pan()),
        "docs/deep/er/page.md": f"# Page\n\n{MASKS}```\n",
    }
    root = draw(tmp_path / "site", pages)
    assert build(root).exit_code == 0
    assert "class the &quot;pan&quot;" in (root / "site/deep/er/page/index.html").read_text("utf-8")
    (root / "docs/images/pan.png").unlink()
    outcome = build(root)
    assert outcome.exit_code == 1
    assert 'docs/deep/er/page.md:5:6: there is no image "images/pan.png"; there is none' in outcome.said


SHOWS = """
import sys
for missing in {missing!r}:
    sys.modules[missing] = None
from markdown import markdown
from explorers.problems import ExplorerProblems
try:
    print(markdown({text!r}, extensions=["explorers"])[:40])
except ExplorerProblems as problems:
    print(*problems.problems)
"""


def shown(text: str, *missing: str) -> str:
    """What a process without these libraries makes of a page."""
    paths = os.pathsep.join(map(str, (ROOT / "plugins", ROOT)))
    return subprocess.run(
        [sys.executable, "-c", SHOWS.format(missing=missing, text=text)],
        env={**os.environ, "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_a_site_without_the_libraries_is_told_what_is_missing_and_shows_other_explorers() -> None:
    masks = shown(f"```explorer\n{WHOLE}```\n", "scipy", "numpy", "PIL")
    assert re.fullmatch(
        r'page:2:1: this explorer needs "(numpy|scipy|PIL)", which is not installed; '
        "install what the guide names for it\n",
        masks,
    )
    assert shown("```explorer\nlayer-arithmetic\n```\n", "scipy", "numpy", "PIL").startswith("<link ")
