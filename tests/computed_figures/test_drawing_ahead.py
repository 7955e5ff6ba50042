"""Figures of pages to come are drawn while their pages wait, and no others."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from computed_figures.to_come import figures_in
from tests.computed_figures.project import Project, environment

SITE = """
    site_name: A site
    theme: {name: mkdocs}
    plugins: []
    exclude_docs: left-out.md
    markdown_extensions: [computed_figures]
"""
MEETING = '''
    """A figure that is done when another one is being drawn at the same time."""
    import os
    from computed_figures.canvas import canvas

    ALT = "Two who met."
    os.close(os.open("meeting", os.{}))

    def draw():
        return canvas(300, 100)
'''
FAILING = '"""Caption."""\nALT = "Nothing."\ndef draw():\n    raise ValueError("no data")\n'


@pytest.fixture
def site(fresh_project: Project) -> Project:
    fresh_project.write("mkdocs.yml", SITE)
    fresh_project.write("docs/index.md", "```figure\nbars\n```\n")
    return fresh_project


def kept(site: Project) -> set[str]:
    return {file.name.partition(".")[0] for file in site.cache.glob("*.json")}


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="one core draws one figure at a time")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipe has a name here")
@pytest.mark.timeout(120)
def test_figures_of_different_pages_are_drawn_side_by_side(site: Project) -> None:
    os.mkfifo(site.root / "meeting")
    for name, mode in (("one", "O_RDONLY"), ("other", "O_WRONLY")):
        site.write(f"figures/{name}.py", MEETING.format(mode))
        site.write(f"docs/{name}.md", f"```figure\n{name}\n```\n")
    done = site.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert kept(site) == {"bars", "one", "other"}


def test_what_no_page_shows_is_not_drawn_and_fails_no_build(site: Project) -> None:
    for name in ("sampled", "unshown", "left-out"):
        site.write(f"figures/{name.replace('-', '_')}.py", FAILING)
    site.write("docs/left-out.md", "```figure\nleft-out\n```\n")
    site.write(
        "docs/other.md", "````\n```figure\nsampled\n```\n````\n\n    ```figure\n    unknown\n    ```\n"
    )
    done = site.run("-m", "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert kept(site) == {"bars"}


def test_a_problem_that_was_met_ahead_is_told_by_its_page(site: Project) -> None:
    site.write("figures/failing.py", FAILING)
    site.write("docs/other.md", "```figure\nfailing\n```\n")
    done = site.run("-m", "mkdocs", "build")
    assert done.returncode == 1
    assert done.stderr.count("figures/failing.py:4: ValueError: no data\n") == 1
    assert "Traceback" not in done.stderr


def test_the_figures_to_come_stand_in_the_order_of_their_pages(tmp_path: Path) -> None:
    pages = [tmp_path / "b.md", tmp_path / "gone.md", tmp_path / "a.md"]
    pages[0].write_text("- ```figure\n  one\n  ```\n\n> ~~~figure\n> two\n> ~~~\n")
    pages[2].write_text("```figure\nthree\n```\n\n```figure\n")
    assert list(figures_in(pages)) == ["one", "two", "three", ""]


WAITING = """
from threading import Semaphore, main_thread

from computed_figures import under_way
from computed_figures.drawing import Drawing

def draw(name):
    main_thread().join()
    print(name)
    return Drawing("", "", None, 1.0)

under_way._TURNS = Semaphore(1)
for name in ("first", "second", "third"):
    under_way.begin(name, lambda name=name: draw(name))
"""


def test_a_build_that_has_ended_begins_no_further_drawing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WAITING],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=environment(),
        timeout=60,
    )
    assert done.stdout == "first\n"
    assert done.stderr == ""
