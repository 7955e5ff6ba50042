"""Builds the site for publication: `make publish SITE_URL=https://example.org/every-pixel/`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from tools.publishing.headers import headers, kept_for_a_year
from tools.publishing.host_files import headers_file, nginx
from tools.publishing.policy import policy_in_pages
from tools.python_environment import ROOT

NO_ADDRESS = (
    "links, the page for missing addresses and the picture beside a link need the whole address of the "
    "site, with a slash at its end: make publish SITE_URL=https://example.org/every-pixel/"
)
FIRST = '<meta charset="utf-8">'


def main(arguments: Sequence[str] | None = None) -> int:
    """Build into `FOLDER/site` and write `FOLDER/nginx.conf`; the exit code is 1 where that fails."""
    parser = argparse.ArgumentParser(prog="make publish", description=main.__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    address = os.environ.get("SITE_URL", "")
    if not is_whole(address):
        print(f"SITE_URL is {address!r}: {NO_ADDRESS}", file=sys.stderr)
        return 1
    site = folder.resolve() / "site"
    build = ["-m", "mkdocs", "build", "--strict", "--clean", "--quiet", "--site-dir", str(site)]
    if done := subprocess.run([sys.executable, *build], cwd=ROOT).returncode:
        return done
    prepare(site, urlsplit(address).path, folder / "nginx.conf")
    return 0


def is_whole(address: str) -> bool:
    """Whether an address names a scheme and a host, and ends with a slash."""
    parts = urlsplit(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc) and parts.path.endswith("/")


def prepare(site: Path, path: str, nginx_conf: Path) -> None:
    """Give a built site its policy: in every page, and in the files that hosts read."""
    sent, kept = headers(site), kept_for_a_year(site)
    (site / "_headers").write_text(headers_file(path, sent, kept), "utf-8")
    nginx_conf.write_text(nginx(path, sent, kept), "utf-8")
    # GitHub Pages would look for pages to make and leave out what begins with an underscore.
    (site / ".nojekyll").touch()
    state_policy(site)


def state_policy(site: Path) -> None:
    """Put the policy into every page, before anything that it rules."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy_in_pages(site)}">'
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        if html.count(FIRST) != 1:
            raise LookupError(f"{page} states its character set in another way than {FIRST}")
        page.write_text(html.replace(FIRST, FIRST + meta), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
