"""Tables of a few short columns fit a phone, so that nothing has to be moved aside to read a row."""

from __future__ import annotations

from pathlib import Path

from tests.browsing.visits import Visits
from tests.site.themed_site import themed_site

TABLE = """| stride | asking | asked | pairs | unreduced |
|--:|--:|--:|--:|--:|
| 4 | 16,384 | 256 | 4.19 | 268.44 |
| 32 | 256 | 256 | 0.07 | 0.07 |
"""


def test_a_table_of_five_short_columns_fits_a_phone(visits: Visits, tmp_path: Path) -> None:
    with themed_site(tmp_path, {"docs/index.md": f"# m\n\n{TABLE}"}) as address:
        wrap = visits.open(address, width=375).locator(".md-typeset__scrollwrap")
        assert wrap.evaluate("box => box.scrollWidth - box.clientWidth") == 0
