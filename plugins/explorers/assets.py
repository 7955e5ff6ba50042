"""The script and the style of explorers, as a site contains them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from explorers.catalogue import EXPLORERS, files_of

FOLDER = "assets/explorers"
"""Where the files stand in a site."""

_PACKAGE = Path(__file__).parent
_STYLE = "explorer.css"
_SCRIPTS = ("prediction.js", "wording.js", "element.js")
"""What the scripts of all explorers begin with."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A script or a style. The name of its file contains a hash of its content."""

    path: str
    content: str

    @property
    def is_script(self) -> bool:
        """Whether it is a script rather than a style."""
        return self.path.endswith(".js")


@cache
def assets(explorer: str) -> tuple[Asset, ...]:
    """What a page with this explorer loads: the style of all explorers, its own if it has one, its script."""
    files = files_of(explorer)
    script = _joined(*_SCRIPTS, *(file for file in files if file.endswith(".js")))
    style = _joined(*(file for file in files if file.endswith(".css")))
    # Instant navigation runs the script again with every page that links it.
    once = f'if (!customElements.get("{explorer}-explorer")) {{\n{script}\n}}'
    return (
        _asset("explorer", "css", cssmin(_joined(_STYLE))),
        *([_asset(explorer, "css", cssmin(style))] if style else []),
        _asset(explorer, "js", jsmin(once)),
    )


def write(folder: Path) -> Iterator[Path]:
    """Write the files of all explorers below the docs folder of a site whose host adds no files itself."""
    for asset in dict.fromkeys(asset for explorer in EXPLORERS for asset in assets(explorer)):
        file = folder / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(asset.content, "utf-8")
        yield file


def _joined(*names: str) -> str:
    return "\n".join((_PACKAGE / name).read_text("utf-8") for name in names)


def _asset(name: str, suffix: str, content: str) -> Asset:
    mark = hashlib.sha256(content.encode()).hexdigest()[:8]
    return Asset(f"{FOLDER}/{name}.{mark}.{suffix}", content)
