"""A site of a host as its readers meet it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browsing.server import serve
from tests.hosts.host import Build, Host, Settings


@contextmanager
def served(host: Host, root: Path, settings: Settings) -> Iterator[tuple[str, Build]]:
    """Build what `root` holds and serve it in a folder of its host; gives its address and the build."""
    home = root / "served"
    site = home / "course"
    site.mkdir(parents=True)
    with serve(home) as address:
        place = {"site_url": f"{address}/course/", "site_dir": str(site)}
        build = host.build(root, {**settings, **place}).checked()
        yield f"{address}/course/", Build(build.status, build.output, site)
