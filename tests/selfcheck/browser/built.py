"""Sites that hold every accepted case, each on a page of its own, and pages with several questions."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selfcheck.question_types import discover
from tests.browsing.server import serve
from tests.selection import one_type
from tests.selfcheck.cases import Accepted, all_accepted, first, write_pages, write_quizzes
from tests.selfcheck.sites import build

FIRST = [first(kind) for kind in discover().values()]
"""The first case of every type: they share the page `lesson`."""

ANY = first(one_type())
"""A question for what no type changes."""

PROSE = "A filter looks at a small window of the map before it, wherever that window lies. " * 6

CONTENT = """
```python
y = f(x)
```

```python
z = f(y)
```

|         | predicted |
|---------|-----------|
| *truly* | 30        |

$$
\\frac{1}{2}
$$
"""
"""What the cases bring beside questions, as a page may have it without us."""

THEMES: Mapping[str, Mapping[str, Any]] = {
    "material": {
        "name": "material",
        "font": False,
        # The first follows the system while the page is open; without it Material chooses once, at loading.
        "palette": [
            {
                "media": "(prefers-color-scheme)",
                "toggle": {"icon": "material/brightness-auto", "name": "Light"},
            },
            {
                "media": "(prefers-color-scheme: light)",
                "scheme": "default",
                "primary": "white",
                "toggle": {"icon": "material/weather-night", "name": "Dark"},
            },
            {
                "media": "(prefers-color-scheme: dark)",
                "scheme": "slate",
                "primary": "black",
                "toggle": {"icon": "material/weather-sunny", "name": "As the system"},
            },
        ],
        "features": ["navigation.instant", "content.code.copy"],
    },
    "linked tabs": {
        "name": "material",
        "font": False,
        "features": ["navigation.instant", "navigation.tabs", "navigation.tabs.sticky", "content.tabs.link"],
    },
    # Its highlighter would come from another host.
    "mkdocs": {"name": "mkdocs", "highlightjs": False, "color_mode": "auto", "locale": "en"},
    "readthedocs": {"name": "readthedocs", "highlightjs": False, "locale": "en"},
    "arabic": {"name": "material", "font": False, "language": "ar"},
    "plain": {"name": None, "custom_dir": "theme"},
}

NEEDS_SEARCH = ("mkdocs", "arabic")
"""The script of the one and the head of the other fail without it; elsewhere each page would read an index
of all cases."""

PLAIN_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ page.title }}</title></head>
<body><main>{{ page.content }}</main></body>
</html>
"""

EXTENSIONS: list[Any] = [
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    # As a style attribute, the alignment of a column would break a strict policy.
    {"tables": {"use_align_attribute": True}},
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}},
    "l2m4m:LaTeX2MathMLExtension",
]


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: where it is served and where its files lie."""

    address: str
    folder: Path

    def page(self, name: str | Accepted) -> str:
        """The address of a page, by its source's name without the suffix."""
        return f"{self.address}/{name}/"

    def file(self, name: str | Accepted) -> str:
        """The same page from the disk; the site must be built for that."""
        return (self.folder / f"{name}.html").as_uri()


@contextmanager
def built(root: Path, theme: str, policy: str = "", **settings: Any) -> Iterator[Built]:
    """Build every case and the pages around them, and serve the site until the block ends.

    `policy` is the `Content-Security-Policy` of every answer.
    """
    draw_cases(root)
    folder = root / "site"
    folder.mkdir()
    with serve(folder, policy) as address:
        rebuild(root, theme, site_url=f"{address}/", **settings)
        yield Built(address, folder)


def rebuild(root: Path, theme: str, **settings: Any) -> None:
    """Build what `root` holds now, with a theme of this module."""
    (root / "theme").mkdir(exist_ok=True)
    (root / "theme/main.html").write_text(PLAIN_PAGE, "utf-8")
    configuration = {
        "site_name": "Cases",
        "theme": THEMES[theme],
        # A menu of every case would be taller than a window.
        "nav": [name for name in ("index.md", "lesson.md") if (root / "docs" / name).exists()],
        "plugins": ["search", "selfcheck"] if theme in NEEDS_SEARCH else ["selfcheck"],
        "markdown_extensions": EXTENSIONS,
        **settings,
    }
    # JSON is YAML too.
    (root / "mkdocs.yml").write_text(json.dumps(configuration), "utf-8")
    outcome = build(root, strict=True)
    assert outcome.exit_code == 0, outcome.said


def draw_cases(root: Path) -> None:
    """The sources: a page a case; `lesson` with one question of each type; `other`; two without any."""
    cases = all_accepted()
    docs = root / "docs"
    write_pages(docs, cases)
    write_quizzes(root / "quizzes", cases)
    fences = "".join(f"{PROSE}\n\n```quiz\n{case}\n```\n\n" for case in FIRST)
    (docs / "lesson.md").write_text(f"# Lesson\n\n[Empty](empty.md)\n\n{fences}{PROSE}\n", "utf-8")
    (docs / "other.md").write_text(
        f"# Other\n\n{PROSE}\n\n```quiz\n{ANY}\n```\n\n[Lesson](lesson.md)\n", "utf-8"
    )
    (docs / "content.md").write_text(f"# Content\n\n{CONTENT}", "utf-8")
    (docs / "empty.md").write_text(f"# Empty\n\n{PROSE}\n\n[Lesson](lesson.md)\n", "utf-8")
