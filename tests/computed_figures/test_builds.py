"""Real sites, built by MkDocs' own command."""

import json
import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from tests.computed_figures.project import BARS, PLUGINS, Project

SITE = """
    site_name: A site
    theme: {name: material, font: false}
    plugins: [search]
    markdown_extensions:
      - admonition
      - pymdownx.superfences
      - pymdownx.snippets: {base_path: [.], check_paths: true}
      - computed_figures
"""
FAILING = '''
    """Caption."""
    ALT = "Nothing."
    def draw():
        raise ValueError("no data")
'''
LINKED = BARS.replace("They stand", "They stand on [this page](lessons/one.md#bars) and")


@pytest.fixture
def site(project: Project) -> Project:
    """A site with the figure `bars`, whose drawings the session shares."""
    shared = f"- computed_figures: {{cache: '{project.cache}'}}"
    project.write("mkdocs.yml", SITE.replace("- computed_figures", shared))
    project.write("docs/index.md", "# Home\n\n```figure\nbars\n```\n")
    return project


@pytest.fixture
def site_by_defaults(fresh_project: Project) -> Project:
    fresh_project.write("mkdocs.yml", SITE)
    fresh_project.write("docs/index.md", "# Home\n\n```figure\nbars\n```\n")
    return fresh_project


STYLESHEET = PLUGINS / "computed_figures/figure.css"


def built(site: Project, *options: str) -> Path:
    done = site.run("-m", "mkdocs", "build", "--strict", *options)
    assert done.returncode == 0, done.stderr
    return site.root / "site"


@pytest.mark.parametrize("folder", ["figures", "values"])
def test_a_host_takes_the_settings_of_the_guide_where_nothing_else_is(tmp_path: Path, folder: str) -> None:
    guide = (PLUGINS.parent / f"docs/authoring/{folder}.md").read_text("utf-8")
    (settings,) = re.findall(r"^```yaml\n(markdown_extensions:.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    for each in ("docs", folder):
        (tmp_path / each).mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: A\n{settings}", "utf-8")
    assert load_config(str(tmp_path / "mkdocs.yml")).watch == [str(tmp_path / folder)]


def test_the_figure_of_the_guide_is_drawn(site: Project) -> None:
    guide = (PLUGINS.parent / "docs/authoring/figures.md").read_text("utf-8")
    (figure,) = re.findall(r"^```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    site.write("figures/halving.py", figure)
    site.write("docs/index.md", "# Home\n\n```figure\nhalving\n```\n")
    assert "Two bars: 8 cells before, 4 after." in (built(site) / "index.html").read_text("utf-8")


def test_a_site_shows_its_figures_and_links_their_captions(site: Project) -> None:
    site.write("figures/bars.py", LINKED)
    site.write("docs/lessons/one.md", "# One\n\n## Bars\n\n!!! note\n\n    ```figure\n    bars\n    ```\n")
    out = built(site)
    home, lesson = (out / "index.html").read_text(), (out / "lessons/one/index.html").read_text()
    assert '<a href="lessons/one/#bars">this page</a>' in home
    assert '<a href="./#bars">this page</a>' in lesson
    drawing = re.compile(r"<figure.*?</svg>", re.DOTALL)
    assert drawing.findall(home) == drawing.findall(lesson) != []


def test_the_host_validates_the_links_of_a_caption(site: Project) -> None:
    site.write("figures/bars.py", BARS.replace("They stand", "They [stand](gone.md)"))
    done = site.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert "gone.md" in done.stderr


def test_what_a_drawing_says_is_not_searched_but_its_caption_is(site: Project) -> None:
    entries = json.loads((built(site) / "search/search_index.json").read_text())["docs"]
    text = " ".join(entry["text"] for entry in entries)
    assert "They stand apart" in text
    assert "second" not in text
    assert "3 and 5 high" not in text


def test_a_site_without_figures_has_no_trace_of_the_extension(site_by_defaults: Project) -> None:
    site = site_by_defaults
    site.write("docs/index.md", "# Home\n\n- text\n\n    ```python\n    1\n    ```\n\n!!! note\n    `code`\n")
    with_it = (built(site) / "index.html").read_bytes()
    site.write("mkdocs.yml", SITE.replace("      - computed_figures\n", ""))
    assert (built(site) / "index.html").read_bytes() == with_it
    assert not site.cache.exists()


def test_all_problems_of_a_page_stop_the_build_without_a_traceback(site: Project) -> None:
    site.write("figures/failing.py", FAILING)
    site.write("shared.md", "```figure\nshared\n```\n")
    site.write(
        "docs/lesson.md",
        """
        ---
        title: A lesson
        ---
        # A lesson

        ````
        ```figure
        brs
        ```
        ````

            ```figure
            brs
            ```

        - ```figure
          brs
          ```

        --8<-- "shared.md"

        ```figure
        failing
        ```

        ```figure
        ```
        """,
    )
    done = site.run("-m", "mkdocs", "build")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.rstrip().endswith("Error: stopped by 4 problems with figures")
    for problem in (
        'docs/lesson.md:16: no figure "brs"; the nearest is "bars"',
        'docs/lesson.md: no figure "shared"; the nearest is "bars" (the fence comes from a snippet)',
        "docs/lesson.md:26: an empty figure fence; its body is the figure's name",
        "figures/failing.py:4: ValueError: no data",
    ):
        assert done.stderr.count(problem + "\n") == 1


def test_folders_are_the_sites_choice(site: Project) -> None:
    (site.root / "figures/bars.py").unlink()
    site.write("pictures/bars.py", BARS.replace("3 and 5", "{3} and {5}"))
    options = "computed_figures: {folder: pictures, roots: [pictures, lib], cache: kept/drawings}"
    site.write("mkdocs.yml", SITE.replace("- computed_figures", f"- {options}"))
    assert "Two bars" in (built(site) / "index.html").read_text()
    assert len(list((site.root / "kept/drawings").glob("*.json"))) == 1


def test_paths_count_from_the_configuration_s_folder(site_by_defaults: Project) -> None:
    elsewhere = Project(site_by_defaults.root / "docs", site_by_defaults.cache)
    configuration = str(site_by_defaults.root / "mkdocs.yml")
    done = elsewhere.run("-m", "mkdocs", "build", "--strict", "-f", configuration)
    assert done.returncode == 0, done.stderr
    assert site_by_defaults.cache.is_dir()


def test_a_link_to_the_stylesheet_in_the_docs_puts_it_on_the_site(site: Project) -> None:
    site.write("mkdocs.yml", SITE + "    extra_css: [assets/figures.css]\n")
    (site.root / "docs/assets").mkdir()
    (site.root / "docs/assets/figures.css").symlink_to(STYLESHEET)
    out = built(site)
    assert (out / "assets/figures.css").read_bytes() == STYLESHEET.read_bytes()
    assert 'href="assets/figures.css"' in (out / "index.html").read_text()
