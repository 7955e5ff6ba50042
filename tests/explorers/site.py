"""A site with explorers, built by MkDocs: one to play with, one transposed, and one that waits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browsing.server import serve
from tests.selfcheck.browser.built import EXTENSIONS, Built, rebuild
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

EXPLORER = "```explorer\nexplorer: layer-arithmetic\n"
PAGES = {
    "docs/index.md": "# Home\n\n[Free](free.md) [Waiting](waiting.md)\n",
    "docs/free.md": f"# Free\n\nText before.\n\n{EXPLORER}```\n\nText after.\n\n[Home](index.md)\n",
    "docs/transposed.md": f"# Transposed\n\n{EXPLORER}transposed: true\nsize: 5\npadding: 0\n```\n",
    "docs/waiting.md": f"""# Waiting

```quiz
lesson
```

{EXPLORER}size: 12
kernel: 2
stride: 3
padding: 0
reveal-after: pixels-never-read
```

[Home](index.md)
""",
}
QUESTION = """id: pixels-never-read
type: numeric
stem: How many of 12 pixels are never read?
answer: 4
explanation: Pixels 2, 5, 8 and 11.
"""


@contextmanager
def site(root: Path, theme: str, policy: str = "", **settings: Any) -> Iterator[Built]:
    """The site under a theme of the browser tests, with the policy as a header of every answer."""
    draw(root, PAGES)
    (root / "quizzes/lesson.yml").write_text(quiz_of(QUESTION), "utf-8")
    folder = root / "site"
    folder.mkdir()
    with serve(folder, policy) as address:
        settings = {"markdown_extensions": [*EXTENSIONS, "explorers"], **settings}
        rebuild(root, theme, site_url=f"{address}/", nav=None, **settings)
        yield Built(address, folder)
