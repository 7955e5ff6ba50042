"""A quiz fence works wherever a page can hold a block, whatever other extensions the page uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hosts.host import Build, Host
from tests.hosts.installation import once
from tests.hosts.outline import Outline
from tests.hosts.tree import write_tree

# The first test of a host waits for three sites of all places, and for the environment.
pytestmark = pytest.mark.timeout(600)


@dataclass(frozen=True, slots=True)
class Place:
    """A page with a fence, and the elements that must stand round its block, from outermost to innermost."""

    page: str
    inside: tuple[str, ...]


PLACES: Mapping[str, Place] = {
    "top level": Place(
        """
        before

        ```quiz
        grids
        ```

        after
        """,
        (),
    ),
    "top level without empty lines": Place(
        """
        before
        ```quiz
        grids
        ```
        after
        """,
        (),
    ),
    "tildes and a longer fence": Place(
        """
        before

        ~~~~ quiz
        grids
        ~~~~

        after
        """,
        (),
    ),
    "admonition": Place(
        """
        !!! note

            before

            ```quiz
            grids
            ```

            after
        """,
        ("div.admonition",),
    ),
    "details": Place(
        """
        ??? note

            before

            ```quiz
            grids
            ```

            after
        """,
        ("details.note",),
    ),
    "tab": Place(
        """
        === "One"

            before

            ```quiz
            grids
            ```

            after

        === "Two"

            other
        """,
        ("div.tabbed-set", "div.tabbed-content", "div.tabbed-block"),
    ),
    "block syntax of an admonition": Place(
        """
        /// note | Title
        before

        ```quiz
        grids
        ```

        after
        ///
        """,
        ("div.admonition",),
    ),
    "loose list": Place(
        """
        - before

            ```quiz
            grids
            ```

            after

        - another
        """,
        ("ul", "li"),
    ),
    "tight list": Place(
        """
        - before
            ```quiz
            grids
            ```
        - after
        """,
        ("ul", "li"),
    ),
    "a bullet's own line": Place(
        """
        before

        - ```quiz
          grids
          ```
        - after
        """,
        ("ul", "li"),
    ),
    "nested list": Place(
        """
        - outer
            - before

                ```quiz
                grids
                ```

                after
        """,
        ("ul", "li", "ul", "li"),
    ),
    "ordered list": Place(
        """
        1.  before

            ```quiz
            grids
            ```

            after

        2.  another
        """,
        ("ol", "li"),
    ),
    "a number's own line": Place(
        """
        before

        1.  ```quiz
            grids
            ```

        2.  after
        """,
        ("ol", "li"),
    ),
    "block quote": Place(
        """
        > before
        >
        > ```quiz
        > grids
        > ```
        >
        > after
        """,
        ("blockquote",),
    ),
    "list in a block quote": Place(
        """
        > - before
        >
        >     ```quiz
        >     grids
        >     ```
        >
        >     after
        """,
        ("blockquote", "ul", "li"),
    ),
    "admonition in a list": Place(
        """
        - first

            !!! note

                before

                ```quiz
                grids
                ```

                after
        """,
        ("ul", "li", "div.admonition"),
    ),
    "list in a tab in an admonition": Place(
        """
        !!! note

            === "One"

                - before

                    ```quiz
                    grids
                    ```

                    after
        """,
        ("div.admonition", "div.tabbed-set", "div.tabbed-content", "div.tabbed-block", "ul", "li"),
    ),
    "Markdown in HTML": Place(
        """
        <div class="wrap" markdown>

        before

        ```quiz
        grids
        ```

        after

        </div>
        """,
        ("div.wrap",),
    ),
    "Markdown in HTML in Markdown in HTML": Place(
        """
        <section class="outer" markdown>
        <div class="wrap" markdown>

        before

        ```quiz
        grids
        ```

        after

        </div>
        </section>
        """,
        ("section.outer", "div.wrap"),
    ),
    "definition": Place(
        """
        Term

        :   before

            ```quiz
            grids
            ```

            after
        """,
        ("dl", "dd"),
    ),
    "below front matter": Place(
        """
        ---
        title: Front matter
        ---

        before

        ```quiz
        grids
        ```

        after
        """,
        (),
    ),
}

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

ALWAYS = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "pymdownx.blocks.admonition",
    "pymdownx.details",
    {"pymdownx.tabbed": {"alternate_style": True}},
]
FENCES = {
    "superfences": ["pymdownx.highlight", "pymdownx.superfences"],
    "fenced_code": ["fenced_code"],
    "neither": [],
}


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
            "markdown_extensions": [*ALWAYS, *fences],
        }
        for name, fences in FENCES.items()
    }

    def build(folder: Path) -> None:
        write_tree(folder, {"quizzes/grids.yml": QUIZ, "docs/index.md": "# Home\n"})
        write_tree(folder, {f"docs/{_file(name)}.md": place.page for name, place in PLACES.items()})
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
