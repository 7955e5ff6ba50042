"""The Content-Security-Policy that a built site holds to: its own files, and the inline scripts it has."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from pathlib import Path

from tools.publishing.inline_scripts import scripts_below

_DIRECTIVES = {
    "default-src": "'none'",
    "connect-src": "'self'",  # the next page, the sitemap and the search index, for Material
    "img-src": "'self' data:",  # Material's icons, and photographs inside of figures
    "style-src": "'self'",
    "worker-src": "'self'",  # Material's search
    "base-uri": "'none'",
    "form-action": "'none'",  # no form is ever sent
}
_BY_HEADER_ALONE = {"frame-ancestors": "'none'"}
"""What browsers refuse in a `<meta>` (CSP Level 3, section 3.3)."""


def policy(folder: Path) -> str:
    """The policy for all pages of a built site, as a header.

    One policy holds for every page, because Material goes from page to page without leaving the document.
    """
    return _joined(_of(folder) | _BY_HEADER_ALONE)


def policy_in_pages(folder: Path) -> str:
    """The same for a `<meta>`, where hosts send no header."""
    return _joined(_of(folder))


def fingerprint(script: str) -> str:
    """How a policy names an inline script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _of(folder: Path) -> dict[str, str]:
    return _DIRECTIVES | {"script-src": " ".join(["'self'", *_named(scripts_below(folder))])}


def _named(scripts: Iterable[str]) -> list[str]:
    return sorted(map(fingerprint, scripts))


def _joined(directives: dict[str, str]) -> str:
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())
