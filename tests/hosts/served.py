"""A site of a host as its readers meet it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browsing.server import serve
from tests.hosts.host import Build, Host, Settings


@contextmanager
def served(host: Host, root: Path, settings: Settings, name: str = "course") -> Iterator[tuple[str, Build]]:
    """Build what `root` holds and serve it in a folder of its host; gives its address and the build.

    The folder has a name, by which several builds of one root differ.
    """
    home = root / f"served-{name}"
    site = home / name
    site.mkdir(parents=True)
    with serve(home) as address:
        place = {"site_url": f"{address}/{name}/", "site_dir": str(site)}
        build = host.build(root, {**settings, **place}).checked()
        yield f"{address}/{name}/", Build(build.status, build.output, site)
