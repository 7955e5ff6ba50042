"""Search finds the stems of questions and nothing else of a block, whichever index the site uses."""

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.hosts.host import Build, Host
from tests.hosts.installation import once
from tests.pages.tree import write_tree

PAGE = """
    # Lesson

    wordbefore

    ```quiz
    grids
    ```

    wordafter

    ## Next part

    wordlast

    ```quiz
    quiz: grids
    as: answer-key
    ```
"""

QUIZ = """
    title: wordtitle
    questions:
      - id: a-choice
        type: single-choice
        objective: wordobjective
        section: index.md#next-part
        stem: The stemone *asks*.
        options:
          - {text: wordoption, feedback: wordfeedback}
          - {text: wordother, correct: true}
        hints: [wordhint, wordnudge]
        explanation: wordexplanation
      - id: a-verdict
        type: true-false
        stem: |
          The stemtwo has a block.

          ```text
          stemcode <self-check> data-search-exclude
          ```

          | stemcell |
          |----------|
          | stemrow  |
        answer: true
        feedback: {if-true: wordright, if-false: wordwrong}
        explanation: |
          wordtold

              wordindented
      - id: an-answer
        type: short-answer
        stem: The stemthree.
        model-answer: wordmodel
        rubric: [{idea: wordidea, required: true}, {idea: wordbonus}]
        explanation: wordwhy
"""

STEMS = ("stemone", "asks", "stemtwo", "stemcode", "stemcell", "stemrow", "stemthree")
ROUND_ABOUT = ("wordbefore", "wordafter", "wordlast")
SECRETS = (
    *("wordtitle", "wordobjective", "wordoption", "wordfeedback", "wordother", "wordhint", "wordnudge"),
    *("wordexplanation", "wordright", "wordwrong", "wordtold", "wordindented", "wordmodel", "wordidea"),
    *("wordbonus", "wordwhy"),
)
SHOWN = tuple(word for word in SECRETS if word not in ("wordtitle", "wordobjective"))

THEMES: dict[str, Any] = {
    "material": {"name": "material", "font": False},
    "mkdocs": {"name": "mkdocs"},
    "readthedocs": {"name": "readthedocs"},
    "materialx": {"name": "materialx", "font": False},
}
SEARCHES: dict[str, Any] = {"lunr": {"search": {"provider": "lunr"}}}
"""The setting of the search plugin, where it is not the usual one."""
INDEXES = [
    *((host, theme, "") for host in ("lowest", "newest") for theme in ("material", "mkdocs", "readthedocs")),
    ("properdocs", "material", ""),
    ("zensical", "material", ""),
    ("materialx", "materialx", "pagefind"),
    ("materialx", "materialx", "lunr"),
]


@pytest.fixture(scope="module", params=INDEXES, ids="-".join)
def built(request: pytest.FixtureRequest, shared: Path, host_named: Callable[[str], Host]) -> Build:
    """A site with one lesson, built with the search of each theme and host."""
    name, theme, search = request.param
    host, root = host_named(name), shared / f"search-{name}-{theme}-{search}"
    settings = {
        "site_url": "https://example.org/under/",
        "theme": THEMES[theme],
        "plugins": [SEARCHES.get(search, "search"), "selfcheck"],
        "markdown_extensions": ["fenced_code", "tables", "attr_list"],
    }

    def build(folder: Path) -> None:
        write_tree(folder, {"docs/index.md": PAGE, "quizzes/grids.yml": QUIZ})
        host.build(folder, settings, strict=True).checked()

    return Build(0, "", once(root, build) / f"site-{name}")


def test_search_holds_stems_and_nothing_else_of_a_block(built: Build) -> None:
    index = _index(built.site)

    # Pagefind passes over forms, stems included.
    stems = () if (built.site / "search/fragment").exists() else STEMS
    assert [word for word in (*stems, *ROUND_ABOUT) if word not in index] == []
    assert [word for word in SECRETS if word in index] == []
    # Words of the interface: the label, the count, a verdict, the button.
    words = ("Check yourself", "Question 1 of 3", "True", "Show the answer", "Read this section again")
    assert [word for word in words if word in index] == []


def test_what_search_passes_over_is_still_on_the_page(built: Build) -> None:
    page = built.page("index.html")

    assert [word for word in (*STEMS, *ROUND_ABOUT, *SHOWN) if word not in page] == []


def _index(site: Path) -> str:
    """The text of the search index; Zensical has another place for it, Pagefind a file for each page."""
    if fragments := sorted((site / "search/fragment").glob("*.pf_fragment")):
        return "".join(gzip.decompress(file.read_bytes()).decode() for file in fragments)
    places = (site / "search/search_index.json", site / "search.json")
    return next(place for place in places if place.exists()).read_text("utf-8")
