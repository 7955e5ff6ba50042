"""What Lighthouse says of this project's own site on a phone, beside an empty page of Material's.

The site is published first, and served as a static host does it: compressed, with the headers of its
`_headers`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.report import Row
from tests.browsing.static_host import static_host
from tools import chromium

ROOT = Path(__file__).parent.parent
LIGHTHOUSE = ROOT / "benchmarks" / "lighthouse" / "node_modules" / "lighthouse" / "cli" / "index.js"
NODE = Path(sys.executable).with_name("node")
BELOW = "/site/"
"""Where the site stands on its host."""
PAGES = {
    "home": "",
    "a lesson": "lessons/downsampling/",
    "gallery": "authoring/gallery/",
    "review": "review/",
}
EMPTY = "an empty page of Material's"
MOST_LOST = {"accessibility": 0, "best-practices": 0, "seo": 0, "performance": 5}
"""The most points below 100 in each category of Lighthouse's."""
NO_TRACE = "NO_NAVSTART"
"""What Lighthouse says where the browser has recorded nothing of a load, through no fault of the page."""
MOST_KB = 250
"""The most that a lesson loads, compressed, in units of 1,000 bytes."""

_CONFIGURATION = """\
site_name: Empty
site_description: A page without content, for comparison.
theme: {name: material, font: false, features: [navigation.tabs, navigation.instant]}
plugins: [search]
"""


@dataclass(frozen=True, slots=True)
class Audit:
    """One run: points from 0 to 100 by category, audits that failed, bytes transferred, layout shift."""

    points: dict[str, float]
    failed: tuple[str, ...]
    transferred: int
    shift: float


def measure(folder: Path, rounds: int) -> Iterator[Row]:
    """Medians of several runs of each page. What failed is named after the points."""
    host = folder / "host"
    _publish(host)
    (folder / "empty" / "docs").mkdir(parents=True)
    (folder / "empty" / "mkdocs.yml").write_text(_CONFIGURATION, "utf-8")
    (folder / "empty" / "docs" / "index.md").write_text("# Empty\n", "utf-8")
    _run(
        sys.executable, "-m", "mkdocs", "build", "--quiet", "-d", str(host / "empty"), folder=folder / "empty"
    )
    with static_host(host, BELOW) as address:
        places = {name: f"{address}{BELOW}{page}" for name, page in PAGES.items()}
        for name, place in {**places, EMPTY: f"{address}/empty/"}.items():
            yield from _rows(name, [audit(place, folder / "report.json") for _ in range(rounds)])


def audit(address: str, report: Path, attempts: int = 3) -> Audit:
    """Let Lighthouse load a page as on a phone; its report is left in a file.

    A load of which the browser has recorded nothing is tried again, up to this number of attempts.
    Raises RuntimeError, with what Lighthouse said, where the page does not load.
    """
    try:
        return _read(_load(address, report))
    except RuntimeError as error:
        if attempts == 1 or NO_TRACE not in str(error):
            raise
        return audit(address, report, attempts - 1)


def _load(address: str, report: Path) -> Any:
    """What Lighthouse says of one load. Raises RuntimeError."""
    flags = "--headless=new --no-sandbox"
    settings = ["--quiet", "--output=json", f"--output-path={report}", f"--chrome-flags={flags}"]
    categories = f"--only-categories={','.join(MOST_LOST)}"
    _run(str(NODE), str(LIGHTHOUSE), address, *settings, categories, folder=report.parent)
    said = json.loads(report.read_text("utf-8"))
    if problem := said.get("runtimeError"):
        raise RuntimeError(f"{address}: {problem['code']}: {problem['message']}")
    return said


def _read(said: Any) -> Audit:
    points = {name: 100 * category["score"] for name, category in said["categories"].items()}
    weighty = {
        each["id"]
        for category in said["categories"].values()
        for each in category["auditRefs"]
        if each["weight"]
    }
    failed = [name for name in sorted(weighty) if _is_failed(said["audits"][name])]
    requests = said["audits"]["network-requests"]["details"]["items"]
    shift = said["audits"]["cumulative-layout-shift"]["numericValue"]
    return Audit(points, tuple(failed), sum(each["transferSize"] for each in requests), shift)


def _is_failed(one: Any) -> bool:
    return one["score"] is not None and one["score"] < 0.9


def _rows(name: str, audits: list[Audit]) -> Iterator[Row]:
    is_ours = name != EMPTY
    for category, most in MOST_LOST.items():
        lost = median(100 - each.points[category] for each in audits)
        yield Row(f"{name}: {category}, points below 100", lost, "", most if is_ours else None)
    failed = Counter(each for one in audits for each in one.failed)
    often = [each for each, times in failed.items() if times > len(audits) / 2]
    most_kb = MOST_KB if name == "a lesson" else None
    yield Row(f"{name}: loads", median(each.transferred for each in audits) / 1_000, "kB", most_kb)
    shift = median(each.shift for each in audits)
    note = f"(failed: {', '.join(often)})" if often else ""
    yield Row(f"{name}: layout shift", shift, "", 0 if is_ours else None, note)


def _publish(host: Path) -> None:
    """Build the site with its policy into `host/site`."""
    address = f"https://example.org{BELOW}"
    _run(sys.executable, "-m", "tools.publishing", str(host), folder=ROOT, SITE_URL=address)


def _run(*command: str, folder: Path, **said: str) -> None:
    environment = {**os.environ, "CHROME_PATH": str(chromium.find()), **said}
    done = subprocess.run(command, cwd=folder, env=environment, text=True, capture_output=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
