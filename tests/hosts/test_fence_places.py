"""A quiz fence works wherever a page can hold a block, whatever other extensions the page uses."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hosts.host import Build, Host
from tests.hosts.installation import once
from tests.pages.outline import Outline
from tests.pages.places import EXTENSIONS, FENCES, PLACES
from tests.pages.tree import write_tree

# The first test of a host waits for three sites of all places, and for the environment.
pytestmark = pytest.mark.timeout(600)


QUIZ = """
    questions:
      - id: a-grid
        type: single-choice
        stem: Which stride halves the grid?
        options:
          - {text: stride 1}
          - {text: stride 2, correct: true}
        explanation: Every other position is visited.
"""


@pytest.fixture(scope="module", params=["lowest", "newest"])
def pages(
    request: pytest.FixtureRequest, shared: Path, host_named: Callable[[str], Host]
) -> dict[str, Build]:
    """By fence extension: a site with one page for each place."""
    host = host_named(request.param)
    root = shared / f"places-{host.name}"
    sites = {
        name: {
            "theme": {"name": "mkdocs"},
            "use_directory_urls": False,
            "plugins": ["selfcheck"],
            "markdown_extensions": [*EXTENSIONS, *fences],
        }
        for name, fences in FENCES.items()
    }

    def build(folder: Path) -> None:
        write_tree(folder, {"quizzes/grids.yml": QUIZ, "docs/index.md": "# Home\n"})
        pages = {name: place.page("quiz", "grids") for name, place in PLACES.items()}
        write_tree(folder, {f"docs/{_file(name)}.md": page for name, page in pages.items()})
        host.build_many(folder, sites)

    once(root, build)
    return {name: Build(0, "", root / f"site-{name}") for name in sites}


@pytest.mark.parametrize("fences", FENCES)
@pytest.mark.parametrize("name", PLACES)
def test_a_fence_becomes_a_block_where_it_stands(name: str, fences: str, pages: dict[str, Build]) -> None:
    html = pages[fences].page(f"{_file(name)}.html")
    outline = Outline(html)

    assert list(outline.blocks) == ["check-a-grid"]
    around = outline.blocks["check-a-grid"]
    # What the theme puts round the content ends with its column.
    assert around[around.index("div.col-md-9") + 1 :] == PLACES[name].inside


@pytest.mark.parametrize("fences", FENCES)
@pytest.mark.parametrize("name", PLACES)
def test_text_round_a_fence_stays(name: str, fences: str, pages: dict[str, Build]) -> None:
    html = pages[fences].page(f"{_file(name)}.html")

    before, block, after = (html.index(mark) for mark in ("before", "<self-check", "after"))
    assert before < block < after
    assert "```" not in html
    assert "\x02" not in html


def _file(name: str) -> str:
    return name.replace(" ", "-").replace("'", "")
