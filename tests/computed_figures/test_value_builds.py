"""Values on real sites: in questions, captions, headings and the search, and what builds say of mistakes."""

import json
import re
from pathlib import Path

import pytest

from tests.computed_figures.project import PLUGINS, Project

SITE = """
    site_name: A site
    theme: {name: material, font: false}
    plugins: [search, selfcheck]
    markdown_extensions:
      - toc: {permalink: true}
      - computed_figures.value
      - computed_figures
"""
VALUES = """
    \"\"\"A disc one pixel too small.\"\"\"
    iou = 0.9604
    positions = 50176
"""
QUIZ = """
    title: Discs
    questions:
      - id: disc
        type: single-choice
        stem: The map has [=disc.positions:,] positions. How good is the disc?
        options:
          - text: "[=disc.iou:.2f]"
            correct: true
            feedback: It is [=disc.iou:.1%], computed.
          - text: "1"
            feedback: Not [=disc.iou:.3f].
        explanation: "`[=disc.iou]` is [=disc.iou:.4f]."
"""
PAGE = """
    # Discs

    ## Of [=disc.positions:,] positions

    Text.

    ```figure
    bars
    ```

    ```quiz
    discs
    ```
"""


@pytest.fixture
def site(project: Project) -> Project:
    captioned = (
        (project.root / "figures/bars.py").read_text().replace("They stand", "At [=disc.iou:.0%] they stand")
    )
    project.write("figures/bars.py", captioned)
    project.write("mkdocs.yml", SITE)
    project.write("values/disc.py", VALUES)
    project.write("quizzes/discs.yml", QUIZ)
    project.write("docs/index.md", PAGE)
    return project


def built(site: Project) -> Path:
    done = site.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    return site.root / "site"


def test_the_values_of_the_guide_are_what_it_says(site: Project) -> None:
    guide = (PLUGINS.parent / "docs/authoring/values.md").read_text("utf-8")
    (file,) = re.findall(r"^```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    (page,) = re.findall(r"^```markdown\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    (said,) = re.findall(r"^> (.*)$", guide, re.MULTILINE)
    site.write("values/unet.py", file)
    site.write("docs/other.md", page)
    shown = (built(site) / "other/index.html").read_text("utf-8")
    assert said in shown.replace("\u00a0", " ").replace("\n", " ")


def test_values_stand_in_headings_captions_and_questions_and_in_the_search(site: Project) -> None:
    out = built(site)
    page = (out / "index.html").read_text()
    for said in (
        "Of 50,176 positions",
        "At 96\u00a0% they stand",
        "The map has 50,176 positions.",
        "It is 96.0\u00a0%, computed.",
        "Not 0.960.",
        "<code>[=disc.iou]</code> is 0.9604.",
    ):
        assert said in page
    assert 'href="#of-50176-positions"' in page
    entries = json.loads((out / "search/search_index.json").read_text())["docs"]
    assert "The map has 50,176 positions." in " ".join(entry["text"] for entry in entries)
    assert "Of 50,176 positions" in {entry["title"] for entry in entries}

    before = {file: file.read_bytes() for file in out.rglob("*.html")}
    (kept,) = (site.root / ".cache/values").glob("*.json")
    kept.unlink()
    built(site)
    assert {file: file.read_bytes() for file in before} == before


def test_all_mistakes_of_a_page_stop_the_build_without_a_traceback(site: Project) -> None:
    site.write("quizzes/discs.yml", QUIZ.replace("disc.iou:.3f", "disc.uoi:.3f"))
    site.write("values/raising.py", "total = 1\nshare = total / 0\n")
    sample = "```\n[=disc.mean]\n```\n\n"
    site.write(
        "docs/index.md", f"---\ntitle: Home\n---\n{sample}[=dics.iou] [=disc.mean]\n\n```quiz\ndiscs\n```\n\n"
    )
    with (site.root / "docs/index.md").open("a") as page:
        page.write("[=raising.share]\n\n[=disc.iou:.0%]: most\n")
    done = site.run("-m", "mkdocs", "build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.rstrip().endswith("Error: stopped by 5 problems with values")
    for problem in (
        'docs/index.md:8: [=dics.iou]: no values file "dics"; the nearest is "disc"',
        'docs/index.md:8: [=disc.mean]: no "mean" in values/disc.py; the nearest is "positions"',
        'docs/index.md: [=disc.uoi:.3f]: no "uoi" in values/disc.py; the nearest is "positions"'
        " (it stands in a question, a caption or a snippet)",
        "docs/index.md:16: [=disc.iou:.0%]: Markdown reads a link definition",
        "values/raising.py:2: ZeroDivisionError: division by zero",
    ):
        assert done.stderr.count(problem) == 1, done.stderr
