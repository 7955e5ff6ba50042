"""Small sites that look and work as this project's own: its theme, with what it adds to Material."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from tests.browsing.server import serve
from tests.selfcheck.sites import build_apart, draw

ROOT = Path(__file__).parents[2]
OWN: dict[str, Any] = yaml_load((ROOT / "mkdocs.yml").read_text("utf-8"))


@contextmanager
def themed_site(root: Path, files: Mapping[str, str], **settings: Any) -> Iterator[str]:
    """The address, with its slash, of a site of these files, which is built and served in an empty folder.

    The settings are further keys of its configuration.
    """
    out, assets = root / "site", root / "docs/assets"
    out.mkdir()
    with serve(out) as address:
        configuration = {
            "site_name": "Test",
            "site_url": f"{address}/",  # instant navigation asks for it
            "theme": {**OWN["theme"], "custom_dir": str(ROOT / OWN["theme"]["custom_dir"])},
            "extra": OWN["extra"],
            "extra_css": ["assets/site.css"],
            "markdown_extensions": [{"toc": {"permalink": True}}],
            "plugins": ["search"],
            **settings,
        }
        draw(root, {"mkdocs.yml": yaml.safe_dump(configuration), **files})
        assets.mkdir(exist_ok=True)
        for name in ("before-material.js", "site.css"):
            shutil.copy(ROOT / "docs/assets" / name, assets)
        assert build_apart(root).exit_code == 0
        yield f"{address}/"
