"""The script and the style of explorers, as a site contains them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

FOLDER = "assets/explorers"
"""Where the files stand in a site."""

_PACKAGE = Path(__file__).parent
_SCRIPTS = {
    "layer-arithmetic": (
        "prediction.js",
        "layer_arithmetic/arithmetic.js",
        "layer_arithmetic/wording.js",
        "layer_arithmetic/drawing.js",
        "layer_arithmetic/element.js",
    )
}
"""The parts of the script of each explorer, in the order in which they are joined."""


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
    """What a page with this explorer loads: the style of all explorers, and the script of this one."""
    parts = "\n".join(map(_text, _SCRIPTS[explorer]))
    # Instant navigation runs the script again with every page that links it.
    once = f'if (!customElements.get("{explorer}-explorer")) {{\n{parts}\n}}'
    return _asset("explorer", "css", cssmin(_text("explorer.css"))), _asset(explorer, "js", jsmin(once))


def write(folder: Path) -> Iterator[Path]:
    """Write the files of all explorers below the docs folder of a site whose host adds no files itself."""
    for asset in dict.fromkeys(asset for explorer in _SCRIPTS for asset in assets(explorer)):
        file = folder / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(asset.content, "utf-8")
        yield file


def _text(name: str) -> str:
    return (_PACKAGE / name).read_text("utf-8")


def _asset(name: str, suffix: str, content: str) -> Asset:
    mark = hashlib.sha256(content.encode()).hexdigest()[:8]
    return Asset(f"{FOLDER}/{name}.{mark}.{suffix}", content)
