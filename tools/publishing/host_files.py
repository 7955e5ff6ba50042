"""The headers of a site as hosts read them: a file `_headers`, or a part of nginx's configuration."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tools.publishing.headers import FOR_A_YEAR

_COMPRESSED = (
    "application/javascript",
    "application/json",
    "application/xml",
    "image/svg+xml",
    "text/css",
    "text/javascript",
    "text/xml",
)
"""What nginx compresses beside HTML, by type."""


def headers_file(path: str, headers: Mapping[str, str], kept: Sequence[str]) -> str:
    """A file `_headers`, as Netlify and Cloudflare Pages read it; `path` is the site's, with its slashes."""
    rules = {f"{path}*": headers} | {f"{path}{each}": {"Cache-Control": FOR_A_YEAR} for each in kept}
    return "\n".join(
        f"{place}\n" + "".join(f"  {name}: {value}\n" for name, value in sent.items())
        for place, sent in rules.items()
    )


def nginx(path: str, headers: Mapping[str, str], kept: Sequence[str]) -> str:
    """What stands in a `server` of nginx for the site at `path`, wherever its `root` is."""
    # A location that sends a header of its own inherits none, so each has all. Without `no-cache` a browser
    # may show a page of long ago for days; Netlify and Cloudflare Pages have it ask again by themselves.
    kept_for_a_year = "|".join(re.escape(each.removesuffix("*")) for each in kept)
    return (
        f"error_page 404 {path}404.html;\n"
        "gzip on;\n"
        "gzip_vary on;\n"
        f"gzip_types {' '.join(_COMPRESSED)};\n"
        f"location {path} {{\n{_sent({**headers, 'Cache-Control': 'no-cache'})}}}\n"
        f'location ~ "^{re.escape(path)}(?:{kept_for_a_year})" {{\n'
        f"{_sent({**headers, 'Cache-Control': FOR_A_YEAR})}}}\n"
    )


def _sent(headers: Mapping[str, str]) -> str:
    return "".join(f'  add_header {name} "{value}" always;\n' for name, value in headers.items())
