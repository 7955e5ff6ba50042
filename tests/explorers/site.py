"""A site with explorers, built by MkDocs: some to play with, some with settings, and some that wait."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.browsing.server import serve
from tests.explorers.masks import pan, png
from tests.selfcheck.browser.built import EXTENSIONS, Built, rebuild
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import draw

EXPLORER = "```explorer\nexplorer: layer-arithmetic\n"
FIELD = "```explorer\nexplorer: receptive-field\n"
MASKS = """```explorer
explorer: mask-metrics
map: images/pan.png
label: 1
name: 'the "pan" & its handle'
"""
PAGES: dict[str, str | bytes] = {
    "docs/index.md": "# Home\n\n[Free](free.md) [Waiting](waiting.md) [Masks](masks.md)\n",
    "docs/free.md": f"# Free\n\nText before.\n\n{EXPLORER}```\n\nText after.\n\n[Home](index.md)\n",
    "docs/transposed.md": f"# Transposed\n\n{EXPLORER}transposed: true\nsize: 5\npadding: 0\n```\n",
    "docs/field.md": f"# Field\n\nText before.\n\n{FIELD}```\n\nText after.\n",
    "docs/gridding.md": f"""# Gridding

{FIELD}size: 20
layers:
  - {{kernel: 3, padding: 2, dilation: 2}}
  - {{kernel: 3, padding: 2, dilation: 2}}
```
""",
    "docs/network.md": f"# Network\n\n{FIELD}network: vgg-16\n```\n",
    "docs/field-waiting.md": f"""# Field that waits

```quiz
lesson
```

{FIELD}reveal-after: pixels-never-read
```
""",
    "docs/images/pan.png": png(pan()),
    "docs/masks.md": f"# Masks\n\nText before.\n\n{MASKS}```\n\nText after.\n",
    "docs/moved.md": f"# Moved\n\n{MASKS}thin: 1\nacross: 3\ntolerance: 2\n```\n",
    "docs/masks-waiting.md": f"""# Masks waiting

```quiz
pan
```

{MASKS}thin: 1
reveal-after: pixels-of-the-handle
```
""",
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
OF_THE_PAN = """id: pixels-of-the-handle
type: numeric
stem: How many pixels does an opening cut?
answer: 6
explanation: Of the handle's seven pixels the one at the disc comes back.
"""


@contextmanager
def site(root: Path, theme: str, policy: str = "", **settings: Any) -> Iterator[Built]:
    """The site under a theme of the browser tests, with the policy as a header of every answer."""
    draw(root, PAGES)
    for name, question in (("lesson", QUESTION), ("pan", OF_THE_PAN)):
        (root / f"quizzes/{name}.yml").write_text(quiz_of(question), "utf-8")
    folder = root / "site"
    folder.mkdir()
    with serve(folder, policy) as address:
        settings = {"markdown_extensions": [*EXTENSIONS, "explorers"], **settings}
        rebuild(root, theme, site_url=f"{address}/", nav=None, **settings)
        yield Built(address, folder)
